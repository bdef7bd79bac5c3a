import { Button, Checkbox, errorOf, Field, Form, Lead, Link, Radios, Text, usePage, type FieldError } from '../../../platform/ui/index.js';
import type { Starter } from '../starters/starter.js';
import { toolPaths } from '../tools.paths.js';
import { ToolPage, useToolsText } from './frame.js';

export interface StartProps {
  readonly starters: readonly Starter[];
  readonly idempotencyKey: string;
  readonly typed?: { readonly name?: string; readonly starter?: string; readonly runs?: boolean };
  readonly errors?: readonly FieldError[];
  /** The tool that has this name already. */
  readonly existingId?: string;
}

export const StartPage = ({ starters, idempotencyKey, typed = {}, errors, existingId }: StartProps) => {
  const t = useToolsText();
  const { language } = usePage();
  return (
    <ToolPage title={t('start')} errors={errors}>
      <Lead>{t('startLead')}</Lead>
      {existingId ? (
        <Text>
          <Link href={toolPaths.dossier(existingId)}>{t('existing')}</Link>
        </Text>
      ) : null}
      <Form action={toolPaths.start} idempotencyKey={idempotencyKey}>
        <Field
          name="name"
          label={t('startName')}
          hint={t('startNameHint')}
          value={typed.name}
          error={errorOf(errors, 'name')}
          autocomplete="off"
        />
        <Radios
          name="starter"
          label={t('startStarter')}
          hint={t('startStarterHint')}
          value={typed.starter}
          error={errorOf(errors, 'starter')}
          items={[
            ...starters.map((starter) => ({ value: starter.code, text: starter.name[language], hint: starter.summary[language] })),
            { value: '', text: t('startBlank') },
          ]}
        />
        <Checkbox name="runs" text={t('startRuns')} hint={t('startRunsHint')} checked={typed.runs} error={errorOf(errors, 'runs')} />
        <Button>{t('startDo')}</Button>
      </Form>
    </ToolPage>
  );
};

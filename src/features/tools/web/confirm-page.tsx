import { Button, Checkboxes, errorOf, Form, Lead, Text, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export interface ConfirmProps {
  readonly place: VersionPlace;
  readonly facts: readonly { readonly name: string; readonly question: string; readonly answer: string }[];
  readonly idempotencyKey: string;
  readonly errors?: readonly FieldError[];
}

export const ConfirmPage = ({ place, facts, idempotencyKey, errors }: ConfirmProps) => {
  const t = useToolsText();
  return (
    <ToolPage
      title={t('confirm')}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      {facts.length === 0 ? (
        <Text>{t('confirmNone')}</Text>
      ) : (
        <>
          <Lead>{t('confirmLead')}</Lead>
          <Form action={toolPaths.confirmFacts(place.toolId, place.number)} idempotencyKey={idempotencyKey}>
            <Checkboxes
              name="facts"
              label={t('confirmPick')}
              error={errorOf(errors, 'facts')}
              items={facts.map((fact) => ({ value: fact.name, text: fact.question, hint: fact.answer }))}
            />
            <Button>{t('confirmDo')}</Button>
          </Form>
        </>
      )}
    </ToolPage>
  );
};

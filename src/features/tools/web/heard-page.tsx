import { Banner, Button, errorOf, Field, Form, H2, Inset, Lead, Radios, Text, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import type { ToolRow } from '../version.js';
import { ToolPage, useToolsText } from './frame.js';

export interface HeardProps {
  readonly idempotencyKey: string;
  readonly typed?: { readonly name?: string; readonly what?: string };
  readonly errors?: readonly FieldError[];
}

/** The council: "we hear that this is running". */
export const HeardPage = ({ idempotencyKey, typed = {}, errors }: HeardProps) => {
  const t = useToolsText();
  return (
    <ToolPage title={t('heard')} errors={errors}>
      <Lead>{t('heardLead')}</Lead>
      <Form action={toolPaths.councilReport} idempotencyKey={idempotencyKey}>
        <Field name="name" label={t('heardName')} value={typed.name} error={errorOf(errors, 'name')} autocomplete="off" />
        <Field
          name="what"
          type="textarea"
          limit={10_000}
          label={t('heardWhat')}
          hint={t('heardWhatHint')}
          value={typed.what}
          error={errorOf(errors, 'what')}
        />
        <Inset>{t('heardConsequence')}</Inset>
        <Button>{t('heardDo')}</Button>
      </Form>
    </ToolPage>
  );
};

export interface HeardAnswerProps {
  readonly tool: ToolRow;
  readonly mayAnswer: boolean;
  readonly idempotencyKey: string;
  readonly errors?: readonly FieldError[];
}

/** HR must answer; the council reads the answer here. */
export const HeardAnswerPage = ({ tool, mayAnswer, idempotencyKey, errors }: HeardAnswerProps) => {
  const t = useToolsText();
  return (
    <ToolPage title={t('heardAnswer')} caption={tool.name} crumbs={[{ text: tool.name, href: toolPaths.dossier(tool.id) }]} errors={errors}>
      <H2>{t('heardSaid')}</H2>
      <Inset>{tool.councilClaim}</Inset>
      <Banner>{tool.hrAnswer ? t('heardAnswered', { answer: t(`heard.${tool.hrAnswer}`) }) : t('heardOpen')}</Banner>
      {mayAnswer ? (
        <Form action={toolPaths.councilReportAnswer(tool.id)} idempotencyKey={idempotencyKey}>
          <Radios
            name="answer"
            label={t('heardQuestion')}
            error={errorOf(errors, 'answer')}
            items={(['runs', 'does_not_run', 'will_register'] as const).map((value) => ({ value, text: t(`heard.${value}`) }))}
          />
          <Text>{t('heardAnswerConsequence')}</Text>
          <Button>{t('heardAnswerDo')}</Button>
        </Form>
      ) : null}
    </ToolPage>
  );
};

import { formatDay } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import type { Concern } from '../concerns.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

export const RaisePage = ({ toolId, toolName, typed, errors }: Typed & { readonly toolId: string; readonly toolName: string }) => {
  const t = useAfterTexts();
  return (
    <ActPage
      title={t('concern.title', { tool: toolName })}
      crumbs={useAfterCrumbs()}
      lead={t('concern.lead')}
      action={afterPaths.raise(toolId)}
      button={t('concern.button')}
      errors={errors}
    >
      <Field
        name="text"
        type="textarea"
        limit={4000}
        label={t('concern.text')}
        value={typedText(typed, 'text')}
        error={errorOf(errors, 'text')}
      />
    </ActPage>
  );
};

export interface ConcernProps extends Typed {
  readonly concern: Concern;
  readonly today: string;
  readonly mayAnswer: boolean;
}

/** A concern, its day, and the written answer of the director. */
export const ConcernPage = ({ concern, today, mayAnswer, typed, errors }: ConcernProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const title = t('concern.one', { tool: concern.toolName });
  const overdue = !concern.answeredAt && today > concern.dueOn;
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useAfterCrumbs(), { text: concern.toolName }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={concern.reference}>{title}</H1>
      {overdue ? (
        <Banner kind="error">
          <Text>{t('concern.overdue', { date: formatDay(concern.dueOn, language) })}</Text>
        </Banner>
      ) : null}
      <Summary
        rows={[
          { key: t('concern.said'), value: concern.text },
          { key: t('concern.raised'), value: <Time at={concern.raisedAt} /> },
          { key: t('concern.due'), value: <Time on={concern.dueOn} /> },
        ]}
      />
      <H2>{t('concern.answer')}</H2>
      {concern.answer && concern.answeredAt ? (
        <>
          {concern.answer.split('\n').map((line, at) => (
            <Text key={at}>{line}</Text>
          ))}
          <Text>
            <Time at={concern.answeredAt} />
          </Text>
        </>
      ) : (
        <Text>{t('concern.waits')}</Text>
      )}
      {mayAnswer ? (
        <Form action={afterPaths.concernAnswer(concern.id)}>
          <Field
            name="text"
            type="textarea"
            limit={4000}
            label={t('concern.answerText')}
            value={typedText(typed, 'text')}
            error={errorOf(errors, 'text')}
          />
          <Button>{t('concern.answerButton')}</Button>
        </Form>
      ) : null}
    </Shell>
  );
};

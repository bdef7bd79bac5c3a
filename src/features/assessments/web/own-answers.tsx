import { Button, Card, Form, H2, Inset, Radios, Stack, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { type AnyQuestion, isList, shownValue, type StoredAnswer } from '../../tools/index.js';
import { advicePaths } from '../assessments.paths.js';
import type { LoweredRisk } from '../domain/residual-risk.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import { useAdviceText, useAssessmentText } from './frame.js';

export interface OwnAnswersProps {
  readonly versionId: string;
  /** The measure with which the privacy officer explains why home is stricter; null when there is none. */
  readonly measure: string | null;
  readonly endorsed: boolean | null;
  /** What waits for the DPO's confirmation. */
  readonly unconfirmed: readonly StoredAnswer[];
  readonly lowered: LoweredRisk | null;
}

const QUESTIONS: ReadonlyMap<string, AnyQuestion> = new Map(
  Object.values(ASSESSMENT_SECTIONS).flatMap(({ questions }) =>
    questions.flatMap((question) => (isList(question) ? [] : [[question.attribute, question] as const])),
  ),
);

const Endorsement = ({ versionId, measure, endorsed }: Pick<OwnAnswersProps, 'versionId' | 'endorsed'> & { readonly measure: string }) => {
  const t = useAdviceText();
  return (
    <Card>
      <Text>{t('endorse.lead', { measure })}</Text>
      {endorsed === null ? null : <Text>{t('endorse.now', { answer: t(endorsed ? 'yes' : 'no') })}</Text>}
      <Form action={advicePaths.endorsement(versionId)}>
        <Radios
          name="endorsed"
          label={t('endorse.question')}
          value={endorsed === null ? null : endorsed ? 'yes' : 'no'}
          items={[
            { value: 'yes', text: t('endorse.yes') },
            { value: 'no', text: t('endorse.no') },
          ]}
        />
        <Button kind="secondary">{t('endorse.button')}</Button>
      </Form>
    </Card>
  );
};

const Confirmation = ({ versionId, unconfirmed }: Pick<OwnAnswersProps, 'versionId' | 'unconfirmed'>) => {
  const t = useAdviceText();
  const { language } = usePage();
  return (
    <Card>
      <Text>{t('confirm.lead')}</Text>
      <Summary
        rows={unconfirmed.map(({ attribute, value }) => {
          const question = QUESTIONS.get(attribute);
          return { key: question?.text[language] ?? attribute, value: shownValue({ attribute }, value, language) };
        })}
      />
      <Form action={advicePaths.confirmations(versionId)}>
        <Button kind="secondary">{t('confirm.button')}</Button>
      </Form>
    </Card>
  );
};

const Lowered = ({ versionId, lowered }: { readonly versionId: string; readonly lowered: LoweredRisk }) => {
  const t = useAdviceText();
  const a = useAssessmentText();
  return (
    <Card>
      <Text>{t('lowered.lead', { grade: a(`grade.${lowered.residualRisk}`), reason: lowered.reason })}</Text>
      <Form action={advicePaths.loweredRisk(versionId)}>
        <Button kind="secondary">{t('lowered.button')}</Button>
      </Form>
    </Card>
  );
};

/** What only the DPO can answer, beside the advice. */
export const OwnAnswers = (props: OwnAnswersProps) => {
  const t = useAdviceText();
  const { versionId, measure, endorsed, unconfirmed, lowered } = props;
  const unseen = lowered !== null && !lowered.seen ? lowered : null;
  if (measure === null && unconfirmed.length === 0 && !unseen) return null;
  return (
    <>
      <H2>{t('own.title')}</H2>
      <Stack>
        {measure === null ? null : <Endorsement {...{ versionId, measure, endorsed }} />}
        {unconfirmed.length > 0 ? <Confirmation {...{ versionId, unconfirmed }} /> : null}
        {unseen ? <Lowered versionId={versionId} lowered={unseen} /> : null}
      </Stack>
      {lowered?.seen ? <Inset>{lowered.reason}</Inset> : null}
    </>
  );
};

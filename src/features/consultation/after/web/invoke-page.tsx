import type { Day } from '../../../../kernel/clock.js';
import { formatDay } from '../../../../platform/i18n/index.js';
import { DateField, Document, errorOf, Field, H2, Radios, Text, usePage } from '../../../../platform/ui/index.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import type { Why } from '../nullity.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

export interface InvokeProps extends Typed {
  readonly toolId: string;
  readonly toolName: string;
  readonly why: Why | null;
  readonly startedOn: Day | null;
  readonly today: Day;
  readonly lastDay: Day;
  readonly letter: readonly string[];
}

const StartFields = ({ startedOn, why, typed, errors }: Pick<InvokeProps, 'startedOn' | 'why' | 'typed' | 'errors'>) => {
  const t = useAfterTexts();
  return (
    <>
      <Radios
        name="why"
        label={t('nullity.why')}
        items={(['told', 'apparent'] as const).map((value) => ({ value, text: t(`nullity.why.${value}`) }))}
        value={typedText(typed, 'why') ?? why}
        error={errorOf(errors, 'why')}
      />
      <DateField
        name="periodStartedOn"
        label={t('nullity.started')}
        hint={t('nullity.startedHint')}
        value={typedText(typed, 'periodStartedOn') ?? startedOn}
        error={errorOf(errors, 'periodStartedOn')}
      />
    </>
  );
};

const Draft = ({ letter }: { readonly letter: readonly string[] }) => {
  const t = useAfterTexts();
  return (
    <>
      <H2>{t('nullity.draft')}</H2>
      <Document label={t('nullity.draft')}>
        {letter.map((line, at) => (
          <Text key={at}>{line}</Text>
        ))}
      </Document>
    </>
  );
};

/** The letter is drafted; the officer says since when and why. */
export const InvokePage = (props: InvokeProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const { typed, errors } = props;
  const start = props.startedOn ?? props.today;
  return (
    <ActPage
      title={t('nullity.title', { tool: props.toolName })}
      crumbs={useAfterCrumbs()}
      lead={t('nullity.lead')}
      before={
        <>
          <Text>{t('nullity.term', { date: formatDay(props.lastDay, language), start: formatDay(start, language) })}</Text>
          <Draft letter={props.letter} />
        </>
      }
      action={afterPaths.invoke(props.toolId)}
      consequence={t('nullity.consequence')}
      button={t('nullity.button')}
      errors={errors}
      identity={props.identity}
      keyOfPress={props.keyOfPress}
      danger
    >
      <StartFields startedOn={props.startedOn} why={props.why} typed={typed} errors={errors} />
      <DateField
        name="decidedOn"
        optional
        label={t('nullity.decided')}
        hint={t('nullity.decidedHint')}
        value={typedText(typed, 'decidedOn')}
        error={errorOf(errors, 'decidedOn')}
      />
      <Field
        name="reason"
        type="textarea"
        limit={4000}
        label={t('nullity.reason')}
        value={typedText(typed, 'reason')}
        error={errorOf(errors, 'reason')}
      />
    </ActPage>
  );
};

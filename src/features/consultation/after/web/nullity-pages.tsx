import { dayOf } from '../../../../kernel/clock.js';
import { formatDay } from '../../../../platform/i18n/index.js';
import {
  Banner,
  ButtonGroup,
  ButtonLink,
  DateField,
  Document,
  errorOf,
  Field,
  H1,
  H2,
  Shell,
  Small,
  Summary,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import type { InvokedNullity } from '../nullity.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

const useRatified = (nullity: InvokedNullity): string => {
  const t = useAfterTexts();
  const { language } = usePage();
  if (nullity.ratifiedOn === null) return t('nullity.unratified');
  const votes = { for: nullity.votesFor ?? 0, against: nullity.votesAgainst ?? 0, abstained: nullity.votesAbstained ?? 0 };
  return t('nullity.ratified', { date: formatDay(nullity.ratifiedOn, language), ...votes });
};

export interface NullityProps {
  readonly nullity: InvokedNullity;
  readonly letter: readonly string[];
  readonly mayRatify: boolean;
  /** The reader invoked it, so another officer ratifies. */
  readonly own: boolean;
}

/** Where an invocation of nullity stands: the letter, the month, the council's own decision, and what ends it. */
export const NullityPage = ({ nullity, letter, mayRatify, own }: NullityProps) => {
  const t = useAfterTexts();
  const title = t('nullity.title', { tool: nullity.toolName });
  const { reference, ratifiedOn } = nullity;
  const ratified = useRatified(nullity);
  return (
    <Shell title={title} crumbs={[...useAfterCrumbs(), { text: nullity.toolName }]}>
      <H1 caption={reference}>{title}</H1>
      <Banner kind={nullity.endedAs === null || nullity.endedAs === 'upheld' ? 'warning' : 'info'} heading={t('nullity.end')}>
        <Text>{t(`nullity.${nullity.endedAs ?? 'open'}`)}</Text>
      </Banner>
      <ButtonGroup>
        <ButtonLink href={afterPaths.letter(reference)}>{t('nullity.pdf')}</ButtonLink>
        {mayRatify ? (
          <ButtonLink href={afterPaths.ratification(reference)} kind="secondary">
            {t('ratify.title')}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      <Small>{t('nullity.pdfHint')}</Small>
      <Summary
        rows={[
          { key: t('nullity.invoked'), value: <Time at={nullity.invokedAt} /> },
          { key: t(`nullity.why.${nullity.why}`), value: <Time on={nullity.startedOn} /> },
          {
            key: t('nullity.lastDay'),
            value: (
              <>
                <Time on={nullity.lastDay} />
                <Text>{t(dayOf(nullity.invokedAt) <= nullity.lastDay ? 'nullity.inTime' : 'nullity.late')}</Text>
              </>
            ),
          },
          {
            key: t('nullity.ratification'),
            value: (
              <>
                <Tag kind={ratifiedOn ? 'met' : 'waiting'}>{t(ratifiedOn ? 'state.ratified' : 'state.unratified')}</Tag>
                <Text>{ratified}</Text>
                {own && !ratifiedOn ? <Text>{t('ratify.own')}</Text> : null}
              </>
            ),
          },
        ]}
      />
      <H2>{t('nullity.draft')}</H2>
      <Document label={t('nullity.draft')}>
        {letter.map((line, at) => (
          <Text key={at}>{line}</Text>
        ))}
      </Document>
    </Shell>
  );
};

export const RatifyPage = ({ nullity, ...props }: Typed & { readonly nullity: InvokedNullity }) => {
  const t = useAfterTexts();
  const { typed, errors } = props;
  const votes = ['votesFor', 'votesAgainst', 'votesAbstained'] as const;
  const labels = { votesFor: 'ratify.for', votesAgainst: 'ratify.against', votesAbstained: 'ratify.abstained' } as const;
  return (
    <ActPage
      title={t('ratify.title')}
      crumbs={[...useAfterCrumbs(), { text: nullity.toolName, href: afterPaths.nullity(nullity.reference) }]}
      lead={t('ratify.lead')}
      action={afterPaths.ratification(nullity.reference)}
      button={t('ratify.button')}
      errors={errors}
      identity={props.identity}
    >
      <DateField
        name="decidedOn"
        label={t('ratify.decided')}
        value={typedText(typed, 'decidedOn') ?? nullity.decidedOn}
        error={errorOf(errors, 'decidedOn')}
      />
      {votes.map((name) => (
        <Field
          key={name}
          name={name}
          type="number"
          width={4}
          label={t(labels[name])}
          value={typedText(typed, name)}
          error={errorOf(errors, name)}
        />
      ))}
    </ActPage>
  );
};

import { formatDay } from '../../../../platform/i18n/index.js';
import {
  ButtonLink,
  Card,
  Details,
  H1,
  H2,
  H3,
  Lead,
  Link,
  Shell,
  Table,
  TaskList,
  Text,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { TERMS } from '../../../../policy/index.js';
import { consultationPaths } from '../../consultation.paths.js';
import type { FollowedConsent, OpenTerm } from '../after-reading.service.js';
import { afterPaths } from '../after.paths.js';
import type { Concern } from '../concerns.repository.js';
import type { InvokedNullity } from '../nullity.repository.js';
import type { Revocation } from '../revocations.repository.js';
import { useAfterTexts } from './after-texts.js';
import { ConsentsSection } from './consents-section.js';

export interface ReviewsProps {
  readonly terms: readonly OpenTerm[];
  readonly nullities: readonly InvokedNullity[];
  readonly consents: readonly FollowedConsent[];
  readonly concerns: readonly Concern[];
  readonly revocations: readonly Revocation[];
  readonly today: string;
  readonly may: { readonly invoke: boolean; readonly report: boolean; readonly statistics: boolean; readonly concerns: boolean };
}

const Terms = ({ terms, may }: ReviewsProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  if (terms.length === 0) return null;
  return (
    <section>
      <H2>{t('reviews.terms')}</H2>
      <Text>{t('reviews.termsLead')}</Text>
      {terms.map((term) => (
        <Card key={`${term.toolId}${term.why}`}>
          <H3>{term.toolName}</H3>
          {term.over ? (
            <Text>{t('reviews.over', { date: formatDay(term.lastDay, language) })}</Text>
          ) : (
            <Warning>{t('reviews.until', { date: formatDay(term.lastDay, language) })}</Warning>
          )}
          {may.invoke ? <ButtonLink href={afterPaths.invoke(term.toolId)}>{t('reviews.invoke')}</ButtonLink> : null}
        </Card>
      ))}
    </section>
  );
};

const Concerns = ({ concerns, today }: ReviewsProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const stateOf = (one: Concern) => {
    if (one.answeredAt) return { kind: 'met' as const, children: t('concern.isAnswered') };
    return today > one.dueOn
      ? { kind: 'blocked' as const, children: t('state.overdue') }
      : { kind: 'waiting' as const, children: t('concern.isWaiting') };
  };
  return (
    <section>
      <H2>{t('reviews.concerns')}</H2>
      {concerns.length === 0 ? <Text>{t('reviews.noConcerns')}</Text> : null}
      <TaskList
        items={concerns.map((one) => ({
          text: one.toolName,
          href: afterPaths.concern(one.id),
          hint: `${t('col.due')} ${formatDay(one.dueOn, language)}`,
          tag: stateOf(one),
        }))}
      />
    </section>
  );
};

const AllTerms = () => {
  const t = useAfterTexts();
  const { language } = usePage();
  return (
    <Details summary={t('terms.heading')}>
      <Text>{t('terms.lead')}</Text>
      <Table
        caption={t('terms.heading')}
        captionHidden
        head={[t('terms.name'), t('terms.length'), t('terms.end'), t('terms.source')]}
        rows={TERMS.map((term) => [t(`term.${term.name}`), term.length[language], t(`end.${term.afterwards}`), term.source[language]])}
      />
    </Details>
  );
};

/** What follows after decisions: months that run, evaluations, ends, concerns, revocations. */
export const ReviewsPage = (props: ReviewsProps) => {
  const t = useAfterTexts();
  const { nullities, revocations, may } = props;
  return (
    <Shell
      title={t('reviews.title')}
      crumbs={[{ text: t('council.title'), href: consultationPaths.council }, { text: t('reviews.title') }]}
    >
      <H1>{t('reviews.title')}</H1>
      <Lead>{t('reviews.lead')}</Lead>
      <Terms {...props} />
      {nullities.length > 0 ? (
        <section>
          <H2>{t('reviews.nullities')}</H2>
          <TaskList
            items={nullities.map((one) => ({
              text: one.toolName,
              href: afterPaths.nullity(one.reference),
              tag: { kind: one.ratifiedOn ? 'met' : 'waiting', children: t(one.ratifiedOn ? 'state.ratified' : 'state.unratified') },
            }))}
          />
        </section>
      ) : null}
      {revocations.length > 0 ? (
        <section>
          <H2>{t('reviews.revocations')}</H2>
          <TaskList items={revocations.map((one) => ({ text: one.toolName, href: afterPaths.revocation(one.id) }))} />
        </section>
      ) : null}
      <ConsentsSection {...props} />
      {may.concerns ? <Concerns {...props} /> : null}
      {may.statistics ? (
        <Text>
          <Link href={afterPaths.statistics}>{t('reviews.statistics')}</Link>
        </Text>
      ) : null}
      <AllTerms />
    </Shell>
  );
};

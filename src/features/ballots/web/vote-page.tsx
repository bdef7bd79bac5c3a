import {
  Banner,
  Button,
  ButtonLink,
  ErrorSummary,
  formatInstant,
  Form,
  H1,
  H2,
  Hidden,
  Link,
  List,
  Shell,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import type { BallotsKey } from '../ballots.catalogue.js';
import type { Ballot } from '../domain/ballot.js';
import { CastPart } from './cast-part.js';
import { ResultPart } from './result-part.js';
import { useVoteTexts, type VotePageProps } from './seen-vote.js';

const Unanswered = ({ seen, to }: VotePageProps) => {
  const t = useVoteTexts();
  if (seen.unanswered.length === 0) return null;
  return (
    <Banner kind="warning" heading={t('questions.heading', { n: seen.unanswered.length })}>
      <List
        items={seen.unanswered.map((question) => (
          <Link href={to.questions}>{question}</Link>
        ))}
      />
      <Text>{t('questions.text')}</Text>
    </Banner>
  );
};

/** Roster and rules of the instant of closing decide: until then these are the ones of now. */
const Facts = ({ ballot, phase, counting }: Pick<VotePageProps['seen'], 'phase' | 'counting'> & { readonly ballot: Ballot }) => {
  const t = useVoteTexts();
  const { language } = usePage();
  return (
    <Summary
      rows={[
        { key: t('vote.proposal'), value: ballot.proposal },
        { key: t('vote.form'), value: t(`form.${ballot.form}`) },
        { key: t(phase === 'open' ? 'vote.openSince' : 'vote.opens'), value: formatInstant(ballot.opensAt, language) },
        { key: t('vote.closes'), value: formatInstant(ballot.closesAt, language) },
        ...(phase === 'ended'
          ? []
          : [{ key: t('vote.needed'), value: `${t('vote.quorum', counting)} ${t(`result.majority.${counting.majority}`)}` }]),
        { key: t('vote.reference'), value: ballot.reference },
      ]}
    />
  );
};

const Announced = ({ seen, to }: VotePageProps & { readonly seen: { readonly ballot: Ballot } }) => {
  const t = useVoteTexts();
  const { language } = usePage();
  return (
    <>
      <Text>{t('phase.announced', { when: formatInstant(seen.ballot.opensAt, language) })}</Text>
      {seen.may.withdraw ? (
        <Form action={to.withdraw}>
          <Hidden name="ballotId" value={seen.ballot.id} />
          <Text>{t('withdraw.lead')}</Text>
          <Button kind="secondary">{t('withdraw.button')}</Button>
        </Form>
      ) : null}
    </>
  );
};

const Closed = ({ seen, to }: VotePageProps & { readonly seen: { readonly ballot: Ballot } }) => {
  const t = useVoteTexts();
  const { language } = usePage();
  return (
    <>
      <Banner heading={t('phase.closed', { when: formatInstant(seen.ballot.closesAt, language) })}>{t('phase.closedNext')}</Banner>
      {seen.may.count ? (
        <Form action={to.count}>
          <Hidden name="ballotId" value={seen.ballot.id} />
          <Button>{t('count.button')}</Button>
        </Form>
      ) : null}
    </>
  );
};

const endedAs = ({ end }: Ballot): BallotsKey => {
  if (end?.kind === 'repeated') return `earlier.${end.why}`;
  return end?.kind === 'counted' ? `earlier.${end.state}` : 'earlier.withdrawn';
};

const Earlier = ({ ballots }: { readonly ballots: readonly Ballot[] }) => {
  const t = useVoteTexts();
  const { language } = usePage();
  if (ballots.length === 0) return null;
  return (
    <section>
      <H2>{t('earlier.heading')}</H2>
      <List items={ballots.map((ballot) => `${formatInstant(ballot.opensAt, language)}: ${ballot.proposal} ${t(endedAs(ballot))}`)} />
    </section>
  );
};

const NoBallot = ({ seen }: VotePageProps) => {
  const t = useVoteTexts();
  return (
    <>
      <Text>{t('vote.none')}</Text>
      <Text>{t(seen.meetingHeld ? (seen.body === 'pvt' ? 'vote.noneNextPvt' : 'vote.noneNext') : 'vote.meetingFirst')}</Text>
    </>
  );
};

const Current = (props: VotePageProps) => {
  const { ballot, phase } = props.seen;
  if (!ballot || !phase) return <NoBallot {...props} />;
  const seen = { ...props.seen, ballot };
  switch (phase) {
    case 'announced':
      return <Announced {...props} seen={seen} />;
    case 'open':
      return <CastPart {...props} seen={seen} />;
    case 'closed':
      return <Closed {...props} seen={seen} />;
    case 'ended':
      return <ResultPart {...props} seen={seen} />;
  }
};

/** The vote on one request, from nothing to its result. Only members get here. */
export const VotePage = (props: VotePageProps) => {
  const t = useVoteTexts();
  const { seen, to, toolName, errors } = props;
  const title = t('vote.title');
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...props.crumbs, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={toolName}>{title}</H1>
      {seen.phase === 'ended' ? null : <Unanswered {...props} />}
      {seen.ballot ? <Facts ballot={seen.ballot} phase={seen.phase} counting={seen.counting} /> : null}
      {seen.phase === 'announced' || seen.phase === 'open' ? (
        <Text>
          <Link href={to.plan}>{t('vote.plan')}</Link>
        </Text>
      ) : null}
      <Current {...props} />
      {seen.may.announce ? <ButtonLink href={to.announce}>{t('vote.announce')}</ButtonLink> : null}
      <Earlier ballots={seen.earlier} />
    </Shell>
  );
};

import {
  Banner,
  Button,
  ButtonLink,
  errorOf,
  Field,
  formatInstant,
  Form,
  H2,
  Hidden,
  Radios,
  StackedBar,
  Table,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import type { Ballot, Counted } from '../domain/ballot.js';
import { quorumOf } from '../domain/result.js';
import { CHOICES } from '../domain/vote.js';
import { type SeenVote, typedIn, useVoteTexts, type VotePageProps } from './seen-vote.js';

type EndedProps = VotePageProps & { readonly seen: SeenVote & { readonly ballot: Ballot } };

const Verdict = ({ seen, counted }: { readonly seen: EndedProps['seen']; readonly counted: Counted }) => {
  const t = useVoteTexts();
  const { casting } = seen.ballot;
  const outcome = counted.outcome ?? casting?.outcome ?? null;
  const told = casting && {
    name: seen.castingName ?? '',
    vote: t(`castingVote.${casting.vote}`),
    reasons: casting.reasons,
  };
  const kind = outcome === null ? 'warning' : outcome === 'refused' ? 'info' : 'success';
  return (
    <Banner
      kind={kind}
      heading={outcome ? t(`result.decided.${outcome}`) : t(counted.state === 'tied' ? 'result.tied' : 'result.no_quorum')}
    >
      {told ? t('result.tiedDecided', told) : null}
    </Banner>
  );
};

/** The totals, where they tell nothing of one voter; otherwise why there are none. */
const Totals = ({ counted }: { readonly counted: Counted }) => {
  const t = useVoteTexts();
  const { counts, filledSeats, takingPart, rules } = counted;
  const needed = quorumOf(rules.quorum, filledSeats);
  return (
    <>
      <Text>{t('result.quorum', { n: takingPart, seats: filledSeats, needed })}</Text>
      {counts ? (
        <StackedBar
          caption={t('result.caption', { seats: filledSeats })}
          parts={CHOICES.map((choice) => ({ label: t(`choice.${choice}`), value: counts[choice] }))}
          of={Math.max(filledSeats, needed)}
          mark={{ at: needed, label: t('result.needed') }}
        />
      ) : (
        <Text>{t(counted.quorumReached ? 'result.hidden' : 'result.hiddenNoQuorum')}</Text>
      )}
      <Text>{t(`result.majority.${rules.majority}`)}</Text>
      <Text>{t('result.how')}</Text>
    </>
  );
};

const Named = ({ seen }: Pick<EndedProps, 'seen'>) => {
  const t = useVoteTexts();
  if (seen.votes.length === 0) return null;
  const counts = { yes: t('yes'), member: t('votes.member'), noSeat: t('votes.noSeat') };
  return (
    <Table
      caption={t('votes.heading')}
      head={[t('votes.who'), t('votes.what'), t('votes.why'), t('votes.counts')]}
      rows={seen.votes.map((vote) => [vote.name, t(`choice.${vote.choice}`), vote.reasons ?? '', counts[vote.counts]])}
    />
  );
};

const CastingForm = ({ seen, to, typed, errors, identity, keyOfPress, counted }: EndedProps & { readonly counted: Counted }) => {
  const t = useVoteTexts();
  if (!seen.may.castDeciding || !counted.ifFor) return null;
  const items = [
    { value: 'for', text: t('casting.for', { outcome: t(`outcome.${counted.ifFor}`) }) },
    { value: 'against', text: t('casting.against') },
  ];
  return (
    <section>
      <H2>{t('casting.heading')}</H2>
      <Form action={to.casting} idempotencyKey={keyOfPress}>
        <Hidden name="ballotId" value={seen.ballot.id} />
        <Radios name="vote" label={t('casting.vote')} items={items} value={typedIn(typed, 'vote')} error={errorOf(errors, 'vote')} />
        <Field
          name="reasons"
          type="textarea"
          rows={3}
          limit={2000}
          label={t('casting.reasons')}
          value={typedIn(typed, 'reasons')}
          error={errorOf(errors, 'reasons')}
        />
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('casting.consequence')}</Warning>
        <Button>{t('casting.button')}</Button>
      </Form>
    </section>
  );
};

/** How a ballot ended: the outcome first, then the numbers, then who voted what where the vote was open. */
export const ResultPart = (props: EndedProps) => {
  const t = useVoteTexts();
  const { language } = usePage();
  const { seen, to } = props;
  const { end } = seen.ballot;
  if (end?.kind !== 'counted') return null;
  return (
    <section>
      <H2>{t('result.heading')}</H2>
      <Text>{t('result.closed', { when: formatInstant(seen.ballot.closesAt, language) })}</Text>
      <Verdict seen={seen} counted={end} />
      <Totals counted={end} />
      <Named seen={seen} />
      <CastingForm {...props} counted={end} />
      {seen.may.decide ? (
        <>
          <Text>{t(seen.body === 'pvt' ? 'result.nextPvt' : 'result.next')}</Text>
          <ButtonLink href={to.decide}>{t('result.record')}</ButtonLink>
        </>
      ) : null}
    </section>
  );
};

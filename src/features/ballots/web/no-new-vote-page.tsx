import { H1, Lead, Link, Shell, Text } from '../../../platform/ui/index.js';
import type { BallotVerdict } from '../domain/ballot.js';
import { useVoteTexts, type VoteFormProps } from './seen-vote.js';

type NoNewVoteProps = Pick<VoteFormProps, 'to' | 'crumbs' | 'toolName'> & {
  /** `meeting`: nobody may vote before the meeting. `waiting`: a decision waits to be confirmed. `over`: it was decided, or taken back. */
  readonly why: Exclude<BallotVerdict['kind'], 'none'> | 'meeting' | 'waiting' | 'over';
};

/** Instead of the form that opens a vote: why none can be opened now, and what comes first. */
export const NoNewVotePage = ({ why, to, crumbs, toolName }: NoNewVoteProps) => {
  const t = useVoteTexts();
  const title = t('announce.title');
  return (
    <Shell title={title} crumbs={[...crumbs, { text: t('vote.title'), href: to.vote }, { text: title }]}>
      <H1 caption={toolName}>{title}</H1>
      <Lead>{t(`announce.stands.${why}`)}</Lead>
      {why === 'meeting' ? <Text>{t('vote.meetingFirst')}</Text> : null}
      <Text>
        {why === 'meeting' ? (
          <Link href={to.meetings}>{t('announce.toMeetings')}</Link>
        ) : (
          <Link href={to.vote}>{t('announce.toVote')}</Link>
        )}
      </Text>
    </Shell>
  );
};

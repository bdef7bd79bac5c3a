import { H1, Lead, Link, Shell, Text } from '../../../platform/ui/index.js';
import type { BallotVerdict } from '../domain/ballot.js';
import { useVoteTexts, type VoteFormProps } from './seen-vote.js';

type NoNewVoteProps = Pick<VoteFormProps, 'to' | 'crumbs' | 'toolName'> & { readonly standing: Exclude<BallotVerdict['kind'], 'none'> };

/** Instead of the form that opens a vote: there is one already, and where it stands. */
export const NoNewVotePage = ({ standing, to, crumbs, toolName }: NoNewVoteProps) => {
  const t = useVoteTexts();
  const title = t('announce.title');
  return (
    <Shell title={title} crumbs={[...crumbs, { text: t('vote.title'), href: to.vote }, { text: title }]}>
      <H1 caption={toolName}>{title}</H1>
      <Lead>{t(`announce.stands.${standing}`)}</Lead>
      <Text>
        <Link href={to.vote}>{t('announce.toVote')}</Link>
      </Text>
    </Shell>
  );
};

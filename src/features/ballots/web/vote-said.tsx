import { Banner, Text } from '../../../platform/ui/index.js';
import type { BallotVerdict } from '../domain/ballot.js';
import { forAndAgainst } from '../domain/result.js';
import { useVoteTexts } from './seen-vote.js';

/** On the page of the decision: what the vote said, in place of fields to type it in. */
export const VoteSaid = ({ verdict }: { readonly verdict: Extract<BallotVerdict, { kind: 'decided' }> }) => {
  const t = useVoteTexts();
  const { outcome, counted } = verdict;
  const [inFavour, against] = counted.counts ? forAndAgainst(outcome, counted.counts) : [0, 0];
  return (
    <Banner heading={t('decide.heading')}>
      <Text>{t('decide.text', { outcome: t(`outcome.${outcome}`) })}</Text>
      <Text>
        {counted.counts ? t('decide.totals', { for: inFavour, against, abstained: counted.counts.abstention }) : t('decide.hidden')}
      </Text>
    </Banner>
  );
};

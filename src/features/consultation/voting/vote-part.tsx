import { text } from '../../../platform/i18n/index.js';
import { Banner, ButtonGroup, ButtonLink, formatInstant, Text } from '../../../platform/ui/index.js';
import { type Ballot, ballotsCatalogue, ballotsOn, phaseOf } from '../../ballots/index.js';
import type { CasePart } from '../case/case-part.js';
import { consultationPaths } from '../consultation.paths.js';
import { keptFromDeciding } from '../domain/decide.js';
import { votersOf, votingBodyOf } from './voters.js';

/** On the pages of a case, for members alone: that there is a vote, and the way to it. Of its result it says nothing. */
export const votePart: CasePart = async (tx, { request, actor, now, inHand }) => {
  const body = votingBodyOf({ body: request.body, consents: inHand.standing.consents });
  if (!body || !votersOf(body).some((role) => role === actor.role)) return null;
  const t = text(ballotsCatalogue, actor.language);
  const ballot: Ballot | undefined = (await ballotsOn(tx, request.id)).filter(({ end }) => end?.kind !== 'withdrawn').at(-1);
  if (!ballot && keptFromDeciding(request, inHand.file) !== null) return null;
  const open = ballot !== undefined && phaseOf(ballot, now) === 'open';
  return (
    <Banner kind={open ? 'warning' : 'info'} heading={t(open ? 'part.open' : 'part.heading')}>
      {ballot ? <Text>{ballot.proposal}</Text> : null}
      {open ? <Text>{t('part.until', { when: formatInstant(ballot.closesAt, actor.language) })}</Text> : null}
      <ButtonGroup>
        <ButtonLink href={consultationPaths.vote(request.id)} kind={open ? 'primary' : 'secondary'}>
          {t(open ? 'cast.button' : 'part.link')}
        </ButtonLink>
      </ButtonGroup>
    </Banner>
  );
};

import { formatInstant, roleName, text } from '../../../platform/i18n/index.js';
import { Banner, ButtonGroup, ButtonLink, Text, usePage } from '../../../platform/ui/index.js';
import type { SeenCase } from '../case/case-part.js';
import { caseCatalogue } from '../case/case.catalogue.js';
import type { OwnStep } from '../case/own-steps.js';
import { consultationPaths } from '../consultation.paths.js';
import type { RunningVote } from '../voting/running-votes.js';
import { useTexts } from './act-page.js';

const useCaseTexts = () => text(caseCatalogue, usePage().language);

/** While the members vote it is their turn, and nobody else's. */
const VoteBanner = ({ vote, steps }: { readonly vote: RunningVote; readonly steps: readonly OwnStep[] }) => {
  const c = useCaseTexts();
  const { language } = usePage();
  const when = formatInstant(vote.closesAt, language);
  return (
    <Banner kind={vote.mine ? 'warning' : 'info'} heading={vote.mine ? c('turn.yours') : c('vote.runs')}>
      <Text>{c(vote.mine ? 'vote.yours' : 'vote.until', { when })}</Text>
      {vote.mine ? <Text>{c('vote.readFirst')}</Text> : null}
      <ButtonGroup>
        <ButtonLink href={consultationPaths.vote(vote.requestId)} kind={vote.mine ? 'primary' : 'secondary'}>
          {c(vote.mine ? 'vote.cast' : 'vote.open')}
        </ButtonLink>
        {steps.map((step) => (
          <ButtonLink key={step.href} href={step.href} kind="secondary">
            {step.text}
          </ButtonLink>
        ))}
      </ButtonGroup>
    </Banner>
  );
};

/** Whose turn it is and what for; for whom it is, the buttons. */
export const TurnBanner = ({ seen, steps }: { readonly seen: SeenCase; readonly steps: readonly OwnStep[] }) => {
  const t = useTexts();
  const c = useCaseTexts();
  const { language } = usePage();
  const { vote } = seen;
  if (vote) return <VoteBanner vote={vote} steps={steps} />;
  const { roles, next } = seen.turn;
  const mine = roles.some((role) => role === seen.actor.role);
  const who = roles.map((role) => roleName(role, language)).join(c('turn.or'));
  const heading = mine ? c('turn.yours') : roles.length === 0 ? c('turn.nobody') : c('turn.heading', { who });
  return (
    <Banner kind={mine ? 'warning' : 'info'} heading={heading}>
      <Text>{t(next)}</Text>
      {steps.length > 0 ? (
        <ButtonGroup>
          {steps.map((step) => (
            <ButtonLink key={step.href} href={step.href}>
              {step.text}
            </ButtonLink>
          ))}
        </ButtonGroup>
      ) : null}
    </Banner>
  );
};

import { text } from '../../../platform/i18n/index.js';
import { consultationCatalogue } from '../consultation.catalogue.js';
import { openPetition } from '../domain/petition.js';
import { consultationPaths } from '../consultation.paths.js';
import type { SeenCase } from './case-part.js';
import { caseCatalogue } from './case.catalogue.js';

export interface OwnStep {
  readonly text: string;
  readonly href: string;
}

/** What this reader can do in the case now, each as a button on the first page; the parts offer the same in their place. */
export const ownSteps = ({ request, inHand, may, actor, openQuestions }: SeenCase): readonly OwnStep[] => {
  const t = text(consultationCatalogue, actor.language);
  const own = text(caseCatalogue, actor.language);
  const { id } = request;
  const meetings = inHand.file.meetings.filter(({ requestId }) => requestId === id);
  const minutesWait =
    (may.confirmPresence && meetings.some(({ confirmedAt }) => !confirmedAt)) ||
    (may.confirmMinutes && meetings.some(({ councilConfirmedAt, recordedBy }) => !councilConfirmedAt && recordedBy !== actor.personId));
  const petition = openPetition(inHand.file, id);
  const waitsForSecretary = petition?.confirmedAt === null ? petition : null;
  const steps: readonly (OwnStep | false | null)[] = [
    may.recordMeeting && { text: t('meeting.record'), href: consultationPaths.meeting(id) },
    minutesWait && { text: own('own.minutes'), href: consultationPaths.casePage(id, 'meetings') },
    may.answer && openQuestions > 0 && { text: own('own.answer', { n: openQuestions }), href: consultationPaths.casePage(id, 'questions') },
    may.confirm && { text: t('decision.confirm'), href: consultationPaths.confirm(id) },
    may.decide && { text: t('decision.record'), href: consultationPaths.decision(id) },
    may.recordView && { text: t('view.button'), href: consultationPaths.view(id) },
    may.recordPersonnelMeeting && { text: t('staffMeeting.button'), href: consultationPaths.personnelMeeting(id) },
    may.petition && { text: own('own.refused'), href: consultationPaths.casePage(id, 'decisions') },
    may.confirmPetition &&
      waitsForSecretary && { text: own('own.petition'), href: consultationPaths.petitionConfirmation(waitsForSecretary.id) },
    may.finalHref !== null && { text: t('final.take'), href: may.finalHref },
  ];
  return steps.filter((step): step is OwnStep => Boolean(step));
};

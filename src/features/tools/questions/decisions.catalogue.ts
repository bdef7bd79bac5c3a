import type { Question } from '../questionnaire/question.js';
import { ask, say } from './ask.js';

/** What follows for people. */
export const DECISIONS: readonly Question[] = [
  ask(
    'tool.profiling',
    'Maakt het volgsysteem een beeld, score of rangorde van mensen?',
    'Does the tool make a picture, score or ranking of people?',
    {
      hint: say('IT of de eigenaar van het volgsysteem bevestigt dit.', 'IT or the tool owner confirms this.'),
    },
  ),
  ask(
    'tool.behaviourDetection',
    'Let het op houding, loop, stem, gebaren of typritme?',
    'Does it watch posture, gait, voice, gestures or typing rhythm?',
    {
      hint: say('IT of de eigenaar van het volgsysteem bevestigt dit.', 'IT or the tool owner confirms this.'),
    },
  ),
  ask(
    'tool.automatedDecisions.solelyAutomated',
    'Neemt het systeem zelf besluiten over mensen?',
    'Does the system take decisions about people by itself?',
    {
      hint: say('Zonder dat een mens er werkelijk over beslist.', 'Without a person really deciding.'),
    },
  ),
  ask(
    'tool.automatedDecisions.significantEffect',
    'Hebben die besluiten grote gevolgen voor iemand?',
    'Do those decisions have major effects for somebody?',
    {
      hint: say('Bijvoorbeeld voor loon, rooster, beoordeling of ontslag.', 'For example for pay, rosters, appraisal or dismissal.'),
    },
  ),
  ask(
    'tool.automatedDecisions.payOrDisciplineFromRawMetric',
    'Hangen loon, straf of rangorde direct af van een meting?',
    'Do pay, discipline or ranking depend directly on a measurement?',
    { hint: say('Bijvoorbeeld minuten zonder toetsaanslag.', 'For example minutes without a keystroke.') },
  ),
  ask(
    'tool.automatedDecisions.exceptionReference',
    'Op welke uitzondering van AVG art. 22 rust dat?',
    'On which exception of GDPR 22 does that rest?',
    {
      when: (sight) => sight.value('tool.automatedDecisions.solelyAutomated') === true,
      optional: true,
    },
  ),
  ask('tool.automatedDecisions.humanReview', 'Kan iemand een mens laten kijken?', 'Can a person have a human look at it?', {
    when: (sight) => sight.value('tool.automatedDecisions.solelyAutomated') === true,
  }),
  ask('tool.automatedDecisions.contestRoute', 'Hoe vecht iemand zo’n besluit aan?', 'How does a person contest such a decision?', {
    when: (sight) => sight.value('tool.automatedDecisions.solelyAutomated') === true,
    optional: true,
  }),
];

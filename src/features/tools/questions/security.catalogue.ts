import type { Section } from '../questionnaire/question.js';
import { ask, say } from './ask.js';

/** Security of the data, and how long a lease lasts: filled in by IT or the tool's owner. */
export const SECURITY: Section = {
  code: 'security',
  title: say('Beveiliging', 'Security'),
  intro: say('IT of de eigenaar van het volgsysteem vult dit in.', 'IT or the tool owner fills this in.'),
  questions: [
    ask(
      'security.rbac',
      'Krijgt iedereen alleen toegang tot wat bij de functie hoort?',
      'Does everyone get access only to what belongs to the function?',
    ),
    ask('security.mfa', 'Is inloggen in 2 stappen verplicht?', 'Is signing in with 2 steps required?'),
    ask('security.encryption', 'Zijn de gegevens versleuteld, onderweg en bij opslag?', 'Are the data encrypted, in transit and at rest?'),
    ask(
      'security.accessLog',
      'Wordt vastgelegd wie de gegevens bekijkt, zonder dat iemand dat kan wissen?',
      'Is it logged who views the data, so that nobody can erase it?',
    ),
    ask('security.breachProcedure', 'Wat doet u bij een datalek?', 'What do you do when data leak?', { optional: true }),
    ask(
      'tool.leaseMinutes',
      'Hoe lang mag een meetprogramma doorgaan zonder nieuw startbewijs?',
      'How long may an agent go on without a new lease?',
      {
        suffix: say('minuten', 'minutes'),
        hint: say('Van 5 minuten tot 24 uur (1.440 minuten). Gewoonlijk 15.', 'From 5 minutes to 24 hours (1,440 minutes). Usually 15.'),
        optional: true,
      },
    ),
  ],
};

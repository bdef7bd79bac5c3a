import type { Section, Sight } from '../questionnaire/question.js';
import { ask, say } from './ask.js';

const mode =
  (name: string) =>
  (sight: Sight): boolean =>
    sight.has('capture.modes', name);
const recordsPeople = (sight: Sight): boolean =>
  sight.value('capture.audio') === true || sight.value('capture.video') === true || sight.value('capture.contentLevel') === 2;

/** What only some ways of capturing need: filled in by IT or the tool's owner. */
export const SIGNALS: Section = {
  code: 'signals',
  title: say('Signalen, steekproef en meekijken', 'Signals, samples and live viewing'),
  intro: say(
    'Hier staat alleen wat bij deze manier van vastleggen hoort. Staat er niets, ga dan verder.',
    'Only what belongs to this way of capturing stands here. If there is nothing, continue.',
  ),
  questions: [
    ask('capture.signal', 'Merken mensen dat er wordt vastgelegd?', 'Do people notice that they are being captured?', {
      when: recordsPeople,
    }),
    ask('capture.householdProtection', 'Hoe worden huisgenoten beschermd?', 'How are household members protected?', {
      when: recordsPeople,
      none: say('Zij worden niet beschermd', 'They are not protected'),
    }),
    ask(
      'capture.audioNonParticipants',
      'Kan het gesprekken opnemen van mensen die niet meedoen?',
      'Can it record conversations of people who take no part?',
      {
        when: (sight) => sight.value('capture.audio') === true,
      },
    ),
    ask(
      'capture.preprocessingDeclared',
      'Is de stap vóór het anoniem maken beschreven?',
      'Is the step before making data anonymous described?',
      {
        when: (sight) => sight.value('capture.onDeviceAnonymisation') === true,
      },
    ),
    ask('capture.sampling.rate', 'Welk deel wordt gekozen?', 'Which part is chosen?', {
      when: mode('sampled'),
      hint: say('Van 0 tot 1: 0,1 is 1 op de 10.', 'From 0 to 1: 0.1 is 1 in 10.'),
    }),
    ask('capture.sampling.random', 'Is de keuze toevallig?', 'Is the choice random?', { when: mode('sampled') }),
    ask('capture.sampling.appliedAt', 'Wanneer wordt gekozen?', 'When is it chosen?', { when: mode('sampled') }),
    ask('capture.sampling.reviewers', 'Welke functies bekijken de steekproef?', 'Which functions review the sample?', {
      when: mode('sampled'),
    }),
    ask('capture.buffer.lengthSeconds', 'Hoe ver gaat de buffer terug?', 'How far back does the buffer go?', {
      when: mode('retroactive_buffer'),
      suffix: say('seconden', 'seconds'),
    }),
    ask(
      'capture.buffer.declared',
      'Staat de buffer in de uitleg als doorlopende opname?',
      'Is the buffer declared as continuous capture?',
      {
        when: mode('retroactive_buffer'),
      },
    ),
    ask('capture.buffer.triggerCriteria', 'Wat start de opname?', 'What triggers the recording?', { when: mode('retroactive_buffer') }),
    ask('capture.buffer.startSignal', 'Is er een signaal als de opname start?', 'Is there a signal when recording starts?', {
      when: mode('retroactive_buffer'),
    }),
    ask('capture.liveView.declared', 'Staat live meekijken in de uitleg?', 'Is live viewing declared?', { when: mode('live_view') }),
    ask('capture.liveView.announced', 'Weten mensen wanneer er wordt meegekeken?', 'Do people know when they are watched?', {
      when: mode('live_view'),
    }),
    ask('capture.liveView.logged', 'Wordt elke keer meekijken vastgelegd?', 'Is every viewing logged?', { when: mode('live_view') }),
    ask('capture.liveView.who', 'Welke functies kunnen meekijken?', 'Which functions can watch?', {
      when: mode('live_view'),
      optional: true,
    }),
  ],
};

import type { Language } from '../../kernel/actor.js';
import { type AnyQuestion, isList } from './questionnaire/question.js';
import { say } from './questions/ask.js';
import { REGISTRATION_SECTIONS } from './questions/sections.js';
import type { Bilingual } from './starters/starter.js';

/** Facts that are no question of step 2: computed, of step 3, or on the settings sheet. The longest matching start counts. */
const TITLES: Readonly<Record<string, Bilingual>> = {
  'tool.category': say('Soort volgsysteem', 'Category of tool'),
  capabilities: say('Wat het product kan', 'What the product can do'),
  'tool.unneededFeaturesOff': say('Wat niet nodig is, staat uit', 'What is not needed is off'),
  'tool.ai': say('AI', 'AI'),
  'tool.emotion': say('Stemming of aandacht afleiden', 'Inferring mood or attention'),
  'tool.scope.units': say('Afdelingen', 'Departments'),
  'tool.scope.persons': say('Aantal personen met naam', 'Number of persons by name'),
  'tool.biometricClassification': say('Biometrisch of niet', 'Biometric or not'),
  'home.enabled': say('Er werken mensen thuis', 'People work at home'),
  'purposes[].balancingTest': say('Belangenafweging', 'Balancing test'),
  'purposes[].effectiveness': say('Of het werkt', 'Whether it works'),
  'purposes[].legalBasis': say('Grondslag', 'Legal basis'),
  purposes: say('Doel', 'Purpose'),
  processors: say('Verwerker', 'Processor'),
  transfers: say('Doorgifte', 'Transfer'),
  'settings[].value': say('Instelling', 'Setting'),
  settings: say('Instelling', 'Setting'),
  tool: say('Volgsysteem', 'Tool'),
  capture: say('Manier van vastleggen', 'Way of capturing'),
  assessment: say('Tekst van de beoordeling', 'Text of the assessment'),
  dpia: say('DPIA', 'DPIA'),
  covertCheck: say('Heimelijk meten', 'Covert monitoring'),
  runtime: say('Onderzoek naar een persoon', 'Investigation of a person'),
  objectionHandling: say('Manier zonder vastlegging', 'Way without capture'),
  notice: say('Uitleg aan klanten en bezoekers', 'Notice to customers and visitors'),
};

const questionTitles = (questions: readonly AnyQuestion[]): [string, Bilingual][] =>
  questions.flatMap((question): [string, Bilingual][] =>
    isList(question) ? [[question.list, question.row], ...questionTitles(question.questions)] : [[question.attribute, question.text]],
  );
const ASKED: ReadonlyMap<string, Bilingual> = new Map(REGISTRATION_SECTIONS.flatMap((section) => questionTitles(section.questions)));

const startsOf = (path: string): readonly string[] => {
  const steps = path.split('.');
  const starts = steps.map((_, at) => steps.slice(0, steps.length - at).join('.'));
  return starts.flatMap((start) => [start, start.replace(/\[\]$/, '')]);
};

/** What a change is about, in words. */
export const changeTitle = (path: string, language: Language): string => {
  const own = TITLES[path] ?? ASKED.get(path);
  if (own) return own[language];
  const found = startsOf(path).find((start) => TITLES[start] !== undefined);
  return found ? TITLES[found]![language] : path;
};

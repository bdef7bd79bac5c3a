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
  enforcement: say('Hoe het wordt gestopt', 'How it is stopped'),
  'declared.grade': say('Beschrijving van het stoppen', 'Description of the stop'),
  'declared.grade.stopsHow': say('Wat het stopt', 'What stops it'),
  'declared.grade.stopsWithinMinutes': say('Minuten tot het stopt', 'Minutes until it stops'),
  'declared.grade.cannotStop': say('Wat niemand kan stoppen', 'What nobody can stop'),
  'declared.grade.evidence': say('Bewijs dat het stopt', 'Evidence that it stops'),
  'declared.grade.evidenceFileId': say('Bestand met bewijs', 'File with evidence'),
  'declared.grade.testedOn': say('Dag waarop het stoppen is geprobeerd', 'Day on which stopping was tried'),
  'declared.metrics': say('Telling', 'Count'),
  'declared.metrics[].category': say('Telling: soort gegevens', 'Count: kind of data'),
  'declared.metrics[].kind': say('Telling: manier van tellen', 'Count: way of counting'),
  'declared.metrics[].unit': say('Telling: eenheid', 'Count: unit'),
  'declared.metrics[].level': say('Telling: per groep of per persoon', 'Count: per group or per person'),
  'declared.metrics[].min': say('Telling: laagste waarde', 'Count: lowest value'),
  'declared.metrics[].max': say('Telling: hoogste waarde', 'Count: highest value'),
  'declared.dashboards': say('Overzicht', 'Dashboard'),
  'declared.dashboards[].metric': say('Overzicht: welke telling', 'Dashboard: which count'),
  'declared.dashboards[].shown': say('Overzicht: deel of totaal', 'Dashboard: share or total'),
  'declared.dashboards[].period': say('Overzicht: week of maand', 'Dashboard: week or month'),
  'declared.dashboards[].smallestGroup': say('Overzicht: kleinste groep', 'Dashboard: smallest group'),
  'declared.dashboards[].viewers': say('Overzicht: wie het ziet', 'Dashboard: who sees it'),
  'declared.dashboards[].titleNl': say('Overzicht: titel', 'Dashboard: title'),
  'declared.dashboards[].titleEn': say('Overzicht: titel (Engels)', 'Dashboard: title (English)'),
  'declared.dashboards[].questionNl': say('Overzicht: vraag', 'Dashboard: question'),
  'declared.dashboards[].questionEn': say('Overzicht: vraag (Engels)', 'Dashboard: question (English)'),
  'declared.dashboards[].groups': say('Overzicht: groep', 'Dashboard: group'),
  'declared.dashboards[].groups[].units': say('Overzicht: afdelingen in een groep', 'Dashboard: departments in a group'),
  'declared.individualView': say('Kijken naar 1 persoon', 'Looking at 1 person'),
  'declared.individualView.purpose': say('Kijken naar 1 persoon: doel', 'Looking at 1 person: purpose'),
  'declared.individualView.grounds': say('Kijken naar 1 persoon: reden', 'Looking at 1 person: grounds'),
  'declared.individualView.maxHours': say('Kijken naar 1 persoon: aantal uren', 'Looking at 1 person: hours'),
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

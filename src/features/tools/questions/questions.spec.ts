import type { Json } from '../../../kernel/canonical.js';
import { ATTRIBUTES, attributeOf } from '../../../policy/index.js';
import { checkValue } from '../domain/check-value.js';
import { answerable } from '../domain/answerable.js';
import { isCapability } from '../domain/capabilities.js';
import { proposalsOf } from '../domain/version-values.js';
import { openQuestions } from '../questionnaire/open-questions.js';
import { type AnyQuestion, isList } from '../questionnaire/question.js';
import { shownValue, valueLabel } from '../questionnaire/shown-value.js';
import { type Values, valuesOf } from '../questionnaire/values.js';
import { LABELS_OF, VALUE_LABELS } from '../questionnaire/values.catalogue.js';
import { STARTERS } from '../starters/index.js';
import { REGISTRATION_SECTIONS } from './sections.js';

const flat = (questions: readonly AnyQuestion[]): AnyQuestion[] =>
  questions.flatMap((question) => (isList(question) ? [question, ...flat(question.questions)] : [question]));
const ALL = REGISTRATION_SECTIONS.flatMap((section) => flat(section.questions));
const pathOf = (question: AnyQuestion): string => (isList(question) ? question.list : question.attribute);

describe('the questions of step 2', () => {
  it('ask every attribute of step 2 that somebody answers, each once', () => {
    const asked = ALL.map(pathOf);
    expect(asked).toHaveLength(new Set(asked).size);
    const due = ATTRIBUTES.filter(
      ({ step, owner, path }) => step === 2 && owner !== 'computed' && answerable(path) && !path.startsWith('settings'),
    );
    expect(due.map(({ path }) => path).filter((path) => !asked.includes(path))).toEqual([]);
  });

  it('ask nothing that does not exist or is computed', () => {
    for (const path of ALL.map(pathOf))
      expect([path, attributeOf(path)?.owner ?? 'nobody']).not.toEqual([path, expect.stringMatching(/computed|nobody/)]);
  });

  it('stand in both languages', () => {
    for (const question of ALL)
      for (const words of [question.text, question.hint, question.why, question.none])
        if (words) expect([pathOf(question), words.nl.trim() !== '' && words.en.trim() !== '']).toEqual([pathOf(question), true]);
  });

  it('never use the words that Dutch readers misread', () => {
    const texts = ALL.flatMap((question) => [question.text.nl, question.hint?.nl ?? '', question.why?.nl ?? '']).join(' ');
    expect(texts).not.toMatch(/\b(agent|vergunning|vingerafdruk|middel|gate|lease|ingest)\b/i);
  });
});

describe('the values of choices', () => {
  const choices = ATTRIBUTES.filter(({ path, values, owner }) => values && owner !== 'computed' && answerable(path));
  it('have words in both languages', () => {
    for (const { path, values } of choices)
      for (const value of values ?? []) {
        const words = LABELS_OF[path]?.[value] ?? VALUE_LABELS[value];
        expect([path, value, words?.nl !== undefined && words.en !== undefined]).toEqual([path, value, true]);
        expect(valueLabel(path, value, 'nl')).not.toBe(value);
      }
  });
  it('have words where a starter fills in a code', () => {
    const named = ['tool.dataCategories[].code', 'tool.recipients[].role'];
    const codes = STARTERS.flatMap(({ answers }) => answers.filter(({ attribute }) => named.includes(attribute)));
    expect(codes.length).toBeGreaterThan(20);
    for (const { attribute, value } of codes) {
      expect([value, valueLabel(attribute, String(value), 'nl')]).toEqual([value, expect.not.stringMatching(/_/)]);
      expect(shownValue({ attribute }, String(value), 'en')).toBe(valueLabel(attribute, String(value), 'en'));
    }
    expect(valueLabel('tool.dataCategories[].code', 'login_time', 'nl')).toBe('moment van inloggen');
    expect(valueLabel('tool.recipients[].role', 'team_planner', 'nl')).toBe('teamplanner');
  });
});

describe.each(STARTERS.map((starter) => [starter.code, starter] as const))('the starter %s', (_, starter) => {
  const proposals = proposalsOf(starter);
  it('proposes answers that fit their attributes', () => {
    for (const { attribute, item, value } of proposals) {
      const known = answerable(attribute);
      const sample = typeof value === 'object' && value !== null && 'nl' in value ? value.nl : value;
      expect([attribute, item, known && checkValue(known, sample as never)]).toEqual([attribute, item, null]);
    }
  });

  it('names capabilities that exist', () => {
    for (const { code } of starter.capabilities) expect([code, isCapability(code)]).toEqual([code, true]);
  });
});

describe('from a starter', () => {
  const proposedBy = (starter: (typeof STARTERS)[number]) =>
    valuesOf([
      ...proposalsOf(starter).map(({ attribute, item, value }) => ({ attribute, item, value: value as Json })),
      { attribute: 'home.enabled', item: '', value: true },
    ]);
  const isShown = (values: Values, { attribute, item }: { attribute: string; item: string }) => values.items(attribute, item).length > 0;

  it.each(STARTERS.map((starter) => [starter.code, starter] as const))('%s leaves at most 10 questions of step 2 to type', (_, starter) => {
    const values = proposedBy(starter);
    expect(openQuestions(REGISTRATION_SECTIONS, values).filter((open) => !isShown(values, open)).length).toBeLessThanOrEqual(10);
  });
});

import { ATTRIBUTES, attributeOf, writersOf } from '../../policy/index.js';
import type { AnyQuestion } from '../tools/index.js';
import { ASSESSMENT_SECTIONS } from './questions.catalogue.js';
import { SECTIONS } from './domain/sections.js';

const all = (questions: readonly AnyQuestion[]): AnyQuestion[] =>
  questions.flatMap((question) => ('list' in question ? [question, ...all(question.questions)] : [question]));
const asked = SECTIONS.flatMap((section) => all(ASSESSMENT_SECTIONS[section].questions));
const paths = asked.map((question) => ('list' in question ? question.list : question.attribute));

/** Made by acts or rows of their own, not by a question. */
const BY_AN_ACT = [
  'dpia.description',
  'dpia.necessity',
  'dpia.risks',
  'dpia.measures',
  'dpia.done',
  'dpia.versionHash',
  'dpia.residualRisk',
  'dpia.reviewDue',
];

describe('the questions of the assessment', () => {
  it('ask every attribute of step 3', () => {
    const owed = ATTRIBUTES.filter(({ step, path }) => step === 3 && !BY_AN_ACT.includes(path)).map(({ path }) => path);
    expect(owed.filter((path) => !paths.includes(path))).toEqual([]);
  });
  it('ask attributes that exist, in both languages', () => {
    expect(paths.filter((path) => attributeOf(path) === null)).toEqual([]);
    for (const { text, hint, why } of asked)
      for (const words of [text, hint, why]) if (words) expect([words.nl, words.en]).not.toContain('');
  });
  it('ask the privacy officer nothing that is computed', () =>
    expect(
      asked.flatMap((question) => ('list' in question ? [] : writersOf(question.attribute).length === 0 ? [question.attribute] : [])),
    ).toEqual([]));
});

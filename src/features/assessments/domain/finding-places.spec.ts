import { REQUIREMENTS } from '../../../policy/index.js';
import type { AnyQuestion } from '../../tools/index.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import { FINDING_PLACES } from './finding-places.js';

const pathsOf = (questions: readonly AnyQuestion[]): string[] =>
  questions.flatMap((question) => ('list' in question ? [question.list] : [question.attribute]));

describe('the places of findings', () => {
  it('are there for every rule of E1 to E4, E13, E15 and E16, and for no other', () => {
    const assessed = REQUIREMENTS.filter(({ id }) => ['E1', 'E2', 'E3', 'E4', 'E13', 'E15', 'E16'].includes(id)).flatMap(({ rules }) => [
      ...rules,
    ]);
    expect(Object.keys(FINDING_PLACES).sort()).toEqual([...assessed].sort());
  });
  it('name a question that their section asks', () => {
    const lost = Object.entries(FINDING_PLACES).filter(
      ([, place]) => place?.attribute && !pathsOf(ASSESSMENT_SECTIONS[place.section].questions).includes(place.attribute),
    );
    expect(lost).toEqual([]);
  });
});

import type { Json } from '../../../kernel/canonical.js';
import { assembleDossier } from '../../../policy/index.js';
import { standing, tidied } from './tidy-answers.js';

const row = (attribute: string, item: string, value: Json) => ({ attribute, item, value });
const dossier = (...rows: ReturnType<typeof row>[]) => assembleDossier(tidied(rows));

describe('answers in rows', () => {
  it('keep an empty list as the answer "none", and leave a list that nobody answered open', () => {
    expect(dossier(row('processors', '', []))).toEqual({ processors: [] });
    expect(dossier(row('tool.covert', '', false))).toEqual({ tool: { covert: false } });
  });

  it('lose the answers of a row that its list no longer has, whoever gave them', () => {
    const rows = [
      row('processors', '', ['p2']),
      row('processors[].name', 'p1', 'Weg BV'),
      row('processors[].processingAgreementSigned', 'p1', true),
      row('processors[].subprocessors[].authorised', 'p1.s1', true),
      row('processors[].name', 'p2', 'Blijft BV'),
    ];
    expect(dossier(...rows)).toEqual({ processors: [{ name: 'Blijft BV' }] });
    expect(standing(rows).map(({ item }) => item)).toEqual(['', 'p2']);
  });

  it('count a row in which nothing was answered as a row with nothing in it', () => {
    expect(dossier(row('purposes', '', ['r1']))).toEqual({ purposes: [{ code: null }] });
    expect(dossier(row('processors', '', ['p1']), row('processors[].subprocessors', 'p1', ['p1.s1']))).toEqual({
      processors: [{ name: null, subprocessors: [{ name: null }] }],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { attachedTexts } from './attached-texts.js';

const CODES = /public_task|positive|\bmedium\b|N0[1-9]|\d{4}-\d{2}-\d{2}/;

describe('the papers that go with a request', () => {
  const texts = attachedTexts(
    {
      dossier: {
        purposes: [{ code: 'security', description: 'Aanvallen stoppen.', legalBasis: 'public_task' }],
        dpia: { residualRisk: 'medium', reviewDue: '2027-11-03' },
      },
      risks: [],
    },
    {
      advice: 'positive',
      reasons: 'Het doel is duidelijk.',
      conditions: ['Kort bewaren'],
      comments: [
        { verdict: 'add', text: 'Noem het besluit.', question: 'Is dit doel precies genoeg?', row: 'Beveiliging' },
        { verdict: 'agreed', text: '', question: 'Welke leverancier?', row: null },
      ],
    },
    null,
    { items: ['N01', 'N03'], purposes: ['security'], texts: { nl: { N01: 'De gemeente.', 'N03:security': 'Beveiliging.' } }, reviewed: [] },
  );
  const of = (kind: string) => texts.find((one) => one.kind === kind)?.text ?? '';

  it('say in words what the dossier holds in codes', () => {
    expect(of('assessment')).toContain('Grondslag: Taak van algemeen belang');
    expect(of('dpia')).toBe('Restrisico: midden\nOpnieuw beoordelen voor: 3 november 2027');
    expect(of('advice')).toBe(
      'Advies: Positief\nHet doel is duidelijk.\nKort bewaren\nOpmerking bij "Is dit doel precies genoeg? (Beveiliging)": aanvullen. Noem het besluit.\nAkkoord met 1 antwoord.',
    );
    expect(texts.filter(({ text }) => CODES.test(text))).toEqual([]);
  });

  it('give each text of the notice the heading that people read', () => {
    expect(of('notice').split('\n')).toEqual(expect.arrayContaining(['De gemeente.', 'Beveiliging.']));
    expect(of('notice').split('\n')[0]).not.toMatch(/^N\d\d/);
  });
});

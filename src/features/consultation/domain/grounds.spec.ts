import type { Dossier } from '../../../policy/index.js';
import { touchedGrounds } from './grounds.js';

const said = (dossier: Dossier): string =>
  touchedGrounds({ ...dossier, tool: { suitableForMonitoring: true, ...dossier.tool } })
    .map(({ ground, weight, why }) => `${ground} ${weight} ${why}`)
    .join(', ');
const purpose = (code: string): Dossier => ({ purposes: [{ code }] });

describe('the grounds that a tool touches', () => {
  it('are k and l for data of people and for what can watch them', () => {
    expect(said({ tool: { dataCategories: [{ code: 'name' }] } })).toBe('k proposed data, l proposed monitoring');
    expect(said({ tool: { suitableForMonitoring: false } })).toBe('');
  });
  it.each([
    ['time_registration', 'b demanded hours'],
    ['attendance', 'b proposed signIn'],
    ['safety', 'd demanded safety'],
    ['wellbeing', 'd demanded safety'],
    ['evaluation', 'g demanded appraisal'],
    ['complaint_handling', 'j proposed complaints'],
    ['fraud_investigation', 'm proposed wrongdoing'],
  ])('follow from the purpose %s: %s', (code, expected) => expect(said(purpose(code))).toBe(`l proposed monitoring, ${expected}`));
  it('follow from what decides over pay, what scores people, and what records their health', () => {
    expect(said({ tool: { automatedDecisions: { payOrDisciplineFromRawMetric: true } } })).toContain('c demanded pay');
    expect(said(purpose('productivity'))).toContain('c proposed output, g proposed profile');
    expect(said({ tool: { dataCategories: [{ code: 'pulse', specialCategory: 'health' }] } })).toContain('d proposed health');
    expect(said({ tool: { profiling: true } })).toContain('g proposed profile');
    expect(said({ tool: { covert: true } })).toContain('m proposed wrongdoing');
  });
  it('are those of working hours for a clock at the door, whatever it is used for', () =>
    expect(said({ tool: { category: 'time_registration' } })).toContain('b demanded hours'));
  it('are read from a dossier that nobody filled in yet', () => expect(touchedGrounds({}).map(({ ground }) => ground)).toEqual(['l']));
});

import { galleryContext } from '../../../../test/support/kit-gallery.js';
import { renderPage } from '../../../platform/ui/index.js';
import type { LightCase } from '../frameworks/light-acts.repository.js';
import type { ListedCase } from '../overview.repository.js';
import { CouncilPage } from './council-page.js';

const CASE: ListedCase = {
  requestId: 'r_1',
  body: 'or',
  toolId: 't_1',
  toolName: 'Toegangspas',
  number: 1,
  sentAt: new Date('2026-03-02T09:00:00Z'),
  intendedStartOn: null,
  meetingAt: null,
  phase: 'refused',
  openQuestions: 2,
  openDisputes: 0,
};
const page = (over: Partial<ListedCase> = {}): string =>
  renderPage(<CouncilPage cases={[{ ...CASE, ...over }]} waiting={[]} waitsFor="or" />, galleryContext('nl'));

describe('the requests to the council', () => {
  it('says of each how far it is, what comes next, and how many questions wait', () => {
    expect(page()).toContain('Geen instemming');
    expect(page()).toContain('gaat naar de kantonrechter');
    expect(page()).toContain('Open vragen: 2');
    expect(page({ openQuestions: 0 })).not.toContain('Open vragen');
  });
  it('says when both meet and when the employer wants to begin, as long as that lies ahead', () => {
    const dates = { meetingAt: new Date('2026-03-12T13:00:00Z'), intendedStartOn: '2026-05-01' };
    expect(page({ ...dates, phase: 'asked' })).toContain('Overleg: 12 maart 2026, 14.00 uur');
    expect(page({ ...dates, phase: 'asked' })).toContain('De werkgever wil beginnen op 1 mei 2026');
    expect(page({ ...dates, phase: 'met' })).not.toContain('Overleg: ');
    expect(page({ ...dates, phase: 'running' })).not.toContain('beginnen op');
  });
  it.each([
    ['or', 'Wacht op de ondernemingsraad'],
    ['pvt', 'Wacht op de personeelsvertegenwoordiging'],
    ['cor', 'Wacht op de centrale ondernemingsraad'],
  ] as const)('says for whom it waits: %s', (waitsFor, words) =>
    expect(
      renderPage(<CouncilPage cases={[]} waiting={[{ text: 'Uitspraak', href: '/x' }]} waitsFor={waitsFor} />, galleryContext('nl')),
    ).toContain(`>${words}<`),
  );
  it('lists a version under a framework among them, with the objection of a member', () => {
    const told = new Date('2026-03-01T09:00:00Z');
    const light = {
      id: 'k_1',
      toolName: 'Aanmelden',
      number: 2,
      colour: 'amber',
      toldAt: told,
      objectedAt: null,
      revokedAt: null,
      fullCase: false,
    } as const;
    const listed = (over: Partial<LightCase>): string =>
      renderPage(<CouncilPage cases={[CASE, { ...light, ...over }]} waiting={[]} waitsFor="or" />, galleryContext('nl'));
    expect(listed({})).toMatch(/council\/light\/k_1.*Licht: oranje.*Valt onder een kader/s);
    expect(listed({ objectedAt: new Date('2026-03-04T09:00:00Z') })).toContain('Een lid maakte bezwaar op 4 maart 2026');
    expect(listed({ revokedAt: new Date('2026-03-04T09:00:00Z') })).toContain('De instemming is ingetrokken');
    expect(listed({ objectedAt: told, fullCase: true })).toContain('Er is een volledig verzoek gedaan');
  });
  it('says of a tool that is on that it can be stopped', () => expect(page({ phase: 'running' })).toContain('kunnen het altijd stoppen'));
});

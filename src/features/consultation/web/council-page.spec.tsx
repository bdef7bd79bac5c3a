import { galleryContext } from '../../../../test/support/kit-gallery.js';
import { renderPage } from '../../../platform/ui/index.js';
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
  phase: 'refused',
  openQuestions: 2,
  openDisputes: 0,
};
const page = (over: Partial<ListedCase> = {}): string =>
  renderPage(<CouncilPage cases={[{ ...CASE, ...over }]} waiting={[]} />, galleryContext('nl'));

describe('the requests to the council', () => {
  it('says of each how far it is, what comes next, and how many questions wait', () => {
    expect(page()).toContain('Geen instemming');
    expect(page()).toContain('gaat naar de kantonrechter');
    expect(page()).toContain('Open vragen: 2');
    expect(page({ openQuestions: 0 })).not.toContain('Open vragen');
  });
  it('says of a tool that is on that it can be stopped', () => expect(page({ phase: 'running' })).toContain('kunnen het altijd stoppen'));
});

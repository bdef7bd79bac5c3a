import { galleryContext } from '../../../../test/support/kit-gallery.js';
import { renderPage } from '../../../platform/ui/index.js';
import { ListPage, type ToolLine } from './list-page.js';

const tool = (over: Partial<ToolLine>): ToolLine => ({
  toolId: 't_1',
  name: 'Camera',
  number: 1,
  state: 'closed',
  open: ['E3'],
  next: null,
  ...over,
});
const TOOLS = [
  tool({}),
  tool({ toolId: 't_2', name: 'Badges', state: 'active', open: [], next: { kind: 'evaluation', on: '2026-06-01' } }),
];
const page = (shown: ToolLine['state'] | null): string =>
  renderPage(<ListPage tools={TOOLS} shown={shown} register={null} />, galleryContext('nl'));

describe('the list of tools', () => {
  it('shows all, the state of each with how many there are, and the first date ahead', () => {
    const html = page(null);
    expect(html).toContain('Camera');
    expect(html).toContain('Alle (2)');
    expect(html).toContain('href="/tools?state=active"');
    expect(html).toMatch(/1 juni 2026.*evaluatie/s);
  });
  it('shows only those in one state', () => {
    const html = page('active');
    expect(html).toContain('Badges');
    expect(html).not.toContain('Camera');
    expect(html).toMatch(/aria-current="page"[^>]*>[^<]*\(1\)/);
  });
});

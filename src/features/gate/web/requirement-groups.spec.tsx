import { galleryContext } from '../../../../test/support/kit-gallery.js';
import { renderPage, Shell } from '../../../platform/ui/index.js';
import { RequirementGroups, type RequirementView } from './requirement-groups.js';

const row = (over: Partial<RequirementView>): RequirementView => ({
  id: 'E9',
  title: 'Besluit OR vastgelegd',
  tag: 'waiting',
  group: 'waiting',
  lines: [],
  source: 'WOR art. 27',
  by: 'Voorzitter',
  ...over,
});
const page = (...requirements: readonly RequirementView[]): string =>
  renderPage(
    <Shell title="Dossier">
      <RequirementGroups requirements={requirements} />
    </Shell>,
    galleryContext('nl'),
  );
const lines = (n: number) => Array.from({ length: n }, (_, at) => ({ text: `reden ${at + 1}` }));

describe('the requirements of a dossier', () => {
  it('tells who must act that it is his turn, and others whom they wait for', () => {
    expect(page(row({ group: 'todo', tagText: 'U bent aan de beurt' }))).toContain('U bent aan de beurt');
    expect(page(row({}))).toContain('Wacht op ander');
  });
  it('shows the first three reasons, and the rest a click away', () => {
    const html = page(row({ lines: lines(7) }));
    expect(html).toContain('Nog 4 punten');
    expect(html.indexOf('reden 3')).toBeLessThan(html.indexOf('<details'));
    expect(html.indexOf('reden 4')).toBeGreaterThan(html.indexOf('<details'));
    expect(page(row({ lines: lines(4) }))).not.toContain('<details');
  });
  it('says since when someone holds it up', () => expect(page(row({ since: '8 november 2026' }))).toContain('Sinds: 8 november 2026'));
});

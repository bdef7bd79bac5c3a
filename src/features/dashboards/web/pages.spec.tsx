import { galleryContext } from '../../../../test/support/kit-gallery.js';
import type { Language } from '../../../kernel/actor.js';
import { renderPage } from '../../../platform/ui/index.js';
import { DashboardsPage, type DashboardCard } from './dashboards-page.js';
import { OwnLooksPage } from './looks-pages.js';
import { WhyPage } from './why-page.js';

const CARD: DashboardCard = {
  toolId: 't_1',
  name: 'Bereikbaarheid',
  attested: false,
  closed: null,
  kept: ['Groepen van 12.'],
  smallestGroup: 12,
  conditions: ['Alleen groepen van 10 of meer'],
  decidedOn: '2025-08-20',
  purposes: ['Zien of er genoeg mensen zijn'],
  activeSince: '1 september 2025',
  links: [{ href: '/dashboards/t_1/share', title: 'Wie was er ingelogd?', question: 'Zijn er genoeg mensen?' }],
};
const page = (open: boolean, cards: readonly DashboardCard[], language: Language = 'nl'): string =>
  renderPage(<DashboardsPage open={open} cards={cards} />, galleryContext(language));

describe('the managers’ page', () => {
  it('puts the conditions of the council above everything else', () => {
    const html = page(true, [CARD]);
    expect(html.indexOf('Alleen groepen van 10')).toBeLessThan(html.indexOf('Zien of er genoeg'));
    expect(html).toContain('Besluit van 20 augustus 2025');
  });
  it('says of a tool that IT alone switched on that we cannot block it', () => {
    const html = page(true, [{ ...CARD, attested: true }]);
    expect(html).toContain('Wij kunnen dit niet technisch blokkeren.');
    expect(html).toContain('Is aan volgens IT sinds');
    expect(page(true, [CARD])).not.toContain('technisch blokkeren');
  });
  it('leads to the approved dashboards, and says so where there are none', () => {
    expect(page(true, [CARD])).toContain('href="/dashboards/t_1/share"');
    expect(page(true, [{ ...CARD, links: [] }])).toContain('geen overzicht goedgekeurd');
  });
  it('says why a dashboard is closed', () =>
    expect(page(true, [{ ...CARD, closed: 'Sinds 2 maart. Het volgsysteem is gestopt.' }])).toContain('Het volgsysteem is gestopt'));
  it('says that there is nothing', () => expect(page(true, [])).toContain('Voor uw rol is er geen goedgekeurd overzicht.'));
  it('says that it is closed itself', () => expect(page(false, [])).toContain('De overzichten zijn dicht.'));
  it('reads in English', () => expect(page(true, [CARD], 'en')).toContain('Conditions of the works council'));
});

describe('why a manager sees no more', () => {
  it.each(['nl', 'en'] as const)('is told in plain words (%s)', (language) =>
    expect(renderPage(<WhyPage smallest={10} />, galleryContext(language))).toContain('10 '),
  );
});

describe('who looked, for an employee', () => {
  const looks = (pages: number): string =>
    renderPage(<OwnLooksPage rows={[]} alone={[]} page={1} pages={pages} meHref="/me" role="employee" />, galleryContext('nl'));
  it('leads to the older looks, where there are any', () => {
    expect(looks(2)).toContain('href="/me/looks?page=2"');
    expect(looks(1)).not.toContain('?page=');
  });
});

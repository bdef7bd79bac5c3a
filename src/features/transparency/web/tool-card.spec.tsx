import { galleryContext } from '../../../../test/support/kit-gallery.js';
import { renderPage, Shell } from '../../../platform/ui/index.js';
import { MePage, type MePageProps } from './me-page.js';
import { CardLead, type CardProps, ToolFacts } from './tool-card.js';

const CARD: CardProps = {
  toolId: 't_1',
  toolName: 'Bereikbaarheid',
  attested: false,
  told: 'measured',
  own: [],
  lead: [],
  measured: ['Wanneer u inlogt'],
  notMeasured: [],
  example: [],
  viewers: [],
  howLong: [],
  when: [],
  decided: [],
  grounds: [],
  stops: [],
  declared: [],
};
const ME: MePageProps = {
  unitName: 'Klantcontact',
  time: '9.00 uur',
  unread: 0,
  active: [],
  on: 0,
  others: [],
  objectHref: (toolId) => toolId,
  rightsHref: '/',
  mineHref: '/',
  requestsHref: '/',
  mandatesHref: '/',
  inboxHref: '/',
  devicesHref: '/',
  measuredHref: '/',
  plansHref: '/',
};
const page = (n: number): string =>
  renderPage(
    <Shell title="Over mij">
      <ToolFacts {...CARD} notMeasured={Array.from({ length: n }, (_, at) => `ding ${at + 1}`)} />
    </Shell>,
    galleryContext('nl'),
  );

describe('what is not measured, on a card', () => {
  it('shows the first four, and the rest a click away', () => {
    expect(page(20)).toContain('En nog 16 andere dingen niet');
    expect(page(20).indexOf('ding 7')).toBeGreaterThan(page(20).indexOf('<details'));
    expect(page(20)).toContain('ding 20');
  });
  it('folds no short list', () => expect(page(8)).not.toContain('andere dingen niet'));
});

describe('a card among others', () => {
  const lead = (n: number): string =>
    renderPage(
      <Shell title="Over mij">
        <CardLead {...CARD} notMeasured={Array.from({ length: n }, (_, at) => `ding ${at + 1}`)} />
      </Shell>,
      galleryContext('nl'),
    );
  it('says in one line what is not measured, and how much more', () => {
    expect(lead(20)).toContain('ding 1; ding 2; ding 3; en nog 17 andere dingen');
    expect(lead(20)).not.toContain('ding 4');
  });
  it('shortens no short list', () => expect(lead(4)).toContain('ding 4'));
});

describe('a tool that runs without consent', () => {
  it('can be objected to from the list itself', () => {
    const me = renderPage(
      <MePage
        {...ME}
        others={[{ toolId: 't_2', toolName: 'Auto’s', kind: 'unconsented', repair: null, alarm: false }]}
        objectHref={(toolId) => `/bezwaar/${toolId}`}
      />,
      galleryContext('nl'),
    );
    expect(me).toContain('href="/bezwaar/t_2"');
    expect(me).toContain('Maak bezwaar tegen Auto’s');
  });
  it('is not said to be allowed to measure anything', () => {
    const told = (one: CardProps['told']): string =>
      renderPage(
        <Shell title="Over mij">
          <ToolFacts {...CARD} attested told={one} />
        </Shell>,
        galleryContext('nl'),
      );
    expect(told('perhaps')).not.toContain('mag gemeten');
    expect(told('perhaps')).toContain('Dit wordt misschien gemeten');
    expect(told('may')).toContain('Dit mag gemeten worden');
  });
});

import type { VNode } from 'preact';
import { galleryContext } from '../../../../test/support/kit-gallery.js';
import type { Language } from '../../../kernel/actor.js';
import { renderPage } from '../../../platform/ui/index.js';
import { IncidentPage, IncidentsPage } from '../incidents/web/incident-pages.js';
import type { KeyLine } from '../keys/keys.service.js';
import { DropKeyPage, KeysPage } from '../keys/web/keys-pages.js';
import { stepOf } from '../domain/lease-steps.js';
import { AgentPage, type AgentPageProps } from './agent-page.js';
import { DevicesPage } from './devices-page.js';
import { EndPage } from './end-page.js';
import { CodePage, EnrolPage } from './enrol-page.js';
import { LeasesPage } from './leases-page.js';
import { ListPage } from './list-page.js';
import { RefusalsPage } from './refusals-page.js';

const show = (page: VNode, language: Language = 'nl'): string => renderPage(page, galleryContext(language));
const WHEN = new Date('2026-03-12T08:04:00Z');
const DEVICE = { agentId: 'a_1', device: 'LAPTOP-0417', toolName: 'Aanmeldregistratie', enrolledAt: WHEN, boundHow: null, boundAt: null };

const key = (state: KeyLine['state']): KeyLine => ({
  kid: `k-${state}`,
  state,
  publishedAt: WHEN,
  signsFrom: WHEN,
  droppedAt: state === 'dropped' ? WHEN : null,
  until: WHEN,
});
const STATES = ['next', 'signing', 'kept', 'gone', 'dropped'] as const;
const INCIDENT = {
  id: 'n_1',
  kind: 'lease_shared',
  toolName: 'Aanmeldregistratie',
  device: 'LAPTOP-0417',
  reference: '7QX4-M2KP',
  raisedAt: WHEN,
  endedAt: null,
  endedRole: null,
  endReason: null,
} as const;
const SHOWN = { toolHref: '/tools/t_1', agentHref: null, breachHref: null, closedBy: 'it_admin', mayClose: true } as const;

const REFUSED: AgentPageProps = {
  agentId: 'a_1',
  device: 'LAPTOP-0417',
  toolName: 'Aanmeldregistratie',
  number: 2,
  checks: [
    {
      check: 'L3',
      title: 'De instellingen zijn gelijk aan versie 2',
      holds: false,
      lines: ['De instellingen wijken af van versie 2.'],
      code: 'settings.differ',
      mendedBy: 'it_admin',
      action: { href: '#settings', text: 'Zet de goedgekeurde instellingen terug' },
    },
    { check: 'L1', title: 'Het volgsysteem is actief', holds: true, lines: ['Versie 2, actief sinds 1 september 2025.'] },
  ],
  banner: { kind: 'error', heading: 'Geen startbewijs', text: 'Laatste aanvraag: vandaag.' },
  differences: [{ name: 'Websites meten', approved: 'uit', here: null, same: false }],
  meanings: new Map([['Websites meten', 'Welke websites iemand bezoekt']]),
  hashOnly: false,
  retired: false,
  blocked: false,
};

const PAGES: Readonly<Record<string, VNode>> = {
  list: (
    <ListPage agents={[{ id: 'a_1', device: 'LAPTOP-0417', toolName: 'T', state: 'differs', seenOn: '2026-03-12' }]} page={1} pages={3} />
  ),
  'empty list': <ListPage agents={[]} page={1} pages={1} />,
  leases: <LeasesPage days={['2026-03-11', '2026-03-10']} tools={[{ name: 'T', steps: [1430, 0] }]} />,
  'no leases': <LeasesPage days={['2026-03-11']} tools={[]} />,
  refusals: <RefusalsPage rows={[{ code: 'settings.differ', agents: 2 }]} agents={9} days={7} />,
  'no refusals': <RefusalsPage rows={[]} agents={9} days={7} />,
  enrol: (
    <EnrolPage
      tools={[{ id: 't_1', name: 'T' }]}
      ordersPath="/orders"
      errors={[{ field: 'device', text: 'Vul in' }]}
      typed={{ device: '' }}
    />
  ),
  'enrol without tools': <EnrolPage tools={[]} ordersPath="/orders" />,
  code: (
    <CodePage
      code="K7QMX2XRD49TPAB4HWECN3VBT7"
      device="LAPTOP-0417"
      toolName="T"
      toolId="t_1"
      origin="https://countersign.test"
      expiresAt={WHEN}
    />
  ),
  agent: <AgentPage {...REFUSED} />,
  'agent by hash': <AgentPage {...REFUSED} differences={null} hashOnly />,
  block: <EndPage act="block" agentId="a_1" device="LAPTOP-0417" />,
  retire: <EndPage act="retire" agentId="a_1" device="LAPTOP-0417" errors={[{ field: 'reason', text: 'Vul in' }]} typed="x" />,
  keys: <KeysPage keys={STATES.map(key)} address="https://countersign.example/.well-known/jwks.json" mayChange />,
  'drop a key': <DropKeyPage kid="k-1" />,
  incidents: <IncidentsPage incidents={[INCIDENT]} page={1} pages={2} />,
  'no incidents': <IncidentsPage incidents={[]} page={1} pages={1} />,
  incident: <IncidentPage incident={INCIDENT} {...SHOWN} errors={[{ field: 'reason', text: 'Vul in' }]} typed="x" />,
  'closed incident': <IncidentPage incident={{ ...INCIDENT, endedAt: WHEN, endedRole: 'it_admin', endReason: 'Uitgezocht.' }} {...SHOWN} />,
  devices: <DevicesPage personId="p_1" waiting={[DEVICE]} own={[{ ...DEVICE, agentId: 'a_2', boundHow: 'hr_list', boundAt: WHEN }]} />,
  'no devices': <DevicesPage personId="p_1" waiting={[]} own={[]} />,
};

describe('the pages of agents', () => {
  it.each(Object.keys(PAGES))('%s reads in both languages, with one h1', (name) => {
    for (const language of ['nl', 'en'] as const) expect(show(PAGES[name]!, language).match(/<h1/gu)).toHaveLength(1);
  });

  it('use the words of the house in Dutch', () => {
    const words = Object.entries(PAGES)
      .filter(([name]) => name !== 'keys')
      .map(([, page]) => /<main[\s\S]*<\/main>/u.exec(show(page))?.[0].replace(/<[^>]+>/gu, ' ') ?? '');
    for (const text of words) expect(text).not.toMatch(/\b(agent|agents|lease|leases|vergunning|middel|vingerafdruk|gate)\b/iu);
  });

  it('say what is wrong, its code, who can mend it and how', () => {
    const html = show(PAGES['agent']!);
    expect(html.indexOf('L3')).toBeLessThan(html.indexOf('L1'));
    for (const said of ['settings.differ', 'Wie kan dit oplossen: IT-beheer', 'href="#settings"', 'staat er niet in', 'Wijkt af']) {
      expect(html).toContain(said);
    }
  });

  it('tell leases by the ten that they lie in, and a few like none', () => {
    for (const said of ['1.430 tot 1.440', 'minder dan 10']) expect(show(PAGES['leases']!)).toContain(said);
    expect([0, 9, 10, 1439].map(stepOf)).toEqual([0, 0, 10, 1430]);
  });

  it('offer keys to be changed only to who may, and an incident to be closed only to who closes it', () => {
    expect(show(PAGES['keys']!)).toContain('/keys/k-signing/withdrawal');
    expect(show(PAGES['keys']!)).not.toContain('/keys/k-dropped/withdrawal');
    expect(show(<KeysPage keys={STATES.map(key)} address="/x" mayChange={false} />)).not.toContain('/keys/');
    expect(show(<KeysPage keys={[key('signing')]} address="/x" mayChange />)).toContain('action="/keys/rotation"');
    expect(show(PAGES['incident']!)).toContain('action="/incidents/n_1"');
    for (const page of [PAGES['closed incident']!, <IncidentPage incident={INCIDENT} {...SHOWN} mayClose={false} />])
      expect(show(page)).not.toContain('action="/incidents/n_1"');
  });

  it('lead whoever decides about a breach there', () => {
    expect(show(PAGES['incident']!)).not.toContain('/measurements/');
    expect(show(<IncidentPage incident={INCIDENT} {...SHOWN} breachHref="/measurements/t_1" />)).toContain('href="/measurements/t_1"');
  });

  it('leave out what was done already', () => {
    expect(show(<AgentPage {...REFUSED} retired />)).not.toContain('/agents/a_1/');
    expect(show(<AgentPage {...REFUSED} blocked />)).not.toContain('/agents/a_1/block');
    expect(show(<AgentPage {...REFUSED} blocked />)).toContain('/agents/a_1/retirement');
  });
});

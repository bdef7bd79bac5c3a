import { randomUUID } from 'node:crypto';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { documentedReceiver } from '../support/documented-receiver.js';
import { givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { Receiver } from '../support/receiver.js';
import type { Visitor } from '../support/visitor.js';

const KINDS = ['activated', 'changed', 'suspended', 'stopped'];

let app: TestApp;
let staff: Staff;
let receiver: Receiver;
let version: Version;
let it_: Visitor;

beforeAll(async () => {
  app = await appFor('webhooks_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  receiver = await Receiver.open(app.clock);
  await switchOn(await given('Countersign', true));
  version = await given('Aanmeldregistratie');
  it_ = await signIn('it');
}, 60_000);
afterAll(async () => {
  await receiver.close();
  await app.close();
});

const given = (name: string, isPlatform = false): Promise<Version> =>
  app.database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform, name });
    await givenChain(tx, made, staff);
    return made;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> =>
  app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
const stop = ({ toolId }: Version): Promise<unknown> =>
  app.running.app.get(StopService).stop(actorOf(staff.director), toolId, { reason: 'Klaar', key: randomUUID() });
const signIn = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};
const secretIn = (html: string): string => /data-copy="(whsec_[A-Za-z0-9+/=]{40,})"/.exec(html)?.[1] ?? '';
const hostOf = (url: string): string => new URL(url).host;

describe('a receiver', () => {
  let path: string;

  it('is added by IT, who reads the secret once', async () => {
    const form = await it_.get('/receivers/new');
    expect(form.html).toContain('opgeschort of gestopt, hoort elke ontvanger');
    expect(form.html).not.toContain('Een volgsysteem is gestopt');
    const shown = await it_.post('/receivers/new', { url: receiver.url, kinds: KINDS }, '/receivers/new');
    expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('Wij laten het hierna nooit meer zien') as string]);
    receiver.secrets = [secretIn(shown.html)];
    path = /href="(\/receivers\/wr_[0-9A-Z]+)"/.exec(shown.html)?.[1] ?? '';
    const page = await it_.get(path);
    expect(page.html).toContain(receiver.url);
    expect(page.html).toContain('Nog niets gestuurd');
    expect(page.html).toContain('Een volgsysteem is gestopt');
    expect(page.html).not.toContain('whsec_');
  });

  it('cannot stand on a private address that nobody named', async () => {
    const refused = await it_.post('/receivers/new', { url: 'https://10.0.0.7/hooks', kinds: KINDS }, '/receivers/new');
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('WEBHOOK_PRIVATE_NETWORKS') as string]);
    expect(refused.html).toContain('https://10.0.0.7/hooks');
    const none = await it_.post('/receivers/new', { url: 'hooks', kinds: [] }, '/receivers/new');
    expect([none.status, none.html]).toEqual([422, expect.stringContaining('Vul een adres in dat begint met https://') as string]);
    const odd = await it_.post('/receivers/new', { url: receiver.url, kinds: ['paused'] }, '/receivers/new');
    expect([odd.status, odd.html]).toEqual([422, expect.stringContaining('Kies soorten berichten uit de lijst') as string]);
  });

  it('shows council and DPO where it goes and no more, and nobody else', async () => {
    for (const who of ['chair', 'dpo'] as const) {
      const seen = await signIn(who);
      const list = await seen.get('/receivers');
      expect([list.status, list.html]).toEqual([200, expect.stringContaining(hostOf(receiver.url)) as string]);
      expect(list.html).not.toContain('/hooks');
      expect((await seen.get('/')).html).toContain('href="/receivers"');
      expect((await seen.get(path)).status).toBe(404);
    }
    for (const who of ['employee', 'manager', 'hr'] as const) expect((await (await signIn(who)).get('/receivers')).status).toBe(404);
  });

  it('is told at once what changes, and so is the program that we document', async () => {
    const port = await freePort();
    const added = await it_.post(
      '/receivers/new',
      { url: `http://127.0.0.1:${port}/`, kinds: KINDS, tools: version.toolId },
      '/receivers/new',
    );
    const { child, said } = await documentedReceiver(port, secretIn(added.html), app.clock.now().getTime());
    try {
      await switchOn(version);
      await app.runJobs();
      expect([receiver.heard(version.toolId), receiver.refused]).toEqual([['activated'], []]);
      expect(said.map((line) => line.split(' ')[0])).toEqual(['countersign.tool.activated']);
      expect((await it_.get(path)).html).toContain('Werkt');
    } finally {
      child.kill();
    }
  });

  it('that fails for three days leaves a dead letter, which IT sends again', async () => {
    receiver.conduct = () => 'fail';
    await stop(version);
    await app.runJobs();
    expect((await it_.get(path)).html).toContain('De ontvanger antwoordde met 500.');
    app.clock.advance({ days: 3, minutes: 1 });
    it_ = await signIn('it');
    await app.runAllJobs();
    expect(receiver.heard(version.toolId)).toEqual(['activated']);
    expect((await it_.get('/')).html).toMatch(/Bekijk 2 ontvangers die niet alles kregen/);
    const page = await it_.get(path);
    expect(page.html).toContain('Niet bezorgd');
    receiver.conduct = () => 'take';
    const event = /name="event" value="(ev_[0-9A-Z]+)"/.exec(page.html)?.[1] ?? '';
    const sent = await it_.post(`${path}/letters`, { event }, path);
    expect(sent.html).toMatch(/Het gaat opnieuw op weg, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);
    await app.runJobs();
    expect(receiver.heard(version.toolId)).toEqual(['activated', 'stopped']);
    expect((await it_.post(`${path}/letters`, { event }, path)).status).toBe(409);
  });

  it('gets a new secret, and is removed', async () => {
    const renewed = await it_.post(`${path}/secret`, {}, path);
    expect(secretIn(renewed.html)).not.toBe(receiver.secrets[0]);
    const asked = await it_.get(`${path}/removal`);
    expect(asked.html).toContain('zet het niet vanzelf uit');
    const removed = await it_.post(`${path}/removal`, {}, `${path}/removal`);
    expect(removed.html).toMatch(/Verwijderd, kenmerk/);
    expect((await it_.get(`${path}/removal`)).status).toBe(404);
  });
});

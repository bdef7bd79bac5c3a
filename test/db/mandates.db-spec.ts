import { DetrimentService, ObjectionsService } from '../../src/features/objections/index.js';
import { HandledReading } from '../../src/features/objections/reading.service.js';
import { HandledRightsService } from '../../src/features/rights/handled-rights.service.js';
import { ActingForService, type Holder } from '../../src/features/rights/mandates/acting-for.service.js';
import { OUTSIDE } from '../../src/features/rights/mandates/mandates.dto.js';
import { MandatesService } from '../../src/features/rights/mandates/mandates.service.js';
import { RightsService } from '../../src/features/rights/rights.service.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenPerson, givenUnit, type GivenPerson } from '../support/given-notices.js';
import { givenAccount, PASSWORD } from '../support/given-people.js';
import { CONFIG, givenChannels, givenTold, type Handlers, isPaused, jobsQueued, refusal, type Told } from '../support/given-rights.js';

const IDENTITY = { password: PASSWORD };

let database: TestDatabase;
let clock: TestClock;
let mandates: MandatesService;
let acting: ActingForService;
let objections: ObjectionsService;
let rights: RightsService;
let people: Handlers;
let adviser: GivenPerson;
let told: Told;

beforeAll(async () => {
  database = await databaseFor('mandates');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  objections = new ObjectionsService(database.transactions, clock, CONFIG);
  rights = new RightsService(database.transactions, clock, CONFIG);
  mandates = new MandatesService(database.transactions, clock);
  const detriment = new DetrimentService(database.transactions, clock, CONFIG);
  acting = new ActingForService(database.transactions, objections, rights, detriment, clock, CONFIG);
  people = await givenChannels(database, clock);
  adviser = await givenPerson(database, { unitId: await givenUnit(database), roles: ['trusted_person'] });
  told = await givenTold(database, clock, people.manager.id);
  await database.transactions.run((tx) => givenAccount(tx, { id: told.person.id, roles: [], language: 'nl' }));
});

const me = () => actorOf(told.person.id);
const asAdviser = (who = adviser) => actorOf(who.id, 'trusted_person');
const give = (representative: string, madeFor = 'FNV, mevrouw Jansen', days = 30) =>
  mandates.give(me(), { representative, madeFor, days }, IDENTITY);
const byLink = async (): Promise<Holder> => ({ kind: 'outside', token: (await give(OUTSIDE)) ?? '', language: 'nl' });
const byAdviser = async (): Promise<Holder> => {
  await give(adviser.id);
  const mandate = (await mandates.own(me())).mandates.find(({ kind }) => kind === 'adviser');
  return { kind: 'adviser', actor: asAdviser(), mandateId: mandate?.id ?? '' };
};
const ACCESS = { kind: 'access', toolId: null, text: 'Alles', wanted: '' } as const;

describe('somebody who may act for me', () => {
  it('can object and ask: it is mine, it works at once, and I get the mail', async () => {
    const holder = await byLink();
    expect(await acting.open(holder)).toMatchObject({ objections: [], requests: [], tools: [{ toolId: told.tool.toolId }] });
    await database.asOwner('delete from graphile_worker._private_jobs');
    await acting.object(holder, told.tool.toolId, 'Zij werkt in ploegen', newId('i'));
    expect(await isPaused(database, told)).toBe(true);
    await acting.ask(holder, ACCESS, newId('i'));
    expect(await objections.own(me())).toHaveLength(1);
    expect(await rights.own(me())).toHaveLength(1);
    const mails = (await jobsQueued(database)).map(({ payload }) => String(payload)).join(' ');
    expect(mails).toContain(`${told.person.staffNumber}@voorbeeld.nl`);
    expect(mails).not.toMatch(/FNV|Jansen/);
    expect(await acting.open(holder)).toMatchObject({ objections: [{ state: { name: 'received' } }], requests: [{ kind: 'access' }] });
  });
  it('sees what came by that hand, and nothing that I sent myself', async () => {
    const mine = await rights.lodge(me(), { ...ACCESS, kind: 'erasure' }, newId('i'));
    const holder = await byAdviser();
    await acting.ask(holder, ACCESS, newId('i'));
    const { requests } = await acting.open(holder);
    expect(requests.map(({ kind }) => kind)).toEqual(['access']);
    expect(requests.map(({ id }) => id)).not.toContain(mine);
  });
  it('sends once, however often the button is pressed', async () => {
    const [holder, key] = [await byLink(), newId('i')];
    await acting.ask(holder, ACCESS, key);
    await acting.ask(holder, ACCESS, key);
    expect((await acting.open(holder)).requests).toHaveLength(1);
  });
  it('is named to the handler of a request, who else would answer the wrong person', async () => {
    const handled = new HandledRightsService(database.transactions, clock, CONFIG);
    const holder = await byLink();
    await acting.ask(holder, ACCESS, newId('i'));
    const id = (await acting.open(holder)).requests[0]?.id ?? '';
    const seen = await handled.one(actorOf(people.handler.id, 'objection_handler'), id);
    expect(seen.representative).toBe('FNV, mevrouw Jansen');
    const own = await rights.lodge(me(), ACCESS, newId('i'));
    expect((await handled.one(actorOf(people.handler.id, 'objection_handler'), own)).representative).toBeNull();
  });
  it('is named to the handler of an objection, as long as it lasts', async () => {
    const reading = new HandledReading(database.transactions, clock);
    const holder = await byLink();
    await acting.object(holder, told.tool.toolId, '', newId('i'));
    const id = (await acting.open(holder)).objections[0]?.objection.id ?? '';
    const named = async () => (await reading.one(actorOf(people.handler.id, 'objection_handler'), id)).representative;
    expect(await named()).toBe('FNV, mevrouw Jansen');
    await mandates.end(me(), (await mandates.own(me())).mandates[0]?.id ?? '');
    expect(await named()).toBeNull();
  });
});

describe('detriment, reported by somebody who acts for me', () => {
  const HARM = { objectionId: null, what: 'treatment', happenedOn: '2026-03-04', story: 'Elke week de nacht' } as const;
  const reports = () =>
    database.asOwner('select person_id, lodged_by, receipt from detriment_reports where person_id = $1', [told.person.id]);
  it('is mine, with the receipt that I handed over, and I hear of it, by either door', async () => {
    const holder = await byLink();
    await acting.object(holder, told.tool.toolId, '', newId('i'));
    const receipt = (await acting.open(holder)).objections[0]?.objection.reference ?? '';
    await database.asOwner('delete from graphile_worker._private_jobs');
    const key = newId('i');
    await acting.report(holder, { ...HARM, receipt }, key);
    await acting.report(holder, { ...HARM, receipt }, key);
    expect(await reports()).toEqual([{ person_id: told.person.id, lodged_by: told.person.id, receipt }]);
    const mails = (await jobsQueued(database))
      .map(({ payload }) => String(payload))
      .filter((mail) => mail.includes(told.person.staffNumber));
    expect(mails).toHaveLength(1);
    expect(mails.join('')).not.toMatch(/FNV|Jansen|nacht/);
    await acting.report(await byAdviser(), { ...HARM, receipt }, newId('i'));
    expect(await reports()).toHaveLength(2);
  });
  it('needs the receipt and a mandate that stands', async () => {
    const holder = await byLink();
    expect(await refusal(acting.report(holder, { ...HARM, receipt: '' }, newId('i')))).not.toBe('');
    await mandates.end(me(), (await mandates.own(me())).mandates[0]?.id ?? '');
    expect(await refusal(acting.report(holder, { ...HARM, receipt: 'ABCD-EFGH' }, newId('i')))).toContain('page.unknown');
    expect(await reports()).toEqual([]);
  });
});

describe('who may act, and until when', () => {
  it('is an adviser who holds the role, and only for who asked', async () => {
    const holder = await byAdviser();
    if (holder.kind !== 'adviser') throw new Error('an adviser');
    expect((await mandates.represented(asAdviser())).map(({ personId }) => personId)).toEqual([told.person.id]);
    const another = await givenPerson(database, { unitId: await givenUnit(database), roles: ['trusted_person'] });
    expect(await mandates.represented(asAdviser(another))).toEqual([]);
    expect(await refusal(acting.open({ ...holder, actor: asAdviser(another) }))).toContain('page.unknown');
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1`, [adviser.id]);
    expect(await refusal(acting.open(holder))).toContain('page.unknown');
  });
  it('ends the moment that I take it back, and only I can', async () => {
    const holder = await byLink();
    const id = (await mandates.own(me())).mandates[0]?.id ?? '';
    expect(await refusal(mandates.end(actorOf(people.manager.id), id))).toContain('page.unknown');
    await mandates.end(me(), id);
    expect(await refusal(acting.open(holder))).toContain('page.unknown');
    expect(await refusal(acting.object(holder, told.tool.toolId, '', newId('i')))).toContain('page.unknown');
    expect(await isPaused(database, told)).toBe(false);
    expect(await refusal(mandates.end(me(), id))).toContain('mandate.over');
  });
  it('ends by itself on its day', async () => {
    const holder = await byLink();
    clock.set('2026-04-04T08:59:59Z');
    await acting.open(holder);
    clock.set('2026-04-04T09:00:00Z');
    expect(await refusal(acting.open(holder))).toContain('page.unknown');
  });
  it('can be given back by the adviser', async () => {
    const holder = await byAdviser();
    if (holder.kind !== 'adviser') throw new Error('an adviser');
    await mandates.giveBack(asAdviser(), holder.mandateId);
    expect(await refusal(acting.open(holder))).toContain('page.unknown');
  });
  it('is never somebody else’s to give: no role, no name, a wrong password, a guessed link', async () => {
    expect(await refusal(give(people.manager.id))).toContain('representative: mandate.adviser_unknown');
    expect(await refusal(give(OUTSIDE, ''))).toContain('madeFor: mandate.name_needed');
    const wrong = mandates.give(me(), { representative: OUTSIDE, madeFor: 'FNV', days: 30 }, { password: 'geraden' });
    expect(await refusal(wrong)).toContain('password: password.wrong');
    expect(await refusal(acting.open({ kind: 'outside', token: 'geraden', language: 'nl' }))).toContain('page.unknown');
  });
  it('is at most five at a time, and one adviser once', async () => {
    await give(adviser.id);
    expect(await refusal(give(adviser.id))).toContain('representative: mandate.given');
    for (let n = 0; n < 4; n += 1) await give(OUTSIDE);
    expect(await refusal(give(OUTSIDE))).toContain('mandate.too_many');
  });
  it('keeps no token, and no entry of its own in the log', async () => {
    const before = await database.asOwner('select count(*)::int as n from evidence_entries');
    const token = (await give(OUTSIDE)) ?? '';
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(before);
    expect(JSON.stringify(await database.asOwner('select * from mandates'))).not.toContain(token);
  });
  it('lets nobody guess without end', async () => {
    const guess = () => refusal(acting.open({ kind: 'outside', token: newId('x'), language: 'nl' }));
    for (let n = 0; n < 120; n += 1) await guess();
    expect(await guess()).toContain('rate.exceeded');
    clock.advance({ minutes: 1 });
    expect(await guess()).toContain('page.unknown');
  });
});

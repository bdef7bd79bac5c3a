import sharp from 'sharp';
import { HandledRightsService } from '../../src/features/rights/handled-rights.service.js';
import { rightsInHand } from '../../src/features/rights/index.js';
import type { RequestCommand } from '../../src/features/rights/lodge-right.js';
import { RightsJobs } from '../../src/features/rights/rights.jobs.js';
import { RightsService } from '../../src/features/rights/rights.service.js';
import { newId } from '../../src/kernel/ids.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, type GivenPerson } from '../support/given-notices.js';
import { CONFIG, givenChannels, givenTold, type Handlers, isPaused, jobsQueued, refusal, type Told } from '../support/given-rights.js';

let database: TestDatabase;
let clock: TestClock;
let rights: RightsService;
let handled: HandledRightsService;
let jobs: RightsJobs;
let people: Handlers;
let told: Told;

beforeAll(async () => {
  database = await databaseFor('rights');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  rights = new RightsService(database.transactions, clock, CONFIG);
  handled = new HandledRightsService(database.transactions, clock, CONFIG);
  jobs = new RightsJobs(new JobRegistry(), database.transactions, CONFIG);
  people = await givenChannels(database, clock);
  told = await givenTold(database, clock, people.manager.id);
});

const ask = (command: Partial<RequestCommand> = {}, who: GivenPerson = told.person, key = newId('i')) =>
  rights.lodge(actorOf(who.id), { kind: 'access', toolId: null, text: 'Alles', wanted: '', ...command }, key);
const own = (id: string) => rights.ownOne(actorOf(told.person.id), id);
const asHandler = () => actorOf(people.handler.id, 'objection_handler');
const answer = (id: string, fields: Partial<Parameters<HandledRightsService['answer']>[2]> = {}) =>
  handled.answer(asHandler(), id, { outcome: 'granted', text: 'Hier is het overzicht', recipients: null, ...fields });
const restriction = () => ask({ kind: 'restriction', toolId: told.tool.toolId });

describe('a request about data', () => {
  it('is answered within a month, once, and says so to the person', async () => {
    const id = await ask();
    expect((await own(id)).state).toMatchObject({ name: 'open', dueOn: '2026-04-07', isOverdue: false });
    clock.set('2026-04-08T09:00:00Z');
    expect((await own(id)).state.isOverdue).toBe(true);
    await answer(id);
    expect(await own(id)).toMatchObject({ answer: 'Hier is het overzicht', state: { name: 'granted', isOverdue: false } });
    expect(await refusal(answer(id))).toContain('right.answered');
    expect(await refusal(rights.withdraw(actorOf(told.person.id), id))).toContain('right.answered');
  });
  it('is one request however often the button is pressed', async () => {
    const key = newId('i');
    expect(await ask({}, told.person, key)).toBe(await ask({}, told.person, key));
    expect(await refusal(ask({ text: 'Iets anders' }, told.person, key))).toContain('act.key-reused');
  });
  it('is of the person and whoever handles it: nobody else finds it, the manager neither', async () => {
    const id = await ask({ kind: 'erasure' });
    expect((await handled.one(asHandler(), id)).personName).toContain('Naam van');
    expect((await handled.one(actorOf(people.deputy.id, 'objection_handler'), id)).id).toBe(id);
    for (const who of [people.manager.id, 'p_hr', 'p_dpo', told.person.id])
      expect(await refusal(handled.one(actorOf(who, 'objection_handler'), id))).toContain('page.unknown');
    for (const who of [people.manager.id, people.handler.id])
      expect(await refusal(rights.ownOne(actorOf(who), id))).toContain('page.unknown');
    expect((await handled.list(asHandler())).map((one) => one.id)).toContain(id);
    expect((await handled.list(actorOf(people.manager.id, 'objection_handler'))).map((one) => one.id)).not.toContain(id);
  });
  it('is extended once, with a reason, within the first month', async () => {
    const id = await ask();
    await handled.extend(asHandler(), id, 'Er zijn veel bestanden');
    expect(await own(id)).toMatchObject({ extensionReason: 'Er zijn veel bestanden', state: { name: 'extended', dueOn: '2026-06-05' } });
    expect(await refusal(handled.extend(asHandler(), id, 'Nog eens'))).toContain('objection.extended');
    const late = await ask();
    clock.set('2026-04-08T09:00:00Z');
    expect(await refusal(handled.extend(asHandler(), late, 'Te laat'))).toContain('objection.month_over');
    clock.set('2026-06-05T21:59:00Z');
    expect((await own(id)).state.isOverdue).toBe(false);
    clock.set('2026-06-05T22:00:00Z');
    expect((await own(id)).state.isOverdue).toBe(true);
  });
  it('cannot be granted to change, erase or restrict without a word on who got the data before', async () => {
    const id = await ask({ kind: 'rectification', text: 'Mijn afdeling', wanted: 'Klantcontact' });
    expect(await refusal(answer(id))).toContain('recipients: right.recipients_needed');
    await answer(id, { recipients: 'told' });
    expect(await own(id)).toMatchObject({ recipients: 'told', wanted: 'Klantcontact' });
    const refusedOne = await ask({ kind: 'erasure' });
    await answer(refusedOne, { outcome: 'refused', text: 'Wij moeten dit bewaren' });
    expect(await own(refusedOne)).toMatchObject({ recipients: null, state: { name: 'refused' } });
  });
  it('names a tool that the person knows, and no more than 25 stay open', async () => {
    expect(await refusal(ask({ toolId: 't_none' }))).toContain('tool: objection.tool_unknown');
    for (let n = 0; n < 25; n += 1) await ask();
    expect(await refusal(ask())).toContain('right.too_many');
  });
  it('is withdrawn by the person alone, and counts no more for the handler', async () => {
    await database.asOwner('update rights_requests set withdrawn_at = now()');
    const id = await ask();
    const inHand = () => database.transactions.read((tx) => rightsInHand(tx, people.handler.id));
    expect(await inHand()).toEqual({ open: 1, firstDueOn: '2026-04-07' });
    expect(await refusal(rights.withdraw(actorOf(people.manager.id), id))).toContain('page.unknown');
    await rights.withdraw(actorOf(told.person.id), id);
    expect((await own(id)).state.name).toBe('withdrawn');
    expect(await inHand()).toEqual({ open: 0, firstDueOn: null });
    expect(await refusal(answer(id))).toContain('right.answered');
  });
});

describe('the files with an answer', () => {
  const pdf = { name: 'map/uw opnames.pdf', type: 'x', bytes: Buffer.from('%PDF-1.7 opnames') };
  const kept = async () => (await database.asOwner('select count(*)::int as n from rights_files'))[0]?.['n'];
  it('come to the person who asked, and to nobody else', async () => {
    const id = await ask();
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Artist: 'Fatima Bouzid' } })
      .jpeg()
      .toBuffer();
    await answer(id, { files: [pdf, { name: 'scherm.jpg', type: 'x', bytes: photo }] });
    const { files } = await own(id);
    expect(files.map(({ name }) => name)).toEqual(['uw opnames.pdf', 'scherm.jpg']);
    const [first, second] = files.map((one) => one.id);
    const file = await rights.ownFile(actorOf(told.person.id), id, String(first));
    expect([file?.type, file?.bytes.toString()]).toEqual(['application/pdf', '%PDF-1.7 opnames']);
    const picture = await rights.ownFile(actorOf(told.person.id), id, String(second));
    expect([photo.includes('Fatima'), picture?.bytes.includes('Fatima')]).toEqual([true, false]);
    expect((await sharp(picture?.bytes).metadata()).width).toBe(40);
    for (const who of [people.handler.id, people.deputy.id, people.manager.id])
      expect(await rights.ownFile(actorOf(who), id, String(first))).toBeNull();
    expect(await rights.ownFile(actorOf(told.person.id), await ask(), String(first))).toBeNull();
    expect((await handled.one(asHandler(), id)).files).toHaveLength(2);
    await database.asOwner('delete from rights_requests where id = $1', [id]);
    expect(await kept()).toBe(0);
  });
  it('are refused where they are too many, too big, of another kind, or answer something else', async () => {
    const id = await ask();
    const withFiles = (...files: readonly (typeof pdf)[]) => refusal(answer(id, { files }));
    expect(await withFiles(pdf, pdf, pdf, pdf, pdf, pdf)).toContain('files: right.too_many_files');
    expect(await withFiles({ ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.alloc(10_485_760)]) })).toContain('files: file.too-large');
    expect(await withFiles({ ...pdf, name: 'a.exe' })).toContain('files: file.kind-unknown');
    expect(await withFiles({ ...pdf, bytes: Buffer.from('geen pdf') })).toContain('files: file.other-content');
    expect(await withFiles({ ...pdf, name: 'a.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') })).toContain(
      'files: file.other-content',
    );
    const other = await ask({ kind: 'erasure' });
    expect(await refusal(answer(other, { recipients: 'none', files: [pdf] }))).toContain('files: right.files_with_access');
    expect((await own(id)).answer).toBeNull();
    expect(await kept()).toBe(0);
    await answer(id, { files: [pdf] });
    expect(await kept()).toBe(1);
  });
});

describe('a request for restriction', () => {
  it('takes its person out of the tool at once, and has IT do it where only IT can', async () => {
    expect(await isPaused(database, told)).toBe(false);
    await restriction();
    expect(await isPaused(database, told)).toBe(true);
    expect((await jobsQueued(database)).map(({ identifier }) => identifier)).toContain('gate.order-person-out');
  });
  it('is about one tool', async () => expect(await refusal(ask({ kind: 'restriction' }))).toContain('tool: right.tool_needed'));
  it('leaves the person in for every other kind (the control)', async () => {
    await ask({ kind: 'erasure', toolId: told.tool.toolId });
    expect(await isPaused(database, told)).toBe(false);
  });
  it('ends at once when it is withdrawn', async () => {
    const id = await restriction();
    await rights.withdraw(actorOf(told.person.id), id);
    expect(await isPaused(database, told)).toBe(false);
  });
  it('of somebody whom no mail can reach ends seven days after that person read of it, and not before', async () => {
    await database.asOwner('update persons set email = null where id = $1', [told.person.id]);
    for (const end of ['refused', 'granted'] as const) {
      clock.set('2026-03-05T09:00:00Z');
      const id = await restriction();
      await answer(id, end === 'refused' ? { outcome: end } : { outcome: end, recipients: 'none' });
      if (end === 'granted') await handled.lift(asHandler(), id, 'Het is opgelost');
      await jobs.liftRestrictions(new Date('2026-03-30T09:00:00Z'));
      expect([await isPaused(database, told), (await handled.one(asHandler(), id)).state]).toMatchObject([
        true,
        { isUntold: true, mayLift: false, liftsOn: null },
      ]);
      expect(await refusal(handled.lift(asHandler(), id, 'Nog eens'))).toContain('right.not_restricted');
      clock.set('2026-04-01T09:00:00Z');
      expect((await own(id)).state).toMatchObject({ isUntold: false, liftsOn: '2026-04-08' });
      clock.set('2026-04-02T09:00:00Z');
      expect((await own(id)).state.liftsOn).toBe('2026-04-08');
      await jobs.liftRestrictions(new Date('2026-04-08T08:59:59Z'));
      expect(await isPaused(database, told)).toBe(true);
      await jobs.liftRestrictions(new Date('2026-04-08T09:00:00Z'));
      expect(await isPaused(database, told)).toBe(false);
    }
  });
  it('outlasts a refusal by seven whole days from the telling', async () => {
    const id = await restriction();
    clock.set('2026-03-09T22:30:00Z');
    await answer(id, { outcome: 'refused', text: 'De gegevens kloppen' });
    expect((await own(id)).state).toMatchObject({ isPaused: true, liftsOn: '2026-03-16' });
    await jobs.liftRestrictions(new Date('2026-03-16T22:29:59Z'));
    expect(await isPaused(database, told)).toBe(true);
    await jobs.liftRestrictions(new Date('2026-03-16T22:30:00Z'));
    expect(await isPaused(database, told)).toBe(false);
    await jobs.liftRestrictions(new Date('2026-03-17T22:30:00Z'));
  });
  it('goes on when it is granted, until the handler told the person that it ends', async () => {
    const id = await restriction();
    expect(await refusal(handled.lift(asHandler(), id, 'Het is opgelost'))).toContain('right.not_restricted');
    await answer(id, { recipients: 'none' });
    await jobs.liftRestrictions(new Date('2027-03-16T22:30:00Z'));
    expect(await isPaused(database, told)).toBe(true);
    await handled.lift(asHandler(), id, 'Het is opgelost');
    expect(await own(id)).toMatchObject({ liftReason: 'Het is opgelost', state: { liftsOn: '2026-03-12' } });
    await jobs.liftRestrictions(new Date('2026-03-12T09:00:00Z'));
    expect(await isPaused(database, told)).toBe(false);
  });
  it('is not lifted by the database before the person was told', async () => {
    const id = await restriction();
    await expect(
      database.transactions.run((tx) => tx.query('update rights_requests set lifted_at = now() where id = $1', [id])),
    ).rejects.toThrow('rights_requests_told_first');
  });
});

describe('what others notice', () => {
  it('is nothing but acts of the day: no entry of its own, no mail to HR or the manager, no word of what it is', async () => {
    const before = await database.asOwner('select count(*)::int as n from evidence_entries');
    await database.asOwner('delete from graphile_worker._private_jobs');
    await restriction();
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(before);
    const mails = (await jobsQueued(database))
      .filter(({ identifier }) => identifier === 'mail.send-many')
      .map(({ payload }) => String(payload));
    const addresses = mails.flatMap((mail) => mail.match(/[0-9]+@voorbeeld.nl/g) ?? []).sort();
    expect(addresses).toEqual([people.handler, people.deputy, told.person].map(({ staffNumber }) => `${staffNumber}@voorbeeld.nl`).sort());
    for (const mail of mails) expect(mail).not.toMatch(/beperk|restrict/i);
  });
});

it('reminds handler and deputy on four days only, with one mail however many requests', async () => {
  await database.asOwner('update rights_requests set withdrawn_at = now()');
  await ask();
  await ask();
  const remindedOn = async (day: string): Promise<number> => {
    await database.asOwner('delete from graphile_worker._private_jobs');
    await jobs.remind(new Date(`${day}T06:40:00Z`));
    const mails = await jobsQueued(database);
    return mails.length;
  };
  for (const day of ['2026-03-31', '2026-04-05', '2026-04-07', '2026-04-08']) expect([day, await remindedOn(day)]).toEqual([day, 1]);
  for (const day of ['2026-03-30', '2026-04-01', '2026-04-06', '2026-04-09']) expect([day, await remindedOn(day)]).toEqual([day, 0]);
});

it('neither reminds nor counts where somebody’s own line asked: that too would tell who', async () => {
  await database.asOwner('update rights_requests set withdrawn_at = now()');
  await database.asOwner('update persons set manager_id = $1 where id = $2', [people.handler.id, told.person.id]);
  await ask();
  const countedFor = (id: string) => database.transactions.read(async (tx) => (await rightsInHand(tx, id)).open);
  expect([await countedFor(people.handler.id), await countedFor(people.deputy.id)]).toEqual([0, 1]);
  await database.asOwner('delete from graphile_worker._private_jobs');
  await jobs.remind(new Date('2026-03-31T06:40:00Z'));
  const mails = (await jobsQueued(database)).map(({ payload }) => String(payload)).join();
  expect(mails).toContain(`${people.deputy.staffNumber}@voorbeeld.nl`);
  expect(mails).not.toContain(`${people.handler.staffNumber}@voorbeeld.nl`);
});

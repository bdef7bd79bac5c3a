import { randomUUID } from 'node:crypto';
import { LooksService } from '../../src/features/dashboards/looks.service.js';
import { StopService } from '../../src/features/gate/index.js';
import { individualInHand } from '../../src/features/individual/index.js';
import { IndividualService } from '../../src/features/individual/individual.service.js';
import { LookingService } from '../../src/features/individual/looking.service.js';
import { SecondsService } from '../../src/features/individual/seconds.service.js';
import { ErasureService } from '../../src/features/rights/erasure/erasure.service.js';
import { TellingService } from '../../src/features/individual/telling.service.js';
import { ObjectionsService } from '../../src/features/objections/index.js';
import type { Version } from '../../src/features/tools/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ALLOWED, givenMeasured, givenRunning } from '../support/given-individual.js';
import { actorOf, givenPerson, type GivenPerson, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { CONFIG } from '../support/given-rights.js';

const NOW = '2026-02-20T10:00:00Z';
const WHY = 'Er verdwenen gegevens op een avond dat alleen deze laptop aan stond.';

let database: TestDatabase;
let staff: Staff;
let version: Version;
let views: IndividualService;
let looking: LookingService;
let telling: TellingService;
let seconds: SecondsService;
const clock = new TestClock(NOW);
const people: GivenPerson[] = [];

beforeAll(async () => {
  database = await databaseFor('individual');
  const { transactions } = database;
  staff = await transactions.run((tx) => givenStaff(tx));
  for (let n = 0; n < 18; n += 1)
    people.push(await transactions.run((tx) => givenPerson(tx, { unitId: staff.employee.unitId, name: `Mens ${n}` })));
  await givenRunning(database, clock, staff, { name: 'Countersign', isPlatform: true });
  version = await givenRunning(database, clock, staff, { name: 'Inloggen', individualView: ALLOWED });
  views = new IndividualService(transactions, clock, CONFIG);
  looking = new LookingService(transactions, clock);
  telling = new TellingService(transactions, clock, CONFIG);
  seconds = new SecondsService(transactions, clock, CONFIG);
  await name(staff.member);
});
beforeEach(() => clock.set(NOW));
afterAll(() => database.close());

/** The same code may be used again here. */
const confirming = async (id: string): Promise<void> => {
  await database.asOwner('update accounts set totp_last_step = null where person_id = $1', [staff.secretary.id]);
  await seconds.confirm(actorOf(staff.secretary), id, identityAt(clock.now()));
};
const name = async (person: Pick<GivenPerson, 'id'>): Promise<void> => {
  const id = await seconds.propose(actorOf(staff.chair), person.id);
  await confirming(id);
};
const officer = (): Actor => actorOf(staff.privacyOfficer);
const member = (): Actor => actorOf(staff.member);
const ask = (person: Pick<GivenPerson, 'staffNumber'>, of = version): Promise<string> =>
  views.ask(officer(), { toolId: of.toolId, staffNumber: person.staffNumber, reason: WHY, key: randomUUID() });
const opened = async (person: GivenPerson, of = version): Promise<string> => {
  const id = await ask(person, of);
  await views.open(member(), id, identityAt(clock.now()));
  return id;
};
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );
const inHand = (actor: Actor) => database.transactions.read((tx) => individualInHand(tx, actor, clock.now()));
const mailsTo = async ({ email }: GivenPerson): Promise<readonly string[]> => {
  const rows = await database.asOwner(
    `select j.payload::text as text from graphile_worker._private_jobs j where j.payload::text like '%' || $1 || '%'
       and j.payload::text ~ '/individual-views|/me/looks' order by j.id`,
    [email],
  );
  return rows.map(({ text }) => String(text));
};

describe('asking to look at one person', () => {
  it('is possible only of a running tool whose approved version says so, about somebody else whom we know', async () => {
    const without = await givenRunning(database, clock, staff, { name: 'Zonder' });
    expect((await views.askable(actorOf(staff.privacyOfficer))).tools.map(({ toolName }) => toolName)).toEqual(['Inloggen']);
    expect(await refusal(ask(people[0]!, without))).toBe('individual.tool-unknown');
    expect(await refusal(ask({ staffNumber: 'x-99' }))).toBe('individual.staff-unknown');
    expect(await refusal(ask(staff.privacyOfficer))).toBe('individual.self');
    expect(await refusal(ask(people[0]!))).toBe('allowed');
    expect(await refusal(ask(people[0]!))).toBe('individual.already');
  });

  it('needs somebody whom the council named, a member still, who is not told whom it is about until asked', async () => {
    const [first] = (await seconds.read(actorOf(staff.chair))).seconds;
    expect(await refusal(seconds.propose(actorOf(staff.chair), staff.member.id))).toBe('individual.named');
    expect(await refusal(seconds.propose(actorOf(staff.chair), staff.director.id))).toBe('individual.not-member');
    expect(await seconds.end(actorOf(staff.secretary), first?.id ?? '')).toBe('ended');
    expect(await refusal(seconds.end(actorOf(staff.secretary), first?.id ?? ''))).toBe('page.unknown');
    expect(await refusal(ask(people[1]!))).toBe('individual.no-second');
    expect((await views.askable(actorOf(staff.privacyOfficer))).hasSecond).toBe(false);
    await name(staff.member);
    const id = await ask(people[1]!);
    expect((await views.read(member(), id)).view.personName).toBe('Mens 1');
    for (const other of [staff.chair, staff.secretary, staff.hr, staff.director, staff.manager, people[1]!])
      expect(await refusal(views.read(actorOf(other), id))).toBe('page.unknown');
    const council = await seconds.read(actorOf(staff.chair));
    expect(JSON.stringify(council.views)).not.toContain('Mens 1');
    expect(council.views.find(({ view }) => view.id === id)).toMatchObject({ stage: 'waiting', own: false });
  });

  it('takes two officers to name somebody: until the other one confirms it, nobody can open anything', async () => {
    const [chair, secretary] = [actorOf(staff.chair), actorOf(staff.secretary)];
    const identity = () => identityAt(clock.now());
    const [standing] = (await seconds.read(chair)).seconds;
    await seconds.end(chair, standing?.id ?? '');
    for (const other of [staff.hr, staff.privacyOfficer, staff.member, staff.director])
      expect(await refusal(seconds.propose(actorOf(other), staff.member.id))).toBe('page.unknown');
    const id = await seconds.propose(chair, staff.member.id);
    expect((await mailsTo(staff.secretary)).at(-1)).toContain('/individual-views');
    expect(await refusal(ask(people[15]!))).toBe('individual.no-second');
    expect(await refusal(seconds.propose(secretary, staff.member.id))).toBe('individual.proposal-waits');
    expect(await refusal(seconds.confirm(chair, id, identity()))).toBe('individual.own-proposal');
    expect(await refusal(seconds.confirm(secretary, id, { password: 'verkeerd' }))).toBe('password.wrong');
    expect(await refusal(seconds.confirm(member(), id, identity()))).toBe('page.unknown');
    for (const by of [staff.chair.id, null])
      await expect(
        database.asOwner(
          `insert into individual_second_confirmations (second_id, by_person, at, named_before) values ($1, $2, now(), $3)`,
          [id, by, by === null],
        ),
      ).rejects.toThrow('confirmed by another');
    expect((await seconds.read(chair)).proposed).toMatchObject({ id, isOwn: true, confirmers: [staff.secretary.name] });
    expect([(await inHand(chair)).toConfirm, (await inHand(secretary)).toConfirm]).toEqual([false, true]);
    const both = await Promise.all([1, 2].map(() => refusal(confirming(id))));
    expect(both.toSorted()).toEqual(['allowed', 'individual.proposal-gone']);
    expect((await seconds.read(chair)).seconds).toMatchObject([{ name: staff.member.name, before: false }]);
    expect((await inHand(secretary)).toConfirm).toBe(false);
    expect(await refusal(ask(people[15]!))).toBe('allowed');
  });

  it('is named by nobody whose proposal was withdrawn or rejected, or whose proposer is no officer any more', async () => {
    const [chair, secretary] = [actorOf(staff.chair), actorOf(staff.secretary)];
    const ends = [];
    for (const by of [chair, secretary]) {
      const id = await seconds.propose(chair, staff.secretary.id);
      ends.push(await seconds.end(by, id), await refusal(confirming(id)));
    }
    expect(ends).toEqual(['withdrawn', 'individual.proposal-gone', 'rejected', 'individual.proposal-gone']);
    const left = await seconds.propose(chair, staff.secretary.id);
    const [grant] = await database.asOwner(
      `update role_grants set ended_at = now() where person_id = $1 and role = 'or_chair' and ended_at is null returning id`,
      [staff.chair.id],
    );
    expect([(await seconds.read(secretary)).proposed, await refusal(confirming(left))]).toEqual([null, 'individual.proposal-gone']);
    await database.asOwner('update role_grants set ended_at = null where id = $1', [grant?.['id']]);
    expect(await seconds.end(chair, left)).toBe('withdrawn');
    expect((await seconds.read(chair)).seconds.map(({ name: named }) => named)).toEqual([staff.member.name]);
  });

  it('is named again after leaving the council and coming back: until then nothing opens', async () => {
    const grants = await database.asOwner(
      `update role_grants set ended_at = $2 where person_id = $1 and role = 'or_member' and ended_at is null returning id, accepted_at as at`,
      [staff.member.id, clock.now()],
    );
    expect(grants).toHaveLength(1);
    expect((await seconds.read(actorOf(staff.chair))).seconds).toEqual([]);
    clock.advance({ minutes: 60 });
    const back = (at: unknown) =>
      database.asOwner('update role_grants set ended_at = null, accepted_at = $2 where id = $1', [grants[0]?.['id'], at]);
    await back(clock.now());
    expect((await seconds.read(actorOf(staff.chair))).seconds).toEqual([]);
    expect(await refusal(ask(people[16]!))).toBe('individual.no-second');
    await back(grants[0]?.['at']);
    expect((await seconds.read(actorOf(staff.chair))).seconds).toHaveLength(1);
  });

  it('opens only when a DPO hears of it at once: never about the only one', async () => {
    expect(await refusal(ask(staff.dpo))).toBe('individual.no-dpo');
    const id = await ask(people[17]!);
    const dpoIs = (person: string) =>
      database.asOwner(`update role_grants set person_id = $1 where role = 'dpo' and ended_at is null`, [person]);
    await dpoIs(people[17]!.id);
    expect(await refusal(views.open(member(), id, identityAt(clock.now())))).toBe('individual.no-dpo');
    await dpoIs(staff.dpo.id);
    await views.refuse(member(), id, 'Niet nodig.');
  });

  it('opens by another account that says again who it is, within a day; the DPO hears it at once, without a name', async () => {
    const id = await ask(people[2]!);
    expect((await mailsTo(staff.member)).at(-1)).toContain('/individual-views/');
    expect(await refusal(looking.look(officer(), id))).toBe('individual.not-open');
    expect(await refusal(views.open(officer(), id, identityAt(clock.now())))).toBe('page.unknown');
    expect(await refusal(views.open(member(), id, { password: 'verkeerd' }))).toBe('password.wrong');
    expect(await mailsTo(staff.dpo)).toEqual([]);
    await views.open(member(), id, identityAt(clock.now()));
    const [mail = ''] = await mailsTo(staff.dpo);
    expect(mail).toContain(`/individual-views/${id}`);
    expect(mail).not.toContain('Mens 2');
    expect(await refusal(views.open(member(), id, identityAt(clock.now())))).toBe('individual.not-waiting');
    const late = await ask(people[3]!);
    clock.advance({ minutes: 24 * 60 });
    expect(await refusal(views.open(member(), late, identityAt(clock.now())))).toBe('page.unknown');
  });

  it('is refused with a reason, and then shows nothing; the database keeps who asked from opening it', async () => {
    const id = await ask(people[4]!);
    const own = database.transactions.run((tx) =>
      tx.query(
        `insert into individual_view_acts (view_id, kind, text, by_person, by_role, at) values ($1, 'opened', '', $2, 'or_chair', now())`,
        [id, staff.privacyOfficer.id],
      ),
    );
    await expect(own).rejects.toThrow('opened by another');
    await views.refuse(member(), id, 'Dit kan ook zonder naam.');
    expect(await refusal(looking.look(officer(), id))).toBe('individual.not-open');
    expect(await views.read(officer(), id)).toMatchObject({ stage: 'refused', view: { refusedText: 'Dit kan ook zonder naam.' } });
    expect(await refusal(telling.tell(officer(), id, { text: 'Er was niets te vertellen.' }))).toBe('individual.nothing-to-tell');
  });
});

describe('looking', () => {
  it('shows day by day what is kept, to who asked alone, for its hours; each look is a line of the log of processings', async () => {
    await givenMeasured(database, version, people[5]!.id, [
      { day: '2026-02-18', minutes: 30 },
      { day: '2026-02-18', minutes: 12 },
      { day: '2026-02-19', minutes: 5 },
    ]);
    const id = await opened(people[5]!);
    expect((await looking.look(officer(), id)).days).toEqual([
      { day: '2026-02-19', metric: 'minutes', values: 1, total: 5 },
      { day: '2026-02-18', metric: 'minutes', values: 2, total: 42 },
    ]);
    for (const other of [staff.dpo, staff.member, people[5]!]) expect(await refusal(looking.look(actorOf(other), id))).toBe('page.unknown');
    clock.advance({ minutes: 239 });
    await looking.look(officer(), id);
    clock.advance({ minutes: 1 });
    expect(await refusal(looking.look(officer(), id))).toBe('individual.not-open');
    const lines = await database.asOwner(
      `select d.operation, d.purpose, d.status, d.role, cardinality(d.units) as units from individual_looks l join dashboard_views d on d.id = l.look_id where l.view_id = $1`,
      [id],
    );
    expect(lines).toEqual(
      Array(2).fill({ operation: 'individual', purpose: 'attendance', status: 'ok', role: 'privacy_officer', units: 0 }),
    );
    expect(await database.asOwner(`select count(*)::int as n from evidence_entries where type = 'individual.viewed'`)).toEqual([{ n: 2 }]);
  });

  it('shows nothing that was measured for another purpose than that for which it was opened', async () => {
    const person = people[16]!;
    await givenMeasured(database, version, person.id, [{ day: '2026-02-18', minutes: 9 }]);
    const id = await opened(person);
    const seen = await looking.look(officer(), id);
    expect([seen.days.length, seen.metrics.some(({ code }) => code === 'minutes')]).toEqual([1, true]);
    const copied = (table: string, other: Readonly<Record<string, string>>, where: string) =>
      database.asOwner(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(v) || $2)).* from ${table} v where ${where} = $1`,
        [id, other],
      );
    await copied('individual_views', { id: 'v_other', reference: 'v_other', purpose: 'security' }, 'id');
    await copied('individual_view_acts', { view_id: 'v_other' }, 'view_id');
    expect(await looking.look(officer(), 'v_other')).toMatchObject({ days: [], metrics: [] });
  });

  it('says the same of an objector, of who is out of scope and of whom nothing is kept: nothing', async () => {
    const [objector, plain, measured] = [people[6]!, people[7]!, people[8]!];
    const elsewhere = await database.transactions.run((tx) => givenPerson(tx, { unitId: staff.employee.unitId, name: 'Mens elders' }));
    for (const person of [objector, measured, elsewhere])
      await givenMeasured(database, version, person.id, [{ day: '2026-02-18', minutes: 9 }]);
    await new ObjectionsService(database.transactions, clock, CONFIG).lodge(actorOf(objector), version.toolId, 'Mijn situatie', newId('i'));
    const shown = async (person: GivenPerson) => (await looking.look(officer(), await opened(person))).days;
    expect(await shown(measured)).toHaveLength(1);
    for (const person of [objector, plain, elsewhere]) expect(await shown(person)).toEqual([]);
  });

  it('never shows what is locked away', async () => {
    const person = people[9]!;
    await givenMeasured(database, version, person.id, [{ day: '2026-02-18', minutes: 9 }]);
    const id = await opened(person);
    expect((await looking.look(officer(), id)).days).toHaveLength(1);
    await database.asOwner(
      `insert into quarantines (id, tool_id, cause, from_on, until_at, reason, opened_at, ask_until, delete_by, measurements, rollups, reference)
       values ('q_1', $1, 'exceeded', '2026-02-01', now(), '', now(), '2026-03-01', '2026-04-01', 1, 0, 'QUAR-0001')`,
      [version.toolId],
    );
    await database.asOwner(
      `with moved as (delete from measurements where person_id = $1 returning delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value)
       insert into quarantined_measurements (quarantine_id, delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value) select 'q_1', * from moved`,
      [person.id],
    );
    expect((await looking.look(officer(), id)).days).toEqual([]);
    await views.end(officer(), id);
    expect(await refusal(looking.look(officer(), id))).toBe('individual.not-open');
  });

  it('ends at once by the DPO, and at a stop of the tool for good', async () => {
    const own = await givenRunning(database, clock, staff, { name: 'Kortstondig', individualView: ALLOWED });
    const [ended, stopped, waiting] = [await opened(people[0]!, own), await opened(people[1]!, own), await ask(people[2]!, own)];
    expect(await refusal(looking.look(officer(), stopped))).toBe('allowed');
    await views.end(actorOf(staff.dpo), ended);
    expect(await refusal(views.end(actorOf(staff.dpo), ended))).toBe('individual.ended');
    expect(await refusal(looking.look(officer(), ended))).toBe('individual.not-open');
    await new StopService(database.transactions, clock).stop(actorOf(staff.chair), own.toolId, { reason: '', key: randomUUID() });
    expect(await refusal(looking.look(officer(), stopped))).toBe('individual.not-open');
    expect((await views.read(officer(), stopped)).stage).toBe('over');
    expect((await views.read(officer(), waiting)).stage).toBe('lapsed');
    expect(await refusal(ask(people[3]!, own))).toBe('individual.tool-unknown');
  });
});

describe('the person', () => {
  const aloneOf = (person: GivenPerson) => new LooksService(database.transactions).own(actorOf(person), 1).then(({ alone }) => alone);

  it('is told by the only act that closes the duty, and then reads who, when and why', async () => {
    const person = people[10]!;
    const id = await opened(person);
    await looking.look(officer(), id);
    expect(await refusal(telling.tell(officer(), id, { text: 'Wij keken naar uw minuten.' }))).toBe('individual.still-open');
    clock.advance({ minutes: 241 });
    const before = await inHand(officer());
    expect(before.toTell).toBeGreaterThan(0);
    expect(await aloneOf(person)).toEqual([]);
    expect(await mailsTo(person)).toEqual([]);
    expect(await refusal(telling.tell(actorOf(person, 'employee'), id, { text: 'Over mijzelf verteld.' }))).toBe('page.unknown');
    await telling.tell(officer(), id, { text: 'Wij keken naar uw minuten. Er was niets aan de hand.' });
    expect(await refusal(telling.tell(officer(), id, { text: 'Nog een keer vertellen.' }))).toBe('individual.nothing-to-tell');
    expect((await inHand(officer())).toTell).toBe(before.toTell - 1);
    expect((await mailsTo(person)).join()).toContain('/me/looks');
    expect(await aloneOf(person)).toMatchObject([
      {
        toolName: 'Inloggen',
        asker: staff.privacyOfficer.name,
        second: staff.member.name,
        reason: WHY,
        said: 'Wij keken naar uw minuten. Er was niets aan de hand.',
        lookedAt: [new Date(NOW)],
      },
    ]);
    expect(await aloneOf(people[11]!)).toEqual([]);
  });

  it('is told by the system on the eighth day when nobody did, and not before', async () => {
    const person = people[11]!;
    const id = await opened(person);
    clock.set('2026-02-27T22:59:00Z');
    await telling.tellDue();
    expect((await views.read(officer(), id)).stage).toBe('over');
    clock.set('2026-02-27T23:00:00Z');
    await telling.tellDue();
    await telling.tellDue();
    expect((await views.read(officer(), id)).stage).toBe('told');
    expect(await aloneOf(person)).toMatchObject([{ said: '', asker: staff.privacyOfficer.name }]);
    expect(await mailsTo(person)).toHaveLength(1);
  });

  it('who left is told by a letter or in person: the duty stands, also for the system, until somebody says how and when', async () => {
    const person = people[12]!;
    const id = await opened(person);
    const said = { text: 'Wij keken naar uw minuten. Er was niets aan de hand.' };
    const tell = (how?: 'letter' | 'in_person', doneOn?: string) => refusal(telling.tell(officer(), id, { ...said, how, doneOn }));
    clock.set('2026-02-20T15:00:00Z');
    expect(await tell('letter', '2026-02-20')).toBe('individual.reachable');
    await database.asOwner('update persons set left_at = $2, ends_on = $3 where id = $1', [person.id, clock.now(), '2026-02-20']);
    clock.set('2026-03-20T10:00:00Z');
    await telling.tellDue();
    expect(await views.read(officer(), id)).toMatchObject({ stage: 'over', may: { tell: true }, view: { isReachable: false } });
    expect((await inHand(officer())).toTell).toBeGreaterThan(0);
    const waits = async () => (await new ErasureService(database.transactions, clock).view(actorOf(staff.dpo), person.id)).waits;
    expect(await waits()).toEqual([{ code: 'erasure.untold' }]);
    expect(await tell()).toBe('individual.how-needed');
    for (const day of [undefined, '2026-03-21', '2026-02-19']) expect(await tell('letter', day)).toBe('individual.told-then');
    expect((await views.read(officer(), id)).stage).toBe('over');
    await telling.tell(officer(), id, { ...said, how: 'letter', doneOn: '2026-03-19' });
    expect(await views.read(officer(), id)).toMatchObject({ stage: 'told', view: { toldHow: 'letter', toldOn: '2026-03-19' } });
    expect(await waits()).toEqual([]);
    expect(await mailsTo(person)).toEqual([]);
  });

  it('who has no address is reached by the own page, and without an account by neither', async () => {
    const person = people[13]!;
    const id = await opened(person);
    await database.asOwner('update persons set email = null where id = $1', [person.id]);
    expect((await views.read(officer(), id)).view.isReachable).toBe(true);
    await database.asOwner('update accounts set password_hash = null where person_id = $1', [person.id]);
    expect((await views.read(officer(), id)).view.isReachable).toBe(false);
    await database.asOwner(`update persons set email = 'mens13@voorbeeld.test' where id = $1`, [person.id]);
    expect((await views.read(officer(), id)).view.isReachable).toBe(false);
  });

  it('is told however many questions were asked since that nobody answered, and however many are still to be told elsewhere', async () => {
    const [person, unreachable] = [people[14]!, people[13]!];
    const id = await opened(person);
    const copies = (of: GivenPerson, prefix: string, askedAt: string) =>
      database.asOwner(
        `insert into individual_views (id, tool_id, version_id, activation_id, person_id, purpose, grounds, hours, reason, asked_by, asked_at, reference)
         select $3 || n, tool_id, version_id, activation_id, $2, purpose, grounds, hours, reason, asked_by, $4, $3 || n
           from individual_views, generate_series(1, 501) n where id = $1`,
        [id, of.id, prefix, askedAt],
      );
    await copies(people[0]!, 'late', '2026-02-21T10:00:00Z');
    await copies(unreachable, 'early', '2026-02-19T10:00:00Z');
    await database.asOwner(
      `insert into individual_view_acts (view_id, kind, text, by_person, by_role, at)
       select id, 'opened', '', $1, 'or_member', '2026-02-19T10:00:00Z' from individual_views where id like 'early%'`,
      [staff.member.id],
    );
    clock.set('2026-03-20T10:00:00Z');
    expect((await inHand(officer())).toTell).toBeGreaterThan(501);
    await telling.tellDue();
    expect(await views.read(officer(), id)).toMatchObject({ stage: 'told' });
    expect((await inHand(officer())).toTell).toBeGreaterThanOrEqual(501);
  });
});

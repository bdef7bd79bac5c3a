import { jest } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { CouncilChangesService } from '../../src/features/council/changes.service.js';
import { TermRemindersService } from '../../src/features/council/term-reminders.service.js';
import { lockRoster, rosterAt } from '../../src/features/council/index.js';
import { RolesService } from '../../src/features/people/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, type GivenPerson, givenPerson, givenStaff, PASSWORD, type Staff } from '../support/given-people.js';

jest.setTimeout(120_000);

const CONFIG = { baseUrl: 'http://localhost:1' };
/** What came of acts at once: how many took place, and why the others did not. */
const outcome = (all: readonly PromiseSettledResult<unknown>[]) => ({
  done: all.filter(({ status }) => status === 'fulfilled').length,
  refused: all.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as { code?: string }).code ?? one.reason)] : [])),
});

describe('the council at one moment', () => {
  let database: TestDatabase;
  let staff: Staff;
  let clock: TestClock;
  let changes: CouncilChangesService;
  beforeAll(async () => {
    database = await databaseFor('council_races');
    staff = await database.transactions.run(givenStaff);
    clock = new TestClock('2026-03-05T09:00:00Z');
    changes = new CouncilChangesService(database.transactions, clock, CONFIG);
    await database.asOwner('update accounts set totp_secret = null, totp_confirmed_at = null');
  });
  afterAll(() => database.close());

  /** On the connections that are open: a new one for each question would cost more than the act. */
  const look = (sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> => database.dataSource.query(sql, parameters);
  const press = () => ({ identity: { password: PASSWORD }, key: newId('i') });
  const [chair, secretary] = [() => actorOf(staff.chair), () => actorOf(staff.secretary)];
  const seats = (extra: number) => ({
    seats: [staff.chair, staff.secretary, staff.member, ...Array.from({ length: extra }, () => null)].map((person) => ({
      member: person?.staffNumber ?? '',
      deputy: '',
    })),
    chair: staff.chair.staffNumber,
    secretary: staff.secretary.staffNumber,
  });
  const waiting = async (): Promise<string> =>
    String(
      (
        await look('select c.id from council_changes c left join council_change_ends e on e.change_id = c.id where e.change_id is null')
      )[0]?.['id'],
    );
  const versions = async (): Promise<number> => Number((await look('select count(*)::int as n from council_rosters'))[0]?.['n']);

  it('200 times: a change confirmed twice at once, and against its withdrawal, takes effect once or not at all', async () => {
    const wrong: string[] = [];
    let applied = 0;
    for (let round = 0; round < 200; round += 1) {
      clock.advance({ seconds: 1 });
      await changes.proposeSeats(chair(), seats(1 + (round % 4)), press()).catch(() => undefined);
      const [id, before] = [await waiting(), await versions()];
      const acts = [changes.confirm(secretary(), id, press()), changes.confirm(secretary(), id, press())];
      if (round % 3 === 0) acts.push(changes.withdraw(chair(), id).then((reference) => ({ reference, applied: false })));
      const { done } = outcome(await Promise.allSettled(acts));
      const made = (await versions()) - before;
      const [end] = await look('select outcome from council_change_ends where change_id = $1', [id]);
      applied += made;
      if (done !== 1 || made !== (end?.['outcome'] === 'applied' ? 1 : 0))
        wrong.push(`${round}: ${done} done, ${made} made, ${String(end?.['outcome'])}`);
    }
    expect(wrong).toEqual([]);
    expect(applied).toBeGreaterThan(100);
  });

  it('60 times: a change and a tally at once: what the tally read stays the roster of that instant', async () => {
    const wrong: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      clock.advance({ seconds: 1 });
      await changes.proposeSeats(chair(), seats(8 + (round % 2)), press());
      const id = await waiting();
      const tally = database.transactions.run(async (tx) => {
        await lockRoster(tx);
        const at = clock.now();
        const { seatCount } = await rosterAt(tx, at);
        clock.advance({ seconds: 1 });
        return { at, seatCount };
      });
      const [counted] = await Promise.all([tally, changes.confirm(secretary(), id, press())]);
      const again = await database.transactions.read((tx) => rosterAt(tx, counted.at));
      if (again.seatCount !== counted.seatCount) wrong.push(round);
    }
    expect(wrong).toEqual([]);
  });

  it('two proposals at once: one waits, the other is told', async () => {
    clock.advance({ seconds: 1 });
    const both = await Promise.allSettled([
      changes.proposeSeats(chair(), seats(6), press()),
      changes.proposeSeats(secretary(), seats(7), press()),
    ]);
    expect(outcome(both)).toEqual({ done: 1, refused: ['council.change-waits'] });
    await changes.reject((await proposerIsChair()) ? secretary() : chair(), await waiting(), 'Nog niet.');
  });
  const proposerIsChair = async (): Promise<boolean> =>
    (await look('select proposed_by from council_changes where id = $1', [await waiting()]))[0]?.['proposed_by'] === staff.chair.id;

  it('50 times: a member who is chosen and gets a role of the employer’s side at once ends with one of the two', async () => {
    const roles = new RolesService(database.transactions, clock);
    const both: string[] = [];
    for (let round = 0; round < 50; round += 1) {
      clock.advance({ seconds: 1 });
      const person: GivenPerson = await database.transactions.run((tx) => givenPerson(tx));
      const typed = seats(2);
      const withPerson = { ...typed, seats: typed.seats.map((seat, at) => (at === 3 ? { member: person.staffNumber, deputy: '' } : seat)) };
      await changes.proposeSeats(chair(), withPerson, press());
      const id = await waiting();
      await Promise.allSettled([changes.confirm(secretary(), id, press()), roles.grant(actorOf(staff.orgAdmin), person.id, 'director')]);
      const held = await look('select role from role_grants where person_id = $1 and ended_at is null', [person.id]);
      if (held.length !== 1) both.push(held.map(({ role }) => String(role)).join());
      if ((await waiting()) === id) await changes.withdraw(chair(), id);
    }
    expect(both).toEqual([]);
  });

  it('the reminder of the term goes out once, however many jobs run', async () => {
    clock.advance({ seconds: 1 });
    await changes.proposePart(chair(), { part: 'term', termStartsOn: '2023-06-01', termEndsOn: '2026-06-01' }, press());
    await changes.confirm(secretary(), await waiting(), press());
    const reminders = new TermRemindersService(database.transactions, clock, CONFIG);
    const sent = async () =>
      (await look('select days_before from council_term_reminders order by days_before desc')).map(({ days_before: days }) => days);
    await Promise.all([reminders.remindOfTerm(), reminders.remindOfTerm(), reminders.remindOfTerm()]);
    expect(await sent()).toEqual([90]);
    clock.set('2026-05-02T21:59:59Z');
    await reminders.remindOfTerm();
    expect(await sent()).toEqual([90, 30]);
    clock.set('2026-06-02T08:00:00Z');
    await reminders.remindOfTerm();
    expect(await sent()).toEqual([90, 30]);
    const told = await look("select count(*)::int as n from evidence_entries where type = 'council.term-reminded'");
    expect(told).toEqual([{ n: 2 }]);
  });
});

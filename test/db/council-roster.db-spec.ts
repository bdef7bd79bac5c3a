import { newId } from '../../src/kernel/ids.js';
import { FIRST_RULES, rosterAt, rulesAt } from '../../src/features/council/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { BEGAN, givenPerson, givenStaff, type Staff } from '../support/given-people.js';

const AT = new Date('2026-03-05T09:00:00Z');
const hours = (n: number): Date => new Date(AT.getTime() + n * 3_600_000);

describe('the roster and the rules at an instant', () => {
  let database: TestDatabase;
  let staff: Staff;
  beforeEach(async () => {
    database = await databaseFor('council_roster');
    staff = await database.transactions.run(givenStaff);
  });
  afterEach(() => database.close());

  const roster = (at: Date) => database.transactions.read((tx) => rosterAt(tx, at));
  const rules = (at: Date) => database.transactions.read((tx) => rulesAt(tx, at));
  const change = async (kind: string, at: Date): Promise<string> => {
    const id = newId('v');
    await database.asOwner(
      `insert into council_changes (id, kind, route, content, content_hash, proposed_by, proposed_role, proposed_at) values ($1, $2, 'officers', '{}', 'x', $3, 'or_chair', $4)`,
      [id, kind, staff.chair.id, at],
    );
    await database.asOwner('insert into council_change_confirmations values ($1, $2, $3, $4)', [
      id,
      staff.secretary.id,
      'or_secretary',
      at,
    ]);
    return id;
  };
  const laidDown = async (
    at: Date,
    previous: string | null,
    seats: readonly (readonly [string | null, string | null])[],
  ): Promise<string> => {
    const id = newId('v');
    await database.asOwner(
      'insert into council_rosters (id, previous_id, change_id, chair_id, secretary_id, valid_from) values ($1, $2, $3, $4, $5, $6)',
      [id, previous, await change('roster', at), staff.chair.id, staff.secretary.id, at],
    );
    for (const [place, [person, deputy]] of seats.entries())
      await database.asOwner('insert into council_seats values ($1, $2, $3, $4, $5)', [id, `seat-${place}`, place + 1, person, deputy]);
    return id;
  };
  const ruled = async (at: Date, previous: string | null, deputising = 'named'): Promise<string> => {
    const id = newId('v');
    await database.asOwner(
      `insert into council_rules (id, previous_id, change_id, quorum_kind, quorum_seats, majority, ballot, tie, deputising, valid_from)
       values ($1, $2, $3, 'seats', 4, 'absolute', 'secret', 'chair_decides', $4, $5)`,
      [id, previous, await change('rules', at), deputising, at],
    );
    return id;
  };

  it('before the council laid one down: everyone who said yes has a seat, and the first rules hold', async () => {
    const { seats, seatCount } = await roster(AT);
    expect(seats.map(({ personId }) => personId).sort()).toEqual([staff.chair.id, staff.member.id, staff.secretary.id].sort());
    expect(seatCount).toBe(3);
    expect(seats.every(({ deputyId }) => deputyId === null)).toBe(true);
    expect(await rules(AT)).toEqual(FIRST_RULES);
    expect(await roster(new Date(BEGAN.getTime() - 1))).toEqual({ seats: [], seatCount: 0 });
  });

  it('afterwards: the seats as laid down, from that instant and not a moment sooner', async () => {
    const deputy = await database.transactions.run((tx) => givenPerson(tx, { roles: ['or_member'] }));
    await laidDown(AT, null, [
      [staff.chair.id, null],
      [staff.secretary.id, deputy.id],
      [null, deputy.id],
      [staff.employee.id, null],
    ]);
    expect((await roster(new Date(AT.getTime() - 1))).seatCount).toBe(4);
    expect(await roster(AT)).toEqual({
      seatCount: 4,
      seats: [
        { id: 'seat-0', personId: staff.chair.id, deputyId: null },
        { id: 'seat-1', personId: staff.secretary.id, deputyId: deputy.id },
      ],
    });
  });

  it('a seat is empty once its holder lays down the role or leaves, and stays filled for the time before', async () => {
    await laidDown(AT, null, [
      [staff.chair.id, null],
      [staff.secretary.id, staff.member.id],
    ]);
    await database.asOwner('update role_grants set ended_at = $2 where person_id = $1', [staff.chair.id, hours(2)]);
    await database.asOwner('update persons set left_at = $2 where id = $1', [staff.member.id, hours(3)]);
    const filled = async (at: Date) => (await roster(at)).seats.map(({ id, deputyId }) => [id, deputyId !== null]);
    expect(await filled(hours(1))).toEqual([
      ['seat-0', false],
      ['seat-1', true],
    ]);
    expect(await filled(hours(2))).toEqual([['seat-1', true]]);
    expect(await filled(hours(3))).toEqual([['seat-1', false]]);
  });

  it('the rules hold from their instant; a council that lets nobody deputise has no deputies', async () => {
    await laidDown(AT, null, [
      [staff.chair.id, null],
      [staff.secretary.id, staff.member.id],
    ]);
    const first = await ruled(hours(1), null);
    const second = await ruled(hours(2), first, 'none');
    expect(await rules(AT)).toEqual(FIRST_RULES);
    expect(await rules(hours(1))).toEqual({
      id: first,
      quorum: 4,
      majority: 'absolute',
      ballot: 'secret',
      tie: 'chair_decides',
      deputising: 'named',
    });
    expect((await rules(hours(2))).id).toBe(second);
    expect((await roster(hours(1))).seats[1]?.deputyId).toBe(staff.member.id);
    expect((await roster(hours(2))).seats[1]?.deputyId).toBeNull();
  });

  it('what an ended council laid down does not hold for the next', async () => {
    await laidDown(AT, null, [[staff.chair.id, null]]);
    await ruled(AT, null);
    await database.asOwner("insert into council_endings values ('o1', 'a', $1, 'b', $1)", [hours(1)]);
    expect((await roster(hours(1))).seatCount).toBe(3);
    expect(await rules(hours(1))).toEqual(FIRST_RULES);
    expect((await roster(AT)).seatCount).toBe(1);
  });

  it('the database itself takes no version without a second person, and no two versions after the same one', async () => {
    const id = newId('v');
    await database.asOwner(
      `insert into council_changes (id, kind, route, content, content_hash, proposed_by, proposed_role, proposed_at) values ($1, 'roster', 'officers', '{}', 'x', $2, 'or_chair', $3)`,
      [id, staff.chair.id, AT],
    );
    const version = () =>
      database.asOwner('insert into council_rosters (id, change_id, chair_id, secretary_id, valid_from) values ($1, $2, $3, $4, $5)', [
        newId('v'),
        id,
        staff.chair.id,
        staff.secretary.id,
        AT,
      ]);
    await expect(version()).rejects.toThrow('council_version_confirmed');
    await expect(
      database.asOwner('insert into council_change_confirmations values ($1, $2, $3, $4)', [id, staff.chair.id, 'or_secretary', AT]),
    ).rejects.toThrow('council_change_two_persons');
    await laidDown(AT, null, [[staff.chair.id, null]]);
    await expect(laidDown(AT, null, [[staff.chair.id, null]])).rejects.toThrow('council_rosters_one_next');
  });
});

import { jest } from '@jest/globals';
import type { Role } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { councilResets, onRosterReset, rosterAt, rulesAt } from '../../src/features/council/index.js';
import { CouncilChangesService } from '../../src/features/council/changes.service.js';
import { CouncilResettingService } from '../../src/features/council/resetting.service.js';
import { councilMembers, RolesService } from '../../src/features/people/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, type GivenPerson, givenPerson, givenStaff, identityAt, PASSWORD, type Staff } from '../support/given-people.js';

jest.setTimeout(30_000);

const refusedWith = (code: string) => ({ status: 409, reasons: [expect.objectContaining({ code })] });
const unusableAt = (...fields: readonly string[]) => ({ status: 422, reasons: fields.map((field) => expect.objectContaining({ field })) });
const CONFIG = { baseUrl: 'http://localhost:1' };

describe('the council changes itself', () => {
  let database: TestDatabase;
  let staff: Staff;
  let clock: TestClock;
  let changes: CouncilChangesService;
  let resetting: CouncilResettingService;
  let roles: RolesService;
  let stopListening: () => void;
  let reopened: number;
  beforeEach(async () => {
    database = await databaseFor('council_changes');
    staff = await database.transactions.run(givenStaff);
    clock = new TestClock('2026-03-05T09:00:00Z');
    changes = new CouncilChangesService(database.transactions, clock, CONFIG);
    resetting = new CouncilResettingService(database.transactions, clock, CONFIG);
    roles = new RolesService(database.transactions, clock);
    reopened = 0;
    stopListening = onRosterReset(() => Promise.resolve(void (reopened += 1)));
  });
  afterEach(async () => {
    stopListening();
    await database.close();
  });

  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  /** Half a minute later each time: the code of a telephone counts once. */
  const press = () => {
    clock.advance({ seconds: 30 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  const roster = () => run((tx) => rosterAt(tx, clock.now()));
  const rules = () => run((tx) => rulesAt(tx, clock.now()));
  const types = async (): Promise<string[]> =>
    (await database.asOwner('select type from evidence_entries order by written_as')).map(({ type }) => String(type));
  const rows = async (table: string): Promise<number> =>
    Number((await database.asOwner(`select count(*)::int as n from ${table}`))[0]?.['n']);
  const waiting = async (): Promise<string> =>
    String(
      (
        await database.asOwner(
          'select c.id from council_changes c left join council_change_ends e on e.change_id = c.id where e.change_id is null',
        )
      )[0]?.['id'],
    );
  const mails = async (person: GivenPerson): Promise<number> =>
    (
      await database.asOwner(
        `select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier like 'mail.%' and j.payload::text like $1`,
        [`%${person.email}%`],
      )
    ).map(({ n }) => Number(n))[0]!;
  const grantOf = async (person: GivenPerson, role: Role): Promise<string> =>
    String(
      (
        await database.asOwner('select id from role_grants where person_id = $1 and role = $2 and ended_at is null', [person.id, role])
      )[0]?.['id'],
    );
  const accept = async (person: GivenPerson, role: Role) => roles.accept(actorOf(person, 'employee'), await grantOf(person, role), null);

  type Seats = readonly (GivenPerson | null | readonly [GivenPerson, GivenPerson])[];
  const typed = (seats: Seats, chair: GivenPerson = staff.chair, secretary: GivenPerson = staff.secretary) => ({
    seats: seats.map((seat) => {
      const [member, deputy] = seat instanceof Array ? seat : [seat, null];
      return { member: member?.staffNumber ?? '', deputy: deputy?.staffNumber ?? '' };
    }),
    chair: chair.staffNumber,
    secretary: secretary.staffNumber,
  });
  const base = (): Seats => [staff.chair, staff.secretary, staff.member];
  const propose = (seats: Seats, by = actorOf(staff.chair), chair?: GivenPerson, secretary?: GivenPerson) =>
    changes.proposeSeats(by, typed(seats, chair, secretary), press());
  const confirm = async (by = actorOf(staff.secretary)) => changes.confirm(by, await waiting(), press());
  const agreed = async (seats: Seats, chair?: GivenPerson, secretary?: GivenPerson) => {
    await propose(seats, actorOf(staff.chair), chair, secretary);
    return confirm();
  };
  const RULES = { quorum: 'two_thirds', majority: 'absolute', ballot: 'secret', tie: 'no_consent', deputising: 'named' } as const;

  it('seats change only when the other officer confirms; the new member says yes; everybody is told', async () => {
    await propose([...base(), staff.employee, null]);
    expect((await roster()).seatCount).toBe(3);
    expect(await rows('role_grants where ended_at is null and accepted_at is null')).toBe(0);
    expect((await confirm()).applied).toBe(true);
    expect(await roster()).toMatchObject({ seatCount: 5, seats: { length: 3 } });
    await accept(staff.employee, 'or_member');
    expect((await roster()).seats.map(({ personId }) => personId)).toContain(staff.employee.id);
    expect(await types()).toEqual(['council.change-proposed', 'council.roles-changed', 'council.changed', 'role.accepted']);
    for (const member of [staff.chair, staff.secretary, staff.member]) expect(await mails(member)).toBe(2);
    expect(await mails(staff.employee)).toBe(1);
  });

  it('is not confirmed by the proposer, a member, the administrator or HR, nor with a wrong password', async () => {
    await propose([...base(), null]);
    await expect(confirm(actorOf(staff.chair))).rejects.toMatchObject(refusedWith('council.own-proposal'));
    await expect(confirm(actorOf(staff.member))).rejects.toMatchObject(refusedWith('council.officers-only'));
    await expect(confirm(actorOf(staff.orgAdmin))).rejects.toMatchObject(refusedWith('council.officers-only'));
    await expect(confirm(actorOf(staff.hr))).rejects.toMatchObject(refusedWith('council.officers-only'));
    const wrong = { identity: { ...press().identity, password: 'iets anders dan dit' }, key: newId('i') };
    await expect(changes.confirm(actorOf(staff.secretary), await waiting(), wrong)).rejects.toMatchObject(unusableAt('password'));
    expect(await rows('council_rosters')).toBe(0);
    await confirm();
    expect(await rows('council_rosters')).toBe(1);
  });

  it('is proposed by no member, administrator or HR', async () => {
    for (const who of [staff.member, staff.orgAdmin, staff.hr, staff.director])
      await expect(propose([...base(), null], actorOf(who))).rejects.toMatchObject(refusedWith('council.officers-only'));
    await expect(changes.proposeRules(actorOf(staff.orgAdmin), RULES, press())).rejects.toMatchObject(refusedWith('council.officers-only'));
    await propose([...base(), null], actorOf(staff.secretary));
    expect((await changes.confirm(actorOf(staff.chair), await waiting(), press())).applied).toBe(true);
  });

  it('its rules hold from the confirmation on, and read as before for the time before', async () => {
    const before = clock.now();
    await changes.proposeRules(actorOf(staff.chair), RULES, press());
    expect(await rules()).toMatchObject({ majority: 'simple' });
    await confirm();
    expect(await rules()).toMatchObject(RULES);
    expect(await run((tx) => rulesAt(tx, before))).toMatchObject({ majority: 'simple', ballot: 'open' });
    await expect(changes.proposeRules(actorOf(staff.chair), RULES, press())).rejects.toMatchObject(refusedWith('council.nothing-changes'));
    await expect(changes.proposeRules(actorOf(staff.chair), { ...RULES, quorum: 4 }, press())).rejects.toMatchObject(
      unusableAt('quorumSeats'),
    );
    await changes.proposeRules(actorOf(staff.chair), { ...RULES, quorum: 3 }, press());
    expect(await types()).toEqual(['council.change-proposed', 'council.changed', 'council.change-proposed']);
  });

  it('one change waits at a time; it can be taken back by its proposer and sent back by the other', async () => {
    await propose([...base(), null]);
    await expect(changes.proposeRules(actorOf(staff.chair), RULES, press())).rejects.toMatchObject(refusedWith('council.change-waits'));
    const id = await waiting();
    await expect(changes.withdraw(actorOf(staff.secretary), id)).rejects.toMatchObject({ status: 404 });
    await expect(changes.reject(actorOf(staff.chair), id, 'Nee')).rejects.toMatchObject(refusedWith('council.own-proposal'));
    await expect(changes.reject(actorOf(staff.member), id, 'Nee')).rejects.toMatchObject(refusedWith('council.officers-only'));
    await changes.reject(actorOf(staff.secretary), id, 'Dit is niet besloten.');
    await expect(changes.confirm(actorOf(staff.secretary), id, press())).rejects.toMatchObject(refusedWith('council.change-gone'));
    await changes.proposeRules(actorOf(staff.chair), RULES, press());
    await changes.withdraw(actorOf(staff.chair), await waiting());
    expect((await rows('council_rosters')) + (await rows('council_rules'))).toBe(0);
  });

  it('somebody of the employer’s side gets no seat, with the reason; a colleague does', async () => {
    const kept: readonly (readonly [GivenPerson, string])[] = [
      [staff.hr, 'role.conflict.hr_registrar'],
      [staff.director, 'role.conflict.director'],
      [staff.dpo, 'role.conflict.dpo'],
      [staff.it, 'role.conflict.it_admin'],
      [staff.objectionHandler, 'role.conflict.objection_handler'],
    ];
    for (const [person, code] of kept) {
      await expect(propose([...base(), person])).rejects.toMatchObject({ status: 422, reasons: [{ field: 'member4', code }] });
      await expect(propose([staff.chair, staff.secretary, [staff.member, person]])).rejects.toMatchObject({
        reasons: [{ field: 'deputy3', code }],
      });
    }
    await agreed([...base(), staff.colleague]);
    await expect(roles.grant(actorOf(staff.orgAdmin), staff.colleague.id, 'it_admin')).rejects.toMatchObject(
      refusedWith('role.conflict.or_member'),
    );
  });

  it('somebody who got a role of the employer’s side between proposal and confirmation is refused then', async () => {
    await propose([...base(), staff.colleague]);
    await roles.grant(actorOf(staff.orgAdmin), staff.colleague.id, 'it_admin');
    await expect(confirm()).rejects.toMatchObject(refusedWith('role.conflict.it_admin'));
    expect(await rows('council_rosters')).toBe(0);
  });

  it('an unknown name, one that two people have and somebody twice are named by field', async () => {
    await run(async (tx) => {
      await givenPerson(tx, { name: 'Jan Jansen' });
      await givenPerson(tx, { name: 'Jan Jansen' });
    });
    const seats = (member: string) => ({ ...typed(base()), seats: [...typed(base()).seats, { member, deputy: '' }] });
    for (const [word, code] of [
      ['Niemand Bekend', 'person.unknown'],
      ['jan jansen', 'person.several'],
      [staff.member.name, 'seat.person-twice'],
    ] as const)
      await expect(changes.proposeSeats(actorOf(staff.chair), seats(word), press())).rejects.toMatchObject({
        status: 422,
        reasons: [{ field: 'member4', code }],
      });
    await changes.proposeSeats(actorOf(staff.chair), seats(`${staff.colleague.name.toUpperCase()}`), press());
  });

  it('the same press of the button proposes and confirms once', async () => {
    const first = press();
    const proposed = await changes.proposeSeats(actorOf(staff.chair), typed([...base(), null]), first);
    expect(await changes.proposeSeats(actorOf(staff.chair), typed([...base(), null]), first)).toEqual(proposed);
    const second = press();
    const id = await waiting();
    const confirmed = await changes.confirm(actorOf(staff.secretary), id, second);
    expect(await changes.confirm(actorOf(staff.secretary), id, second)).toEqual(confirmed);
    expect([await rows('council_changes'), await rows('council_rosters')]).toEqual([1, 1]);
  });

  it('a successor takes over on a yes; until then the old chair stays in office, and afterwards a member', async () => {
    await agreed(base(), staff.member);
    expect((await run(councilMembers)).find(({ role }) => role === 'or_chair')?.personId).toBe(staff.chair.id);
    await accept(staff.member, 'or_chair');
    const members = await run(councilMembers);
    expect(members.map(({ personId, role }) => [personId, role])).toEqual(
      expect.arrayContaining([
        [staff.member.id, 'or_chair'],
        [staff.secretary.id, 'or_secretary'],
        [staff.chair.id, 'or_member'],
      ]),
    );
    expect(members).toHaveLength(3);
    expect((await roster()).seats).toHaveLength(3);
  });

  it('chair and secretary can change places', async () => {
    await agreed(base(), staff.secretary, staff.chair);
    await accept(staff.secretary, 'or_chair');
    await accept(staff.chair, 'or_secretary');
    const held = (await run(councilMembers)).map(({ personId, role }) => `${personId} ${role}`);
    expect(held).toEqual([`${staff.secretary.id} or_chair`, `${staff.chair.id} or_secretary`, `${staff.member.id} or_member`]);
  });

  it('a member without a seat loses the role and its sessions at once', async () => {
    await database.asOwner("insert into sessions values ('h', $1, 'or_member', $2, $2, null)", [staff.member.id, clock.now()]);
    await agreed([staff.chair, staff.secretary, null]);
    expect((await run(councilMembers)).map(({ personId }) => personId)).not.toContain(staff.member.id);
    expect(await database.asOwner('select role from sessions')).toEqual([{ role: 'employee' }]);
    expect(await mails(staff.member)).toBe(2);
  });

  it('neither administrator nor HR gives or ends a role of the council, by whatever door of people', async () => {
    for (const who of [staff.orgAdmin, staff.hr, staff.chair, staff.secretary]) {
      for (const role of ['or_member', 'or_chair', 'or_secretary'] as const)
        await expect(roles.grant(actorOf(who), staff.colleague.id, role)).rejects.toMatchObject(refusedWith('role.council-own'));
      for (const [person, role] of [
        [staff.member, 'or_member'],
        [staff.chair, 'or_chair'],
      ] as const)
        if (who !== person)
          await expect(roles.end(actorOf(who), person.id, await grantOf(person, role))).rejects.toMatchObject(
            refusedWith('role.council-own'),
          );
    }
    await roles.end(actorOf(staff.member), staff.member.id, await grantOf(staff.member, 'or_member'));
    expect((await roster()).seats).toHaveLength(2);
  });

  describe('when an office is vacant', () => {
    const gone = async (...people: readonly GivenPerson[]) =>
      database.asOwner('update role_grants set ended_at = $2 where person_id = any($1)', [people.map(({ id }) => id), clock.now()]);
    let more: readonly GivenPerson[];
    beforeEach(async () => {
      more = await run(async (tx) => [await givenPerson(tx, { roles: ['or_member'] }), await givenPerson(tx, { roles: ['or_member'] })]);
    });
    const newOnes = (): Seats => [staff.member, ...more];
    const byMember = (person: GivenPerson, chair: GivenPerson, secretary: GivenPerson) =>
      propose(newOnes(), actorOf(person), chair, secretary);

    it('the members choose new officers by majority; with nobody in office it is a reset, and open ballots start again', async () => {
      await gone(staff.chair, staff.secretary);
      await expect(changes.proposeRules(actorOf(staff.member), RULES, press())).rejects.toMatchObject(
        refusedWith('council.rules-need-officers'),
      );
      await byMember(staff.member, more[0]!, more[1]!);
      await expect(confirm(actorOf(staff.member))).rejects.toMatchObject(refusedWith('council.own-proposal'));
      await expect(confirm(actorOf(staff.orgAdmin))).rejects.toMatchObject(refusedWith('council.members-only'));
      expect(reopened).toBe(0);
      expect((await confirm(actorOf(more[0]!))).applied).toBe(true);
      expect(reopened).toBe(1);
      expect(await run(councilResets)).toEqual([{ at: clock.now(), route: 'members', reason: null }]);
      await accept(more[0]!, 'or_chair');
      await accept(more[1]!, 'or_secretary');
      await changes.proposeRules(actorOf(more[0]!, 'or_chair'), RULES, press());
    });

    it('one of five members more is not enough: three are', async () => {
      const [a, b] = await run(async (tx) => [
        await givenPerson(tx, { roles: ['or_member'] }),
        await givenPerson(tx, { roles: ['or_member'] }),
      ]);
      await gone(staff.chair, staff.secretary);
      await propose([staff.member, ...more, a, b], actorOf(staff.member), a, b);
      expect((await confirm(actorOf(a))).applied).toBe(false);
      await expect(confirm(actorOf(a))).rejects.toMatchObject(refusedWith('council.confirmed-by-you'));
      expect(await rows('council_rosters')).toBe(0);
      expect((await confirm(actorOf(b))).applied).toBe(true);
    });

    it('with one officer left it takes the members too, and is no reset', async () => {
      await gone(staff.secretary);
      await propose([staff.chair, ...newOnes()], actorOf(staff.chair), staff.chair, more[0]);
      expect((await confirm(actorOf(staff.member))).applied).toBe(false);
      expect((await confirm(actorOf(more[0]!))).applied).toBe(true);
      expect([reopened, (await run(councilResets)).length]).toEqual([0, 0]);
    });

    it('a change that the officers proposed before ends, and makes room', async () => {
      await propose([...base(), null]);
      const id = await waiting();
      await gone(staff.secretary);
      await expect(changes.confirm(actorOf(staff.member), id, press())).rejects.toMatchObject(refusedWith('council.offices-changed'));
      await propose([staff.chair, ...newOnes()], actorOf(staff.member), staff.chair, more[0]);
      expect(await types()).toContain('council.change-overtaken');
    });

    const reset = (chair: GivenPerson, secretary: GivenPerson, by = staff.orgAdmin) =>
      resetting.reset(
        actorOf(by),
        { chair: chair.staffNumber, secretary: secretary.staffNumber, reason: 'Alle leden zijn weg.' },
        { identity: { password: PASSWORD }, key: newId('i') },
      );

    it('the administrator does nothing while an officer is there, or within the 14 days in which the members go first', async () => {
      await expect(reset(more[0]!, more[1]!)).rejects.toMatchObject(refusedWith('council.officers-there'));
      await expect(resetting.view(actorOf(staff.orgAdmin))).rejects.toMatchObject({ status: 404 });
      await gone(staff.chair, staff.secretary);
      clock.advance({ days: 14, seconds: -1 });
      await expect(reset(more[0]!, more[1]!)).rejects.toMatchObject(refusedWith('council.members-first'));
      clock.advance({ seconds: 1 });
      await reset(more[0]!, more[1]!);
      expect(await run(councilResets)).toEqual([{ at: clock.now(), route: 'administrator', reason: 'Alle leden zijn weg.' }]);
      expect([reopened, await mails(staff.member), (await types()).at(-1)]).toEqual([1, 1, 'council.reset']);
      await expect(roles.grant(actorOf(staff.orgAdmin), staff.colleague.id, 'or_member')).rejects.toMatchObject(
        refusedWith('role.council-own'),
      );
      await accept(more[0]!, 'or_chair');
      await expect(reset(more[0]!, more[1]!)).rejects.toMatchObject(refusedWith('council.officers-there'));
    });

    it('where no two members are left the administrator need not wait, and chooses nobody of the employer’s side', async () => {
      await gone(staff.chair, staff.secretary, staff.member, ...more);
      await expect(reset(staff.hr, staff.colleague)).rejects.toMatchObject(refusedWith('role.conflict.hr_registrar'));
      await expect(reset(staff.colleague, staff.colleague)).rejects.toMatchObject(unusableAt('secretary'));
      await reset(staff.colleague, staff.employee);
      await accept(staff.colleague, 'or_chair');
      await accept(staff.employee, 'or_secretary');
      expect((await roster()).seats.map(({ personId }) => personId).sort()).toEqual([staff.colleague.id, staff.employee.id].sort());
    });

    it('an officer who is the only one left keeps the office', async () => {
      await gone(staff.secretary, staff.member, ...more);
      await expect(reset(staff.colleague, staff.employee)).rejects.toMatchObject(unusableAt('chair'));
      await reset(staff.chair, staff.employee);
    });
  });
});

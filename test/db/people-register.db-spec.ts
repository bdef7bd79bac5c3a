import { jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { RegisterService } from '../../src/features/people/register.service.js';
import { isManagerOf, organisationFacts } from '../../src/features/people/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { SYSTEM } from '../../src/kernel/actor.js';

jest.setTimeout(30_000);

const HEADER = 'staff_number,name,email,unit,manager_staff_number,language,starts_on,ends_on,works_at_home,device';
const csv = (...lines: string[]): Buffer => Buffer.from([HEADER, ...lines].join('\n'));
const many = (count: number): Buffer =>
  csv(
    ...Array.from(
      { length: count },
      (_, n) => `M${n},Persoon ${n},m${n}@groot.test,Afdeling ${n % 40},${n > 9 ? `M${n % 10}` : ''},nl,2024-01-01,,ja,PC-${n}`,
    ),
  );

describe('the register', () => {
  let database: TestDatabase;
  let staff: Staff;
  let register: RegisterService;
  let clock: TestClock;
  beforeEach(async () => {
    database = await databaseFor('people_register');
    staff = await database.transactions.run(givenStaff);
    clock = new TestClock('2026-03-05T09:00:00Z');
    register = new RegisterService(database.transactions, clock);
  });
  afterEach(() => database.close());

  const hr = () => actorOf(staff.hr);
  const upload = async (bytes: Buffer): Promise<string> => {
    const uploaded = await register.upload(hr(), bytes);
    if (!uploaded.ok) throw new Error(uploaded.code);
    return uploaded.id;
  };
  const imported = async (bytes: Buffer) => register.apply(hr(), await upload(bytes));
  const person = async (staffNumber: string) =>
    (
      await database.asOwner(
        `select p.id, p.name, p.email, u.name as unit, m.staff_number as manager, p.ends_on::text as ends, p.left_at from persons p
         join units u on u.id = p.unit_id left join persons m on m.id = p.manager_id where p.staff_number = $1`,
        [staffNumber],
      )
    )[0];

  it('takes a file over whole: new units, people, managers further down, formulas as text', async () => {
    const applied = await imported(csv('B1,=2+3,b1@b.test,Nieuw,B2,nl,2024-01-01,,ja,', 'B2,Baas,,Nieuw,,en,2024-01-01,,nee,'));
    expect(applied).toMatchObject({ ok: true, value: { added: 2, changed: 0 } });
    expect(await person('B1')).toMatchObject({ name: '=2+3', unit: 'Nieuw', manager: 'B2', email: 'b1@b.test' });
    const types = (await database.asOwner('select type from evidence_entries order by written_as')).map(({ type }) => type);
    expect(types).toEqual(['persons.imported', 'organisation.fact-changed']);
    expect((await database.asOwner('select content from imports'))[0]).toEqual({ content: '' });
  });

  it('writes down since when somebody is in a unit, by the day on which it was told, not by what a file says', async () => {
    const since = async () =>
      (await database.asOwner(`select unit_since::text as since from persons where staff_number = 'B1'`)).map((row) => row['since'])[0];
    const line = (unit: string, ends = '') => imported(csv(`B1,Een,,${unit},,nl,2020-01-01,${ends},,`));
    const days: unknown[] = [];
    for (const [unit, ends] of [['Nieuw'], ['Nieuw'], ['Ander'], ['Ander', '2026-03-08'], ['Ander', '2026-12-31']]) {
      await line(unit ?? '', ends);
      days.push(await since());
      clock.advance({ days: 1 });
      await register.endLeavers(SYSTEM, clock.now());
    }
    expect(days).toEqual(['2026-03-05', '2026-03-05', '2026-03-07', '2026-03-07', '2026-03-09']);
  });

  it('shows what a file would do, and does nothing while a line is bad', async () => {
    const id = await upload(csv('B1,Goed,,Nieuw,,nl,2024-01-01,,,', 'B2,,,Nieuw,XX,nl,2024-01-01,,,'));
    expect(await register.preview(id)).toMatchObject({ errors: [{ line: 3, column: 'name', code: 'cell.missing' }] });
    expect(await register.apply(hr(), id)).toMatchObject({ ok: false, errors: [{ line: 3 }] });
    expect(await person('B1')).toBeUndefined();
  });

  it('applies a file once, also when asked twice at the same moment', async () => {
    const id = await upload(csv('B1,Goed,,Nieuw,,nl,2024-01-01,,,'));
    const twice = await Promise.allSettled([register.apply(hr(), id), register.apply(hr(), id)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('checks again at the moment of applying what was changed after the preview', async () => {
    const id = await upload(csv('B1,Goed,zelfde@b.test,Nieuw,,nl,2024-01-01,,,'));
    expect(await register.preview(id)).toMatchObject({ errors: [] });
    await imported(csv('B9,Ander,ZELFDE@b.test,Nieuw,,nl,2024-01-01,,,'));
    expect(await register.apply(hr(), id)).toMatchObject({ ok: false, errors: [{ code: 'cell.mail-taken' }] });
  });

  it('lets two people swap their addresses', async () => {
    await imported(csv('B1,Een,een@b.test,Nieuw,,nl,2024-01-01,,,', 'B2,Twee,twee@b.test,Nieuw,,nl,2024-01-01,,,'));
    expect(await imported(csv('B1,Een,twee@b.test,Nieuw,,nl,2024-01-01,,,', 'B2,Twee,een@b.test,Nieuw,,nl,2024-01-01,,,'))).toMatchObject({
      ok: true,
    });
    expect([(await person('B1'))?.['email'], (await person('B2'))?.['email']]).toEqual(['twee@b.test', 'een@b.test']);
  });

  it('does not change a council member’s address or end an officer, by file or by form', async () => {
    const { chair } = staff;
    const line = (email: string, ends = '') => `${chair.staffNumber},${chair.name},${email},Publiekszaken,,nl,2020-01-01,${ends},ja,`;
    expect(await imported(csv(line('hr@b.test')))).toMatchObject({ ok: false, errors: [{ code: 'person.council-mail' }] });
    expect(await imported(csv(line(String(chair.email), '2026-12-31')))).toMatchObject({
      ok: false,
      errors: [{ code: 'person.council-officer' }],
    });
    const cells = { name: chair.name, email: 'hr@b.test', unit: 'Publiekszaken', starts_on: '2020-01-01' };
    expect(await register.save(hr(), cells, chair.id)).toMatchObject({ ok: false, errors: [{ code: 'person.council-mail' }] });
    expect(await register.save(hr(), { ...cells, email: String(chair.email), name: 'Andere Naam' }, chair.id)).toMatchObject({ ok: true });
  });

  it('tells every member when the last day of one of them changes, and takes none that has gone by', async () => {
    const { member, employee } = staff;
    const save = (who: GivenPerson, ends_on: string) =>
      register.save(hr(), { name: who.name, email: String(who.email), unit: 'Publiekszaken', starts_on: '2020-01-01', ends_on }, who.id);
    const told = async () =>
      (await database.asOwner(`select id from graphile_worker._private_jobs where payload::text like '%OR-lid%'`)).length;
    expect(await save(member, '2026-03-04')).toMatchObject({ ok: false, errors: [{ code: 'person.council-past' }] });
    expect(await save(employee, '2026-03-04')).toMatchObject({ ok: true });
    expect(await told()).toBe(0);
    expect(await save(member, '2026-03-05')).toMatchObject({ ok: true });
    expect(await told()).toBe(1);
    expect(await save(member, '2026-03-05')).toMatchObject({ ok: true });
    expect(await told()).toBe(1);
    const [noted] = await database.asOwner(`select count(*)::int as n from evidence_entries where type = 'council.last-day-changed'`);
    expect(noted?.['n']).toBe(1);
  });

  it('adds one by one, and names a staff number that is taken', async () => {
    const cells = { staff_number: 'C1', name: 'Carla', unit: 'Publiekszaken', starts_on: '2024-01-01' };
    const added = await register.save(hr(), cells, null);
    expect(added).toMatchObject({ ok: true });
    expect(await register.save(hr(), cells, null)).toMatchObject({
      ok: false,
      errors: [{ column: 'staff_number', code: 'cell.staff-number-taken' }],
    });
    expect(await register.save(hr(), { ...cells, manager_staff_number: 'C1' }, added.ok ? added.value : '')).toMatchObject({ ok: false });
  });

  it('ends who has had the last day: roles, sessions, and the facts that follow', async () => {
    await database.asOwner("update persons set ends_on = '2026-03-05' where id = $1", [staff.adviser.id]);
    await database.asOwner("insert into sessions values ('h', $1, 'trusted_person', $2, $2, null)", [staff.adviser.id, clock.now()]);
    expect(await register.endLeavers(SYSTEM, clock.now())).toBe(0);
    clock.advance({ days: 1 });
    expect(await register.endLeavers(SYSTEM, clock.now())).toBe(1);
    expect(await register.endLeavers(SYSTEM, clock.now())).toBe(0);
    expect(await database.transactions.run(organisationFacts)).toMatchObject({ trustedPerson: false });
    expect(await database.asOwner('select count(*)::int as n from sessions where ended_at is null')).toEqual([{ n: 0 }]);
    expect((await person(staff.adviser.staffNumber))?.['left_at']).toEqual(clock.now());
    await expect(register.person(staff.adviser.id)).rejects.toMatchObject({ status: 404 });
  });

  it('takes back somebody who returns', async () => {
    await imported(csv('B1,Een,,Nieuw,,nl,2024-01-01,2026-01-01,,'));
    expect((await person('B1'))?.['left_at']).not.toBeNull();
    await imported(csv('B1,Een,,Nieuw,,nl,2026-03-01,,,'));
    expect((await person('B1'))?.['left_at']).toBeNull();
  });

  it('counts who works here by language, whoever comes, changes or leaves, and not by the application’s own hand', async () => {
    const counted = () =>
      database.asOwner(`select coalesce(other_language, language) as language, count(*)::int as people from persons where left_at is null
        group by 1 order by 1`);
    const kept = () => database.asOwner('select language, people from workforce where people > 0 order by language');
    await imported(csv('B1,Een,,Nieuw,,nl,2024-01-01,,ja,', 'B2,Twee,,Nieuw,,en,2024-01-01,,nee,', 'B3,Drie,,Nieuw,,en,2024-01-01,,nee,'));
    expect(await kept()).toEqual(await counted());
    await database.asOwner("update persons set other_language = 'pl' where staff_number = 'B3'");
    await database.asOwner("update persons set left_at = now() where staff_number = 'B1'");
    expect(await kept()).toEqual(await counted());
    expect((await kept()).map(({ language }) => language)).toContain('pl');
    await expect(database.dataSource.query("update workforce set people = 9 where language = 'nl'")).rejects.toThrow('permission denied');
    await expect(database.dataSource.query(`select count_in_workforce('[{"language":"nl","people":-9}]')`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('names units once', async () => {
    expect(await register.addUnit(hr(), 'Burgerzaken')).toBe(true);
    expect(await register.addUnit(hr(), 'Burgerzaken')).toBe(false);
    const unit = (await register.units()).find(({ name }) => name === 'Burgerzaken');
    expect(await register.rename(hr(), unit?.id ?? '', 'Publiekszaken')).toBe(false);
    expect(await register.rename(hr(), unit?.id ?? '', 'Balie')).toBe(true);
    await expect(register.rename(hr(), 'u_unknown', 'Anders')).rejects.toMatchObject({ status: 404 });
  });

  it('takes 20,000 lines with as many statements as 200, and lists a page of them', async () => {
    const statements = jest.spyOn(EntityManager.prototype, 'query');
    const counts: number[] = [];
    for (const count of [200, 20_000]) {
      const id = await upload(many(count));
      statements.mockClear();
      expect(await register.apply(hr(), id)).toMatchObject({ ok: true });
      counts.push(statements.mock.calls.length);
    }
    statements.mockRestore();
    expect(counts[1]).toBe(counts[0]);
    const { persons, total } = await register.list(3, null);
    expect([persons.length, total]).toEqual([50, 20_020]);
    const [top, below] = [await person('M3'), await person('M19993')];
    expect(await database.transactions.run((tx) => isManagerOf(tx, String(top?.['id']), String(below?.['id'])))).toBe(true);
  }, 60_000);
});

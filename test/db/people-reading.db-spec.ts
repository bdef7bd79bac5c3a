import { jest } from '@jest/globals';
import {
  confirmIdentity,
  councilMembers,
  holdersOf,
  isManagerOf,
  lastOfficerChangeAt,
  namesOf,
  organisationFacts,
  readFacts,
  readFile,
  readSetting,
  storeFile,
  writeSetting,
} from '../../src/features/people/index.js';
import { readRegister } from '../../src/features/people/facts.repository.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenFact, givenPerson, givenRole, givenStaff, identityAt, PASSWORD, type Staff } from '../support/given-people.js';

jest.setTimeout(30_000);

const NOW = new Date('2026-03-05T09:00:00Z');
const LATER = new Date('2026-03-05T09:01:00Z');

describe('what people gives to other features', () => {
  let database: TestDatabase;
  let staff: Staff;
  beforeEach(async () => {
    database = await databaseFor('people_reading');
    staff = await database.transactions.run(givenStaff);
  });
  afterEach(() => database.close());
  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);

  describe('organisation facts', () => {
    it('are those that owners answered and confirmers confirmed, the rest computed', async () => {
      expect(await run(organisationFacts)).toEqual({
        jurisdiction: 'NL',
        headcount: 214,
        representativeBody: 'or',
        staffRepresentationExtraPowers: null,
        publicBody: true,
        largeScaleCore: false,
        dpoAppointed: true,
        trustedPerson: true,
        workforceLanguages: ['nl'],
        collectiveAgreementReference: null,
        collectiveAgreementSubstantive: null,
        worksCouncilExemptionReference: null,
      });
      expect(await run(readFacts)).toMatchObject({ noRetaliationRule: expect.any(String) });
    });

    it('read as unknown without their confirmation', async () => {
      await run((tx) => givenFact(tx, 'publicBody', false, staff.orgAdmin.id, null));
      expect(await run(organisationFacts)).toMatchObject({ publicBody: null });
    });

    it('keep the council when an officer leaves office, until both officers have ended it', async () => {
      const end = (role: string) => database.asOwner('update role_grants set ended_at = $2 where role = $1', [role, NOW]);
      await end('or_chair');
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'or' });
      await end('or_secretary');
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'or' });
      await database.asOwner("insert into council_endings values ('o_1', $1, $3, $2, $3)", [staff.chair.id, staff.secretary.id, NOW]);
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'none' });
    });

    it('know no council of one person, or of officers who were never in office together', async () => {
      await database.asOwner("update role_grants set ended_at = accepted_at where role = 'or_chair'");
      expect((await run(readRegister)).council).toBe(false);
      await run((tx) => givenRole(tx, staff.secretary.id, 'or_chair'));
      expect((await run(readRegister)).council).toBe(false);
    });

    it('know a staff representation of two contacts, not of one', async () => {
      await database.asOwner("delete from role_grants where role like 'or_%'");
      await run((tx) => givenRole(tx, staff.employee.id, 'pvt_contact'));
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'none' });
      await run((tx) => givenRole(tx, staff.colleague.id, 'pvt_contact'));
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'pvt' });
    });

    it('count the languages and people of the register itself', async () => {
      await run((tx) => givenPerson(tx, { otherLanguage: 'pl' }));
      await run((tx) => givenFact(tx, 'headcount', 5, staff.hr.id, null));
      expect(await run(organisationFacts)).toMatchObject({ headcount: 21, workforceLanguages: ['nl', 'pl'] });
    });
  });

  it('names the holders of roles, not those who still have to accept or who left', async () => {
    expect((await run((tx) => holdersOf(tx, ['dpo', 'trusted_person']))).map(({ role }) => role)).toEqual([
      'dpo',
      'trusted_person',
      'trusted_person',
    ]);
    await database.asOwner("update role_grants set accepted_at = null where role = 'dpo'");
    await database.asOwner('update persons set left_at = $2 where id = $1', [staff.adviser.id, NOW]);
    const left = await run((tx) => holdersOf(tx, ['dpo', 'trusted_person']));
    expect(left).toEqual([
      {
        personId: staff.adviserDeputy.id,
        role: 'trusted_person',
        name: staff.adviserDeputy.name,
        mailAddress: staff.adviserDeputy.email,
        language: 'nl',
      },
    ]);
  });

  it('names each council member once, at the address that member chose', async () => {
    await run((tx) => givenRole(tx, staff.chair.id, 'or_member'));
    await database.asOwner("update accounts set mail_address = 'thuis@elders.test' where person_id = $1", [staff.member.id]);
    const members = await run(councilMembers);
    expect(members.map(({ role, mailAddress }) => [role, mailAddress])).toEqual([
      ['or_chair', staff.chair.email],
      ['or_secretary', staff.secretary.email],
      ['or_member', 'thuis@elders.test'],
    ]);
  });

  it('finds a manager anywhere up the line, and ends on a circle', async () => {
    const top = await run((tx) => givenPerson(tx));
    await database.asOwner('update persons set manager_id = $2 where id = $1', [staff.manager.id, top.id]);
    await database.asOwner('update persons set manager_id = $2 where id = $1', [top.id, staff.manager.id]);
    const asks = (manager: string, person: string) => run((tx) => isManagerOf(tx, manager, person));
    expect(await asks(staff.manager.id, staff.employee.id)).toBe(true);
    expect(await asks(top.id, staff.employee.id)).toBe(true);
    expect(await asks(staff.employee.id, staff.manager.id)).toBe(false);
    expect(await asks(staff.colleague.id, staff.employee.id)).toBe(false);
  });

  it('gives names by id', async () => {
    const names = await run((tx) => namesOf(tx, [staff.hr.id, 'p_nobody']));
    expect([...names]).toEqual([[staff.hr.id, staff.hr.name]]);
    expect(await run((tx) => namesOf(tx, []))).toEqual(new Map());
  });

  describe('a confirming act', () => {
    const confirm = (who: 'chair' | 'hr', identity: { password: string; totp?: string }, now = NOW) =>
      run((tx) => confirmIdentity(tx, now, actorOf(staff[who]), identity));

    it('takes the password, and of an enrolled officer a code', async () => {
      await expect(confirm('hr', { password: PASSWORD })).resolves.toBeUndefined();
      await expect(confirm('chair', identityAt(NOW))).resolves.toBeUndefined();
    });

    it('names the field that is wrong', async () => {
      const wrong = (field: string, code: string) => ({ status: 422, reasons: [{ field, code }] });
      await expect(confirm('hr', { password: 'iets anders dan dat' })).rejects.toMatchObject(wrong('password', 'password.wrong'));
      await expect(confirm('chair', { password: 'iets anders dan dat', totp: identityAt(NOW).totp })).rejects.toMatchObject(
        wrong('password', 'password.wrong'),
      );
      await expect(confirm('chair', { password: PASSWORD })).rejects.toMatchObject(wrong('totp', 'totp.wrong'));
      await expect(confirm('chair', { password: PASSWORD, totp: '000000' })).rejects.toMatchObject(wrong('totp', 'totp.wrong'));
    });

    it('takes each code once, also of two at the same time', async () => {
      const both = await Promise.allSettled([confirm('chair', identityAt(NOW)), confirm('chair', identityAt(NOW))]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(confirm('chair', identityAt(LATER), LATER)).resolves.toBeUndefined();
    });

    it('stops guessing after ten wrong ones, also with the right password then', async () => {
      for (let n = 0; n < 10; n += 1)
        await expect(confirm('hr', { password: `verkeerd wachtwoord ${n}` })).rejects.toMatchObject({ status: 422 });
      const [{ n } = { n: 0 }] = (await waitForAttempts(database, 10)) as { n: number }[];
      expect(n).toBe(10);
      await expect(confirm('hr', { password: PASSWORD })).rejects.toMatchObject({ status: 429 });
      await expect(confirm('hr', { password: PASSWORD }, new Date(NOW.getTime() + 15 * 60_000))).resolves.toBeUndefined();
    });
  });

  it('keeps a document with its digest, and refuses one that is not what it says', async () => {
    const stored = await run((tx) => storeFile(tx, actorOf(staff.hr), NOW, { bytes: Buffer.from('# Notulen'), name: 'notulen.md' }));
    expect(stored).toEqual({
      id: stored.id,
      name: 'notulen.md',
      type: 'text/markdown; charset=utf-8',
      sha256: expect.stringMatching(/^sha-256:/),
    });
    expect(await run((tx) => readFile(tx, stored.id))).toEqual({ ...stored, bytes: Buffer.from('# Notulen') });
    expect(await run((tx) => readFile(tx, 'f_unknown'))).toBeNull();
    const lie = run((tx) => storeFile(tx, actorOf(staff.hr), NOW, { bytes: Buffer.from('<script>'), name: 'a.pdf', field: 'agreement' }));
    await expect(lie).rejects.toMatchObject({ status: 422, reasons: [{ field: 'agreement', code: 'file.other-content' }] });
  });

  it('keeps settings, each change in the log', async () => {
    expect(await run((tx) => readSetting(tx, 'smallestGroup'))).toBeNull();
    await run((tx) => writeSetting(tx, actorOf(staff.orgAdmin), NOW, 'smallestGroup', 10));
    await run((tx) => writeSetting(tx, actorOf(staff.orgAdmin), NOW, 'smallestGroup', 12));
    expect(await run((tx) => readSetting(tx, 'smallestGroup'))).toBe(12);
    expect(await database.asOwner("select count(*)::int as n from evidence_entries where type = 'setting.changed'")).toEqual([{ n: 2 }]);
  });

  it('knows when an officer account last changed', async () => {
    expect(await run(lastOfficerChangeAt)).toBeNull();
    await database.asOwner("insert into officer_account_changes values ('o_1', $1, 'password', $2), ('o_2', $1, 'password', $3)", [
      staff.chair.id,
      NOW,
      LATER,
    ]);
    expect(await run(lastOfficerChangeAt)).toEqual(LATER);
  });
});

/** Wrong guesses are written beside the undone transaction, a moment after the answer. */
const waitForAttempts = async (database: TestDatabase, expected: number): Promise<Record<string, unknown>[]> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const rows = await database.asOwner('select count(*)::int as n from sign_in_attempts');
    if (Number(rows[0]?.['n']) >= expected) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return database.asOwner('select count(*)::int as n from sign_in_attempts');
};

import type { Actor } from '../../src/kernel/actor.js';
import { AgreementTelling } from '../../src/features/consultation/agreement-telling.js';
import { AgreementService } from '../../src/features/council/agreement/agreement.service.js';
import { agreementWaitsFor, mayGoLight } from '../../src/features/council/index.js';
import { readSetting, smallestGroup, writeSetting } from '../../src/features/people/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenPerson, givenStaff, identityAt, type Staff } from '../support/given-people.js';

const START = '2026-03-02T09:00:00Z';
const TEN = { smallestGroup: 10, copiesKeptBy: 'Elk lid, op een eigen adres.', lightClasses: 'none' } as const;
const TWELVE = { ...TEN, smallestGroup: 12, lightClasses: 'green' } as const;

let database: TestDatabase;
let clock: TestClock;
let staff: Staff;
let agreements: AgreementService;
const telling = new AgreementTelling();

beforeAll(async () => {
  database = await databaseFor('council_agreement');
  clock = new TestClock(START);
  staff = await database.transactions.run((tx) => givenStaff(tx));
  agreements = new AgreementService(database.transactions, clock, { baseUrl: 'http://localhost' });
  telling.onModuleInit();
});
afterAll(async () => {
  telling.onApplicationShutdown();
  await database.close();
});

let presses = 0;
const press = () => {
  clock.advance({ minutes: 1 });
  return { identity: identityAt(clock.now()), key: `p${(presses += 1)}` };
};
type Who = keyof Staff;
const as = (who: Who): Actor => actorOf(staff[who]);
const propose = (who: Who, settings: Parameters<AgreementService['propose']>[1] = TEN) => agreements.propose(as(who), settings, press());
const sign = (who: Who, id: string) => agreements.sign(as(who), id, press());
const decline = (who: Who, id: string) => agreements.decline(as(who), id, 'Zo niet.', press().key);
const setting = (name: string) => database.transactions.read((tx) => readSetting(tx, name));
const group = () => database.transactions.read((tx) => smallestGroup(tx));
const mailed = async (act: string): Promise<number> =>
  Number((await database.asOwner(`select count(*) from council_mailings where act = '${act}'`))[0]?.['count']);

describe('the agreement behind it', () => {
  it('is not there at first: the usual values hold, and every class that the council set may go light', async () => {
    expect(await agreements.read(as('director'))).toMatchObject({ recorded: null, open: null, mayPropose: true });
    expect(await group()).toBe(10);
    expect(await database.transactions.read((tx) => mayGoLight(tx, 'amber'))).toBe(true);
  });

  it.each(['hr', 'dpo', 'orgAdmin', 'it', 'member', 'auditor', 'employee', 'privacyOfficer'] as const)(
    'is proposed, recorded or declined by no %s',
    async (who) => {
      await expect(propose(who)).rejects.toMatchObject({ status: 403 });
      await expect(sign(who, 'a_1')).rejects.toMatchObject({ status: 403 });
      await expect(decline(who, 'a_1')).rejects.toMatchObject({ status: 403 });
    },
  );

  it('names no group under five, nor half a person', async () => {
    for (const smallest of [4, 0, -5, 7.5, 101])
      await expect(async () => propose('director', { ...TEN, smallestGroup: smallest })).rejects.toMatchObject({
        reasons: [{ field: 'smallestGroup' }],
      });
  });

  it('holds when the director and two officers recorded it, each from the own account, and not before', async () => {
    const id = await propose('director');
    expect(await agreements.read(as('chair'))).toMatchObject({ recorded: null, open: { id }, mayPropose: false });
    await expect(sign('director', id)).rejects.toMatchObject({ code: 'agreement.recorded-by-you' });
    await sign('chair', id);
    await expect(sign('chair', id)).rejects.toMatchObject({ code: 'agreement.recorded-by-you' });
    expect(await setting('copies_kept_by')).toBeNull();
    expect((await agreements.read(as('hr'))).recorded).toBeNull();
    await sign('secretary', id);
    expect(await agreements.read(as('hr'))).toMatchObject({ recorded: { id, smallestGroup: 10 } });
    expect(await setting('copies_kept_by')).toBe(TEN.copiesKeptBy);
    expect(await setting('smallest_group')).toBe(10);
    await expect(sign('secretary', id)).rejects.toMatchObject({ code: 'agreement.not-open' });
    await expect(decline('director', id)).rejects.toMatchObject({ code: 'agreement.not-open' });
  });

  it('limits which classes go light', async () => {
    const light = (colour: 'green' | 'amber') => database.transactions.read((tx) => mayGoLight(tx, colour));
    expect([await light('green'), await light('amber')]).toEqual([false, false]);
  });

  it('asks again who is acting', async () => {
    const wrong = { ...press(), identity: { password: 'fout' } };
    await expect(agreements.propose(as('chair'), TWELVE, wrong)).rejects.toMatchObject({ status: 422 });
  });

  it('shows a proposal to the two sides only, and says for whom it waits', async () => {
    const id = await propose('chair', TWELVE);
    for (const who of ['director', 'secretary', 'member'] as const) expect((await agreements.proposal(as(who), id)).proposal.id).toBe(id);
    for (const who of ['hr', 'dpo', 'auditor', 'orgAdmin', 'privacyOfficer'] as const) {
      await expect(agreements.proposal(as(who), id)).rejects.toMatchObject({ status: 404 });
      await expect(agreements.paper(as(who), id, 'nl')).rejects.toMatchObject({ status: 404 });
      expect((await agreements.read(as(who))).open).toBeNull();
    }
    const waits = (who: Who) => database.transactions.read((tx) => agreementWaitsFor(tx, as(who)));
    expect([await waits('director'), await waits('secretary'), await waits('chair'), await waits('member'), await waits('hr')]).toEqual([
      id,
      id,
      null,
      null,
      null,
    ]);
    await decline('director', id);
  });

  it('stays as it was while a change waits, and when it is declined', async () => {
    const id = await propose('director', TWELVE);
    await expect(propose('chair', { ...TEN, smallestGroup: 20 })).rejects.toMatchObject({ code: 'agreement.open' });
    await sign('secretary', id);
    expect([await group(), await setting('light_classes')]).toEqual([10, 'none']);
    await decline('chair', id);
    await expect(sign('chair', id)).rejects.toMatchObject({ code: 'agreement.not-open' });
    expect([await group(), await setting('light_classes')]).toEqual([10, 'none']);
  });

  it('takes no third of a side', async () => {
    const second = await database.transactions.run((tx) => givenPerson(tx, { roles: ['director'] }));
    const id = await propose('director', TWELVE);
    await expect(agreements.sign(actorOf(second), id, press())).rejects.toMatchObject({ code: 'agreement.side-done' });
    await decline('director', id);
  });

  it('is not signed for the body by staff contacts whom the employer appoints beside a council', async () => {
    const contact = await database.transactions.run((tx) => givenPerson(tx, { roles: ['pvt_contact'] }));
    const id = await propose('director', TWELVE);
    await expect(agreements.sign(actorOf(contact), id, press())).rejects.toMatchObject({ status: 403 });
    await decline('director', id);
  });

  it('changes when the other side confirms: for the council by a second officer, too', async () => {
    const id = await propose('secretary', TWELVE);
    await sign('director', id);
    expect(await group()).toBe(10);
    await sign('chair', id);
    expect([await group(), await setting('light_classes')]).toEqual([12, 'green']);
    expect(await database.transactions.read((tx) => mayGoLight(tx, 'green'))).toBe(true);
    expect(await database.transactions.read((tx) => mayGoLight(tx, 'amber'))).toBe(false);
    await expect(propose('director', TWELVE)).rejects.toMatchObject({ code: 'agreement.same' });
  });

  it('is recorded once when two press at the same moment, and a press twice is one act', async () => {
    const id = await propose('director', TEN);
    await sign('chair', id);
    const both = press();
    const pressed = await Promise.allSettled([agreements.sign(as('secretary'), id, both), agreements.sign(as('secretary'), id, both)]);
    expect(pressed.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await agreements.sign(as('secretary'), id, both)).toMatch(/^[0-9A-Z]{4}-/);
    const signed = await database.asOwner(`select count(*) from agreement_signatures where proposal_id = '${id}'`);
    expect(Number(signed[0]?.['count'])).toBe(3);
  });

  it('guards its settings against everybody else, whoever types the SQL', async () => {
    const change = (work: Parameters<TestDatabase['transactions']['run']>[0]) => database.transactions.run(work);
    const refusal = /both sides change it/;
    await expect(change((tx) => writeSetting(tx, as('orgAdmin'), clock.now(), 'smallest_group', 5))).rejects.toThrow(refusal);
    await expect(change((tx) => tx.query(`update settings set value = '20' where name = 'smallest_group'`))).rejects.toThrow(refusal);
    await expect(change((tx) => tx.query(`delete from settings where name = 'light_classes'`))).rejects.toThrow(refusal);
    await expect(change((tx) => tx.query(`update settings set name = 'other' where name = 'copies_kept_by'`))).rejects.toThrow(refusal);
    await expect(database.asOwner(`update settings set value = '"x"' where name = 'copies_kept_by'`)).rejects.toThrow(refusal);
    await expect(change((tx) => writeSetting(tx, as('orgAdmin'), clock.now(), 'terms.equated-days', []))).resolves.toBeTruthy();
  });

  it('is told to every member with its paper, and stands in the log', async () => {
    expect(await mailed('agreement.recorded')).toBe(3);
    expect(await mailed('agreement.declined')).toBe(4);
    const types = await database.asOwner(`select distinct type from evidence_entries where type like 'agreement.%' order by 1`);
    expect(types.map(({ type }) => type)).toEqual(['agreement.declined', 'agreement.proposed', 'agreement.recorded', 'agreement.signed']);
  });

  it('prints what was recorded, clause by clause, in both languages', async () => {
    const paper = await agreements.paper(as('hr'), null, 'nl');
    const words = JSON.stringify(paper);
    for (const said of [
      'Geen antwoord is geen instemming',
      'groepen van 10 mensen of meer',
      TEN.copiesKeptBy,
      staff.chair.name,
      'No answer is not consent',
    ])
      expect(words).toContain(said);
  });
});

describe('a smallest group', () => {
  it('is five at least before any agreement, too', async () => {
    const fresh = await databaseFor('council_agreement_group');
    const set = (value: string) =>
      fresh.transactions.run((tx) =>
        tx.query(
          `insert into settings (name, value, changed_at) values ('smallest_group', $1, now()) on conflict (name) do update set value = $1`,
          [value],
        ),
      );
    await expect(set('4')).rejects.toThrow(/settings_smallest_group/);
    await expect(set('"6"')).rejects.toThrow(/settings_smallest_group/);
    await expect(set('5')).resolves.toBeTruthy();
    await fresh.close();
  });
});

import { jest } from '@jest/globals';
import type { Role } from '../../src/kernel/actor.js';
import { organisationFacts, seatCouncil } from '../../src/features/people/index.js';
import { AccountsService } from '../../src/features/people/accounts.service.js';
import { MeService } from '../../src/features/people/me.service.js';
import { OfficersService } from '../../src/features/people/officers.service.js';
import { OrganisationService } from '../../src/features/people/organisation.service.js';
import { RolesService } from '../../src/features/people/roles.service.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  type GivenPerson,
  givenFact,
  givenPerson,
  givenStaff,
  identityAt,
  PASSWORD,
  type Staff,
} from '../support/given-people.js';

jest.setTimeout(30_000);

const config: Config = {
  ...readSettings({ ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' }),
  baseUrl: 'http://localhost:1',
  databaseUrl: '',
  mailFolder: '',
};
const refusedWith = (code: string) => ({ status: 409, reasons: [expect.objectContaining({ code })] });

describe('changing people', () => {
  let database: TestDatabase;
  let staff: Staff;
  let clock: TestClock;
  let roles: RolesService;
  let accounts: AccountsService;
  let officers: OfficersService;
  let organisation: OrganisationService;
  let me: MeService;
  beforeEach(async () => {
    database = await databaseFor('people_changing');
    staff = await database.transactions.run(givenStaff);
    clock = new TestClock('2026-03-05T09:00:00Z');
    roles = new RolesService(database.transactions, clock);
    accounts = new AccountsService(database.transactions, clock, config);
    officers = new OfficersService(database.transactions, clock);
    organisation = new OrganisationService(database.transactions, clock);
    me = new MeService(database.transactions, clock, config);
  });
  afterEach(() => database.close());

  const run: TestDatabase['transactions']['run'] = (work) => database.transactions.run(work);
  const admin = () => actorOf(staff.orgAdmin);
  const identity = () => identityAt(clock.now());
  const types = async (): Promise<unknown[]> =>
    (await database.asOwner('select type from evidence_entries order by written_as')).map(({ type }) => type);
  const grantOf = async (person: GivenPerson, role: Role): Promise<string> =>
    String(
      (
        await database.asOwner('select id from role_grants where person_id = $1 and role = $2 and ended_at is null', [person.id, role])
      )[0]?.['id'],
    );
  /** What the council decided about itself, as roles. */
  const seat = (tx: Tx, chair: GivenPerson, secretary: GivenPerson, ...others: readonly GivenPerson[]): Promise<void> =>
    seatCouncil(tx, actorOf(chair), clock.now(), {
      persons: [chair, secretary, staff.chair, staff.secretary, staff.member, ...others].map(({ id }) => id),
      chairId: chair.id,
      secretaryId: secretary.id,
    });
  const jobs = async (name: string): Promise<string[]> =>
    (
      await database.asOwner(
        'select j.payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id',
        [name],
      )
    ).map(({ payload }) => String(payload));

  describe('a role', () => {
    it('is given by the administrator and recorded; the person holds it at once', async () => {
      await roles.grant(admin(), staff.employee.id, 'manager');
      expect(await types()).toEqual(['role.granted']);
      expect((await roles.view(admin(), staff.employee.id, ['manager', 'auditor'])).mayGrant).toEqual(['auditor']);
    });

    it('is not given by anybody else, nor twice', async () => {
      for (const who of [staff.hr, staff.director, staff.dpo, staff.chair]) {
        await expect(roles.grant(actorOf(who), staff.employee.id, 'manager')).rejects.toMatchObject(refusedWith('role.not-yours'));
      }
      await roles.grant(admin(), staff.employee.id, 'manager');
      await expect(roles.grant(admin(), staff.employee.id, 'manager')).rejects.toMatchObject(refusedWith('role.held'));
    });

    it('is refused with every role that it does not go with', async () => {
      await roles.grant(admin(), staff.hr.id, 'privacy_officer');
      await expect(roles.grant(admin(), staff.hr.id, 'dpo')).rejects.toMatchObject({
        status: 409,
        reasons: [{ code: 'role.conflict.hr_registrar' }, { code: 'role.conflict.privacy_officer' }],
      });
      await expect(roles.grant(admin(), staff.it.id, 'director')).rejects.toMatchObject(refusedWith('role.conflict.it_admin'));
    });

    it('of two that conflict, asked for at once, is given once', async () => {
      const both = await Promise.allSettled([
        roles.grant(admin(), staff.employee.id, 'dpo'),
        roles.grant(admin(), staff.employee.id, 'director'),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('takes its sessions along when it ends', async () => {
      await database.asOwner("insert into sessions values ('h', $1, 'hr_registrar', $2, $2, null)", [staff.hr.id, clock.now()]);
      await roles.end(admin(), staff.hr.id, await grantOf(staff.hr, 'hr_registrar'));
      expect(await database.asOwner('select role from sessions')).toEqual([{ role: 'employee' }]);
    });

    it('of the last administrator does not end, of another does', async () => {
      const end = async (person: GivenPerson) => roles.end(admin(), person.id, await grantOf(person, 'org_admin'));
      await expect(end(staff.orgAdmin)).rejects.toMatchObject(refusedWith('role.last-admin'));
      await roles.grant(admin(), staff.employee.id, 'org_admin');
      await end(staff.orgAdmin);
    });

    it('of the only DPO does not end while the organisation must have one, or that waits for confirmation', async () => {
      const end = async () => roles.end(admin(), staff.dpo.id, await grantOf(staff.dpo, 'dpo'));
      await expect(end()).rejects.toMatchObject(refusedWith('role.dpo-required'));
      await run((tx) => givenFact(tx, 'publicBody', false, staff.orgAdmin.id, null));
      await expect(end()).rejects.toMatchObject(refusedWith('role.dpo-required'));
      await run((tx) => givenFact(tx, 'publicBody', false, staff.orgAdmin.id, staff.dpo.id));
      await end();
      expect(await run(organisationFacts)).toMatchObject({ dpoAppointed: false });
      expect(await types()).toEqual(['role.ended', 'organisation.fact-changed']);
    });

    it('of the only DPO ends when there is a successor', async () => {
      await roles.grant(admin(), staff.employee.id, 'dpo');
      await roles.end(admin(), staff.dpo.id, await grantOf(staff.dpo, 'dpo'));
      expect(await types()).not.toContain('organisation.fact-changed');
    });
  });

  describe('the council', () => {
    it('is closed to the administrator once both officers have accepted', async () => {
      for (const role of ['or_member', 'or_chair', 'or_secretary'] as const) {
        await expect(roles.grant(admin(), staff.employee.id, role)).rejects.toMatchObject(refusedWith('role.council-own'));
      }
      await expect(roles.end(admin(), staff.member.id, await grantOf(staff.member, 'or_member'))).rejects.toMatchObject(
        refusedWith('role.council-own'),
      );
      await expect(roles.end(admin(), staff.chair.id, await grantOf(staff.chair, 'or_chair'))).rejects.toMatchObject(
        refusedWith('role.council-own'),
      );
    });

    it('stays closed to the administrator when an officer has gone', async () => {
      await roles.end(actorOf(staff.secretary), staff.secretary.id, await grantOf(staff.secretary, 'or_secretary'));
      await expect(roles.grant(admin(), staff.colleague.id, 'or_secretary')).rejects.toMatchObject(refusedWith('role.council-own'));
    });

    it('has no staff representation beside it', async () => {
      await expect(roles.grant(admin(), staff.colleague.id, 'pvt_contact')).rejects.toMatchObject(refusedWith('role.beside-council'));
      await database.asOwner(
        `insert into role_grants (id, person_id, role, granted_by, granted_at) values ('g_pvt', $1, 'pvt_contact', $2, now())`,
        [staff.colleague.id, staff.orgAdmin.id],
      );
      await expect(roles.accept(actorOf(staff.colleague), 'g_pvt', null)).rejects.toMatchObject(refusedWith('role.beside-council'));
    });

    it('a role that it offers begins with the person’s own yes', async () => {
      await run((tx) => seat(tx, staff.chair, staff.employee));
      expect((await jobs('mail.send-many')).join()).toContain(String(staff.employee.email));
      const grant = await grantOf(staff.employee, 'or_secretary');
      await expect(roles.accept(actorOf(staff.colleague), grant, null)).rejects.toMatchObject({ status: 404 });
      await roles.accept(actorOf(staff.employee), grant, 'thuis@elders.test');
      await expect(roles.accept(actorOf(staff.employee), grant, null)).rejects.toMatchObject({ status: 404 });
      expect(await types()).toEqual(['council.roles-changed', 'officer.account-changed', 'officer.account-changed', 'role.accepted']);
      const [account] = await database.asOwner('select mail_address from accounts where person_id = $1', [staff.employee.id]);
      expect(account).toEqual({ mail_address: 'thuis@elders.test' });
    });

    it('loses no last officer without a successor who said yes', async () => {
      await roles.end(actorOf(staff.chair), staff.chair.id, await grantOf(staff.chair, 'or_chair'));
      const lastEnds = async () => roles.end(actorOf(staff.secretary), staff.secretary.id, await grantOf(staff.secretary, 'or_secretary'));
      await expect(lastEnds()).rejects.toMatchObject(refusedWith('role.last-officer'));
      await run((tx) => seat(tx, staff.employee, staff.secretary));
      await expect(lastEnds()).rejects.toMatchObject(refusedWith('role.last-officer'));
      await roles.accept(actorOf(staff.employee), await grantOf(staff.employee, 'or_chair'), null);
      await lastEnds();
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'or' });
    });

    it('begins when both invited officers have accepted: the gate hears of it', async () => {
      await database.asOwner("delete from role_grants where role in ('or_chair', 'or_secretary')");
      await roles.grant(admin(), staff.chair.id, 'or_chair');
      await roles.grant(admin(), staff.secretary.id, 'or_secretary');
      await roles.accept(actorOf(staff.chair), await grantOf(staff.chair, 'or_chair'), null);
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'none' });
      await roles.accept(actorOf(staff.secretary), await grantOf(staff.secretary, 'or_secretary'), null);
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'or' });
      expect((await types()).filter((type) => type === 'organisation.fact-changed')).toHaveLength(1);
      expect(await jobs('people.tell-fact-change')).toEqual(['{"attribute":"representativeBody","value":"or"}']);
    });

    it('declines as freely as it accepts', async () => {
      await run((tx) => seat(tx, staff.chair, staff.secretary, staff.employee));
      await roles.decline(actorOf(staff.employee), await grantOf(staff.employee, 'or_member'));
      expect(await types()).toEqual(['council.roles-changed', 'role.declined']);
    });

    it('is ended by both officers, not by one twice', async () => {
      expect(await officers.endCouncil(actorOf(staff.chair), identity())).toBe('asked');
      clock.advance({ minutes: 1 });
      await expect(officers.endCouncil(actorOf(staff.chair), identity())).rejects.toMatchObject(refusedWith('council.ending-asked'));
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'or' });
      expect(await officers.endCouncil(actorOf(staff.secretary), identity())).toBe('ended');
      expect(await run(organisationFacts)).toMatchObject({ representativeBody: 'none' });
    });

    it('is ended by no administrator or member', async () => {
      await expect(officers.endCouncil(admin(), { password: PASSWORD })).rejects.toMatchObject({ status: 404 });
      await expect(officers.endCouncil(actorOf(staff.member), { password: PASSWORD })).rejects.toMatchObject({ status: 404 });
    });
  });

  describe('an officer’s account', () => {
    const openReset = async (): Promise<string> =>
      String((await database.asOwner('select id from officer_resets where confirmed_at is null'))[0]?.['id']);
    const mailsTo = async (person: GivenPerson): Promise<number> =>
      (await jobs('mail.send')).filter((mail) => mail.includes(String(person.email))).length;

    it('is not reset by the administrator: another officer is asked, nothing changes', async () => {
      expect(await accounts.invite(admin(), staff.chair.id)).toEqual({ kind: 'waits-for-officer' });
      expect(await accounts.invite(admin(), staff.chair.id)).toEqual({ kind: 'waits-for-officer' });
      expect(await database.asOwner('select count(*)::int as n from invitations')).toEqual([{ n: 0 }]);
      expect([await mailsTo(staff.chair), await mailsTo(staff.secretary)]).toEqual([0, 1]);
      expect(await types()).toEqual(['officer.reset-asked']);
    });

    it('nor is a plain member’s, who votes: an officer confirms', async () => {
      expect(await accounts.invite(admin(), staff.member.id)).toEqual({ kind: 'waits-for-officer' });
      await accounts.forgot(staff.member.email ?? '');
      expect(await database.asOwner("select 1 from invitations where kind = 'reset'")).toEqual([]);
      await officers.confirmReset(actorOf(staff.secretary), await openReset(), identity());
      expect(await database.asOwner("select 1 from invitations where kind = 'reset'")).toHaveLength(1);
    });

    it('is not reset by mail alone', async () => {
      await accounts.forgot(String(staff.chair.email));
      expect(await database.asOwner('select count(*)::int as n from invitations')).toEqual([{ n: 0 }]);
      expect(await mailsTo(staff.chair)).toBe(0);
    });

    it('is reset when a second officer confirms, who hands over the code; all of it is recorded', async () => {
      await accounts.invite(admin(), staff.chair.id);
      await database.asOwner("insert into sessions values ('h', $1, 'or_chair', $2, $2, null)", [staff.chair.id, clock.now()]);
      const code = await officers.confirmReset(actorOf(staff.secretary), await openReset(), identity());
      expect(await database.asOwner('select count(*)::int as n from sessions where ended_at is null')).toEqual([{ n: 0 }]);
      expect(await accounts.choosePassword(code, 'een nieuw wachtwoord')).toEqual({ kind: 'done' });
      const [account] = await database.asOwner('select totp_secret from accounts where person_id = $1', [staff.chair.id]);
      expect(account).toEqual({ totp_secret: null });
      expect(await types()).toEqual([
        'officer.reset-asked',
        'officer.account-changed',
        'officer.account-changed',
        'account.password-chosen',
      ]);
      await expect(accounts.choosePassword(code, 'nog een wachtwoord')).rejects.toMatchObject({ status: 404 });
    });

    it('is not confirmed by the person, by who asked, by a member or by the administrator', async () => {
      await accounts.forgot(String(staff.chair.email));
      const reset = await openReset();
      await expect(officers.confirmReset(actorOf(staff.chair), reset, identity())).rejects.toMatchObject(refusedWith('reset.needs-second'));
      await expect(officers.confirmReset(actorOf(staff.member), reset, { password: PASSWORD })).rejects.toMatchObject({ status: 404 });
      await expect(officers.confirmReset(admin(), reset, { password: PASSWORD })).rejects.toMatchObject({ status: 404 });
      await expect(officers.confirmReset(actorOf(staff.secretary), reset, { password: 'verkeerd wachtwoord' })).rejects.toMatchObject({
        status: 422,
      });
      await officers.confirmReset(actorOf(staff.secretary), reset, identity());
    });

    it('is reset once when the same officer confirms twice at the same moment', async () => {
      await accounts.invite(admin(), staff.chair.id);
      const reset = await openReset();
      await database.asOwner('update accounts set totp_secret = null, totp_confirmed_at = null where person_id = $1', [staff.secretary.id]);
      const twice = await Promise.allSettled(
        [1, 2].map(() => officers.confirmReset(actorOf(staff.secretary), reset, { password: PASSWORD })),
      );
      expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await database.asOwner('select count(*)::int as n from invitations')).toEqual([{ n: 1 }]);
    });

    it('is opened by no code that was sent before the person took office', async () => {
      await run((tx) => seat(tx, staff.chair, staff.employee));
      await accounts.invite(admin(), staff.employee.id);
      const code = /invitation\/([0-9A-Z]+)/.exec((await jobs('mail.send')).join())?.[1] ?? '';
      expect(await accounts.isOpen(code)).toBe(true);
      await roles.accept(actorOf(staff.employee), await grantOf(staff.employee, 'or_secretary'), null);
      expect(await accounts.isOpen(code)).toBe(false);
    });

    it('is reset by the administrator for anybody who is no officer, and not by HR', async () => {
      expect(await accounts.invite(admin(), staff.employee.id)).toEqual({ kind: 'mailed' });
      await expect(accounts.invite(actorOf(staff.hr), staff.employee.id)).rejects.toMatchObject(refusedWith('account.exists'));
    });

    it('changes its address and password only with password and code, and that is an act', async () => {
      const chair = actorOf(staff.chair);
      await expect(me.changeAddress(chair, { password: PASSWORD }, 'elders@elders.test')).rejects.toMatchObject({ status: 422 });
      await me.changeAddress(chair, identity(), 'elders@elders.test');
      clock.advance({ minutes: 1 });
      expect(await me.changePassword(chair, null, identity(), 'te kort')).toEqual({ kind: 'refused', code: 'password.short' });
      expect(await me.changePassword(chair, null, identity(), 'een nieuw wachtwoord')).toEqual({ kind: 'done' });
      expect((await types()).filter((type) => type === 'officer.account-changed')).toHaveLength(2);
      await me.changeAddress(actorOf(staff.member), { password: PASSWORD }, 'lid@elders.test');
      expect((await types()).filter((type) => type === 'officer.account-changed')).toHaveLength(2);
    });
  });

  describe('a fact', () => {
    const answer = (
      who: GivenPerson,
      name: Parameters<OrganisationService['answer']>[1],
      value: boolean | number | string | string[],
      document = false,
    ) =>
      organisation.answer(actorOf(who), name, {
        value,
        document: document ? { bytes: Buffer.from('# Besluit'), name: 'besluit.md', type: 'x' } : null,
      });
    const answeredAt = async (name: string): Promise<string> =>
      (
        (await database.asOwner('select answered_at from organisation_facts where attribute = $1', [name]))[0]?.['answered_at'] as Date
      ).toISOString();
    const confirm = async (who: GivenPerson, name: Parameters<OrganisationService['confirm']>[1]) =>
      organisation.confirm(actorOf(who), name, await answeredAt(name), identity());

    it('is answered by its owner alone', async () => {
      for (const who of [staff.orgAdmin, staff.director, staff.it, staff.dpo, staff.chair])
        await expect(answer(who, 'headcount', 500)).rejects.toMatchObject({ status: 404 });
      for (const who of [staff.hr, staff.director, staff.dpo])
        await expect(answer(who, 'publicBody', false)).rejects.toMatchObject({ status: 404 });
      for (const who of [staff.hr, staff.orgAdmin])
        await expect(answer(who, 'worksCouncilExemptionReference', 'SER', true)).rejects.toMatchObject({ status: 404 });
      for (const who of [staff.hr, staff.director, staff.chair])
        await expect(answer(who, 'staffRepresentationExtraPowers', ['kl'], true)).rejects.toMatchObject({ status: 404 });
      await answer(staff.hr, 'headcount', 500);
      expect(await types()).toEqual(['organisation.fact-answered', 'organisation.fact-changed']);
    });

    it('never says fewer people than the register', async () => {
      await expect(answer(staff.hr, 'headcount', 19)).rejects.toMatchObject({
        status: 422,
        reasons: [{ field: 'value', code: 'headcount.below-register' }],
      });
      await answer(staff.hr, 'headcount', 20);
      await run((tx) => givenPerson(tx, { otherLanguage: 'pl' }));
      await expect(answer(staff.hr, 'workforceLanguages', ['nl'])).rejects.toMatchObject({ status: 422 });
      await answer(staff.hr, 'workforceLanguages', ['nl', 'pl']);
    });

    it('loses its confirmation with each new answer, until the DPO confirms again', async () => {
      await answer(staff.orgAdmin, 'publicBody', false);
      expect(await run(organisationFacts)).toMatchObject({ publicBody: null });
      for (const who of [staff.orgAdmin, staff.hr, staff.chair, staff.director])
        await expect(confirm(who, 'publicBody')).rejects.toMatchObject({ status: 404 });
      await confirm(staff.dpo, 'publicBody');
      expect(await run(organisationFacts)).toMatchObject({ publicBody: false });
      await expect(confirm(staff.dpo, 'publicBody')).rejects.toMatchObject(refusedWith('fact.confirmed-already'));
      expect(await types()).toEqual([
        'organisation.fact-answered',
        'organisation.fact-changed',
        'organisation.fact-confirmed',
        'organisation.fact-changed',
      ]);
    });

    it('is confirmed as it was read, not as it was changed meanwhile', async () => {
      await answer(staff.orgAdmin, 'publicBody', true);
      const read = await answeredAt('publicBody');
      clock.advance({ minutes: 1 });
      await answer(staff.orgAdmin, 'publicBody', false);
      await expect(organisation.confirm(actorOf(staff.dpo), 'publicBody', read, identity())).rejects.toMatchObject(
        refusedWith('fact.changed-meanwhile'),
      );
      expect(await run(organisationFacts)).toMatchObject({ publicBody: null });
    });

    it('that needs a document is refused without one', async () => {
      await expect(answer(staff.director, 'worksCouncilExemptionReference', 'SER 12')).rejects.toMatchObject({
        reasons: [{ field: 'document', code: 'document.missing' }],
      });
      await answer(staff.director, 'worksCouncilExemptionReference', 'SER 12', true);
      expect(await run(organisationFacts)).toMatchObject({ worksCouncilExemptionReference: null });
      await confirm(staff.dpo, 'worksCouncilExemptionReference');
      expect(await run(organisationFacts)).toMatchObject({ worksCouncilExemptionReference: 'SER 12' });
    });

    it('about extra powers takes both contacts of the staff representation', async () => {
      const [first, second] = await run(async (tx) => [
        await givenPerson(tx, { roles: ['pvt_contact'] }),
        await givenPerson(tx, { roles: ['pvt_contact'] }),
      ]);
      await answer(first!, 'staffRepresentationExtraPowers', ['kl'], true);
      await expect(confirm(first!, 'staffRepresentationExtraPowers')).rejects.toMatchObject(refusedWith('fact.own-answer'));
      expect(await run(organisationFacts)).toMatchObject({ staffRepresentationExtraPowers: null });
      await confirm(second!, 'staffRepresentationExtraPowers');
      expect(await run(organisationFacts)).toMatchObject({ staffRepresentationExtraPowers: ['kl'] });
    });
  });
});

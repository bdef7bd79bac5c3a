import { HomeService } from '../../src/features/home/home.service.js';
import { createTool, latestVersion } from '../../src/features/tools/index.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import type { Role } from '../../src/kernel/actor.js';
import type { Tx } from '../../src/platform/database/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const NOW = '2026-03-02T09:00:00Z';

let database: TestDatabase;
let staff: Staff;
let home: HomeService;

beforeAll(async () => {
  database = await databaseFor('home');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  home = new HomeService(database.transactions, new TestClock(NOW));
});
afterAll(() => database.close());

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transactions.run(work);
const at = new Date(NOW);

const givenObjection = (tx: Tx, toolId: string, personId: string, dueOn: string): Promise<string> => {
  const id = newId('o');
  return tx
    .query(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, 'x', $4, $5, $6)`,
      [id, toolId, personId, newReference(), at, dueOn],
    )
    .then(() => id);
};

const givenSummary = (tx: Tx, toolId: string, versionId: string, seen: { dpo: boolean; council: boolean }): Promise<unknown> =>
  tx.query(
    `insert into gate_summaries (tool_id, version_id, state, open_requirements, turns, seen_by_dpo, seen_by_council, refreshed_at)
     values ($1, $2, 'closed', '{E5}', '{"dpo": ["E5"]}', $3, $4, $5)`,
    [toolId, versionId, seen.dpo, seen.council, at],
  );

const seenTools = async (role: Role, person = staff.employee): Promise<readonly string[]> =>
  (await home.read(actorOf(person, role))).tools.map(({ toolName }) => toolName);

describe('the start page reads', () => {
  it('drafts for who makes them, and not for the DPO, the council or employees', async () => {
    await run(async (tx) => {
      const draft = await givenTool(tx, at, { name: 'Concept' });
      const asked = await givenTool(tx, at, { name: 'Om advies gevraagd' });
      await givenSummary(tx, draft.toolId, draft.id, { dpo: false, council: false });
      await givenSummary(tx, asked.toolId, asked.id, { dpo: true, council: false });
    });
    expect(await seenTools('hr_registrar')).toEqual(['Concept', 'Om advies gevraagd']);
    expect(await seenTools('dpo')).toEqual(['Om advies gevraagd']);
    expect(await seenTools('or_chair')).toEqual([]);
    expect(await seenTools('employee')).toEqual([]);
  });

  it('objections for their handler and deputy only, never the handler’s own, and the first date', async () => {
    const [own, other] = await run(async (tx) => {
      const { toolId } = await givenTool(tx, at);
      await tx.query(
        `insert into channels (kind, handler_id, deputy_id, is_open, changed_by, changed_at) values ('objection', $1, $2, true, 'p_hr', $3)`,
        [staff.objectionHandler.id, staff.objectionDeputy.id, at],
      );
      await givenObjection(tx, toolId, staff.employee.id, '2026-04-02');
      return [
        await givenObjection(tx, toolId, staff.objectionHandler.id, '2026-03-20'),
        await givenObjection(tx, toolId, staff.colleague.id, '2026-03-25'),
      ];
    });
    const load = async (person: Staff[keyof Staff]) => (await home.read(actorOf(person, 'objection_handler'))).objections;
    expect(await load(staff.objectionHandler)).toEqual({ open: 2, firstDueOn: '2026-03-25' });
    expect(await load(staff.objectionDeputy)).toEqual({ open: 3, firstDueOn: '2026-03-20' });
    expect(await load(staff.manager)).toEqual({ open: 0, firstDueOn: null });
    await run((tx) =>
      tx.query(
        `insert into objection_acts (id, objection_id, kind, text, by_person, at) select 'oa' || x, x, 'upheld', '', 'p', $2 from unnest($1::text[]) x`,
        [[own, other], at],
      ),
    );
    expect(await load(staff.objectionDeputy)).toEqual({ open: 1, firstDueOn: '2026-04-02' });
    expect((await home.read(actorOf(staff.hr, 'hr_registrar'))).objections).toBeNull();
  });

  it('open cases for the handler who has them', async () => {
    await run((tx) =>
      tx.query(
        `insert into complaints (id, category, route, desk, is_disclosure, reference, handler_id, lodged_on, due_on)
         values ('k_1', 'other', 'anonymous', 'handler', false, 'K-1', $1, '2026-03-02', '2026-04-13')`,
        [staff.complaintHandler.id],
      ),
    );
    const load = async (person: Staff[keyof Staff]) => (await home.read(actorOf(person, 'complaint_handler'))).complaints;
    const byAdviser = async () => (await home.read(actorOf(staff.complaintHandler, 'trusted_person'))).complaints;
    expect(await byAdviser()).toEqual({ open: 1, firstDueOn: '2026-04-13' });
    expect(await load(staff.complaintHandler)).toEqual({ open: 1, firstDueOn: '2026-04-13' });
    expect(await load(staff.complaintDeputy)).toEqual({ open: 0, firstDueOn: null });
    await run((tx) =>
      tx.query(
        `insert into complaint_messages (id, complaint_id, kind, side, outcome, on_day) values ('m_1', 'k_1', 'closed', 'handler', 'upheld', '2026-03-02')`,
      ),
    );
    expect(await load(staff.complaintHandler)).toEqual({ open: 0, firstDueOn: null });
  });

  it('reports of notices that did not arrive, for the DPO until one is settled', async () => {
    await run(async (tx) => {
      const { toolId, id, fingerprint } = await givenTool(tx, at);
      await tx.query(
        `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
         values ('n_1', $1, $2, $3, 'notice', '{}', 'x', 'N-1', 'p_hr', $4)`,
        [toolId, id, fingerprint, at],
      );
      await tx.query(`insert into notice_deliveries (notice_id, person_id, unit_id, sent_at) values ('n_1', $1, $2, $3)`, [
        staff.employee.id,
        staff.employee.unitId,
        at,
      ]);
      await tx.query(
        `insert into hand_overs (id, notice_id, person_id, statement, handed_by, handed_at, witness_asked, disputed_at, dispute)
         values ('h_1', 'n_1', $1, 'x', $2, $4, $3, $4, 'Niet gehad')`,
        [staff.employee.id, staff.hr.id, staff.manager.id, at],
      );
    });
    const reports = async (role: Role) => (await home.read(actorOf(staff.employee, role))).disputes;
    expect([await reports('dpo'), await reports('hr_registrar')]).toEqual([1, 0]);
    await run((tx) => tx.query(`update hand_overs set settled_by = 'p', settled_at = $1, settled_as = 'delivered'`, [at]));
    expect(await reports('dpo')).toBe(0);
  });

  it('what the employer owes: an answer to the council, a date for what runs without consent', async () => {
    await run(async (tx) => {
      await createTool(tx, actorOf(staff.chair, 'or_chair'), at, { name: 'Camera', councilClaim: 'Wij horen het.' });
      await createTool(tx, actorOf(staff.hr, 'hr_registrar'), at, { name: 'Auto’s', runsWithoutConsent: true });
    });
    const { unanswered } = await home.read(actorOf(staff.director, 'director'));
    expect(unanswered.map(({ toolName, lacks }) => [toolName, lacks])).toEqual([
      ['Camera', 'answer'],
      ['Auto’s', 'date'],
    ]);
    await run((tx) => tx.query(`update tools set hr_answer = 'does_not_run', stop_or_repair_on = '2026-05-01'`));
    expect((await home.read(actorOf(staff.hr, 'hr_registrar'))).unanswered).toEqual([]);
  });

  it('a recorded decision for the other officer, until it is confirmed; a promise when it is due', async () => {
    const decisionId = await run(async (tx) => {
      const { toolId } = await givenTool(tx, at, { name: 'Belcijfers', until: 'fixed' });
      const version = await latestVersion(tx, toolId);
      const chain = await givenChain(tx, version, staff, {
        without: ['final', 'copies', 'notice', 'channels', 'warning'],
        conditions: [{ text: 'Elk kwartaal bespreken', owner: 'hr_registrar', dueOn: '2026-03-02' }],
      });
      return chain.decisionId;
    });
    const waiting = async (person: Staff[keyof Staff], role: Role) =>
      (await home.read(actorOf(person, role))).confirmations.filter(({ name }) => name === 'Belcijfers').map(({ kind }) => kind);
    expect(await waiting(staff.chair, 'or_chair')).toEqual(['promise']);
    await database.asOwner(`alter table decision_confirmations disable trigger all`);
    await database.asOwner(`delete from decision_confirmations where decision_id = $1`, [decisionId]);
    const [row] = await database.asOwner(`select recorded_by from council_decisions where id = $1`, [decisionId]);
    const recordedByChair = row?.['recorded_by'] === staff.chair.id;
    expect(await waiting(staff.chair, 'or_chair')).toEqual(recordedByChair ? [] : ['decision']);
    expect(await waiting(staff.secretary, 'or_secretary')).toEqual(recordedByChair ? ['decision'] : []);
    expect(await waiting(staff.member, 'or_member')).toEqual([]);
  });

  it('what one officer asked for the other officer only', async () => {
    await run((tx) =>
      tx.query(`insert into officer_resets (id, person_id, asked_by, asked_at) values ('o_1', $1, $2, now())`, [
        staff.secretary.id,
        staff.orgAdmin.id,
      ]),
    );
    await run((tx) => tx.query(`insert into council_endings (id, asked_by, asked_at) values ('o_2', $1, now())`, [staff.secretary.id]));
    const waiting = async (person: Staff[keyof Staff], role: Role) => (await home.read(actorOf(person, role))).officers;
    expect(await waiting(staff.chair, 'or_chair')).toEqual({ resets: [staff.secretary.name], ending: true });
    expect(await waiting(staff.secretary, 'or_secretary')).toEqual({ resets: [], ending: false });
    expect(await waiting(staff.member, 'or_member')).toEqual({ resets: [], ending: false });
  });

  it('a role that was offered until it is accepted, and the roles that nobody holds for the administrator', async () => {
    const offered = async () => (await home.read(actorOf(staff.colleague))).offered;
    const grant = (sql: string) => run((tx) => tx.query(sql, [staff.colleague.id]));
    await grant(`insert into role_grants (id, person_id, role, granted_at) values ('g_1', $1, 'or_member', now())`);
    expect(await offered()).toEqual(['or_member']);
    await grant(`update role_grants set accepted_at = now() where person_id = $1`);
    expect(await offered()).toEqual([]);
    const vacant = async (role: Role) => (await home.read(actorOf(staff.orgAdmin, role))).vacant;
    expect([await vacant('org_admin'), await vacant('employee')]).toEqual([[], []]);
    await run((tx) => tx.query(`update role_grants set ended_at = now(), ended_by = 'p' where role = 'dpo'`));
    expect(await vacant('org_admin')).toEqual(['dpo']);
  });

  it('whether there is an organisation', async () => expect(await home.isSetUp()).toBe(true));
  it('a late order about one person for DPO and handler, but not for a handler in whose line that person is', async () => {
    const late = await run(async (tx) => {
      const tool = await givenTool(tx, at, { name: 'Laat' });
      await tx.query(
        `insert into orders (id, tool_id, version_id, kind, person_id, instructions, reference, given_at, due_at)
         values ($1, $2, $3, 'person_out', $4, '{}', $5, $6, $6)`,
        [newId('o'), tool.toolId, tool.id, staff.employee.id, newReference(), new Date('2026-02-20T09:00:00Z')],
      );
      return async (role: Role, person: Staff[keyof Staff]) => (await home.read(actorOf(person, role))).latePersonOut.length;
    });
    expect([await late('dpo', staff.dpo), await late('objection_handler', staff.objectionHandler)]).toEqual([1, 1]);
    await database.asOwner('update persons set manager_id = $1 where id = $2', [staff.objectionHandler.id, staff.employee.id]);
    expect([await late('dpo', staff.dpo), await late('objection_handler', staff.objectionHandler)]).toEqual([1, 0]);
    await database.asOwner('update persons set manager_id = $1 where id = $2', [staff.manager.id, staff.employee.id]);
    await database.asOwner('delete from orders');
  });
});

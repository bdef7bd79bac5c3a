import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import { ClosingService } from '../../src/features/dashboards/closing.service.js';
import { closePeriod } from '../../src/features/dashboards/dashboards.repository.js';
import { DashboardsService } from '../../src/features/dashboards/dashboards.service.js';
import { FiguresService } from '../../src/features/dashboards/figures.service.js';
import { figuresCsv, figuresProps } from '../../src/features/dashboards/figures.views.js';
import { LooksService } from '../../src/features/dashboards/looks.service.js';
import { lookCells } from '../../src/features/dashboards/looks.views.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { fixVersion, readVersion, type Version, writeEnforcement } from '../../src/features/tools/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenNativeTool } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { givenDeclarations, LOGINS, PEOPLE, shareOf, totalOf } from '../support/given-declarations.js';
import { actorOf, givenPerson, givenStaff, givenUnit, type Staff } from '../support/given-people.js';
import { givenPeopleIn, givenRollup } from '../support/given-rollups.js';
import { actorIn, givenTool } from '../support/given-tools.js';

const BEGAN = new Date('2026-01-12T08:00:00Z');
const clock = new TestClock('2026-02-20T10:00:00Z');
const MONDAYS = ['2026-02-23', '2026-03-02', '2026-03-09'];

let database: TestDatabase;
let staff: Staff;
let figures: FiguresService;
let looks: LooksService;
let closing: ClosingService;
let gates: GateService;
let version: Version;
let units: { own: string; large: string; small: string };
let otherManager: Actor;
const manager = (): Actor => actorOf(staff.manager);

const CONDITION = { text: 'Groepen van 12', limit: { kind: 'smallest_group', value: 12 } } as const;
const withDashboards = async (name = 'Inloggen', conditions: NonNullable<ChainWishes['conditions']> = [CONDITION]): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const { id } = await givenTool(tx, BEGAN, { name, unitIds: [units.own, units.large, units.small], until: 'assessed' });
    const open = await readVersion(tx, id);
    const all = [units.own, units.large, units.small];
    const viewers = ['manager', 'director'] as const;
    await givenDeclarations(tx, BEGAN, open, {
      metrics: [LOGINS, PEOPLE],
      dashboards: [shareOf(all, { viewers }), totalOf([units.own, units.large], { viewers: ['manager'] })],
    });
    await writeEnforcement(tx, actorIn('it_admin'), BEGAN, id, 'native');
    await fixVersion(tx, actorIn('privacy_officer'), BEGAN, id);
    const fixed = await readVersion(tx, id);
    await givenChain(tx, fixed, staff, { conditions });
    return fixed;
  });
const counted = (unitId: string, start: string, people: number, logins: number): Promise<void> =>
  database.transactions.run(async (tx) => {
    const row = { toolId: version.toolId, versionId: version.id, unitId, period: 'week' as const, start };
    await givenRollup(tx, { ...row, metric: PEOPLE.code, people });
    await givenRollup(tx, { ...row, metric: LOGINS.code, total: logins });
  });
const SHARE = 'signed_in_share';
const page = async (who: Actor, code = SHARE) => figuresProps(await figures.view(who, version.toolId, code), who.role, 'nl');
const refusal = async (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'allowed',
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.code}` : String(error)),
  );

beforeAll(async () => {
  database = await databaseFor('dashboard_figures');
  const transactions = database.transactions;
  staff = await transactions.run((tx) => givenStaff(tx));
  figures = new FiguresService(transactions, clock);
  looks = new LooksService(transactions);
  closing = new ClosingService(transactions);
  gates = new GateService(transactions, clock);
  units = await transactions.run(async (tx) => ({
    own: await givenUnit(tx, 'Balie'),
    large: await givenUnit(tx, 'Buitendienst'),
    small: await givenUnit(tx, 'Griffie'),
  }));
  await transactions.run(async (tx) => {
    await givenPeopleIn(tx, units.own, 20, staff.manager.id);
    await givenPeopleIn(tx, units.large, 30);
    await givenPeopleIn(tx, units.small, 4);
    otherManager = actorOf(await givenPerson(tx, { roles: ['manager'], unitId: units.large }));
    const platform = await givenNativeTool(tx, BEGAN, { unitIds: [staff.employee.unitId], name: 'Countersign', isPlatform: true });
    await givenChain(tx, platform, staff);
    await database.asOwner('select 1');
  });
  const [platform] = await database.asOwner(
    `select v.tool_id, v.number from tool_versions v join tools t on t.id = v.tool_id where t.is_platform`,
  );
  await gates.activate(actorOf(staff.it), String(platform?.['tool_id']), Number(platform?.['number']), randomUUID());
  version = await withDashboards();
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
});
afterAll(() => database.close());

describe('a dashboard', () => {
  it('shows nothing before a whole week has passed, and closes weeks once', async () => {
    await counted(units.own, MONDAYS[0]!, 11, 200);
    await counted(units.own, MONDAYS[1]!, 12, 260);
    await counted(units.own, MONDAYS[2]!, 17, 311);
    await counted(units.large, MONDAYS[2]!, 30, 900);
    await closing.close(clock.now());
    expect((await page(manager())).latest).toBeNull();
    clock.set('2026-03-17T04:00:00Z');
    await closing.close(clock.now());
    await closing.close(clock.now());
    const rows = await database.asOwner(`select period_start::text as start, people from closed_periods where unit_id = $1 order by 1`, [
      units.own,
    ]);
    expect(rows).toEqual(MONDAYS.map((start) => ({ start, people: 20 })));
    const acts = await database.asOwner(`select 1 from evidence_entries where type = 'dashboard.period-closed'`);
    expect(acts).toHaveLength(1);
  });

  it('shows a manager the groups of own people, rounded, with the size as a band', async () => {
    const seen = await page(manager());
    expect(seen.lines.map(({ title }) => title)).toEqual(['Groep 1']);
    expect(seen.lines[0]).toMatchObject({ cells: ['55 %', '55 %', '85 %'], size: '20 tot en met 29 mensen', bars: [55, 55, 85] });
    expect(seen.rule).toBe('U ziet alleen groepen van 12 mensen of meer (besluit van 2 februari 2026).');
    expect(seen.conditions).toEqual(['Groepen van 12']);
    expect((await page(manager(), 'logins_total')).lines[0]?.cells).toEqual([
      'ongeveer 200 keer',
      'ongeveer 260 keer',
      'ongeveer 310 keer',
    ]);
  });

  it('hides a small group and, from whoever sees all groups, the total that would give it away', async () => {
    await counted(units.small, MONDAYS[2]!, 4, 44);
    const seen = await page(actorOf(staff.director));
    const last = seen.lines.map(({ title, cells }) => [title, cells.at(-1)]);
    expect(last).toEqual([
      ['Groep 1', '85 %'],
      ['Groep 2', 'boven 90 %'],
      ['Groep 3', 'te klein'],
      ['Alle groepen samen', 'weggelaten'],
    ]);
    expect(seen).toMatchObject({ hidesSmall: true, hidesSecond: true });
  });

  it('tells a week in which nothing came in as one in which little did, so that nothing is known of a small group', async () => {
    const figuresOf = () =>
      database.asOwner(
        `select r.unit_id, r.total, r.people from metric_rollups r where r.period_start = $1 and r.metric = $2 and r.version_id = $3 order by 1`,
        [MONDAYS[0], PEOPLE.code, version.id],
      );
    const cells = async () => (await page(actorOf(staff.director))).lines.map(({ cells: [first] }) => first);
    const all = [units.own, units.large, units.small].sort();
    expect((await figuresOf()).map(({ unit_id: unit }) => unit)).toEqual(all);
    expect(await cells()).toEqual(['55 %', 'onder 10 %', 'te klein', 'weggelaten']);
    expect((await page(manager(), 'logins_total')).isDeleted).toBe(false);
  });

  it('says of a week that it was deleted, and goes on telling the next one as it was told', async () => {
    const told = () => database.asOwner(`select period_start::text as start from told_figures where dashboard = $1 order by 1`, [SHARE]);
    const cells = async () => (await page(manager())).lines[0]?.cells;
    expect(await cells()).toEqual(['55 %', '55 %', '85 %']);
    expect((await told()).map(({ start }) => start)).toEqual(MONDAYS.flatMap((start) => [start, start]));
    await database.transactions.run((tx) => tx.query(`delete from metric_rollups where period_start = $1`, [MONDAYS[0]]));
    expect((await told()).map(({ start }) => start)).toEqual(MONDAYS.slice(1).flatMap((start) => [start, start]));
    expect(await cells()).toEqual(['gewist', '55 %', '85 %']);
    await database.asOwner(`create table kept as select * from told_figures`);
    await database.asOwner(`delete from told_figures`);
    expect(await cells()).toEqual(['gewist', '60 %', '85 %']);
    await database.asOwner(`insert into told_figures select * from kept`);
    await database.asOwner(`drop table kept`);
  });

  it('is there for the DPO and the council whoever the version names, to look at and not to take along', async () => {
    for (const who of [staff.dpo, staff.chair, staff.member]) {
      const seen = await page(actorOf(who));
      expect([seen.lines.length, seen.closed, seen.exportHref]).toEqual([4, null, null]);
    }
    expect((await page(actorOf(staff.director))).exportHref).toContain('/export');
    expect(await refusal(figures.view(actorOf(staff.it), version.toolId, SHARE))).toBe('404 page.unknown');
  });

  it('is not there for a manager without people in it, for a role that is not named, and under no other name', async () => {
    expect(await refusal(figures.view(otherManager, version.toolId, SHARE))).toBe('404 page.unknown');
    expect(await refusal(figures.view(actorOf(staff.hr), version.toolId, SHARE))).toBe('404 page.unknown');
    expect(await refusal(figures.view(actorOf(staff.director), version.toolId, 'logins_total'))).toBe('404 page.unknown');
    expect(await refusal(figures.view(manager(), version.toolId, 'none'))).toBe('404 page.unknown');
    expect(await refusal(figures.view(manager(), 't_none', SHARE))).toBe('404 page.unknown');
    expect(await refusal(figures.view(manager(), version.toolId, SHARE))).toBe('allowed');
    const overview = await new DashboardsService(database.transactions, clock).overview(otherManager);
    expect(overview.tools.map(({ dashboards }) => dashboards)).toEqual([[]]);
  });

  it('loses the past of a group that shrank', async () => {
    await database.asOwner(
      `update persons set left_at = now(), ends_on = '2026-03-17' where unit_id = $1 and id in (select id from persons where unit_id = $1 limit 9)`,
      [units.own],
    );
    clock.set('2026-03-24T04:00:00Z');
    await closing.close(clock.now());
    await counted(units.own, '2026-03-16', 8, 100);
    expect((await page(manager())).lines[0]?.cells).toEqual(['gewist', 'niet meer te zien', 'niet meer te zien', 'te klein']);
  });
});

describe('a week in which the tool was suspended', () => {
  it('says from its first moment to its last that the tool stood still, also by suspensions that overlap, and for a second less it does not', async () => {
    const secondWeek = async (at: string, until: string) => {
      const id = randomUUID();
      await database.asOwner(
        `insert into suspensions (id, tool_id, cause, reason, by_role, reference, at) values ($1, $2, 'stopped', 'x', 'system', $1, $3)`,
        [id, version.toolId, at],
      );
      await database.asOwner(
        `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) values ($1, 'x', 'x', 'it_admin', $2)`,
        [id, until],
      );
      const { lines, stoodStill } = await page(actorOf(staff.director));
      return [...lines.map(({ cells }) => cells[1]), stoodStill];
    };
    expect(await secondWeek('2026-03-01T22:30:00Z', '2026-03-08T22:59:59Z')).toEqual([
      'niet meer te zien',
      'onder 10 %',
      'te klein',
      'weggelaten',
      false,
    ]);
    expect(await secondWeek('2026-03-01T23:00:01Z', '2026-03-08T23:00:00Z')).toEqual([...Array<string>(4).fill('stond stil'), true]);
  });
});

describe('a condition that names who may look', () => {
  it('keeps a manager out of figures and file with its reason, and lets in whom it names and who watches over it', async () => {
    const other = await withDashboards('Aanmelden', [
      { text: 'Alleen de directie', limit: { kind: 'viewers_only', value: ['planner', 'director'] } },
    ]);
    await gates.activate(actorOf(staff.it), other.toolId, other.number, randomUUID());
    const seen = await figures.view(manager(), other.toolId, SHARE);
    expect(seen.figures).toBeNull();
    const { closed, conditions } = figuresProps(seen, 'manager', 'nl');
    expect([closed, conditions]).toEqual([expect.stringContaining('Leidinggevenden mogen dit niet zien'), ['Alleen de directie']]);
    expect(await refusal(figures.exported(manager(), other.toolId, SHARE, 'attendance'))).toBe('409 dashboard.closed');
    for (const who of [staff.director, staff.dpo, staff.chair])
      expect((await figures.view(actorOf(who), other.toolId, SHARE)).figures).not.toBeNull();
    const [looked] = await database.asOwner(`select count(*)::int as n from dashboard_views where tool_id = $1 and role = 'manager'`, [
      other.toolId,
    ]);
    expect(looked).toEqual({ n: 0 });
  });
});

describe('taking figures along', () => {
  it('asks for an approved purpose, and gives the same as the page', async () => {
    expect(await refusal(figures.exported(actorOf(staff.director), version.toolId, SHARE, 'nieuwsgierig'))).toBe('422 input.unusable');
    const seen = await figures.exported(actorOf(staff.director), version.toolId, SHARE, 'attendance');
    const csv = figuresCsv(seen, 'nl').trim().split('\r\n');
    expect(csv[0]).toContain('periode_vanaf,periode_tot_en_met,groep,grootte,cijfer');
    expect(csv).toContain('2026-03-09,2026-03-15,Groep 2,30 tot en met 49 mensen,boven 90 %');
    expect(csv).toContain('2026-03-09,2026-03-15,Groep 3,,te klein');
    expect(csv.join('\n')).not.toMatch(/\b(17|20|30|4)\b people/);
  });
});

describe('who looked', () => {
  it('is written down with the fields of the log of processings', async () => {
    const [row] = await database.asOwner(
      `select * from dashboard_views where operation = 'view' and role = 'manager' and dashboard = $1 order by written_as limit 1`,
      [SHARE],
    );
    expect(row).toMatchObject({
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      operation_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      processing_activity: `urn:countersign:processing:${version.id}`,
      status: 'ok',
      person_id: staff.manager.id,
      groups: ['group_1'],
      units: [units.own],
    });
    await expect(database.transactions.run((tx) => tx.query('delete from dashboard_views'))).rejects.toThrow('permission denied');
    const entries = await database.asOwner(
      `select count(*)::int as n from evidence_entries where type in ('dashboard.viewed', 'dashboard.exported')`,
    );
    const rows = await database.asOwner('select count(*)::int as n from dashboard_views');
    expect(entries).toEqual(rows);
  });

  it('is shown to employees of the groups that were looked at, and to nobody else', async () => {
    const [member] = await database.asOwner(`select id from persons where unit_id = $1 limit 1`, [units.small]);
    const reader: Actor = { personId: String(member?.['id']), role: 'employee', roles: ['employee'], language: 'nl' };
    const lines = (await looks.own(reader, 1)).looks.map((look) => lookCells(look, 'nl'));
    expect(lines[0]).toEqual([
      '24 maart 2026, 05.00 uur',
      `${staff.director.name} (Bestuurder)`,
      'Wie was er ingelogd? (Inloggen)',
      'Groep 1, Groep 2, Groep 3',
      expect.stringMatching(/^Meegenomen als bestand, voor: /),
    ]);
    expect(lines.map(([, who]) => who)).not.toContain(`${staff.manager.name} (Leidinggevende)`);
    expect(await looks.own(actorOf(staff.employee), 1)).toEqual({ looks: [], alone: [], page: 1, pages: 1 });
    expect((await looks.all(1)).looks.length).toBeGreaterThan(lines.length);
  });

  it('is shown as well to who changed units since they were told of that tool, and of no other tool', async () => {
    const mover = await database.transactions.run(async (tx) => givenPerson(tx, { unitId: await givenUnit(tx, 'Archief') }));
    const titles = async () => (await looks.own(actorOf(mover, 'employee'), 1)).looks.map(({ titleNl }) => titleNl);
    const told = (toolId: string) =>
      database.asOwner(
        `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at) select id, $1, $2, now() from notices where tool_id = $3 limit 1 returning 1`,
        [mover.id, units.small, toolId],
      );
    expect(await titles()).toEqual([]);
    const [platform] = await database.asOwner('select id from tools where is_platform');
    expect(await told(String(platform?.['id']))).toHaveLength(1);
    expect(await titles()).toEqual([]);
    expect(await told(version.toolId)).toHaveLength(1);
    expect(new Set(await titles())).toEqual(new Set(['Wie was er ingelogd?']));
  });

  it('is shown to an employee page by page, down to the first look', async () => {
    const unitId = await database.transactions.run((tx) => givenUnit(tx, 'Burgerzaken'));
    const reader = actorOf(await database.transactions.run((tx) => givenPerson(tx, { unitId })), 'employee');
    await database.asOwner(
      `insert into dashboard_views (id, trace_id, operation_id, operation, processing_activity, status, started_at, ended_at, tool_id, version_id, dashboard,
         groups, units, person_id, role)
       select 'l_page_' || n, repeat('a', 32), repeat('b', 16), 'view', 'urn:n:' || n, 'ok', now(), now(), $1, $2, $3, '{}', array[$4], $5, 'manager'
         from generate_series(1, 120) n`,
      [version.toolId, version.id, SHARE, unitId, staff.manager.id],
    );
    const numbers = async (page: number) => {
      const read = await looks.own(reader, page);
      return { ...read, looks: read.looks.map(({ processingActivity }) => Number(processingActivity.split(':')[2])) };
    };
    const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);
    expect(await numbers(1)).toMatchObject({ looks: down(120, 71), page: 1, pages: 3 });
    expect(await numbers(2)).toMatchObject({ looks: down(70, 21), page: 2 });
    for (const page of [3, 4]) expect(await numbers(page)).toMatchObject({ looks: down(20, 1), page: 3, pages: 3 });
  });

  it('is a line too when it broke off', async () => {
    await database.asOwner('alter table metric_rollups rename to metric_rollups_away');
    await expect(figures.view(manager(), version.toolId, SHARE)).rejects.toThrow('metric_rollups');
    await database.asOwner('alter table metric_rollups_away rename to metric_rollups');
    const [last] = await database.asOwner('select status, groups from dashboard_views order by written_as desc limit 1');
    expect(last).toEqual({ status: 'error', groups: [] });
  });
});

describe('a stop', () => {
  it('closes the dashboard at once with its reason, and nothing can be taken along', async () => {
    const before = await looks.all(1);
    await new StopService(database.transactions, clock).stop(actorOf(staff.chair), version.toolId, { reason: 'geheim', key: randomUUID() });
    const seen = await figures.view(manager(), version.toolId, SHARE);
    expect(seen.figures).toBeNull();
    expect(figuresProps(seen, 'manager', 'nl').closed).toBe('Sinds 24 maart 2026. Het volgsysteem is gestopt.');
    expect(await refusal(figures.exported(manager(), version.toolId, SHARE, 'attendance'))).toBe('409 dashboard.closed');
    expect((await looks.all(1)).looks.length).toBe(before.looks.length);
  });
});

describe('how many people a group had', () => {
  it('is from the first day of the week to the last: who came during it, or moved in after it, hides nobody in it', async () => {
    const unit = await database.transactions.run((tx) => givenUnit(tx, 'Team'));
    const named = await database.transactions.run((tx) =>
      givenTool(tx, BEGAN, { name: 'Teams', unitIds: [unit], until: 'assessed' }).then(({ id }) => readVersion(tx, id)),
    );
    await database.transactions.run((tx) => givenPeopleIn(tx, unit, 20));
    const sizes = async (start: string, lastDay: string) => {
      const closing = { versionId: named.id, period: 'week' as const, start, lastDay, units: [unit], smallest: 12, now: clock.now() };
      await database.transactions.run((tx) => closePeriod(tx, closing));
      const [row] = await database.asOwner(
        'select people, throughout, smallest from closed_periods where version_id = $1 and period_start = $2',
        [named.id, start],
      );
      return row;
    };
    expect(await sizes('2026-03-02', '2026-03-08')).toEqual({ people: 20, throughout: 20, smallest: 12 });
    await database.asOwner(
      `update persons set unit_since = (case when id in (select id from persons where unit_id = $1 order by id limit 5) then '2026-03-12' else '2026-03-16' end)::date
       where unit_id = $1 and id in (select id from persons where unit_id = $1 order by id limit 17)`,
      [unit],
    );
    expect(await sizes('2026-03-09', '2026-03-15')).toEqual({ people: 8, throughout: 3, smallest: 12 });
    expect(await sizes('2026-03-16', '2026-03-22')).toEqual({ people: 20, throughout: 20, smallest: 12 });
  });
});

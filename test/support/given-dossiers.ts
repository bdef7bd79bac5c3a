import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChainActs } from '../../src/demo/chain-acts.js';
import { DossierActs } from '../../src/demo/dossier-acts.js';
import { COUNTERSIGN, HOME_LOGIN, OFFICE_LOGS } from '../../src/demo/sample-tools.catalogue.js';
import { Stage, type StagePerson } from '../../src/demo/stage.js';
import { DecisionService, FinalDecisionService } from '../../src/features/consultation/index.js';
import { type Gate, gateOf } from '../../src/features/gate/index.js';
import { latestVersion, versionAt } from '../../src/features/tools/index.js';
import type { Role } from '../../src/kernel/actor.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { DemoClock } from '../../src/platform/config/demo-clock.js';
import { JobRegistry, runJobsOnce } from '../../src/platform/jobs/index.js';
import type { TypedDecision } from '../../src/features/consultation/domain/decide.js';
import type { TestApp } from './app.js';
import { givenChannels } from './given-chain.js';
import { givenFact, givenRole, givenStaff, PASSWORD, type Staff, TOTP_SECRET, totpAt } from './given-people.js';
import type { Visitor } from './visitor.js';

const SAMPLES = { COUNTERSIGN, HOME_LOGIN, OFFICE_LOGS } as const;

const STEPS = ['started', 'registered', 'fixed', 'advised', 'requested', 'met', 'decided', 'final', 'told', 'read', 'active'] as const;
type Step = (typeof STEPS)[number];

const ORDER = {
  consent_requests: 'sent_at',
  council_decisions: 'recorded_at',
  notices: 'published_at',
  claims: 'claimed_at',
  court_rulings: 'uploaded_at',
} as const;

export interface DossierWishes {
  readonly name?: string;
  readonly sample?: keyof typeof SAMPLES;
  readonly until?: Step;
  readonly isPlatform?: boolean;
  readonly expiresOn?: string;
  readonly conditions?: TypedDecision['conditions'];
  /** Who opens the notice; everybody unless it is said. */
  readonly readers?: readonly (keyof Staff)[];
  /** Tells what happened after a step, before the next. */
  readonly after?: Partial<Record<Step, () => Promise<unknown>>>;
}

export interface GivenDossier {
  readonly toolId: string;
  readonly acts: DossierActs;
  readonly chain: ChainActs;
}

export interface HouseWishes {
  /** Who does not work here. */
  readonly gone?: readonly (keyof Staff)[];
  /** Other roles than those of the usual staff. */
  readonly roles?: Readonly<Partial<Record<keyof Staff, readonly Role[]>>>;
  readonly headcount?: number;
}

const BOTH_CHANNELS: readonly Role[] = ['objection_handler', 'complaint_handler'];
/** Nine people, and nobody who speaks for them. */
export const NINE_PEOPLE: HouseWishes = {
  headcount: 9,
  gone: [
    ...(['orgAdmin', 'toolOwner', 'chair', 'secretary', 'member', 'adviserDeputy'] as const),
    ...(['manager', 'auditor', 'complaintHandler', 'complaintDeputy', 'adviser'] as const),
  ],
  roles: { colleague: ['trusted_person'], objectionHandler: BOTH_CHANNELS, objectionDeputy: BOTH_CHANNELS },
};
/** Thirty people, with a staff representation of two. */
export const STAFF_REPRESENTATION: HouseWishes = {
  headcount: 30,
  gone: ['member'],
  roles: { chair: ['pvt_contact'], secretary: ['pvt_contact'] },
};

/** The application with one person in each role and open channels, where each step of a chain is the real act of a real service. */
export class House {
  private wishes: HouseWishes = {};

  private constructor(
    readonly app: TestApp,
    readonly staff: Staff,
    readonly stage: Stage,
  ) {}

  static async enter(app: TestApp, wishes: HouseWishes = {}): Promise<House> {
    const staff = await app.database.transactions.run(async (tx) => {
      const given = await givenStaff(tx);
      await givenChannels(tx, given);
      return given;
    });
    const stage = new Stage(app.running.app, new DemoClock(app.clock, join(tmpdir(), `${newId('x')}-days`)));
    const house = new House(app, staff, stage);
    await house.become(wishes);
    return house;
  }

  /** From now on the organisation is as these wishes say: who works here, in which roles, and with how many. */
  async become(wishes: HouseWishes): Promise<void> {
    const before = this.wishes;
    this.wishes = wishes;
    const { headcount } = wishes;
    if (headcount !== undefined)
      await this.app.database.transactions.run((tx) => givenFact(tx, 'headcount', headcount, this.staff.hr.id, null));
    for (const key of Object.keys(this.staff) as (keyof Staff)[]) {
      const [was, is] = [this.rolesIn(before, key), this.rolesIn(wishes, key)];
      if (String(was) !== String(is)) await this.give(this.staff[key].id, is);
    }
    this.stage.enter(this.people());
  }

  /** Null: does not work here. */
  private rolesIn({ gone = [], roles = {} }: HouseWishes, key: keyof Staff): readonly Role[] | null {
    return gone.includes(key) ? null : (roles[key] ?? this.staff[key].roles);
  }

  private async give(id: string, roles: readonly Role[] | null): Promise<void> {
    const { asOwner, transactions } = this.app.database;
    const left = roles ? `left_at = null, ends_on = null` : `left_at = now(), ends_on = '2026-01-31'`;
    await asOwner(`delete from role_grants where person_id = $1`, [id]);
    await asOwner(`update persons set ${left} where id = $1`, [id]);
    await transactions.run(async (tx) => {
      for (const role of roles ?? []) await givenRole(tx, id, role);
    });
  }

  private people(): ReadonlyMap<string, StagePerson> {
    return new Map(
      this.present().map((key) => {
        const { id, roles } = this.staff[key];
        const totpSecret = roles.some((role) => role.startsWith('or_')) ? TOTP_SECRET : null;
        return [key, { id, roles: this.rolesIn(this.wishes, key) ?? [], password: PASSWORD, totpSecret }];
      }),
    );
  }

  /** The employer gave the staff representation the consent right by a written agreement (WOR 32), and one of its members confirmed it. */
  async agreePowers(): Promise<void> {
    const { database } = this.app;
    const { director, chair } = this.staff;
    await database.transactions.run((tx) => givenFact(tx, 'staffRepresentationExtraPowers', ['kl'], director.id, chair.id));
    await database.asOwner(
      `insert into files (id, name, type, bytes, sha256, uploaded_by, uploaded_at) values ('f_powers', 'afspraak.pdf', 'application/pdf', '\\x00', 'sha-256:x', 'p', now())`,
    );
    await database.asOwner(`update organisation_facts set file_id = 'f_powers' where attribute = 'staffRepresentationExtraPowers'`);
  }

  /** Somebody who has signed in, without scripts. */
  async visitor(who: keyof Staff): Promise<Visitor> {
    const visitor = this.app.visitor();
    const answer = await visitor.post('/login', { login: this.staff[who].email ?? '', password: PASSWORD }, '/login');
    if (answer.path.startsWith('/login/code')) {
      this.app.clock.advance({ seconds: 31 });
      await visitor.post('/login/code', { code: totpAt(this.app.clock.now()) });
    }
    return visitor;
  }

  /** A tool made from a starter, taken along its chain by the acts of everyone concerned, as far as `until` says. */
  async tool(wishes: DossierWishes = {}): Promise<GivenDossier> {
    const { sample = 'HOME_LOGIN', until = 'active', isPlatform = false } = wishes;
    const name = wishes.name ?? (isPlatform ? 'Countersign' : `${SAMPLES[sample].name} ${newId('n').slice(-4)}`);
    const acts = new DossierActs(this.stage, { ...SAMPLES[isPlatform ? 'COUNTERSIGN' : sample], name, units: 'all' });
    const chain = new ChainActs(this.stage, acts);
    const days = (n: number): void => this.app.clock.advance({ days: n });
    const readers = wishes.readers ?? this.present();
    const steps: Readonly<Record<Step, () => Promise<unknown>>> = {
      started: () => acts.start({ isPlatform }),
      registered: () => acts.register(),
      fixed: () => acts.assess().then(() => acts.fix()),
      advised: () => acts.askAdvice().then(() => acts.advise()),
      requested: () => chain.request(),
      met: () => chain.meet(),
      decided: () => this.decide(acts.toolId, wishes),
      final: () => this.introduce(acts.toolId),
      told: () => chain.publish(),
      read: () => this.app.runJobs().then(() => chain.readBy(readers)),
      active: () => chain.activate(),
    };
    for (const step of STEPS.slice(0, STEPS.indexOf(until) + 1)) {
      if (step === 'active') days(15);
      await steps[step]();
      await wishes.after?.[step]?.();
    }
    return { toolId: acts.toolId, acts, chain };
  }

  /** Everybody who works here. */
  present(): readonly (keyof Staff)[] {
    return (Object.keys(this.staff) as (keyof Staff)[]).filter((key) => !this.wishes.gone?.includes(key));
  }

  /** Runs the jobs that are due, and those that run by themselves. */
  passTime(amount: Parameters<TestApp['clock']['advance']>[0] = {}): Promise<void> {
    const { app } = this;
    app.clock.advance(amount);
    const registry = app.running.app.get(JobRegistry);
    return runJobsOnce({ databaseUrl: app.database.appUrl, registry, clock: app.clock, regular: true });
  }

  /** The approved settings sheet of the newest version. */
  settingsOf(toolId: string): Promise<readonly { readonly name: string; readonly value: string }[]> {
    return this.app.database.transactions.read(async (tx) => (await latestVersion(tx, toolId)).sheet);
  }

  /** One officer writes the decision down, the other confirms it. */
  async decide(toolId: string, { expiresOn, conditions = [] }: Pick<DossierWishes, 'expiresOn' | 'conditions'> = {}): Promise<string> {
    const [chair, secretary] = [this.stage.holder('or_chair'), this.stage.holder('or_secretary')];
    const service = this.stage.get(DecisionService);
    const requestId = await this.idOf('consent_requests', toolId);
    const decision = conditions.length > 0 ? 'granted_with_conditions' : 'granted';
    const typed = {
      reasons: 'Het doel is duidelijk.',
      votesFor: 7,
      votesAgainst: 1,
      votesAbstained: 1,
      expiresOn: expiresOn ?? null,
      conditions,
    };
    this.app.clock.advance({ minutes: 1 });
    const { decisionId } = await service.recordDecision(
      chair,
      requestId,
      { ...typed, decision, decidedOn: dayOf(this.app.clock.now()) },
      this.stage.press(chair),
    );
    this.app.clock.advance({ minutes: 1 });
    await service.confirm(secretary, requestId, decisionId, this.stage.press(secretary));
    return decisionId;
  }

  /** The employer decides to introduce, from `inDays` on, with every condition of the decision. */
  async introduce(toolId: string, inDays = 14, number = 1): Promise<void> {
    const director = this.stage.holder('director');
    const rows = await this.app.database.asOwner(
      `select c.id from decision_conditions c join council_decisions d on d.id = c.decision_id where d.tool_id = $1`,
      [toolId],
    );
    const takesOver = rows.map(({ id }) => String(id));
    this.app.clock.advance({ minutes: 1 });
    const typed = { text: 'Wij voeren het in.', effectiveOn: addDays(dayOf(this.app.clock.now()), inDays), takesOver };
    await this.stage.get(FinalDecisionService).decide(director, toolId, number, typed, this.stage.press(director));
  }

  /** The newest row of a tool. */
  async idOf(table: 'consent_requests' | 'council_decisions' | 'notices' | 'claims' | 'court_rulings', toolId: string): Promise<string> {
    const [row] = await this.app.database.asOwner(`select id from ${table} where tool_id = $1 order by ${ORDER[table]} desc limit 1`, [
      toolId,
    ]);
    return String(row?.['id']);
  }

  /** The gate of the newest version, or of another. */
  gate(toolId: string, number?: number): Promise<Gate> {
    return this.app.database.transactions.read(async (tx) => {
      const { id } = number === undefined ? await latestVersion(tx, toolId) : await versionAt(tx, toolId, number);
      return gateOf(tx, id, this.app.clock.now());
    });
  }

  /** Acts that ask for a code of this minute, each in a minute of its own. */
  async inTurn(...works: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (const work of works) {
      this.app.clock.advance({ minutes: 1 });
      await work();
    }
  }
}

import type { Role } from '../kernel/actor.js';
import { addDays, dayOf } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { DecisionService, FinalDecisionService, MeetingService, RequestService, touchedGrounds } from '../features/consultation/index.js';
import { GateService, OrdersService, StopService } from '../features/gate/index.js';
import { InboxService, NoticesService } from '../features/notices/index.js';
import { dossierFacts, latestVersion } from '../features/tools/index.js';
import type { Tx } from '../platform/database/index.js';
import { conditionsOf, meetingOf, noticeOf } from './sample-rows.repository.js';
import { CONDITIONS, CONSENT, CONSENT_WITH_CONDITIONS, REFUSAL } from './sample-tools.catalogue.js';
import type { DossierActs } from './dossier-acts.js';
import type { Stage } from './stage.js';

export type Outcome = 'granted' | 'granted_with_conditions' | 'refused';

const REASONS: Readonly<Record<Outcome, string>> = { granted: CONSENT, granted_with_conditions: CONSENT_WITH_CONDITIONS, refused: REFUSAL };
const VOTES: Readonly<Record<Outcome, { votesFor: number; votesAgainst: number; votesAbstained: number }>> = {
  granted: { votesFor: 8, votesAgainst: 0, votesAbstained: 1 },
  granted_with_conditions: { votesFor: 7, votesAgainst: 1, votesAbstained: 1 },
  refused: { votesFor: 2, votesAgainst: 6, votesAbstained: 1 },
};
const NUMBER = 1;

export const groundsOf = async (tx: Tx, toolId: string): Promise<readonly string[]> =>
  touchedGrounds(dossierFacts(await latestVersion(tx, toolId))).map(({ ground }) => ground);

/** A tool before the council and after it: request, meeting, decision, final decision, notice, activation, order, stop. */
export class ChainActs {
  private requestId = '';
  private decisionId = '';

  constructor(
    private readonly stage: Stage,
    private readonly dossier: DossierActs,
  ) {}

  get toolId(): string {
    return this.dossier.toolId;
  }
  get sentRequest(): string {
    return this.requestId;
  }
  get recordedDecision(): string {
    return this.decisionId;
  }
  private today(): string {
    return dayOf(this.stage.clock.now());
  }

  async request(): Promise<void> {
    const service = this.stage.get(RequestService);
    const { decision, reasons, consequences } = this.dossier.sample.request;
    await service.prepare(this.stage.holder('hr_registrar'), this.toolId, NUMBER, {
      intendedDecision: decision,
      reasons,
      consequences,
      grounds: [...new Set(['k', 'l', ...(await this.stage.read((tx) => groundsOf(tx, this.toolId)))])],
      alsoAdvice: false,
      intendedStartOn: addDays(this.today(), 45),
      evaluationOn: addDays(this.today(), 365),
    });
    const director = this.stage.holder('director');
    const { requestId } = await service.send(director, this.toolId, NUMBER, this.stage.press(director));
    this.requestId = requestId;
  }

  async meet(): Promise<void> {
    const service = this.stage.get(MeetingService);
    await service.recordMeeting(this.stage.holder('or_secretary'), this.requestId, {
      heldOn: this.today(),
      minutes: this.dossier.sample.minutes,
      minutesFile: null,
      presentCouncil: 'Ayse Ornek, Bram Hendriks, Chantal Dekker, Emine Yilmaz',
      presentEmployer: 'Margriet van Loon, Sanne de Boer',
    });
    const meetingId = await this.stage.read((tx) => meetingOf(tx, this.requestId));
    for (const role of ['director', 'or_chair'] as const) await service.confirmPresence(this.stage.holder(role), this.requestId, meetingId);
  }

  /** Goes on with a request that was sent before. */
  follow(requestId: string): void {
    this.requestId = requestId;
  }

  async decide(decision: Outcome, by: Role = 'or_chair'): Promise<void> {
    const officer = this.stage.holder(by);
    const promise = {
      text: CONDITIONS.promise,
      limit: null,
      promiseOwner: 'HR',
      promiseOwnerId: this.stage.holder('hr_registrar').personId,
      dueOn: addDays(this.today(), 90),
    };
    const group = { text: CONDITIONS.group, limit: { kind: 'smallest_group', value: 10 }, promiseOwner: null, dueOn: null } as const;
    const typed = {
      decision,
      reasons: REASONS[decision],
      decidedOn: this.today(),
      ...VOTES[decision],
      expiresOn: null,
      conditions: decision === 'granted_with_conditions' ? [group, promise] : [],
    };
    const recorded = await this.stage.get(DecisionService).recordDecision(officer, this.requestId, typed, this.stage.press(officer));
    this.decisionId = recorded.decisionId;
  }

  async confirmDecision(by: Role = 'or_secretary'): Promise<void> {
    const officer = this.stage.holder(by);
    await this.stage.get(DecisionService).confirm(officer, this.requestId, this.decisionId, this.stage.press(officer));
  }

  async finalDecision(inDays: number): Promise<void> {
    const director = this.stage.holder('director');
    const takesOver = await this.stage.read((tx) => conditionsOf(tx, this.decisionId));
    const typed = {
      text: `${this.dossier.sample.request.decision}${takesOver.length > 0 ? ' De voorwaarden van de raad horen bij dit besluit.' : ''}`,
      effectiveOn: addDays(this.today(), inDays),
      takesOver,
    };
    await this.stage.get(FinalDecisionService).decide(director, this.toolId, NUMBER, typed, this.stage.press(director));
  }

  async publish(): Promise<void> {
    await this.stage.get(NoticesService).publish(this.stage.holder('hr_registrar'), this.toolId, NUMBER, newId('i'));
  }

  /** These people open the notice; a few also say that they read it. */
  async readBy(names: readonly string[]): Promise<void> {
    const noticeId = await this.stage.read((tx) => noticeOf(tx, this.toolId));
    for (const [at, name] of names.entries()) {
      const person = this.stage.as(name, 'employee');
      await this.stage.get(InboxService).open(person, noticeId);
      if (at % 2 === 0) await this.stage.get(InboxService).acknowledge(person, noticeId);
    }
  }

  async activate(): Promise<void> {
    await this.stage.get(GateService).activate(this.stage.holder('it_admin'), this.toolId, NUMBER, newId('i'));
  }

  async confirmOrder(evidence: string): Promise<void> {
    const service = this.stage.get(OrdersService);
    const { orders } = await service.list();
    const order = orders.find((one) => one.tool_id === this.toolId && one.confirmed_at === null);
    if (!order) throw new Error('Expected: an order to IT. Found: none.');
    await service.confirm(this.stage.holder('it_admin'), order.id, { evidence, asApproved: true, file: null });
  }

  async stop(reason: string): Promise<void> {
    await this.stage.get(StopService).stop(this.stage.holder('or_chair'), this.toolId, { reason, key: newId('i') });
  }
}

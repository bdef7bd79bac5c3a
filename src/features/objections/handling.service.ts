import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound, Problem, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { remedyLastDay } from '../../policy/index.js';
import { recordConfidential } from '../evidence/index.js';
import { confirmIdentity, equatedDays, holdersOf, type Identity, mailPersons, organisationFacts } from '../people/index.js';
import { type DecisionFacts, refusalsOf, type TypedDecision } from './domain/decision.js';
import type { Duty } from './domain/duties.js';
import { restrictionEndsOn } from './domain/objection-state.js';
import { objectionView, type ObjectionView } from './objection-views.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import { lockObjection, type Objection } from './objections.repository.js';
import { earlierTexts, hasMailAddress, insertDecision, insertDuty } from './procedure.repository.js';
import { mayHandle } from './who-handles.js';
import { tellPersons, writeAct } from './write-act.js';

/** A job of another feature: what was measured of a person goes when an objection is upheld. */
const ERASE_OBJECTED = 'measurements.erase-objected';

export interface Extension {
  readonly cause: 'complexity' | 'number';
  readonly reason: string;
  /** The handler told the person, whom no mail can reach. */
  readonly toldInPerson?: boolean;
}

/** What the named handler does with an objection, or the deputy. For everybody else it is not there. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  acknowledge(actor: Actor, id: string, message: string): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (state.isAcknowledged || !state.isOpen) throw refused(state.isOpen ? 'objection.acknowledged' : 'objection.decided');
      await writeAct(tx, now, { objectionId: objection.id, kind: 'acknowledged', by: by(actor), text: message });
      await this.tell(tx, objection);
    });
  }

  /** One question about the person's situation. The term runs on, and so does the pause. */
  ask(actor: Actor, id: string, question: string): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (!state.mayAsk) throw refused(state.isOpen ? 'objection.asked' : 'objection.decided');
      await writeAct(tx, now, { objectionId: objection.id, kind: 'asked', by: by(actor), text: question });
      await this.tell(tx, objection);
    });
  }

  askAdvice(actor: Actor, id: string): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (!state.isOpen) throw refused('objection.decided');
      if (state.advice.askedAt) throw refused('objection.advice_asked');
      const dpos = (await holdersOf(tx, ['dpo'])).map(({ personId }) => personId);
      if (dpos.length === 0) throw refused('objection.no_dpo');
      await writeAct(tx, now, { objectionId: objection.id, kind: 'advice_asked', by: by(actor) });
      await mailPersons(tx, dpos, caseMail('new', this.url(objectionPaths.adviceList)));
    });
  }

  /** Two more months, told with the reason within the first. The pause goes on. */
  extend(actor: Actor, id: string, { cause, reason, toldInPerson = false }: Extension): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (!state.isOpen) throw refused('objection.decided');
      if (!state.mayExtend) throw refused(state.name === 'extended' ? 'objection.extended' : 'objection.month_over');
      if (!toldInPerson && !(await hasMailAddress(tx, objection.personId))) throw unusable('told', 'objection.extension_untold');
      await writeAct(tx, now, { objectionId: objection.id, kind: 'extended', by: by(actor), text: reason, detail: cause });
      await this.tell(tx, objection);
    });
  }

  /** Upheld: never measured again. Rejected: told first, measured again seven days after the telling at the earliest. */
  decide(actor: Actor, id: string, typed: TypedDecision, identity: Identity): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (!state.isOpen) throw refused('objection.decided');
      const facts: DecisionFacts = {
        state,
        now,
        hasDpo: (await holdersOf(tx, ['dpo'])).length > 0,
        earlier: await earlierTexts(tx, objection.toolId, objection.id),
      };
      const reasons = refusalsOf(typed, facts);
      if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
      await confirmIdentity(tx, now, actor, identity);
      await this.write(tx, now, actor, objection, typed);
      if (typed.decision === 'upheld') await enqueue(tx, ERASE_OBJECTED, {}, { key: ERASE_OBJECTED });
      await this.tell(tx, objection);
    });
  }

  /** The handler saw to it that it was done where the data are. */
  doDuty(actor: Actor, id: string, duty: Duty, note: string): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, duties }) => {
      if (!duties.some((one) => one.duty === duty)) throw refused('objection.duty_unknown');
      if (!(await insertDuty(tx, objection.id, { duty, note, at: now, by: by(actor) }))) throw refused('objection.duty_done');
      await recordConfidential(tx, now, { kind: `objection.duty_${duty}`, objection: objection.id });
      await this.tell(tx, objection);
    });
  }

  /** Where no mail can reach the person: the handler told of the rejection in person. */
  toldInPerson(actor: Actor, id: string): Promise<void> {
    return this.handle(actor, id, async (tx, now, { objection, state }) => {
      if (!state.isUntold) throw refused('objection.told');
      await writeAct(tx, now, { objectionId: objection.id, kind: 'told', by: by(actor), effectiveOn: restrictionEndsOn(now) });
    });
  }

  private async write(tx: Tx, now: Date, actor: Actor, { id, personId }: Objection, typed: TypedDecision): Promise<void> {
    const isRejected = typed.decision === 'rejected';
    const canBeMailed = await hasMailAddress(tx, personId);
    await writeAct(tx, now, {
      objectionId: id,
      kind: typed.decision,
      by: by(actor),
      text: typed.reasons.trim(),
      detail: isRejected ? typed.ground : null,
      effectiveOn: isRejected && canBeMailed ? restrictionEndsOn(now) : null,
    });
    await insertDecision(tx, {
      objectionId: id,
      demonstration: isRejected ? typed.demonstration.trim() : null,
      deviation: isRejected ? typed.deviation.trim() || null : null,
      alternative: isRejected ? null : typed.alternative.trim(),
      publicBody: (await organisationFacts(tx)).publicBody ?? null,
      remedyUntil: remedyLastDay(dayOf(now), await equatedDays(tx)),
    });
  }

  private handle(actor: Actor, id: string, work: (tx: Tx, now: Date, view: ObjectionView) => Promise<void>): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await lockHandled(tx, actor, id);
      const now = this.clock.now();
      await work(tx, now, await objectionView(tx, objection, now));
    });
  }

  private tell(tx: Tx, objection: Objection): Promise<void> {
    return tellPersons(tx, [objection.personId], this.url(objectionPaths.own(objection.id)));
  }

  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

const by = (actor: Actor): string => actor.personId ?? actor.role;

/** The objection under its lock, for whoever may handle it now. */
export const lockHandled = async (tx: Tx, actor: Actor, id: string): Promise<Objection> => {
  const objection = await lockObjection(tx, id);
  if (!objection || objection.converted || !(await mayHandle(tx, 'objection', actor.personId, objection.personId))) throw notFound();
  return objection;
};

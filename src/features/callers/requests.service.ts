import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { judgeOwnText } from '../objections/index.js';
import { organisationName } from '../people/index.js';
import { type CallerState, callerState, type IdentityWay, type Measure, measuresFor } from './domain/caller-request.js';
import type { CallerTexts } from './domain/written.js';
import {
  actsOn,
  type CallerRequest,
  earlierTexts,
  findFor,
  insertAct,
  lockRequest,
  type NewAct,
  requestsFor,
  type StoredAct,
  textsOf,
} from './requests.repository.js';

export interface HandledRequest {
  readonly request: CallerRequest;
  readonly acts: readonly StoredAct[];
  readonly state: CallerState;
  readonly texts: CallerTexts;
  readonly organisation: string;
}
export interface Answer {
  readonly decision: 'upheld' | 'rejected';
  readonly reasons: string;
  readonly measures: readonly Measure[];
}
type Said = Pick<NewAct, 'kind'> & Partial<Pick<NewAct, 'text' | 'way' | 'measures'>>;
const MOST_QUESTIONS = 20;

/** What handler and deputy do with requests of callers and visitors. For everybody else there are none. */
@Injectable()
export class CallerRequestsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<readonly Pick<HandledRequest, 'request' | 'state'>[]> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) => {
      const requests = await requestsFor(tx, handlerOf(actor));
      const acts = await actsOn(
        tx,
        requests.map(({ id }) => id),
      );
      return requests.map((request) => {
        const own = acts.get(request.id) ?? [];
        return { request, state: callerState(request, own, now) };
      });
    });
  }

  one(actor: Actor, id: string): Promise<HandledRequest> {
    return this.transactions.read((tx) => this.handled(tx, actor, id));
  }

  acknowledge(actor: Actor, id: string, text: string): Promise<string> {
    return this.act(actor, id, ({ state }) => {
      if (state.name !== 'received') throw refused(state.isOpen ? 'caller.acknowledged' : 'caller.over');
      return { kind: 'acknowledged', text };
    });
  }

  /** The recordings lie apart and nobody hears them until it is decided (GDPR 18(1)(d)). */
  setApart(actor: Actor, id: string): Promise<string> {
    return this.act(actor, id, ({ state, request }) => {
      mustBeOpen(state);
      if (request.kind !== 'objection' || state.isSetApart) throw refused('caller.set_apart');
      return { kind: 'set_apart' };
    });
  }

  /** One question at a time. */
  ask(actor: Actor, id: string, text: string): Promise<string> {
    return this.act(actor, id, ({ state, acts }) => {
      mustBeOpen(state);
      if (state.awaitsCaller) throw refused('caller.asked');
      if (acts.filter(({ kind }) => kind === 'asked').length >= MOST_QUESTIONS) throw refused('caller.too_many');
      return { kind: 'asked', text };
    });
  }

  /** Once, with the reason for the doubt, and never for an objection (GDPR 12(6)). */
  askIdentity(actor: Actor, id: string, way: IdentityWay, text: string): Promise<string> {
    return this.act(actor, id, ({ state }) => {
      mustBeOpen(state);
      if (!state.mayAskIdentity) throw refused(state.identity === 'not_asked' ? 'caller.identity_not_needed' : 'caller.identity_asked');
      return { kind: 'identity_asked', way, text };
    });
  }

  confirmIdentity(actor: Actor, id: string): Promise<string> {
    return this.act(actor, id, ({ state }) => {
      mustBeOpen(state);
      if (state.identity === 'not_asked' || state.identity === 'confirmed') throw refused('caller.identity_settled');
      return { kind: 'identity_confirmed' };
    });
  }

  /** Two more months, told with the reason within the first (GDPR 12(3)). */
  extend(actor: Actor, id: string, text: string): Promise<string> {
    return this.act(actor, id, ({ state, acts }) => {
      mustBeOpen(state);
      if (!state.mayExtend) throw refused(acts.some(({ kind }) => kind === 'extended') ? 'caller.extended' : 'caller.month_over');
      return { kind: 'extended', text };
    });
  }

  /** Granting asks that what belongs to it was done; refusing an objection asks for grounds in words of their own (GDPR 21(1)). */
  decide(actor: Actor, id: string, { decision, reasons, measures }: Answer): Promise<string> {
    return this.act(actor, id, async ({ state, request }, tx) => {
      mustBeOpen(state);
      if (state.mustSetApart && decision === 'rejected') throw refused('caller.not_set_apart');
      const asked = measuresFor(request.kind);
      if (decision === 'upheld' && asked.some((measure) => !measures.includes(measure))) throw unusable('measures', 'caller.measures');
      if (decision === 'rejected' && request.kind === 'objection' && !request.converted) await mustBeOwnWords(tx, request, reasons);
      return { kind: decision, text: reasons, measures: decision === 'upheld' ? asked : [] };
    });
  }

  /** Answers the reference of the request. */
  private act(actor: Actor, id: string, decide: (handled: HandledRequest, tx: Tx) => Said | Promise<Said>): Promise<string> {
    return this.transactions.run(async (tx) => {
      await lockRequest(tx, id);
      const now = this.clock.now();
      const handled = await this.handled(tx, actor, id);
      const said = await decide(handled, tx);
      await insertAct(tx, { ...said, id: newId('a'), requestId: id, byPerson: handlerOf(actor), at: now });
      await recordConfidential(tx, now, { kind: `caller.${said.kind}`, request: id });
      return handled.request.reference;
    });
  }

  private async handled(tx: Tx, actor: Actor, id: string): Promise<HandledRequest> {
    const request = await findFor(tx, id, handlerOf(actor));
    if (!request) throw notFound();
    const acts = (await actsOn(tx, [id])).get(id) ?? [];
    return {
      request,
      acts,
      state: callerState(request, acts, this.clock.now()),
      texts: await textsOf(tx, id),
      organisation: (await organisationName(tx)) ?? '',
    };
  }
}

const handlerOf = (actor: Actor): string => {
  if (actor.personId === null) throw notFound();
  return actor.personId;
};

const mustBeOpen = ({ isOpen }: CallerState): void => {
  if (!isOpen) throw refused('caller.over');
};

/** The burden is the employer's: the balancing test, or what another caller was told, shows nothing about this one. */
const mustBeOwnWords = async (tx: Tx, { toolId }: CallerRequest, reasons: string): Promise<void> => {
  const own = judgeOwnText(reasons, await earlierTexts(tx, toolId));
  if (own !== 'own') throw unusable('reasons', own === 'short' ? 'objection.demonstration_short' : 'objection.demonstration_repeats');
};

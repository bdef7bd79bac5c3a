import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons, namesOf } from '../people/index.js';
import type { Right } from './domain/channels.js';
import { firstDueOn } from './domain/objection-state.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import { type ObjectableTool, objectableTools } from './objections.repository.js';
import { insertRequest, lockRequest, requestsFor, requestsOf, type RightsRequest, writeAnswer } from './rights.repository.js';
import { mayHandle, tellHandlers } from './who-handles.js';

export interface RequestCommand {
  readonly kind: Right;
  readonly toolId: string | null;
  readonly text: string;
}
export type RightsView = RightsRequest & { readonly isOverdue: boolean };
/** An answer cannot be given without knowing to whom. */
export type HandledRight = RightsView & { readonly personName: string };

@Injectable()
export class RightsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  tools(actor: Actor): Promise<readonly ObjectableTool[]> {
    return this.transactions.read((tx) => objectableTools(tx, actor.personId ?? ''));
  }

  /** Access, rectification, erasure, restriction or portability: answered within a month. */
  lodge(actor: Actor, command: RequestCommand, key: string | undefined): Promise<string> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const known = command.toolId === null || (await objectableTools(tx, personId)).some(({ toolId }) => toolId === command.toolId);
      if (!known) throw unusable('tool', 'objection.tool_unknown');
      const asked = { personId, route: 'rights.lodge', key, body: { ...command } };
      return once(tx, now, asked, () => this.lodgeOnce(tx, now, personId, command));
    });
  }

  private async lodgeOnce(tx: Tx, now: Date, personId: string, command: RequestCommand): Promise<string> {
    const id = newId('r');
    await insertRequest(tx, { ...command, id, personId, reference: newReference(), lodgedAt: now, dueOn: firstDueOn(now) });
    await recordConfidential(tx, now, { kind: 'right.asked', request: id });
    await tellHandlers(tx, command.kind, personId, this.url(objectionPaths.rightsList));
    await mailPersons(tx, [personId], caseMail('receipt', this.url(objectionPaths.right(id))));
    return id;
  }

  own(actor: Actor): Promise<readonly RightsView[]> {
    return this.transactions.read(async (tx) => (await requestsOf(tx, actor.personId ?? '')).map((request) => this.seen(request)));
  }

  ownOne(actor: Actor, id: string): Promise<RightsView> {
    return this.transactions.run(async (tx) => {
      const request = await lockRequest(tx, id);
      if (!request || request.personId !== actor.personId) throw notFound();
      return this.seen(request);
    });
  }

  handled(actor: Actor): Promise<readonly RightsView[]> {
    return this.transactions.read(async (tx) => (await requestsFor(tx, actor.personId ?? '')).map((request) => this.seen(request)));
  }

  handledOne(actor: Actor, id: string): Promise<HandledRight> {
    return this.transactions.run(async (tx) => {
      const request = await this.toHandle(tx, actor, id);
      const names = await namesOf(tx, [request.personId]);
      return { ...this.seen(request), personName: names.get(request.personId) ?? '' };
    });
  }

  answer(actor: Actor, id: string, answer: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const request = await this.toHandle(tx, actor, id);
      if (request.answeredAt || actor.personId === null) throw refused('right.answered');
      const now = this.clock.now();
      await writeAnswer(tx, id, answer, actor.personId, now);
      await recordConfidential(tx, now, { kind: 'right.answered', request: id });
      await mailPersons(tx, [request.personId], caseMail('news', this.url(objectionPaths.right(id))));
    });
  }

  private async toHandle(tx: Tx, actor: Actor, id: string): Promise<RightsRequest> {
    const request = await lockRequest(tx, id);
    if (!request || !(await mayHandle(tx, request.kind, actor.personId, request.personId))) throw notFound();
    return request;
  }

  private seen(request: RightsRequest): RightsView {
    return { ...request, isOverdue: request.answeredAt === null && dayOf(this.clock.now()) > request.dueOn };
  }

  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { holdersOf, mailPersons, namesOf } from '../people/index.js';
import { type Desk, handlersFor } from './assign-handler.js';
import { caseMail } from './complaints.mail.js';
import { complaintPaths } from './complaints.paths.js';
import {
  assign,
  casesFor,
  type Complaint,
  complaintsOf,
  insertComplaint,
  insertMessage,
  lockComplaint,
  messagesOf,
  type NamedTool,
  overdueCases,
  type StoredMessage,
  takenOver,
  toolsKnownTo,
} from './complaints.repository.js';
import { type ComplaintState, complaintState, dueOnFor, FROM_OBJECTION, type MessageKind } from './domain/complaint-state.js';

export interface ComplaintCommand {
  readonly toolId: string | null;
  readonly category: string;
  readonly text: string;
  readonly desk: Desk;
}
export interface ComplaintView {
  readonly complaint: Complaint;
  readonly messages: readonly StoredMessage[];
  readonly state: ComplaintState;
}
export type CaseView = ComplaintView & { readonly personName: string; readonly mayHandOver: boolean };

@Injectable()
export class ComplaintsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  tools(actor: Actor): Promise<readonly NamedTool[]> {
    return this.transactions.read((tx) => toolsKnownTo(tx, actor.personId ?? ''));
  }

  lodge(actor: Actor, command: ComplaintCommand, key: string | undefined): Promise<string> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const known = command.toolId === null || (await toolsKnownTo(tx, personId)).some(({ toolId }) => toolId === command.toolId);
      if (!known) throw unusable('tool', 'complaint.tool_unknown');
      const asked = { personId, route: 'complaints.lodge', key, body: { ...command } };
      return once(tx, now, asked, () => this.store(tx, now, { ...command, personId, lodgedAt: now, fromObjectionId: null }));
    });
  }

  /** An objection without a right to object goes on as a complaint, with its own day of receipt. */
  takeOver(objectionId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await takenOver(tx, objectionId);
      if (!objection) return;
      const { toolId, personId, situation: text, lodgedAt } = objection;
      await this.store(tx, this.clock.now(), {
        toolId,
        personId,
        text,
        lodgedAt,
        category: FROM_OBJECTION,
        desk: 'handler',
        fromObjectionId: objectionId,
      });
    });
  }

  private async store(tx: Tx, now: Date, given: Stored): Promise<string> {
    const { toolId, personId, category, text, desk, fromObjectionId, lodgedAt } = given;
    const [handlerId = null] = await handlersFor(tx, personId, desk);
    const id = newId('k');
    const dueOn = dueOnFor(category, lodgedAt);
    const isNew = await insertComplaint(tx, {
      id,
      toolId,
      personId,
      category,
      text,
      reference: newReference(),
      handlerId,
      fromObjectionId,
      lodgedAt,
      dueOn,
    });
    if (!isNew) return id;
    await recordConfidential(tx, now, { kind: 'complaint.lodged', complaint: id });
    await this.tell(tx, handlerId, id);
    await mailPersons(tx, [personId], caseMail('receipt', this.url(complaintPaths.own(id))));
    return id;
  }

  own(actor: Actor): Promise<readonly ComplaintView[]> {
    return this.transactions.read(async (tx) => this.views(tx, await complaintsOf(tx, actor.personId ?? '')));
  }

  ownOne(actor: Actor, id: string): Promise<ComplaintView> {
    return this.transactions.run(async (tx) => this.view(tx, await this.ofPerson(tx, actor, id)));
  }

  /** The person answers a question, or adds something. */
  reply(actor: Actor, id: string, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.ofPerson(tx, actor, id);
      const { state } = await this.view(tx, complaint);
      if (state.name === 'closed') throw refused('complaint.closed');
      await this.write(tx, complaint, actor, 'reply', text);
      if (complaint.handlerId) await mailPersons(tx, [complaint.handlerId], caseMail('news', this.url(complaintPaths.case(id))));
    });
  }

  cases(actor: Actor): Promise<readonly ComplaintView[]> {
    return this.transactions.read(async (tx) => this.views(tx, await casesFor(tx, actor.personId ?? '')));
  }

  case(actor: Actor, id: string): Promise<CaseView> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.assigned(tx, actor, id);
      const names = await namesOf(tx, complaint.personId ? [complaint.personId] : []);
      const others = await this.othersFor(tx, complaint);
      return { ...(await this.view(tx, complaint)), personName: names.get(complaint.personId ?? '') ?? '', mayHandOver: others.length > 0 };
    });
  }

  /** The handler confirms receipt, asks, answers, or closes with an outcome. */
  message(actor: Actor, id: string, kind: Exclude<MessageKind, 'handed_over'>, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.assigned(tx, actor, id);
      const { state, messages } = await this.view(tx, complaint);
      if (state.name === 'closed') throw refused('complaint.closed');
      if (kind === 'acknowledged' && messages.some((one) => one.kind === 'acknowledged')) throw refused('complaint.acknowledged');
      await this.write(tx, complaint, actor, kind, text);
      if (complaint.personId) await mailPersons(tx, [complaint.personId], caseMail('news', this.url(complaintPaths.own(id))));
    });
  }

  /** To the deputy (or the next who may handle it): never to HR. */
  handOver(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.assigned(tx, actor, id);
      const { state } = await this.view(tx, complaint);
      if (state.name === 'closed') throw refused('complaint.closed');
      if (!(await this.giveAway(tx, complaint, actor.personId ?? actor.role))) throw refused('complaint.nobody_else');
    });
  }

  /** Overdue cases go to the deputy by themselves. */
  handOverOverdue(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const complaint of await overdueCases(tx, dayOf(now))) await this.giveAway(tx, complaint, 'system');
    });
  }

  private async giveAway(tx: Tx, complaint: Complaint, by: string): Promise<boolean> {
    const [next] = await this.othersFor(tx, complaint);
    if (!next) return false;
    const now = this.clock.now();
    await assign(tx, complaint.id, next);
    await insertMessage(tx, { id: newId('m'), complaintId: complaint.id, kind: 'handed_over', text: '', by, at: now });
    await recordConfidential(tx, now, { kind: 'complaint.handed_over', complaint: complaint.id });
    await this.tell(tx, next, complaint.id);
    return true;
  }

  private async othersFor(tx: Tx, complaint: Complaint): Promise<readonly string[]> {
    if (!complaint.personId) return [];
    return (await handlersFor(tx, complaint.personId, 'handler')).filter((id) => id !== complaint.handlerId);
  }

  private async tell(tx: Tx, handlerId: string | null, id: string): Promise<void> {
    if (handlerId) return mailPersons(tx, [handlerId], caseMail('new', this.url(complaintPaths.case(id))));
    const dpos = (await holdersOf(tx, ['dpo'])).map((dpo) => dpo.personId);
    await mailPersons(tx, dpos, caseMail('unhandled', this.url('/settings/channels')));
  }

  private async write(tx: Tx, complaint: Complaint, actor: Actor, kind: MessageKind, text: string): Promise<void> {
    const now = this.clock.now();
    await insertMessage(tx, { id: newId('m'), complaintId: complaint.id, kind, text, by: actor.personId ?? actor.role, at: now });
    await recordConfidential(tx, now, { kind: `complaint.${kind}`, complaint: complaint.id });
  }

  private async ofPerson(tx: Tx, actor: Actor, id: string): Promise<Complaint> {
    const complaint = await lockComplaint(tx, id);
    if (!complaint || complaint.personId === null || complaint.personId !== actor.personId) throw notFound();
    return complaint;
  }

  private async assigned(tx: Tx, actor: Actor, id: string): Promise<Complaint> {
    const complaint = await lockComplaint(tx, id);
    if (!complaint || complaint.handlerId === null || complaint.handlerId !== actor.personId) throw notFound();
    return complaint;
  }

  private async view(tx: Tx, complaint: Complaint): Promise<ComplaintView> {
    const [view] = await this.views(tx, [complaint]);
    if (!view) throw notFound();
    return view;
  }

  private async views(tx: Tx, complaints: readonly Complaint[]): Promise<readonly ComplaintView[]> {
    const now = this.clock.now();
    const messages = await messagesOf(
      tx,
      complaints.map(({ id }) => id),
    );
    return complaints.map((complaint) => {
      const own = messages.get(complaint.id) ?? [];
      return { complaint, messages: own, state: complaintState(complaint, own, now) };
    });
  }

  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

interface Stored extends ComplaintCommand {
  readonly personId: string;
  readonly lodgedAt: Date;
  readonly fromObjectionId: string | null;
}

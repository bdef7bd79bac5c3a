import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { holdersOf, mailPersons, namesOf } from '../people/index.js';
import { handlersFor } from './assign-handler.js';
import { complaintView, complaintViews, type ComplaintView } from './complaint-views.js';
import { caseMail } from './complaints.mail.js';
import { type ComplaintCommand, storeComplaint, tellHandler } from './store-complaint.js';
import { complaintPaths } from './complaints.paths.js';
import {
  assign,
  casesFor,
  type Complaint,
  complaintsOf,
  insertMessage,
  lockComplaint,
  type NamedTool,
  overdueCases,
  takenOver,
  toolsKnownTo,
} from './complaints.repository.js';
import { FROM_OBJECTION, type MessageKind } from './domain/complaint-state.js';

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

  /** The confidential adviser's name and address. */
  adviser(): Promise<string | null> {
    return this.transactions.read(async (tx) => {
      const [adviser] = await holdersOf(tx, ['trusted_person']);
      return adviser ? [adviser.name, adviser.mailAddress].filter(Boolean).join(', ') : null;
    });
  }

  lodge(actor: Actor, command: ComplaintCommand, key: string | undefined): Promise<string> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const known = command.toolId === null || (await toolsKnownTo(tx, personId)).some(({ toolId }) => toolId === command.toolId);
      if (!known) throw unusable('tool', 'complaint.tool_unknown');
      const asked = { personId, route: 'complaints.lodge', key, body: { ...command } };
      return once(tx, now, asked, () =>
        storeComplaint(tx, now, { ...command, personId, lodgedAt: now, fromObjectionId: null }, this.config.baseUrl),
      );
    });
  }

  /** An objection without a right to object goes on as a complaint, with its own day of receipt. */
  takeOver(objectionId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const objection = await takenOver(tx, objectionId);
      if (!objection) return;
      const { toolId, personId, situation: text, lodgedAt } = objection;
      const complaint = {
        toolId,
        personId,
        text,
        lodgedAt,
        category: FROM_OBJECTION,
        desk: 'handler' as const,
        fromObjectionId: objectionId,
      };
      await storeComplaint(tx, this.clock.now(), complaint, this.config.baseUrl);
    });
  }

  own(actor: Actor): Promise<readonly ComplaintView[]> {
    return this.transactions.read(async (tx) => complaintViews(tx, await complaintsOf(tx, actor.personId ?? ''), this.clock.now()));
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
    return this.transactions.read(async (tx) => complaintViews(tx, await casesFor(tx, actor.personId ?? ''), this.clock.now()));
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
    await tellHandler(tx, next, complaint.id, this.config.baseUrl);
    return true;
  }

  private async othersFor(tx: Tx, complaint: Complaint): Promise<readonly string[]> {
    if (!complaint.personId) return [];
    return (await handlersFor(tx, complaint.personId, 'handler')).filter((id) => id !== complaint.handlerId);
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

  private view(tx: Tx, complaint: Complaint): Promise<ComplaintView> {
    return complaintView(tx, complaint, this.clock.now());
  }

  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

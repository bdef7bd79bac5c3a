import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { openWith } from '../../platform/sealing/index.js';
import { recordConfidential } from '../evidence/index.js';
import { namesOf } from '../people/index.js';
import { handlersFor } from './assign-handler.js';
import type { ProvenKey } from './case-keys.repository.js';
import type { Handler } from './case-keys.service.js';
import {
  assign,
  casesFor,
  type Complaint,
  insertMessage,
  lockComplaint,
  markDisclosure,
  messagesOf,
  type StoredMessage,
} from './complaints.repository.js';
import {
  type ComplaintState,
  complaintState,
  isConfirmed,
  dueOnFor,
  type HandlerKind,
  type Outcome,
  type Referral,
} from './domain/complaint-state.js';
import type { CleanFile, Story } from './domain/contents.js';
import { KeyRing } from './key-ring.js';
import { fileIdsOf, sealedKeyFor, takeKeysFrom } from './sealed.repository.js';
import { type OpenCase, readCase, readFile, type ReadMessage, sealKeyFor, writeText } from './sealed-case.js';
import { tellHandler } from './store-complaint.js';

export interface CaseLine {
  readonly complaint: Complaint;
  readonly state: ComplaintState;
}
export interface CaseView extends CaseLine {
  /** Null once it was erased. */
  readonly story: Story | null;
  readonly messages: readonly ReadMessage[];
  readonly authorName: string | null;
  readonly fileIds: readonly string[];
  readonly mayHandOver: boolean;
}
/** `locked`: the key is not open. `unreadable`: this case was sealed for a key that this handler has no more. */
export type CaseAnswer = { readonly kind: 'open'; readonly view: CaseView } | ({ readonly kind: 'locked' | 'unreadable' } & CaseLine);

export interface Writing {
  readonly kind: HandlerKind;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly referredTo: Referral | null;
}
export type HandOverReason = 'conflict' | 'absent';

/** What the handler of a complaint does. Nothing of a case is read without the handler's own key. */
@Injectable()
export class CasesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly ring: KeyRing,
  ) {}

  list({ actor }: Handler): Promise<readonly CaseLine[]> {
    return this.transactions.read(async (tx) => {
      const complaints = await casesFor(tx, actor.personId ?? '');
      const messages = await messagesOf(
        tx,
        complaints.map(({ id }) => id),
      );
      return complaints.map((complaint) => this.lineOf(complaint, messages.get(complaint.id) ?? []));
    });
  }

  case(handler: Handler, id: string): Promise<CaseAnswer> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.assigned(tx, handler, id);
      const messages = (await messagesOf(tx, [id])).get(id) ?? [];
      const line = this.lineOf(complaint, messages);
      const opened = await this.opened(tx, handler, complaint);
      if (opened === 'locked') return { kind: 'locked', ...line };
      if (opened === 'unreadable' && !messages.some(({ kind }) => kind === 'erased')) return { kind: 'unreadable', ...line };
      if (opened === 'unreadable')
        return { kind: 'open', view: { ...line, ...ERASED, messages: messages.map((one) => ({ ...one, text: '' })) } };
      const told = await readCase(tx, opened, messages);
      const authorId = told.story?.authorId ?? null;
      const names = await namesOf(tx, authorId ? [authorId] : []);
      const mayHandOver = line.state.isOpen && (await this.othersFor(tx, complaint, told.story)).length > 0;
      return {
        kind: 'open',
        view: { ...line, ...told, fileIds: await fileIdsOf(tx, id), authorName: authorId && (names.get(authorId) ?? null), mayHandOver },
      };
    });
  }

  file(handler: Handler, id: string, fileId: string): Promise<CleanFile> {
    return this.transactions.run(async (tx) => {
      const opened = await this.opened(tx, handler, await this.assigned(tx, handler, id));
      const found = typeof opened === 'string' ? null : await readFile(tx, opened, fileId);
      if (!found) throw notFound();
      return found;
    });
  }

  /** Confirms receipt, asks, answers, notes, says that it is also a report of wrongdoing, or closes with an outcome and its reasons. */
  async write(handler: Handler, id: string, { kind, text, outcome, referredTo }: Writing): Promise<void> {
    if (kind === 'closed' && (outcome === null || (outcome === 'referred') !== (referredTo !== null)))
      throw unusable(outcome === null ? 'outcome' : 'referredTo', 'complaint.outcome-missing');
    return this.transactions.run(async (tx) => {
      const { complaint, opened, messages } = await this.openToWrite(tx, handler, id);
      if (kind === 'acknowledged' && messages.some(isConfirmed)) throw refused('complaint.acknowledged');
      if (kind === 'disclosure' && complaint.isDisclosure) throw refused('complaint.disclosure-said');
      const messageId = newId('m');
      const now = this.clock.now();
      const end = kind === 'closed' ? { outcome, referredTo } : {};
      await insertMessage(tx, { id: messageId, complaintId: id, kind, side: 'handler', onDay: dayOf(now), ...end });
      await writeText(tx, opened, messageId, text);
      if (kind === 'disclosure') await markDisclosure(tx, id, dueOnFor({ ...complaint, isDisclosure: true }));
      await recordConfidential(tx, now, { kind: `complaint.${kind}`, complaint: id });
    });
  }

  /** To the next who may handle it. After a conflict of interest this handler can open it no more. */
  handOver(handler: Handler, id: string, reason: HandOverReason): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { complaint, opened, messages } = await this.openToWrite(tx, handler, id);
      const { story } = await readCase(tx, opened, messages);
      const [next] = await this.othersFor(tx, complaint, story);
      if (!next) throw refused('complaint.nobody_else');
      const now = this.clock.now();
      await sealKeyFor(tx, opened, [next]);
      if (reason === 'conflict') await takeKeysFrom(tx, id, complaint.handlerId);
      await assign(tx, id, next.personId);
      await insertMessage(tx, { id: newId('m'), complaintId: id, kind: 'handed_over', side: 'handler', onDay: dayOf(now) });
      await recordConfidential(tx, now, { kind: 'complaint.handed_over', complaint: id });
      await tellHandler(tx, next.personId, this.config.baseUrl);
    });
  }

  private async openToWrite(
    tx: Tx,
    handler: Handler,
    id: string,
  ): Promise<{ complaint: Complaint; opened: OpenCase; messages: readonly StoredMessage[] }> {
    const complaint = await this.assigned(tx, handler, id);
    const messages = (await messagesOf(tx, [id])).get(id) ?? [];
    if (!this.lineOf(complaint, messages).state.isOpen) throw refused('complaint.closed');
    const opened = await this.opened(tx, handler, complaint);
    if (opened === 'locked' || opened === 'unreadable') throw new Problem(409, 'complaint.locked', [{ code: 'complaint.locked' }]);
    return { complaint, opened, messages };
  }

  private async opened(tx: Tx, { actor, sessionId }: Handler, { id }: Complaint): Promise<OpenCase | 'locked' | 'unreadable'> {
    const key = this.ring.use(sessionId, actor.personId, this.clock.now());
    if (!key) return 'locked';
    const sealed = await sealedKeyFor(tx, id, key.keyId);
    const opened = sealed && (await openWith(key, sealed));
    return opened ? { id, key: opened } : 'unreadable';
  }

  private async othersFor(tx: Tx, complaint: Complaint, story: Story | null): Promise<readonly ProvenKey[]> {
    if (!story) return [];
    const { desk, handlerId } = complaint;
    const all = await handlersFor(tx, desk, story);
    return all.filter(({ personId }) => personId !== handlerId);
  }

  private lineOf(complaint: Complaint, messages: readonly StoredMessage[]): CaseLine {
    return { complaint, state: complaintState(complaint, messages, this.clock.now()) };
  }

  private async assigned(tx: Tx, { actor }: Handler, id: string): Promise<Complaint> {
    const complaint = await lockComplaint(tx, id);
    if (!complaint || complaint.handlerId !== actor.personId) throw notFound();
    return complaint;
  }
}

const ERASED = { story: null, authorName: null, fileIds: [], mayHandOver: false } as const;

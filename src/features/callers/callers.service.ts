import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference, readCrockford } from '../../kernel/ids.js';
import { notFound, Problem, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { rightsLastDay } from '../../policy/index.js';
import { recordConfidential } from '../evidence/index.js';
import { rightToObject } from '../objections/index.js';
import { holdersOf, organisationFacts, organisationName } from '../people/index.js';
import { type CallerState, callerState, type RequestKind } from './domain/caller-request.js';
import { forOutsiders } from './domain/third-party.js';
import { Patience } from './patience.js';
import { type PublicTool, publicTools } from './read-public-tools.js';
import type { CallerTexts } from './domain/written.js';
import { actsOn, type CallerRequest, findByCode, insertAct, insertRequest, lockRequest, type StoredAct } from './requests.repository.js';
import { tellHandlers } from './tell-handlers.js';

export interface PublicPage {
  readonly organisation: string;
  readonly tools: readonly PublicTool[];
  readonly now: Date;
}
export interface ToolPageFacts {
  readonly organisation: string;
  readonly tool: PublicTool;
  /** Where the DPO can be reached. */
  readonly dpo: string | null;
  readonly mayObject: boolean;
}
export interface Asked {
  readonly kind: RequestKind;
  readonly texts: CallerTexts;
  readonly code: string;
  readonly language: Language;
}
export interface Followed {
  readonly request: CallerRequest;
  readonly acts: readonly StoredAct[];
  readonly state: CallerState;
  readonly organisation: string;
  readonly publicBody: boolean;
}

/** Questions and answers on one request, from one side. */
const MOST_REPLIES = 20;

/** What callers and visitors read and do, without an account. */
@Injectable()
export class CallersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly patience: Patience,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** The tools that touch people outside. */
  list(from: string): Promise<PublicPage> {
    return this.all(from, ({ touchesOutsiders }) => touchesOutsiders);
  }

  /** Every monitoring tool of the organisation that was decided on or runs. */
  register(from: string): Promise<PublicPage> {
    return this.all(from, () => true);
  }

  async tool(from: string, toolId: string): Promise<ToolPageFacts> {
    this.patience.reads(from, this.clock.now());
    return this.transactions.read(async (tx) => {
      const tool = await touching(tx, toolId);
      const [dpo] = await holdersOf(tx, ['dpo']);
      return {
        organisation: (await organisationName(tx)) ?? '',
        tool,
        dpo: dpo ? (dpo.mailAddress ?? dpo.name) : null,
        mayObject: rightToObject(forOutsiders(tool.dossier)),
      };
    });
  }

  /** The same code a second time is the same request: nothing is lodged twice. */
  async lodge(from: string, toolId: string, asked: Asked): Promise<{ readonly reference: string; readonly dueOn: Day }> {
    const now = this.clock.now();
    this.patience.lodges(from, now);
    const codeHash = hashOf(asked.code);
    return this.transactions.run(async (tx) => {
      await lockRequest(tx, codeHash);
      const tool = await touching(tx, toolId);
      const earlier = await findByCode(tx, codeHash);
      if (earlier && (earlier.toolId !== toolId || earlier.kind !== asked.kind)) throw new Problem(422, 'act.key-reused');
      return earlier ?? this.insert(tx, now, tool, asked, codeHash);
    });
  }

  private async insert(tx: Tx, now: Date, tool: PublicTool, { kind, texts, language }: Asked, codeHash: string) {
    const [id, reference, dueOn] = [newId('r'), newReference(), rightsLastDay(dayOf(now))];
    const converted = kind === 'objection' && !rightToObject(forOutsiders(tool.dossier));
    await insertRequest(tx, { id, toolId: tool.toolId, kind, converted, language, reference, codeHash, lodgedAt: now, dueOn, texts });
    await recordConfidential(tx, now, { kind: 'caller.asked', request: id });
    await tellHandlers(tx, kind, 'new', this.config.baseUrl);
    return { reference, dueOn };
  }

  /** Null where no request has this code. */
  async follow(from: string, typed: string): Promise<Followed | null> {
    const now = this.clock.now();
    this.patience.follows(from, now);
    return this.transactions.read(async (tx) => this.followed(tx, await findByCode(tx, hashOf(typed)), now));
  }

  /** The caller answers, or adds something. */
  reply(from: string, typed: string, text: string): Promise<Followed | null> {
    return this.act(from, typed, async (tx, followed, now) => {
      if (!followed.state.isOpen) throw refused('caller.over');
      if (followed.acts.filter(({ kind }) => kind === 'replied').length >= MOST_REPLIES) throw refused('caller.too_many');
      await insertAct(tx, { id: newId('a'), requestId: followed.request.id, kind: 'replied', text, byPerson: null, at: now });
      await recordConfidential(tx, now, { kind: 'caller.replied', request: followed.request.id });
      await tellHandlers(tx, followed.request.kind, 'news', this.config.baseUrl);
    });
  }

  withdraw(from: string, typed: string): Promise<Followed | null> {
    return this.act(from, typed, async (tx, followed, now) => {
      if (!followed.state.isOpen) throw refused('caller.over');
      await insertAct(tx, { id: newId('a'), requestId: followed.request.id, kind: 'withdrawn', byPerson: null, at: now });
      await recordConfidential(tx, now, { kind: 'caller.withdrawn', request: followed.request.id });
      await tellHandlers(tx, followed.request.kind, 'news', this.config.baseUrl);
    });
  }

  private async act(from: string, typed: string, work: (tx: Tx, followed: Followed, now: Date) => Promise<void>): Promise<Followed | null> {
    const now = this.clock.now();
    this.patience.follows(from, now);
    return this.transactions.run(async (tx) => {
      const found = await findByCode(tx, hashOf(typed));
      if (!found) return null;
      await lockRequest(tx, found.id);
      const followed = await this.followed(tx, found, now);
      if (followed) await work(tx, followed, now);
      return this.followed(tx, found, now);
    });
  }

  private async followed(tx: Tx, request: CallerRequest | null, now: Date): Promise<Followed | null> {
    if (!request) return null;
    const acts = (await actsOn(tx, [request.id])).get(request.id) ?? [];
    const organisation = (await organisationName(tx)) ?? '';
    const { publicBody } = await organisationFacts(tx);
    return { request, acts, state: callerState(request, acts, now), organisation, publicBody: publicBody === true };
  }

  private async all(from: string, which: (tool: PublicTool) => boolean): Promise<PublicPage> {
    const now = this.clock.now();
    this.patience.reads(from, now);
    return this.transactions.read(async (tx) => ({
      organisation: (await organisationName(tx)) ?? '',
      tools: (await publicTools(tx)).filter(which),
      now,
    }));
  }
}

const hashOf = (typed: string): string => sha256(readCrockford(typed));

const touching = async (tx: Tx, toolId: string): Promise<PublicTool> => {
  const [tool] = await publicTools(tx, toolId);
  if (!tool?.touchesOutsiders) throw notFound();
  return tool;
};

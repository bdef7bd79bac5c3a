import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import { fingerprint } from '../../kernel/canonical.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { type Reason, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { record } from '../evidence/index.js';
import { organisationFacts } from '../people/index.js';
import { countInScope, lockToolOf, readVersion, type Version, versionAt, writeAnswers } from '../tools/index.js';
import { DeliveriesService } from './deliveries.service.js';
import { type DraftText, saveDraftTexts } from './drafts.repository.js';
import { itemOf } from './domain/notice-items.js';
import { NoticeChainCheck } from './notice-chain-check.js';
import { type NoticeDraft, noticeDraft } from './notice-source.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { type Announcement, insertNotice, type NoticeKind, noticesOfTool, type Published } from './notices.repository.js';

export interface DraftView {
  readonly version: Version;
  readonly draft: NoticeDraft;
  readonly people: number;
  /** What must be met before the notice may be sent; empty when it may. */
  readonly unmet: readonly Reason[];
  readonly history: readonly Published[];
}
export interface ThirdPartyAnswers {
  readonly atStart: boolean;
  readonly purposesTold: boolean;
  readonly fullNoticeLink: boolean;
}

/** What everyone in scope is told where no council is asked, or where a fact of the organisation changes. */
export interface Inform {
  readonly versionId: string;
  readonly kind: 'claim' | 'information';
  readonly texts: Announcement['texts'];
}

/** `jobId`: the long work that delivers it, when it goes to many. */
export type Sent = { readonly reference: string; readonly jobId: string | null };

@Injectable()
export class NoticesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly deliveries: DeliveriesService,
    private readonly chain: NoticeChainCheck,
  ) {}

  draft(toolId: string, number: number): Promise<DraftView> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      return {
        version,
        draft: await noticeDraft(tx, version, await this.chain.decisionOn(tx, version.id, now)),
        people: await countInScope(tx, version.id, dayOf(now)),
        unmet: await this.chain.unmetFor(tx, version.id, now),
        history: await noticesOfTool(tx, toolId),
      };
    });
  }

  /** Keeps HR's texts. `texts` holds every field of the form; `null` for the third-party questions leaves them as they are. */
  save(
    actor: Actor,
    toolId: string,
    number: number,
    texts: readonly Omit<DraftText, 'proposed'>[],
    others: ThirdPartyAnswers | null,
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      const now = this.clock.now();
      const { proposed } = await noticeDraft(tx, version, await this.chain.decisionOn(tx, version.id, now));
      const rows = texts.map((row) => ({ ...row, proposed: proposed.texts[row.language]?.[row.item] === row.text }));
      await saveDraftTexts(tx, version.id, actor.personId ?? actor.role, now, rows);
      if (others) await writeAnswers(tx, actor, now, version.id, thirdPartyAnswers(others));
      await record(tx, actor, now, 'notice.drafted', { toolId, subjectId: version.id }, { fields: rows.length });
    });
  }

  /** Sends the notice to everyone in scope. Answers the reference, and the long work that delivers it where they are many. */
  publish(actor: Actor, toolId: string, number: number, key: string | undefined): Promise<Sent> {
    return this.transactions.serializable(async (tx) => {
      const found = await versionAt(tx, toolId, number);
      await lockToolOf(tx, found.id);
      const now = this.clock.now();
      const version = await readVersion(tx, found.id);
      const asked = { personId: actor.personId ?? '', route: 'notices.publish', key, body: { version: version.id } };
      return once(tx, now, asked, () => this.publishOnce(tx, actor, now, version));
    });
  }

  private async publishOnce(tx: Tx, actor: Actor, now: Date, version: Version): Promise<Sent> {
    const unmet = await this.chain.unmetFor(tx, version.id, now);
    if (unmet.length > 0) throw refused('notice.too_early', unmet);
    const draft = await noticeDraft(tx, version, await this.chain.decisionOn(tx, version.id, now));
    if (!draft.complete) throw refused('notice.incomplete', incompleteReasons(draft));
    const earlier = (await noticesOfTool(tx, version.toolId)).filter(({ kind }) => kind === 'notice' || kind === 'change');
    const hash = fingerprint(asJson(draft.content));
    const isSame = earlier.some((notice) => notice.fingerprint === version.fingerprint && notice.contentHash === hash);
    if (isSame) throw refused('notice.already_published');
    return this.send(tx, actor, now, { version, kind: earlier.length === 0 ? 'notice' : 'change', content: draft.content });
  }

  /** Tells everyone in scope of a version something that is not the notice itself. A job calls it, and so may a higher feature. */
  async inform(tx: Tx, actor: Actor, now: Date, { versionId, kind, texts }: Inform): Promise<Sent> {
    const version = await readVersion(tx, versionId);
    return this.send(tx, actor, now, { version, kind, content: { texts } });
  }

  /** A claim that no council need be asked, with the headcount that it rests on. */
  async tellClaim(tx: Tx, actor: Actor, now: Date, versionId: string, ground: string): Promise<Sent> {
    const version = await readVersion(tx, versionId);
    const { headcount } = await organisationFacts(tx);
    const told = (language: Language) => {
      const t = text(noticesCatalogue, language);
      const values = { tool: version.toolName, ground, headcount: headcount ?? 0 };
      return { title: t('claim.title', values), body: t(typeof headcount === 'number' ? 'claim.body' : 'claim.bodyUncounted', values) };
    };
    return this.inform(tx, actor, now, { versionId, kind: 'claim', texts: { nl: told('nl'), en: told('en') } });
  }

  private async send(tx: Tx, actor: Actor, now: Date, given: ToPublish): Promise<Sent> {
    const { version, kind, content } = given;
    const id = newId('n');
    const reference = newReference();
    const contentHash = fingerprint(asJson(content));
    const by = actor.personId ?? actor.role;
    await insertNotice(tx, {
      id,
      toolId: version.toolId,
      versionId: version.id,
      fingerprint: version.fingerprint,
      kind,
      content,
      contentHash,
      reference,
      by,
      at: now,
    });
    const { jobId, recorded } = await this.deliveries.send(tx, actor, now, { id, versionId: version.id, toolName: version.toolName });
    const subject = { toolId: version.toolId, subjectId: id };
    await record(tx, actor, now, 'notice.published', subject, {
      kind,
      contentHash,
      fingerprint: version.fingerprint,
      reference,
      ...recorded,
    });
    return { reference, jobId };
  }
}

interface ToPublish {
  readonly version: Version;
  readonly kind: NoticeKind;
  readonly content: NoticeDraft['content'] | Announcement;
}

type JsonTexts = Parameters<typeof fingerprint>[0];
const asJson = (content: NoticeDraft['content'] | Announcement): JsonTexts => ({ ...content });

const thirdPartyAnswers = (others: ThirdPartyAnswers) =>
  (['atStart', 'purposesTold', 'fullNoticeLink'] as const).map((name) => ({
    attribute: `notice.thirdParty.${name}`,
    item: '',
    value: others[name],
  }));

const incompleteReasons = (draft: NoticeDraft): readonly Reason[] => {
  const codes = new Set(draft.missing.map(({ field }) => `notice.missing_${itemOf(field)}`));
  if (draft.content.purposes.length === 0) codes.add('notice.without_purposes');
  if (draft.missingLanguages.length > 0) codes.add('notice.language_missing');
  return [...codes].map((code) => ({ code, turn: 'hr_registrar' }));
};

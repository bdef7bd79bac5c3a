import { dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Dossier } from '../../policy/index.js';
import { dossierFacts, type Version } from '../tools/index.js';
import { statedFacts } from './domain/notice-content.js';
import { noticeDraft } from './notice-source.js';
import { noticesOn } from './notices.repository.js';

export interface NoticeFacts {
  readonly notice: NonNullable<Dossier['notice']>;
  readonly checks: Readonly<Record<string, never>>;
  /** The notice that proves E11. */
  readonly proofs: { readonly noticeId: string | null };
  /** Purposes that a published notice names: for `purposes[].notifiedBeforeReuse`. */
  readonly notifiedPurposes: readonly string[];
}

/**
 * The notice's part of the dossier: what the published notice says, or the draft while there is none. It counts as published from the first
 * notice on one of the accepted fingerprints; what it says is what the last one says.
 */
export const noticeFacts = async (tx: Tx, version: Version, accepted: readonly string[]): Promise<NoticeFacts> => {
  const published = await noticesOn(tx, version.toolId, accepted);
  const first = published[0];
  const last = published.at(-1);
  const stated = statedFacts(last ? last.content : (await noticeDraft(tx, version)).content);
  return {
    notice: {
      ...stated,
      publishedOn: first ? dayOf(first.publishedAt) : null,
      // No lease is given to a person who was not told, so no active agent lacks its proof.
      undeliveredActive: 0,
      thirdParty: dossierFacts(version).notice?.thirdParty ?? null,
    },
    checks: {},
    proofs: { noticeId: last?.id ?? null },
    notifiedPurposes: last ? (stated.purposes ?? []) : [],
  };
};

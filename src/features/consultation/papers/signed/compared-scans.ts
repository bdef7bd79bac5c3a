import type { Role } from '../../../../kernel/actor.js';
import type { Tx } from '../../../../platform/database/index.js';
import { namesOf, readFile } from '../../../people/index.js';
import type { Signable } from '../domain/signed-paper.js';
import { signaturesOn } from '../signature.repository.js';
import type { ComparedScan } from './on-paper.js';
import { signedPapersOf } from './signed-papers.repository.js';

type Found = Pick<ComparedScan, 'addedAt' | 'comparedAt'> & {
  readonly fileId: string;
  readonly addedBy: string;
  readonly comparedBy: string;
  readonly signed: { readonly side: 'council' | 'employer' | 'both' } | { readonly personId: string; readonly role: Role };
};

/** The sheet on which an officer signed for the council stands with the decision. */
const sheetsOf = async (tx: Tx, requestId: string): Promise<readonly Found[]> =>
  (await signaturesOn(tx, requestId)).flatMap(({ fileId, uploadedBy, uploadedAt, confirmedBy, confirmedAt, signedBy, signedRole }) =>
    confirmedBy && confirmedAt
      ? [
          {
            fileId,
            addedBy: uploadedBy,
            addedAt: uploadedAt,
            comparedBy: confirmedBy,
            comparedAt: confirmedAt,
            signed: { personId: signedBy, role: signedRole as Role },
          },
        ]
      : [],
  );

const scansOf = async (tx: Tx, requestId: string, paper: Signable): Promise<readonly Found[]> =>
  (await signedPapersOf(tx, requestId)).flatMap(({ paper: of, outcome, fileId, side, uploadedBy, uploadedAt, endedBy, endedAt }) =>
    of === paper && outcome === 'confirmed' && endedBy && endedAt
      ? [{ fileId, addedBy: uploadedBy, addedAt: uploadedAt, comparedBy: endedBy, comparedAt: endedAt, signed: { side } }]
      : [],
  );

/** Every scan of one paper of a case that counts, oldest first. */
export const comparedScansOf = async (tx: Tx, requestId: string, paper: Signable): Promise<readonly ComparedScan[]> => {
  const found = [...(paper === 'decision' ? await sheetsOf(tx, requestId) : []), ...(await scansOf(tx, requestId, paper))];
  if (found.length === 0) return [];
  const people = found.flatMap(({ addedBy, comparedBy, signed }) => [
    addedBy,
    comparedBy,
    ...('personId' in signed ? [signed.personId] : []),
  ]);
  const names = await namesOf(tx, [...new Set(people)]);
  const nameOf = (personId: string): string => names.get(personId) ?? '…';
  const scans: ComparedScan[] = [];
  for (const { fileId, signed, ...rest } of found) {
    const file = await readFile(tx, fileId);
    if (!file) continue;
    scans.push({
      ...rest,
      file,
      addedBy: nameOf(rest.addedBy),
      comparedBy: nameOf(rest.comparedBy),
      signed: 'side' in signed ? signed : { name: nameOf(signed.personId), role: signed.role },
    });
  }
  return scans;
};

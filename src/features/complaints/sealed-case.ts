import type { Tx } from '../../platform/database/index.js';
import { decrypt, encrypt, sealTo } from '../../platform/sealing/index.js';
import type { ProvenKey } from './case-keys.repository.js';
import type { StoredMessage } from './complaints.repository.js';
import { type CleanFile, FILE_STEP, packFile, packStory, readPackedFile, readStory, type Story, TEXT_STEP } from './domain/contents.js';
import { contentsOf, insertContent, insertSealedFile, insertSealedKeys, sealedFile } from './sealed.repository.js';

/** One case and the key to everything in it. */
export interface OpenCase {
  readonly id: string;
  readonly key: Uint8Array;
}

const textPlace = (caseId: string, ownerId: string) => ({ place: `${caseId} ${ownerId}`, step: TEXT_STEP });
const filePlace = (caseId: string, fileId: string) => ({ place: `${caseId} ${fileId}`, step: FILE_STEP });

export const sealStory = ({ id, key }: OpenCase, story: Story): Promise<Buffer> =>
  encrypt(key, { plain: packStory(story), ...textPlace(id, id) });
export const writeStory = (tx: Tx, { id }: OpenCase, sealed: Buffer): Promise<void> => insertContent(tx, id, id, sealed);
export const writeText = async (tx: Tx, { id, key }: OpenCase, ownerId: string, text: string): Promise<void> => {
  if (text !== '') await insertContent(tx, ownerId, id, await encrypt(key, { plain: Buffer.from(text), ...textPlace(id, ownerId) }));
};
export const writeFile = async (tx: Tx, { id, key }: OpenCase, fileId: string, given: CleanFile, onDay: string): Promise<void> => {
  const sealed = await encrypt(key, { plain: packFile(given), ...filePlace(id, fileId) });
  await insertSealedFile(tx, { id: fileId, complaintId: id, sealed, onDay });
};
export const readFile = async (tx: Tx, { id, key }: OpenCase, fileId: string): Promise<CleanFile | null> => {
  const sealed = await sealedFile(tx, id, fileId);
  const packed = sealed && (await decrypt(key, sealed, filePlace(id, fileId)));
  return packed && readPackedFile(packed);
};

/** The handlers and deputies who can open the case besides whoever has its code. */
export const sealKeyFor = async (tx: Tx, { id, key }: OpenCase, recipients: readonly ProvenKey[]): Promise<void> => {
  const sealed = await Promise.all(recipients.map(async ({ keyId, publicKey }) => ({ keyId, sealed: await sealTo(publicKey, key) })));
  await insertSealedKeys(tx, id, sealed);
};

export type ReadMessage = StoredMessage & { readonly text: string };
export interface Told {
  /** Null once it was erased. */
  readonly story: Story | null;
  readonly messages: readonly ReadMessage[];
}
/** All that was written in a case, opened. */
export const readCase = async (tx: Tx, { id, key }: OpenCase, messages: readonly StoredMessage[]): Promise<Told> => {
  const contents = await contentsOf(tx, id);
  const open = async (ownerId: string): Promise<Buffer | null> => {
    const sealed = contents.get(ownerId);
    return sealed ? decrypt(key, sealed, textPlace(id, ownerId)) : null;
  };
  const story = await open(id);
  return {
    story: story && readStory(story),
    messages: await Promise.all(messages.map(async (message) => ({ ...message, text: (await open(message.id))?.toString('utf8') ?? '' }))),
  };
};

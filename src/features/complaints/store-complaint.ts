import { sha256 } from '../../kernel/canonical.js';
import { dayOf } from '../../kernel/clock.js';
import { newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import { handlersFor } from './assign-handler.js';
import { caseMail } from './complaints.mail.js';
import { complaintPaths } from './complaints.paths.js';
import { insertComplaint, readComplaint } from './complaints.repository.js';
import { type Desk, dueOnFor, type Route } from './domain/complaint-state.js';
import type { Story } from './domain/contents.js';
import { caseIdOf, caseKeyOf } from './domain/receipt-code.js';
import { sealKeyFor, sealStory, writeStory } from './sealed-case.js';

export interface NewComplaint {
  readonly code: string;
  readonly story: Story;
  readonly toolId: string | null;
  readonly category: string;
  readonly desk: Desk;
  readonly isDisclosure: boolean;
  readonly route: Route;
  readonly fromObjectionId: string | null;
  readonly lodgedAt: Date;
}

/** A mail that a case waits, to who handles it: nothing of the case, and nothing to who complained. */
export const tellHandler = (tx: Tx, handlerId: string, baseUrl: string): Promise<void> =>
  mailPersons(tx, [handlerId], caseMail('new', `${baseUrl}${complaintPaths.cases}`));

export type Stored = 'kept' | 'there' | 'nobody';

/** Handler and deputy. */
const RECIPIENTS = 2;

/**
 * Seals and keeps a complaint. The same code again keeps nothing twice. What is kept in the open: the day, the category, the terms. No author,
 * no word. `there`: it was kept before. `nobody`: there is nobody who may handle it and can open it; then nothing is kept.
 */
export const storeComplaint = async (tx: Tx, now: Date, given: NewComplaint, baseUrl: string): Promise<Stored> => {
  const opened = { id: caseIdOf(given.code), key: caseKeyOf(given.code) };
  if (await readComplaint(tx, opened.id)) return 'there';
  const recipients = (await handlersFor(tx, given.desk, given.story)).slice(0, RECIPIENTS);
  const [handler] = recipients;
  if (!handler) return 'nobody';
  const { category, isDisclosure, toolId, desk, route, fromObjectionId } = given;
  const lodgedOn = dayOf(given.lodgedAt);
  const dueOn = dueOnFor({ category, lodgedOn, isDisclosure });
  const row = { id: opened.id, toolId, category, route, desk, isDisclosure, fromObjectionId, lodgedOn, dueOn };
  const isNew = await insertComplaint(tx, { ...row, reference: newReference(), handlerId: handler.personId });
  if (!isNew) return 'there';
  const sealed = await sealStory(opened, given.story);
  await writeStory(tx, opened, sealed);
  await sealKeyFor(tx, opened, recipients);
  await recordConfidential(tx, now, { kind: 'complaint.lodged', complaint: opened.id, sealed: sha256(sealed) });
  await tellHandler(tx, handler.personId, baseUrl);
  return 'kept';
};

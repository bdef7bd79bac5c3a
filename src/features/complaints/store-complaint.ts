import { newId, newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { recordConfidential } from '../evidence/index.js';
import { holdersOf, mailPersons } from '../people/index.js';
import { type Desk, handlersFor } from './assign-handler.js';
import { caseMail } from './complaints.mail.js';
import { complaintPaths } from './complaints.paths.js';
import { insertComplaint } from './complaints.repository.js';
import { dueOnFor } from './domain/complaint-state.js';

export interface ComplaintCommand {
  readonly toolId: string | null;
  readonly category: string;
  readonly text: string;
  readonly desk: Desk;
}
interface NewComplaint extends ComplaintCommand {
  readonly personId: string;
  readonly lodgedAt: Date;
  readonly fromObjectionId: string | null;
}

/** A case for its handler; where nobody may handle it, the DPO hears that a case waits, and nothing of it. */
export const tellHandler = async (tx: Tx, handlerId: string | null, id: string, baseUrl: string): Promise<void> => {
  if (handlerId) return mailPersons(tx, [handlerId], caseMail('new', `${baseUrl}${complaintPaths.case(id)}`));
  const dpos = (await holdersOf(tx, ['dpo'])).map((dpo) => dpo.personId);
  await mailPersons(tx, dpos, caseMail('unhandled', `${baseUrl}/settings/channels`));
};

/** Keeps a complaint, with the first who may handle it. What began as one objection is kept once. Answers its id. */
export const storeComplaint = async (tx: Tx, now: Date, given: NewComplaint, baseUrl: string): Promise<string> => {
  const { desk, ...row } = given;
  const [handlerId = null] = await handlersFor(tx, row.personId, desk);
  const id = newId('k');
  const isNew = await insertComplaint(tx, {
    ...row,
    id,
    reference: newReference(),
    handlerId,
    dueOn: dueOnFor(row.category, row.lodgedAt),
  });
  if (!isNew) return id;
  await recordConfidential(tx, now, { kind: 'complaint.lodged', complaint: id });
  await tellHandler(tx, handlerId, id, baseUrl);
  await mailPersons(tx, [row.personId], caseMail('receipt', `${baseUrl}${complaintPaths.own(id)}`));
  return id;
};

import type { Tx } from '../../platform/database/index.js';
import { holdersOf, isManagerOf, mailPersons } from '../people/index.js';
import { findChannel } from './channels.repository.js';
import type { ChannelKind } from './domain/channels.js';
import { caseMail } from './objections.mail.js';

/** Handler and deputy of a channel, without whoever it concerns and whoever is in that person's line. */
export const namedHandlers = async (tx: Tx, kind: ChannelKind, personId: string): Promise<readonly string[]> => {
  const channel = await findChannel(tx, kind);
  const named = [channel?.handlerId, channel?.deputyId].filter((id): id is string => Boolean(id) && id !== personId);
  const free: string[] = [];
  for (const id of named) if (!(await isManagerOf(tx, id, personId))) free.push(id);
  return free;
};

/** Whether this person may handle what that person lodged. */
export const mayHandle = async (tx: Tx, kind: ChannelKind, handlerId: string | null, personId: string): Promise<boolean> =>
  handlerId !== null && (await namedHandlers(tx, kind, personId)).includes(handlerId);

/** "There is a new case for you", and nothing else. Where nobody may handle it, the DPO hears that a case has no handler. */
export const tellHandlers = async (tx: Tx, kind: ChannelKind, personId: string, url: string): Promise<void> => {
  const handlers = await namedHandlers(tx, kind, personId);
  if (handlers.length > 0) return mailPersons(tx, handlers, caseMail('new', url));
  const dpos = (await holdersOf(tx, ['dpo'])).map((dpo) => dpo.personId);
  await mailPersons(tx, dpos, caseMail('unhandled', url));
};

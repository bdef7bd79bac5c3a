import type { Day } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import type { ActDetail, ActKind } from './domain/objection-state.js';
import { caseMail } from './objections.mail.js';
import { insertAct } from './objections.repository.js';

interface NewAct {
  readonly objectionId: string;
  readonly kind: ActKind;
  readonly by: string;
  readonly text?: string;
  readonly detail?: ActDetail | null;
  readonly effectiveOn?: Day | null;
}

/** An act on an objection, with its place among the confidential acts of the day. */
export const writeAct = async (tx: Tx, now: Date, act: NewAct): Promise<void> => {
  const { objectionId, kind, by, text = '', detail = null, effectiveOn = null } = act;
  await insertAct(tx, { id: newId('a'), objectionId, kind, text, by, at: now, effectiveOn, detail });
  await recordConfidential(tx, now, { kind: `objection.${kind}`, objection: objectionId });
};

/** "There is a message for you", and where. */
export const tellPersons = (tx: Tx, personIds: readonly string[], url: string): Promise<void> =>
  mailPersons(tx, personIds, caseMail('news', url));

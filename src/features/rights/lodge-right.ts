import { newId, newReference } from '../../kernel/ids.js';
import { refused, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { caseMail, objectableTools, type Right, tellHandlers } from '../objections/index.js';
import { mailPersons } from '../people/index.js';
import { firstDueOn } from './domain/right-state.js';
import { rightsPaths } from './rights.paths.js';
import { countOpen, insertRequest, lockPerson } from './rights.repository.js';

/** A job of the gate: an order to IT to take one person out of an attested tool. */
const ORDER_PERSON_OUT = 'gate.order-person-out';
/** Enough for every kind and every tool; more is not a request, and would bury those of others. */
const OPEN_REQUESTS = 25;

export interface RequestCommand {
  readonly kind: Right;
  readonly toolId: string | null;
  readonly text: string;
  readonly wanted: string;
}
export interface Lodging extends RequestCommand {
  readonly personId: string;
  readonly baseUrl: string;
}

interface Typed {
  readonly kind: Right;
  readonly tool?: string;
  readonly text: string;
  readonly wanted?: string;
}
export const commandOf = ({ kind, tool, text, wanted }: Typed): RequestCommand => ({
  kind,
  toolId: tool || null,
  text: text.trim(),
  wanted: kind === 'rectification' ? (wanted ?? '').trim() : '',
});

/** What a person can mend in the form, before anything is written. */
const refuseUnusable = async (tx: Tx, personId: string, { kind, toolId }: RequestCommand): Promise<void> => {
  if (kind === 'restriction' && toolId === null) throw unusable('tool', 'right.tool_needed');
  if (toolId === null) return;
  const known = (await objectableTools(tx, personId)).some((tool) => tool.toolId === toolId);
  if (!known) throw unusable('tool', 'objection.tool_unknown');
};

/** A request under GDPR 15-20, due within a month. One for restriction keeps its person out at once (18(1)). Answers its id. */
export const lodgeRight = async (tx: Tx, now: Date, { personId, baseUrl, ...command }: Lodging): Promise<string> => {
  await lockPerson(tx, personId);
  await refuseUnusable(tx, personId, command);
  if ((await countOpen(tx, personId)) >= OPEN_REQUESTS) throw refused('right.too_many');
  const id = newId('r');
  await insertRequest(tx, { ...command, id, personId, reference: newReference(), lodgedAt: now, dueOn: firstDueOn(now) });
  await recordConfidential(tx, now, { kind: 'right.asked', request: id });
  if (command.kind === 'restriction') await enqueue(tx, ORDER_PERSON_OUT, { toolId: command.toolId, personId });
  await tellHandlers(tx, command.kind, personId, `${baseUrl}${rightsPaths.list}`);
  await mailPersons(tx, [personId], caseMail('receipt', `${baseUrl}${rightsPaths.own(id)}`));
  return id;
};

import { newId, newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons } from '../people/index.js';
import { dossierFacts, readVersion } from '../tools/index.js';
import { firstDueOn } from './domain/objection-state.js';
import { rightToObject } from './domain/right-to-object.js';
import { objectionViews } from './objection-views.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import { insertObjection, type Objection, type ObjectableTool, objectionsTo } from './objections.repository.js';
import { tellHandlers } from './who-handles.js';

/** Jobs of other features: an order to IT to take one person out of an attested tool, and a complaint in place of an objection. */
const ORDER_PERSON_OUT = 'gate.order-person-out';
const TAKE_OVER = 'complaints.take-over';

export interface Lodging {
  readonly personId: string;
  readonly tool: ObjectableTool;
  readonly situation: string;
  readonly lodgedBy: string | null;
  readonly baseUrl: string;
}

const openObjection = async (tx: Tx, toolId: string, personId: string, now: Date): Promise<Objection | null> => {
  const views = await objectionViews(tx, await objectionsTo(tx, toolId, personId), now);
  return views.find(({ state }) => state.isOpen)?.objection ?? null;
};

/** One open objection of a person to a tool. Without a right to object it becomes a complaint. Answers its id. */
export const lodgeObjection = async (tx: Tx, now: Date, { personId, tool, situation, lodgedBy, baseUrl }: Lodging): Promise<string> => {
  const { toolId } = tool;
  const open = await openObjection(tx, toolId, personId, now);
  if (open) return open.id;
  const converted = !rightToObject(dossierFacts(await readVersion(tx, tool.versionId)));
  const id = newId('o');
  await insertObjection(tx, {
    id,
    toolId,
    personId,
    situation,
    reference: newReference(),
    lodgedAt: now,
    dueOn: firstDueOn(now),
    converted,
    lodgedBy,
  });
  await recordConfidential(tx, now, { kind: converted ? 'objection.converted' : 'objection.lodged', objection: id });
  if (converted) {
    await enqueue(tx, TAKE_OVER, { objectionId: id });
    return id;
  }
  await enqueue(tx, ORDER_PERSON_OUT, { toolId, personId });
  await tellHandlers(tx, 'objection', personId, `${baseUrl}${objectionPaths.list}`);
  await mailPersons(tx, [personId], caseMail('receipt', `${baseUrl}${objectionPaths.own(id)}`));
  return id;
};

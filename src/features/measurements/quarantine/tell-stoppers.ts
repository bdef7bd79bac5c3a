import { notFound } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { gatePaths, MAY_STOP } from '../../gate/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { quarantineMail } from './quarantine.mail.js';
import { findQuarantine } from './quarantine.repository.js';

/** A lock stops no tool. Whoever may stop it is told that it goes on. */
export const tellStoppers = async (tx: Tx, { id, baseUrl }: { readonly id: string; readonly baseUrl: string }): Promise<void> => {
  const found = await findQuarantine(tx, id);
  if (!found) throw notFound();
  const people = new Set((await holdersOf(tx, MAY_STOP)).map(({ personId }) => personId));
  await mailPersons(tx, [...people], quarantineMail('stopper', { ...found, url: baseUrl + gatePaths.stop(found.toolId) }));
};

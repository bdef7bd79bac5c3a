import type { Tx } from '../../platform/database/index.js';
import { holdersOf } from '../people/index.js';
import { linesAbove, namedHandlers, type ProvenKey, provenKeys } from './case-keys.repository.js';
import type { Desk } from './domain/complaint-state.js';
import { type Interests, mayHandle } from './domain/who-may-handle.js';

/** Those who may handle a complaint and can open it, first choice first: never HR, never anyone it concerns. */
export const handlersFor = async (tx: Tx, desk: Desk, interests: Interests): Promise<readonly ProvenKey[]> => {
  const holders = await holdersOf(tx, ['trusted_person', 'complaint_handler', 'hr_registrar']);
  const inRole = (role: string): string[] => holders.filter((holder) => holder.role === role).map(({ personId }) => personId);
  const [advisers, handlers, hr] = ['trusted_person', 'complaint_handler', 'hr_registrar'].map(inRole) as [string[], string[], string[]];
  const named = (await namedHandlers(tx)).filter((id) => handlers.includes(id));
  const wanted = [...new Set(desk === 'adviser' ? advisers : [...named, ...advisers])].filter((id) => !hr.includes(id));
  const above = await linesAbove(tx, [...wanted, ...interests.aboutIds, ...(interests.authorId ? [interests.authorId] : [])]);
  const keys = new Map((await provenKeys(tx)).map((key) => [key.personId, key]));
  return wanted
    .filter((id) => mayHandle(id, interests, above))
    .map((id) => keys.get(id))
    .filter((key): key is ProvenKey => key !== undefined);
};

/** The channel works when its handler and deputy both proved that they can open what comes in. */
export const channelIsLive = async (tx: Tx): Promise<boolean> => {
  const named = await namedHandlers(tx);
  const proven = (await provenKeys(tx)).map(({ personId }) => personId);
  return named.length === 2 && named.every((id) => proven.includes(id));
};

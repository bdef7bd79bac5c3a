import { DataSource } from 'typeorm';
import { KeysService, SigningKeys } from '../features/agents/index.js';
import { SYSTEM } from '../kernel/actor.js';
import type { Clock } from '../kernel/clock.js';
import { Problem } from '../kernel/problem.js';
import { type Settings, systemClock } from '../platform/config/index.js';
import { databaseOptions, Transactions } from '../platform/database/index.js';
import { openDatabase } from './open-database.js';
import { print, say } from './say.js';

const DONE = 0;
const REFUSED = 1;
const UNUSABLE = 2;

type Asked = { readonly act: 'list' } | { readonly act: 'next' } | { readonly act: 'drop'; readonly kid: string };

const askedIn = (args: readonly string[]): Asked | null => {
  const [flag, kid] = args;
  if (flag === undefined) return { act: 'list' };
  if (flag === '--next' && args.length === 1) return { act: 'next' };
  return flag === '--drop' && kid && args.length === 2 ? { act: 'drop', kid } : null;
};

const carryOut = async (service: KeysService, asked: Asked): Promise<number> => {
  try {
    if (asked.act === 'next') say(`The next key is made: ${await service.plan(SYSTEM)}.`);
    if (asked.act === 'drop') say(`The key is withdrawn: ${await service.drop(SYSTEM, asked.kid)}.`);
    return DONE;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.code === 'keys.next-waits' ? 'A next key waits already.' : 'There is no such key.');
    return REFUSED;
  }
};

/** The keys that sign leases, from the command line: works beside the running application, which notices within a second. Prints the keys as JSON. */
export const keysCommand = async (settings: Settings, args: readonly string[], clock: Clock = systemClock): Promise<number> => {
  const asked = askedIn(args);
  if (!asked) {
    say('countersign keys: expected nothing, --next, or --drop with the identifier of a key.');
    return UNUSABLE;
  }
  const database = await openDatabase(settings, true);
  const source = await new DataSource(databaseOptions(database.appUrl, [])).initialize();
  try {
    const keys = new SigningKeys(settings, clock);
    await keys.read();
    const service = new KeysService(new Transactions(source), keys, settings, clock);
    const status = await carryOut(service, asked);
    print(JSON.stringify(service.list()));
    return status;
  } finally {
    await source.destroy();
    await database.stop();
  }
};

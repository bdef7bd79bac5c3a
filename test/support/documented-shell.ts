import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request that a script sent, and its answer. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly etag: string | null;
}
interface Ran {
  readonly said: string;
  readonly sent: readonly Sent[];
}

const PROGRAMS = ['curl', 'openssl'];

/** A shell for the scripts of the documentation, in a folder of its own, with a curl and an OpenSSL that every machine has. */
export class Shell {
  readonly folder = mkdtempSync(join(tmpdir(), 'countersign-shell-'));
  /** What the scripts find in their environment, and what they leave for the next of these variables. */
  readonly variables: Record<string, string> = {};

  constructor(private readonly kept: readonly string[] = []) {
    for (const name of PROGRAMS) {
      const program = join(import.meta.dirname, 'shell', `${name}.mjs`);
      writeFileSync(join(this.folder, name), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 });
    }
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  /** Throws what a script complains of. */
  async run(script: string): Promise<Ran> {
    const [log, after] = [join(this.folder, 'sent'), join(this.folder, 'kept')];
    rmSync(log, { force: true });
    const keep = `printf '%s\\n' ${this.kept.map((name) => `"$${name}"`).join(' ')} > ${after}`;
    const env = { ...this.variables, SENT: log, PATH: `${this.folder}:${process.env['PATH'] ?? ''}` };
    const child = spawn('/bin/sh', ['-c', `${script}\n${keep}`], { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, complained] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    if (complained !== '') throw new Error(`${script}\n${complained}`);
    const values = readFileSync(after, 'utf8').split('\n');
    this.kept.forEach((name, at) => (this.variables[name] = values[at] ?? ''));
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    return { said, sent: lines.map((line) => JSON.parse(line) as Sent) };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

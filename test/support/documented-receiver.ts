import { type ChildProcess, spawn } from 'node:child_process';
import { examplesUnder } from './documented.js';

export const WEBHOOKS = 'Device management that is told at once';

/** The receiver of the documentation, as it stands there, as soon as it listens; `now`: in milliseconds, where it goes by a test's clock. */
export const documentedReceiver = async (
  port: number,
  secret: string,
  now?: number,
): Promise<{ readonly child: ChildProcess; readonly said: string[] }> => {
  const [example = ''] = examplesUnder(WEBHOOKS, 'js');
  const program = now === undefined ? example : example.replace('Date.now()', String(now));
  const child = spawn(process.execPath, ['--input-type=module'], {
    env: { SECRET: secret, PORT: String(port) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => said.push(...text.toString().trim().split('\n')));
  child.stdin.end(program);
  for (;;) {
    const listens = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then(
      ({ status }) => status === 401,
      () => false,
    );
    if (listens) return { child, said };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs the benchmarks of test/bench, all or those whose name holds an argument. They print ratios; none has a time limit. */
const folder = join(import.meta.dirname, '..', 'test', 'bench');
const wanted = process.argv.slice(2);
const all = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.bench.mjs')) : [];
const chosen = all.filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));

if (chosen.length === 0) {
  process.stderr.write(`No benchmark matches. There are: ${all.map((file) => file.replace('.bench.mjs', '')).join(', ') || 'none'}.\n`);
  process.exit(2);
}
for (const file of chosen) {
  process.stdout.write(`${file.replace('.bench.mjs', '')}\n`);
  const { status } = spawnSync(process.execPath, [join(folder, file)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

/**
 * `countersign evaluate --ndjson` against reading and `JSON.parse` of the same 20,000 lines: whole node processes, the same
 * line reader, output to /dev/null. The goal is a ratio of at most 2.5. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = join(import.meta.dirname, '..', '..');
const LINES = 20_000;
const ROUNDS = 5;
const GOAL = 2.5;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const merged = (base, overlay) =>
  isObject(base) && isObject(overlay)
    ? Object.entries(overlay).reduce((all, [key, value]) => ({ ...all, [key]: merged(all[key], value) }), base)
    : overlay;
const { baseline, cases } = JSON.parse(readFileSync(join(root, 'src/policy/catalogue/scenarios.json'), 'utf8'));
const dossiers = cases.map((one) => JSON.stringify(merged(baseline, one.overlay)));

const folder = mkdtempSync(join(tmpdir(), 'evaluate-bench-'));
const file = join(folder, 'dossiers.ndjson');
writeFileSync(file, Array.from({ length: LINES }, (_, index) => `${dossiers[index % dossiers.length]}\n`).join(''));
const reader = join(folder, 'parse.mjs');
writeFileSync(
  reader,
  `import { openSync } from 'node:fs';
import { linesOf } from ${JSON.stringify(join(root, 'dist/src/platform/cli/evaluate.js'))};
let objects = 0;
for (const line of linesOf(openSync(process.argv[2], 'r'))) objects += typeof JSON.parse(line) === 'object' ? 1 : 0;
if (objects !== ${LINES}) process.exit(1);
`,
);

const sink = openSync('/dev/null', 'w');
const seconds = (args) => {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', sink, 'inherit'] });
  if (status !== 0) throw new Error(`expected status 0, found ${status}: ${args.join(' ')}`);
  return (performance.now() - began) / 1000;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const parsing = [];
const evaluating = [];
for (let round = 0; round < ROUNDS; round += 1) {
  parsing.push(seconds([reader, file]));
  evaluating.push(seconds([join(root, 'dist/src/cli.js'), 'evaluate', '--ndjson', file]));
}
closeSync(sink);
rmSync(folder, { recursive: true });

const ratio = median(evaluating) / median(parsing);
process.stdout.write(
  `evaluate --ndjson, ${LINES} lines: read and parse ${median(parsing).toFixed(2)} s, evaluate ${median(evaluating).toFixed(2)} s, ` +
    `ratio ${ratio.toFixed(2)} (goal: at most ${GOAL})\n`,
);

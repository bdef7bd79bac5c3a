import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BASELINE, CASES, overlaid, scenario } from '../../../test/support/published-dossiers.js';
import { evaluateCommand } from './evaluate.js';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (args: readonly string[], input = '') => {
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map((name) => join(folder, name));
  writeFileSync(String(stdin), input);
  const io = { input: openSync(String(stdin), 'r'), output: openSync(String(stdout), 'w'), errors: openSync(String(stderr), 'w') };
  const status = await evaluateCommand(args, io);
  for (const descriptor of Object.values(io)) closeSync(descriptor);
  return { status, output: readFileSync(String(stdout), 'utf8'), errors: readFileSync(String(stderr), 'utf8') };
};
const linesOf = (output: string): unknown[] =>
  output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('evaluate', () => {
  it('prints one line for one dossier, and answers 0 whatever the verdict', async () => {
    const { status, output } = await run([], JSON.stringify(scenario('S04'), null, 2));
    expect(status).toBe(0);
    expect(output.startsWith('{"verdict":"BLOCKED","rules":[{"id":"GEN-DOS-01","outcome":"PASS","severity":"blocks"},')).toBe(true);
    expect(output.endsWith('}]}\n')).toBe(true);
    expect(linesOf(output)).toHaveLength(1);
  });
  it('prints a line a dossier with --ndjson, from a file as from standard input', async () => {
    const dossiers = [BASELINE, ...CASES.map((one) => overlaid(one.overlay))];
    const text = dossiers.map((one) => JSON.stringify(one)).join('\n');
    const given = await run(['--ndjson'], text);
    const file = join(folder, 'dossiers.ndjson');
    writeFileSync(file, `${text}\n`);
    expect(await run(['--ndjson', file])).toEqual(given);
    expect(linesOf(given.output)).toHaveLength(dossiers.length);
    expect(linesOf(given.output)[0]).toMatchObject({ verdict: 'OPEN' });
  });
  it('puts an error in the place of a line that is no JSON, goes on, and answers 2', async () => {
    const { status, output } = await run(['--ndjson'], `${JSON.stringify(BASELINE)}\nnonsense\n\n7\n`);
    expect(status).toBe(2);
    expect(linesOf(output)).toMatchObject([
      { verdict: 'OPEN' },
      { line: 2, error: expect.any(String) as string },
      { line: 3 },
      { verdict: 'PROHIBITED' },
    ]);
  });
  it('reads lines longer than its buffer, and words that its buffer cuts through', async () => {
    const long = JSON.stringify({ ...BASELINE, note: 'é'.repeat(2_000_000) });
    const { status, output } = await run(['--ndjson'], `${long}\n${long}\n`);
    expect(status).toBe(0);
    expect(linesOf(output)).toMatchObject([{ verdict: 'OPEN' }, { verdict: 'OPEN' }]);
  });
  it('says which jurisdiction has no pack', async () => {
    const { output } = await run([], JSON.stringify(overlaid({ organisation: { jurisdiction: 'DE' } })));
    expect(linesOf(output)).toEqual([{ verdict: 'BLOCKED', reason: 'jurisdiction.without_pack', rules: [] }]);
  });
  it.each([[['--json']], [['a', 'b']], [[join(folder, 'nowhere.json')]], [[folder]]])('refuses %j with a message and 2', async (args) => {
    const { status, output, errors } = await run(args);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toMatch(/^countersign evaluate: expected/);
  });
  it('says that its output cannot be written, not that its input cannot be read', async () => {
    const [dossier, errors] = ['dossier', 'unwritten'].map((name) => join(folder, name));
    writeFileSync(String(dossier), JSON.stringify(BASELINE));
    const io = { input: openSync(String(dossier), 'r'), output: openSync(String(dossier), 'r'), errors: openSync(String(errors), 'w') };
    expect(await evaluateCommand(['--ndjson'], io)).toBe(2);
    for (const descriptor of Object.values(io)) closeSync(descriptor);
    expect(readFileSync(String(errors), 'utf8')).toBe('countersign evaluate: expected an output that can be written.\n');
  });
  it('answers 2 for a dossier that is no JSON', async () => {
    expect(await run([], 'nonsense')).toMatchObject({ status: 2, output: '{"error":"expected a dossier as JSON","line":1}\n' });
  });
});

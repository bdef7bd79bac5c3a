/**
 * All 80 rules with their outcomes over the published dossiers, against `JSON.parse` of the same dossiers. Then the rules that json-rules-engine, zen-engine,
 * cedar-wasm and casbin can express, with equal answers, against the best of those four. All in this process, in turns. Needs a build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { casbinApart, flat, rivals, RULES } from './rules.rivals.mjs';

const root = join(import.meta.dirname, '..', '..');
const { evaluate } = await import(join(root, 'dist/src/policy/evaluate.js'));
const { packOf } = await import(join(root, 'dist/src/policy/packs/packs.js'));
const ROUNDS = 5;
const ROUND_MS = 400;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const merged = (base, overlay) =>
  isObject(base) && isObject(overlay)
    ? Object.entries(overlay).reduce((all, [key, value]) => ({ ...all, [key]: merged(all[key], value) }), base)
    : overlay;
const { baseline, cases } = JSON.parse(readFileSync(join(root, 'src/policy/catalogue/scenarios.json'), 'utf8'));
const texts = cases.map((one) => JSON.stringify(merged(baseline, one.overlay)));
const dossiers = texts.map((text) => JSON.parse(text));

/**
 * Microseconds for one dossier: over all of them, again and again, for a while. The best of many turns of about a millisecond: what else the machine does
 * only adds, and adds more to a long turn than to a short one.
 */
const plain = (list, work, turns, ms = ROUND_MS) => {
  const end = performance.now() + ms;
  let best = Infinity;
  do {
    const began = performance.now();
    for (let turn = 0; turn < turns; turn += 1) for (const one of list) work(one);
    best = Math.min(best, ((performance.now() - began) * 1000) / (list.length * turns));
  } while (performance.now() < end);
  return best;
};
/** The same for an engine, which needs a tenth of a millisecond and more: the best turn for each dossier apart. */
const engine = async (list, work) => {
  const end = performance.now() + ROUND_MS * 2;
  const best = list.map(() => Infinity);
  do
    for (const [at, one] of list.entries()) {
      const began = performance.now();
      const answer = work(one);
      if (answer instanceof Promise) await answer;
      best[at] = Math.min(best[at], (performance.now() - began) * 1000);
    }
  while (performance.now() < end);
  return best.reduce((sum, one) => sum + one, 0) / list.length;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Until the compiler has done its work, which on a busy machine takes seconds. */
const WARM_MS = 3000;
plain(dossiers, (dossier) => evaluate(dossier), 2, WARM_MS);
plain(texts, (text) => JSON.parse(text), 1, WARM_MS / 3);
const [parsing, judging] = [[], []];
for (let round = 0; round <= ROUNDS; round += 1) {
  parsing.push(plain(texts, (text) => JSON.parse(text), 1));
  judging.push(plain(dossiers, (dossier) => evaluate(dossier), 2));
}
const [parsed, judged] = [median(parsing.slice(1)), median(judging.slice(1))];
process.stdout.write(
  `rules, all 80: ${judged.toFixed(1)} µs a dossier, JSON.parse ${parsed.toFixed(1)} µs, ratio ${(judged / parsed).toFixed(2)} (goal: at most 0.5)\n`,
);

const names = new Set(RULES.map(([id]) => id));
const some = { ...packOf('NL'), rules: packOf('NL').rules.filter(({ id }) => names.has(id)) };
const ours = (dossier) => evaluate(dossier, some);
const facts = dossiers.map(flat);
const engines = await rivals();
const ORDER = RULES.map(([id]) => id);
const apart = await casbinApart();
for (const [name, judge] of Object.entries({ ...engines, 'casbin taken apart': apart }))
  for (const [at, one] of facts.entries()) {
    const answers = await judge(one);
    const own = new Map(ours(dossiers[at]).rules.map(({ id, outcome }) => [id, outcome]));
    const other = ORDER.filter((id, index) => answers[index] !== own.get(id));
    if (other.length > 0) throw new Error(`${name} answers otherwise on dossier ${at}: ${other.join()}`);
  }
plain(dossiers, ours, 30, WARM_MS);
const own = [];
const takenApart = [];
const theirs = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  own.push(plain(dossiers, ours, 30));
  takenApart.push(await engine(facts, apart));
  for (const [name, judge] of Object.entries(engines)) theirs[name].push(await engine(facts, judge));
}
const mine = median(own.slice(1));
const best = Object.entries(theirs)
  .map(([name, values]) => [name, median(values.slice(1))])
  .sort((a, b) => a[1] - b[1]);
process.stdout.write(
  `rules, the ${RULES.length} that four engines can express: ${mine.toFixed(2)} µs a dossier; ${best.map(([name, at]) => `${name} ${at.toFixed(0)} µs`).join(', ')}; ` +
    `the best of them takes ${(best[0][1] / mine).toFixed(0)} times as long (goal: at least 300)\n`,
);
const bare = median(takenApart.slice(1));
process.stdout.write(
  `rules, beside it: casbin with an enforcer of its own for each condition, no rule set at all: ${bare.toFixed(0)} µs, ${(bare / mine).toFixed(0)} times as long\n`,
);

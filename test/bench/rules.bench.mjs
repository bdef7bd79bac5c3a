/**
 * All 80 rules with their outcomes over the published dossiers, against `JSON.parse` of the same dossiers. Then the rules that json-rules-engine, zen-engine,
 * cedar-wasm and casbin can express, with equal answers, against the best of those four. All in this process, in turns. Needs a build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { flat, rivals, RULES } from './rules.rivals.mjs';

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

/** Microseconds for one dossier: over all of them, again and again, for a while. */
const microseconds = async (list, work) => {
  const began = performance.now();
  let done = 0;
  do {
    for (const one of list) await work(one);
    done += list.length;
  } while (performance.now() - began < ROUND_MS);
  return ((performance.now() - began) * 1000) / done;
};
const plain = (list, work) => {
  const began = performance.now();
  let done = 0;
  do {
    for (const one of list) work(one);
    done += list.length;
  } while (performance.now() - began < ROUND_MS);
  return ((performance.now() - began) * 1000) / done;
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const [parsing, judging] = [[], []];
for (let round = 0; round <= ROUNDS; round += 1) {
  parsing.push(plain(texts, (text) => JSON.parse(text)));
  judging.push(plain(dossiers, (dossier) => evaluate(dossier)));
}
const [parsed, judged] = [median(parsing.slice(1)), median(judging.slice(1))];
process.stdout.write(
  `rules, all 80: ${judged.toFixed(1)} µs a dossier, JSON.parse ${parsed.toFixed(1)} µs, ratio ${(judged / parsed).toFixed(2)} (goal: at most 0.5)\n`,
);

const names = new Set(RULES.map(([id]) => id));
const some = { ...packOf('NL'), rules: packOf('NL').rules.filter(({ id }) => names.has(id)) };
const ours = (dossier) => evaluate(dossier, some);
const failed = (dossier) => {
  const fails = new Set(ours(dossier).rules.flatMap(({ id, outcome }) => (outcome === 'FAIL' ? [id] : [])));
  return RULES.flatMap(([id]) => (fails.has(id) ? [id] : [])).join();
};
const facts = dossiers.map(flat);
const engines = await rivals();
for (const [name, judge] of Object.entries(engines))
  for (const [at, one] of facts.entries()) {
    const told = new Set(await judge(one));
    const answer = RULES.flatMap(([id]) => (told.has(id) ? [id] : [])).join();
    if (answer !== failed(dossiers[at]))
      throw new Error(`${name} answers otherwise on dossier ${at}: ${answer} for ${failed(dossiers[at])}`);
  }
const own = [];
const theirs = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  own.push(plain(dossiers, ours));
  for (const [name, judge] of Object.entries(engines)) theirs[name].push(await microseconds(facts, judge));
}
const mine = median(own.slice(1));
const best = Object.entries(theirs)
  .map(([name, values]) => [name, median(values.slice(1))])
  .sort((a, b) => a[1] - b[1]);
process.stdout.write(
  `rules, the ${RULES.length} that four engines can express: ${mine.toFixed(2)} µs a dossier; ${best.map(([name, at]) => `${name} ${at.toFixed(0)} µs`).join(', ')}; ` +
    `the best of them takes ${(best[0][1] / mine).toFixed(0)} times as long (goal: at least 300)\n`,
);

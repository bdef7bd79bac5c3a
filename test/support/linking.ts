import type { TestDatabase } from './database.js';

/** Everything that can be copied, table by table, each row as text in the order in which it lies there. */
export type Dump = ReadonlyMap<string, readonly string[]>;

/** All tables of the application and of its job queue. */
export const dumpOf = async (database: TestDatabase): Promise<Dump> => {
  const tables = await database.asOwner(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const dump = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const rows = await database.asOwner(`select to_jsonb(t)::text as row from ${String(name)} t order by ctid`);
    dump.set(
      String(name),
      rows.map(({ row }) => String(row)),
    );
  }
  return dump;
};

export interface Known {
  readonly ballots: readonly string[];
  readonly voters: readonly string[];
}
/** Who chose what, as far as somebody could tell: `ballot voter` to choice. */
export type Guess = ReadonlyMap<string, string>;
export const keyOf = (ballot: string, voter: string): string => `${ballot} ${voter}`;

const CHOICE = /\\?"(consent|conditions|no_consent|abstention)\\?"(?!\s*:)/g;
const choicesIn = (row: string): string[] => [...row.matchAll(CHOICE)].map((found) => found[1] ?? '');
const TOKEN = /[A-Za-z0-9_:.+-]{8,}/g;
const SELDOM = 4;

const rowsOf = (dump: Dump): string[] => [...dump.values()].flat();

/** A row that names the voter and one choice, and the ballot or nothing but it. */
const together = (dump: Dump, { ballots, voters }: Known): Guess => {
  const guess = new Map<string, string>();
  for (const row of rowsOf(dump)) {
    const [choice, ...more] = choicesIn(row);
    if (!choice || more.length > 0) continue;
    for (const ballot of ballots.filter((id) => row.includes(id)))
      for (const voter of voters.filter((id) => row.includes(id))) guess.set(keyOf(ballot, voter), choice);
  }
  return guess;
};

/** A row of the voter and a row with a choice of the ballot that have a seldom word in common: an id, a hash, an instant. */
const joined = (dump: Dump, known: Known): Guess => {
  const rows = rowsOf(dump);
  const used = new Map<string, number>();
  for (const row of rows) for (const token of new Set(row.match(TOKEN))) used.set(token, (used.get(token) ?? 0) + 1);
  const seldom = (row: string): string[] =>
    [...new Set(row.match(TOKEN))].filter((token) => (used.get(token) ?? 0) <= SELDOM && !known.voters.includes(token));
  const withChoice = rows.map((row) => ({ row, choices: choicesIn(row) })).filter(({ choices }) => choices.length === 1);
  const byToken = new Map<string, { row: string; choices: string[] }[]>();
  for (const one of withChoice) for (const token of seldom(one.row)) byToken.set(token, [...(byToken.get(token) ?? []), one]);
  const guess = new Map<string, string>();
  for (const voter of known.voters)
    for (const row of rows.filter((one) => one.includes(voter)))
      for (const { row: other, choices } of seldom(row).flatMap((token) => byToken.get(token) ?? []))
        for (const ballot of known.ballots.filter((id) => other.includes(id) || row.includes(id)))
          guess.set(keyOf(ballot, voter), choices[0] ?? '');
  return guess;
};

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[.\d]*/g;

/** Voters in every order in which some table has them for a ballot, or in which their acts share an instant with entries on it. */
const votersInOrder = (dump: Dump, ballot: string, voters: readonly string[]): readonly string[][] => {
  const lying = [...dump.values()].map((rows) => {
    const text = rows.filter((row) => row.includes(ballot)).join('\n');
    return voters.filter((id) => text.includes(id)).sort((a, b) => text.indexOf(a) - text.indexOf(b));
  });
  const instants = new Set(
    rowsOf(dump)
      .filter((row) => row.includes(ballot))
      .flatMap((row) => row.match(INSTANT) ?? []),
  );
  const timed = [...dump.values()].map((rows) => {
    const firstOf = (voter: string): string =>
      rows
        .filter((row) => row.includes(voter))
        .flatMap((row) => row.match(INSTANT) ?? [])
        .filter((at) => instants.has(at))
        .sort()[0] ?? '';
    return voters.filter((voter) => firstOf(voter) !== '').sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
  });
  return [...lying, ...timed];
};

const choicesInOrder = (dump: Dump, ballot: string): readonly string[][] =>
  [...dump.values()].map((rows) => rows.filter((row) => row.includes(ballot)).flatMap(choicesIn));

/** Each order of voters laid beside each order of choices, forwards and backwards: one guess for each pair of tables. */
const ordered = (dump: Dump, { ballots, voters }: Known): readonly Guess[] => {
  const guesses = new Map<string, Map<string, string>>();
  for (const ballot of ballots) {
    const [people, choices] = [votersInOrder(dump, ballot, voters), choicesInOrder(dump, ballot)];
    people.forEach((who, at) =>
      choices.forEach((what, place) => {
        if (who.length < 2 || who.length !== what.length) return;
        for (const [way, list] of [what, [...what].reverse()].entries()) {
          const name = `${at} ${place} ${way}`;
          const guess = guesses.get(name) ?? new Map<string, string>();
          who.forEach((voter, turn) => guess.set(keyOf(ballot, voter), list[turn] ?? ''));
          guesses.set(name, guess);
        }
      }),
    );
  }
  return [...guesses.values()];
};

/** The share of voters that the best way of linking gets right; where it says nothing, a coin is tossed. */
export const bestLink = (dump: Dump, known: Known, truth: Guess): number => {
  const share = (guess: Guess): number =>
    [...truth].reduce((sum, [key, choice]) => sum + (guess.has(key) ? Number(guess.get(key) === choice) : 0.5), 0) / truth.size;
  return Math.max(...[together(dump, known), joined(dump, known), ...ordered(dump, known)].map(share));
};

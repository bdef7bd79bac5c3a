import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const GUARD_HELP = `Usage: countersign guard --server URL --tool ID --person ID [options] -- COMMAND ARGS

Runs COMMAND only while its device holds a lease for this tool and person.

  --server URL      the address of Countersign; https, or http on this machine
  --tool ID         the tool, as its page names it
  --person ID       whose lease it asks for
  --settings FILE   the settings that run: a JSON object of names and texts
  --file NAME=PATH  a setting whose value is the SHA-256 of a file, such as the command's own configuration
  --state FOLDER    where the device's key is kept (default: ~/.countersign-guard)
  --code CODE       the one-time enrolment code, the first time (or COUNTERSIGN_ENROLMENT_CODE)
  --collect PORT    takes the command's figures on this port of this machine, as collectd's write_http posts them, and sends them under the lease
  --measure A=B:C   a figure of the command (plugin/type) is metric B in unit C; the others are thrown away
  --place PLACE     where this device measures: home or office (default: office)
  --clock server    takes the time from the server: for the demo, whose clock can be moved

Ends with the command's own status; with 77 when there is no lease and the command did not start; with 2 for unusable arguments.`;

/** What the guard sends on for its command. */
export interface Collecting {
  readonly port: number;
  readonly place: 'home' | 'office';
  /** The metric and unit of a figure, by `plugin/type`. */
  readonly measures: ReadonlyMap<string, { readonly metric: string; readonly unit: string }>;
}

export interface GuardOptions {
  readonly server: string;
  readonly tool: string;
  readonly person: string;
  readonly settings: string | null;
  /** Settings that are the SHA-256 of a file. */
  readonly files: ReadonlyMap<string, string>;
  readonly state: string;
  readonly code: string | null;
  readonly serverClock: boolean;
  /** Null: the command sends its figures itself, or nothing. */
  readonly collecting: Collecting | null;
  readonly command: readonly string[];
}

const OPTIONS = {
  server: { type: 'string' },
  tool: { type: 'string' },
  person: { type: 'string' },
  settings: { type: 'string' },
  file: { type: 'string', multiple: true },
  state: { type: 'string' },
  code: { type: 'string' },
  clock: { type: 'string' },
  collect: { type: 'string' },
  measure: { type: 'string', multiple: true },
  place: { type: 'string' },
} as const;

const ID = /^[\w-]{1,60}$/;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** The address without a slash at the end; null when agents may not use it. */
const serverOf = (text: string | undefined): string | null => {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, hostname, origin, pathname, search, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
  return isSafe && pathname === '/' && !search && !username ? origin : null;
};

const filesOf = (given: readonly string[]): ReadonlyMap<string, string> | null => {
  const pairs = given.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const);
  return given.every((one) => /^[^=]+=.+$/.test(one)) ? new Map(pairs) : null;
};

const MEASURE = /^([\w-]+\/[\w-]+)=([a-z0-9_]{1,40}):(.{1,60})$/;
const PLACES = ['home', 'office'] as const;
const isPort = (text: string): boolean => /^\d{4,5}$/.test(text) && Number(text) >= 1024 && Number(text) < 65_536;

const measuresOf = (given: readonly string[]): Collecting['measures'] =>
  new Map(given.map((one) => MEASURE.exec(one)).flatMap((found) => (found ? [[found[1]!, { metric: found[2]!, unit: found[3]! }]] : [])));

const collectingOf = ({ collect, measure = [], place }: Values): Collecting | null =>
  collect === undefined ? null : { port: Number(collect), place: place === 'home' ? 'home' : 'office', measures: measuresOf(measure) };

const collectMistakes = ({ collect, measure = [], place }: Values): string[] => [
  ...(collect === undefined || isPort(collect) ? [] : ['--collect: expected a port from 1024 to 65535.']),
  ...(measure.every((one) => MEASURE.test(one)) ? [] : ['--measure: expected PLUGIN/TYPE=METRIC:UNIT.']),
  ...(place === undefined || PLACES.some((one) => one === place) ? [] : ['--place: expected home or office.']),
];

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

const mistakesOf = (values: Values, command: readonly string[]): string[] => [
  ...(serverOf(values.server) ? [] : ['--server: expected an https address without a path, or http on this machine.']),
  ...(['tool', 'person'] as const)
    .filter((name) => !ID.test(values[name] ?? ''))
    .map((name) => `--${name}: expected an id of letters, digits, - and _.`),
  ...(filesOf(values.file ?? []) ? [] : ['--file: expected NAME=PATH.']),
  ...(values.clock === undefined || values.clock === 'server' ? [] : ['--clock: expected server.']),
  ...collectMistakes(values),
  ...(command.length ? [] : ['expected a command after --.']),
];

/** What stands on the command line, or every mistake in it. */
export const readGuardOptions = (args: readonly string[], env: NodeJS.ProcessEnv): GuardOptions | readonly string[] => {
  const end = args.indexOf('--');
  const command = end < 0 ? [] : args.slice(end + 1);
  try {
    const { values } = parseArgs({ args: args.slice(0, end < 0 ? undefined : end), options: OPTIONS });
    const mistakes = mistakesOf(values, command);
    if (mistakes.length) return mistakes;
    return {
      server: serverOf(values.server) ?? '',
      tool: values.tool ?? '',
      person: values.person ?? '',
      settings: values.settings ?? null,
      files: filesOf(values.file ?? []) ?? new Map(),
      state: values.state ?? join(homedir(), '.countersign-guard'),
      code: values.code ?? env['COUNTERSIGN_ENROLMENT_CODE'] ?? null,
      serverClock: values.clock === 'server',
      collecting: collectingOf(values),
      command,
    };
  } catch (error) {
    return [error instanceof Error ? error.message : 'the arguments cannot be read.'];
  }
};

#!/usr/bin/env node
import { print, say } from './commands/say.js';
import { settingMistake } from './commands/setting-mistake.js';
import { readSettings, SettingsMistake, type Settings } from './platform/config/index.js';

const HELP = `Usage: countersign <command>

  start                 the application, in production
  worker                the job process, when WORKER=apart
  demo [--fresh]        a sample organisation; --fresh starts over
  make-sample           makes that organisation ready beside the build, so that the demo starts at once
  migrate [--undo]      brings the schema up, or one step down
  keys [--next | --drop KID]
                        shows the keys that sign leases; plans the next one, or withdraws one in an emergency
  evaluate [--ndjson] [FILE]
                        evaluates a dossier from FILE or standard input
  guard ... -- COMMAND  runs an agent only while it holds a lease: countersign guard --help
  help                  this text

Settings are environment variables: docs/operations.md.`;

const DONE = 0;
const REFUSED = 1;
const UNUSABLE = 2;

interface Command {
  readonly flags: readonly string[];
  run(settings: Settings, flags: ReadonlySet<string>): Promise<void>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  start: { flags: [], run: async (settings) => (await import('./commands/start.js')).start(settings) },
  worker: { flags: [], run: async (settings) => (await import('./worker.js')).work(settings) },
  demo: { flags: ['--fresh'], run: async (settings, flags) => (await import('./commands/demo.js')).demo(settings, flags.has('--fresh')) },
  'make-sample': { flags: [], run: async (settings) => (await import('./commands/make-sample.js')).makeSampleCommand(settings) },
  migrate: {
    flags: ['--undo'],
    run: async (settings, flags) => (await import('./commands/migrate.js')).migrateCommand(settings, flags.has('--undo')),
  },
};

const refuse = (message: string): number => {
  say(`${message}\n\n${HELP}`);
  return UNUSABLE;
};

const runCommand = async (name: string, command: Command, args: readonly string[]): Promise<number> => {
  const unknown = args.find((argument) => !command.flags.includes(argument));
  if (unknown !== undefined)
    return refuse(`countersign ${name}: expected ${command.flags.join(' or ') || 'no arguments'}; found "${unknown}".`);
  const settings = readSettings(process.env);
  const { log } = await import('./platform/log/index.js');
  log.level = settings.logLevel;
  await command.run(settings, new Set(args));
  return DONE;
};

const asksForHelp = (word: string, at: number): boolean => ['--help', '-h'].includes(word) || (at === 0 && word === 'help');

/** Runs one command; answers the exit status. A server keeps the process alive after this has answered. */
const main = async ([name = 'help', ...args]: readonly string[]): Promise<number> => {
  if (name === 'guard') return (await import('./guard/guard-command.js')).guardCommand(args);
  if ([name, ...args].some(asksForHelp)) {
    print(HELP);
    return DONE;
  }
  if (name === 'evaluate') return (await import('./platform/cli/evaluate.js')).evaluateCommand(args);
  if (name === 'keys') return (await import('./commands/keys.js')).keysCommand(readSettings(process.env), args);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command ? runCommand(name, command, args) : refuse(`There is no command "${name}".`);
};

const explain = (error: unknown): number => {
  if (error instanceof SettingsMistake) {
    for (const mistake of error.mistakes) say(mistake);
    return UNUSABLE;
  }
  const mistake = settingMistake(error);
  if (mistake) {
    say(mistake);
    return UNUSABLE;
  }
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  say(error instanceof Error ? `${error.message || error.name}${code}` : 'Stopped by an unknown error.');
  return REFUSED;
};

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => process.exit(explain(error)),
);

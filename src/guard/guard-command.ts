import { guard } from './guard.js';
import { GUARD_HELP, readGuardOptions } from './options.js';

const UNUSABLE = 2;
const say = (line: string): void => void process.stderr.write(`countersign guard: ${line}\n`);

const isMistakes = (read: ReturnType<typeof readGuardOptions>): read is readonly string[] => Array.isArray(read);

/** The guard as a command: it ends the process with the status of what it ran, also while a request still waits. */
export const guardCommand = async (args: readonly string[]): Promise<number> => {
  if (args[0] === '--help') {
    process.stdout.write(`${GUARD_HELP}\n`);
    return 0;
  }
  const options = readGuardOptions(args, process.env);
  if (isMistakes(options)) {
    for (const mistake of options) say(mistake);
    process.stderr.write(`\n${GUARD_HELP}\n`);
    return UNUSABLE;
  }
  const env = { ...process.env };
  delete env['COUNTERSIGN_ENROLMENT_CODE'];
  process.exit(await guard(options, env, say));
};

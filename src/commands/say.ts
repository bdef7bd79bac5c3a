/** Sentences for people go to standard error; results go to standard output. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

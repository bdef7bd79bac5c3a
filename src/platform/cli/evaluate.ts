import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { evaluate, type Evaluation, type RuleResult } from '../../policy/evaluate.js';

const DONE = 0;
const UNUSABLE = 2;
const CHUNK = 1 << 20;
const LINES_PER_WRITE = 64;
const NEWLINE = 10;

/** Where a command reads and writes; file descriptors, so that large batches never wait for a stream. */
export interface CommandIo {
  readonly input: number;
  readonly output: number;
  readonly errors: number;
}
const STANDARD: CommandIo = { input: 0, output: 1, errors: 2 };

type Print = (evaluation: Evaluation) => string;
interface Arguments {
  readonly lines: boolean;
  readonly file: string | null;
}

const readArguments = (args: readonly string[]): Arguments | string => {
  const files = args.filter((argument) => argument !== '--ndjson');
  const unknown = files.find((argument) => argument.startsWith('-') && argument !== '-');
  if (unknown !== undefined) return `countersign evaluate: expected --ndjson or a file; found "${unknown}".`;
  if (files.length > 1) return `countersign evaluate: expected one file; found ${files.length}.`;
  const file = files[0];
  return { lines: args.includes('--ndjson'), file: file === undefined || file === '-' ? null : file };
};

const isAgain = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN';
const pause = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
/** Tries again while a pipe is not ready; the descriptor may have been set not to block by whoever opened it. */
const patiently = (act: () => number): number => {
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isAgain(error)) throw error;
      pause();
    }
  }
};
const isEnd = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EOF';
const readSome = (input: number, buffer: Buffer): number => {
  try {
    return patiently(() => readSync(input, buffer, 0, buffer.length, null));
  } catch (error) {
    if (isEnd(error)) return 0;
    throw error;
  }
};
/** Nobody takes the answers any more: a pipe that closed, a full disk. */
class Unwritable extends Error {}
const writeAll = (output: number, text: string, encoding: 'utf8' | 'latin1'): void => {
  const bytes = Buffer.from(text, encoding);
  try {
    for (let from = 0; from < bytes.length;) from += patiently(() => writeSync(output, bytes, from, bytes.length - from));
  } catch {
    throw new Unwritable();
  }
};

/** Every line of the input, without its end. What follows the last line's end is a line only when it is not empty. */
export function* linesOf(input: number): Generator<string> {
  let rest: Buffer[] = [];
  for (;;) {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const length = readSome(input, buffer);
    if (length === 0) break;
    let from = 0;
    for (let end = buffer.indexOf(NEWLINE); end !== -1 && end < length; end = buffer.indexOf(NEWLINE, from)) {
      yield rest.length > 0 ? Buffer.concat([...rest, buffer.subarray(from, end)]).toString('utf8') : buffer.toString('utf8', from, end);
      rest = [];
      from = end + 1;
    }
    if (from < length) rest.push(buffer.subarray(from, length));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

/** The line of one dossier. The text of each result of each rule is written once and used again. */
const printer = (): Print => {
  const known = new Map<RuleResult, string>();
  const textOf = (rule: RuleResult): string => {
    const { id, outcome, severity } = rule;
    const text = known.get(rule) ?? JSON.stringify({ id, outcome, severity });
    known.set(rule, text);
    return text;
  };
  return ({ verdict, rules, reason }) => {
    const texts = rules.map((rule) => known.get(rule) ?? textOf(rule));
    return `{"verdict":"${verdict}",${reason ? `"reason":"${reason}",` : ''}"rules":[${texts.join(',')}]}\n`;
  };
};

const parse = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

/** No answer repeats what was given, so that its text is ASCII, which is written fastest as latin1. */
const ASCII = 'latin1';
const notJson = (line: number): string => `${JSON.stringify({ error: 'expected a dossier as JSON', line })}\n`;

/** Answers how many lines were no JSON. */
const evaluateLines = (input: number, output: number, print: Print): number => {
  let unusable = 0;
  let line = 0;
  let waiting: string[] = [];
  for (const text of linesOf(input)) {
    line += 1;
    const parsed = parse(text);
    if (!parsed) unusable += 1;
    waiting.push(parsed ? print(evaluate(parsed.value)) : notJson(line));
    if (waiting.length < LINES_PER_WRITE) continue;
    writeAll(output, waiting.join(''), ASCII);
    waiting = [];
  }
  writeAll(output, waiting.join(''), ASCII);
  return unusable;
};

const evaluateWhole = (input: number, output: number, print: Print): number => {
  const parsed = parse([...linesOf(input)].join('\n'));
  writeAll(output, parsed ? print(evaluate(parsed.value)) : notJson(1), ASCII);
  return parsed ? 0 : 1;
};

/** `countersign evaluate [--ndjson] [FILE]`: one line a dossier. Answers the exit status, whatever the verdicts are. */
export const evaluateCommand = async (args: readonly string[], io: CommandIo = STANDARD): Promise<number> => {
  const read = readArguments(args);
  if (typeof read === 'string') {
    writeAll(io.errors, `${read}\n`, 'utf8');
    return UNUSABLE;
  }
  let input = io.input;
  try {
    if (read.file !== null) input = openSync(read.file, 'r');
    const unusable = (read.lines ? evaluateLines : evaluateWhole)(input, io.output, printer());
    return unusable > 0 ? UNUSABLE : DONE;
  } catch (error) {
    const expected =
      error instanceof Unwritable ? 'an output that can be written' : `a file that can be read; found "${read.file ?? 'standard input'}"`;
    writeAll(io.errors, `countersign evaluate: expected ${expected}.\n`, 'utf8');
    return UNUSABLE;
  } finally {
    if (read.file !== null && input !== io.input) closeSync(input);
  }
};

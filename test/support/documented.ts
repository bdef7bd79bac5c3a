import { readFileSync } from 'node:fs';

export const PAGE = readFileSync('docs/integrations.md', 'utf8');
/** The server of every example. */
const HOST = 'https://countersign.example.nl';
const REST = '"...":"..."';

/** The fenced examples in this language under a heading that begins so, in their order. */
export const examplesUnder = (heading: string, language: string): readonly string[] => {
  const section = PAGE.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  const found = [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter(([, of]) => of === language).map(([, , text = '']) => text);
  if (found.length === 0) throw new Error(`Expected: an example in ${language} under "${heading}". Found: none.`);
  return found;
};

export const onServer = (example: string, server: string): string => example.replaceAll(HOST, server);

/** Puts what is real where the example says it in general, in the script and not in its remarks. Throws when something is not there, or is left. */
export const filled = (example: string, server: string, values: Readonly<Record<string, string>> = {}): string => {
  let text = onServer(example.replace(/(^|\s)# .*$/gm, ''), server);
  for (const [general, real] of Object.entries(values)) {
    if (!text.includes(general)) throw new Error(`Expected: ${general} in the example. Found: ${text}`);
    text = text.replaceAll(general, real);
  }
  if (text.includes('...')) throw new Error(`Expected: an example with everything filled in. Found: ${text}`);
  return text;
};

/** The curl commands of an example, each with the remarks that follow it. */
export const commandsIn = (example: string): readonly string[] => example.split(/^(?=curl )/m);

/** The JSON objects that the remarks of an example show, with `...` for what is left out. */
export const shownIn = (example: string): readonly unknown[] =>
  [...example.matchAll(/(?:^|\s)# (.*)$/gm)].flatMap(([, remark = '']) => objectsIn(remark)).map((text) => JSON.parse(text) as unknown);

const objectsIn = (text: string): readonly string[] => {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{' && depth++ === 0) start = at;
    if (text[at] === '}' && --depth === 0) found.push(text.slice(start, at + 1));
  }
  return found.map((one) => one.replaceAll('[...]', '["..."]').replaceAll(',...}', `,${REST}}`));
};

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const textFaults = (shown: string, real: unknown, at: string): readonly string[] => {
  const [start = '', end] = shown.split('...');
  const holds = typeof real === 'string' && (end === undefined ? real === shown : real.startsWith(start) && real.length > start.length);
  return holds ? [] : [`${at} is ${JSON.stringify(real)}, not ${shown}`];
};
const memberFaults = (shown: object, real: object, at: string): readonly string[] => {
  const members = Object.entries(shown).filter(([name]) => name !== '...');
  const known = new Map(Object.entries(real));
  const more = '...' in shown ? [] : [...known.keys()].filter((name) => !(name in shown)).map((name) => `${at}.${name} is not shown`);
  return [...more, ...members.flatMap(([name, value]) => faultsOfShown(value, known.get(name), `${at}.${name}`))];
};

/** Where an answer is another than the documentation shows; nothing when it is as shown. A list holds what is shown of it. */
export const faultsOfShown = (shown: unknown, real: unknown, at = 'the answer'): readonly string[] => {
  if (typeof shown === 'string') return shown === '...' && real ? [] : textFaults(shown, real, at);
  if (kindOf(shown) !== kindOf(real)) return [`${at} is ${kindOf(real)}, not ${kindOf(shown)}`];
  if (Array.isArray(shown) && Array.isArray(real)) {
    if (shown.length === 0 || real.length === 0) return shown.length === real.length ? [] : [`${at} has ${real.length}`];
    return shown.flatMap((one) =>
      real.some((other) => faultsOfShown(one, other).length === 0) ? [] : [`${at} has no ${JSON.stringify(one)}`],
    );
  }
  if (typeof shown === 'object' && shown !== null) return memberFaults(shown, real as object, at);
  return shown === real ? [] : [`${at} is ${JSON.stringify(real)}`];
};

type Lines = new (...parts: string[]) => (...values: unknown[]) => Promise<unknown>;
/** Lines of JavaScript that wait for answers, as a function of what they find given. */
export const AsyncLines = Object.getPrototypeOf(async () => {}).constructor as Lines;

import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../src/features.js';
import { explain } from '../../src/platform/http/reason-texts.js';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'),
);
const read = (file: string): string => readFileSync(join('src', file), 'utf8');
const sources = files.map(read);
const catalogues = files.filter((file) => file.endsWith('.catalogue.ts')).map(read);

/** What `class-validator` calls a check by, where it is not the decorator's own name. */
const CALLED: Readonly<Record<string, string>> = { IsISO8601: 'isIso8601', Length: 'isLength', ValidateNested: 'nestedValidation' };
const codeOf = (name: string): string => CALLED[name] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
/** They check nothing. */
const SILENT = ['Allow', 'IsOptional', 'ValidateBy', 'ValidateIf'];

/** Every check on a field that a form or a call can fail. */
const checks = (): string[] => {
  const names = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from 'class-validator'/g)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    ),
  );
  const decorators = names.filter((name) => /^[A-Z]/.test(name) && !SILENT.includes(name) && !name.endsWith('Options'));
  const ofOurs = sources.flatMap((source) => [...source.matchAll(/ValidateBy\(\{ name: '(\w+)'/g)].map(([, name = '']) => name));
  return [...new Set([...decorators.map(codeOf), ...ofOurs, 'whitelistValidation', 'isText'])].sort();
};

describe('what is wrong with a field', () => {
  it('is said in words, in both languages, for every check that the source makes', () => {
    expect(checks().length).toBeGreaterThan(15);
    const silent = checks().filter(
      (code) => !/\.$/.test(explain({ code: `field.${code}` }, 'nl').title) || !/\.$/.test(explain({ code: `field.${code}` }, 'en').title),
    );
    expect(silent).toEqual([]);
  });
});

describe('why something is refused', () => {
  /** Their own page says them in its own words, and no program meets them. */
  const ON_THEIR_PAGE = ['handOver.self', 'file.too-many'];
  const inCatalogue = (code: string): boolean =>
    catalogues.some((source) => source.includes(`'${code}': {`) || source.includes(`'${code}': '`));

  it('is said in words, for every code that a service or a door refuses with', () => {
    const thrown = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:refused|unusable|new Problem)\(\s*(?:\d{3},\s*)?(?:'[\w[\].-]+',\s*)?'([a-z]\w*[.][\w.-]+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
    expect(new Set(thrown).size).toBeGreaterThan(150);
    const silent = [...new Set(thrown)].filter(
      (code) => !ON_THEIR_PAGE.includes(code) && !inCatalogue(code) && explain({ code }, 'nl').title === code,
    );
    expect(silent).toEqual([]);
  });
});

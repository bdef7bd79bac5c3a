import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explain } from '../../src/platform/http/index.js';

const files = (ending: RegExp): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !/\.spec\.tsx?$/.test(path))
    .map((path) => `src/${path}`);

/** Where a code is given to a refusal by name; codes that are put together are tested with what puts them together. */
const GIVEN = /\b(?:new Problem\(\s*\d{3},|refused\(|unusable\(\s*'[\w.[\]]+',)\s*'([^']+)'/g;
const codesIn = (text: string): string[] => [...text.matchAll(GIVEN)].map(([, code = '']) => code);

/** Checks on fields, by the name that class-validator gives their faults. */
const CHECK = /@((?:Is|Max|Min|Matches|Length|Array)[A-Za-z0-9]*)\(/g;
const RENAMED: Readonly<Record<string, string>> = {
  IsISO8601: 'isIso8601',
  Length: 'isLength',
  IsSheet: 'isSettingsSheet',
  IsPublicKey: 'isEd25519PublicJwk',
};
const checksIn = (text: string): string[] =>
  [...text.matchAll(CHECK)].flatMap(([, name = '']) =>
    name === 'IsOptional' ? [] : [RENAMED[name] ?? name[0]!.toLowerCase() + name.slice(1)],
  );

const isExplained = (code: string): boolean => (['nl', 'en'] as const).every((language) => explain({ code }, language).title !== code);

beforeAll(async () => {
  for (const path of files(/\.catalogue\.ts$/)) await import(resolve(path));
});

describe('a refusal', () => {
  it('says in both languages what is wrong, whatever its code', () => {
    const codes = new Set(files(/\.tsx?$/).flatMap((path) => codesIn(readFileSync(path, 'utf8'))));
    expect(codes.size).toBeGreaterThan(200);
    expect([...codes].filter((code) => !isExplained(code))).toEqual([]);
  });

  it('says what is expected of a field, whatever the check', () => {
    const checks = new Set(files(/\.tsx?$/).flatMap((path) => checksIn(readFileSync(path, 'utf8'))));
    expect(checks.size).toBeGreaterThan(15);
    expect([...checks].map((name) => `field.${name}`).filter((code) => !isExplained(code))).toEqual([]);
  });

  it('is found without its words', () => {
    const planted = "throw new Problem(503, 'planted.one'); throw unusable('a.b', 'planted.two'); return refused('planted.three', []);";
    expect(codesIn(planted)).toEqual(['planted.one', 'planted.two', 'planted.three']);
    expect(codesIn(planted).filter(isExplained)).toEqual([]);
  });
});

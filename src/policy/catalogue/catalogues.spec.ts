import { readFileSync } from 'node:fs';
import { CASES, overlaid } from '../../../test/support/published-dossiers.js';
import { ownerMayWrite, writersOf } from '../attributes.js';
import { evaluate } from '../evaluate.js';
import { citationOf, remedyOf, RULES, sourceOf, statementOf } from '../rule-texts.js';
import { ALL_RULES } from '../rules/all.js';
import { ATTRIBUTES } from './attributes.catalogue.js';
import { REQUIREMENTS } from './requirements.catalogue.js';
import { RULE_TEXTS } from './rules.catalogue.js';

interface PublishedRule {
  readonly id: string;
  readonly [name: string]: unknown;
}
const published = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8')) as readonly PublishedRule[];

describe('the rules', () => {
  it('are the published eighty, in their order and words', () => {
    expect(ALL_RULES.map((rule) => rule.id)).toEqual(published.map((rule) => rule.id));
    expect(RULE_TEXTS).toEqual(published.map(({ when: _when, must: _must, severityChanges: _changes, ...text }) => text));
    expect(ALL_RULES).toHaveLength(80);
  });
  it('apply without a condition, or change severity, exactly where the published ones do', () => {
    expect(ALL_RULES.filter((rule) => !rule.when).map((rule) => rule.id)).toEqual(
      published.filter((rule) => rule['when'] === 'always').map((rule) => rule.id),
    );
    expect(ALL_RULES.filter((rule) => rule.severity).map((rule) => rule.id)).toEqual(
      published.filter((rule) => (rule['severityChanges'] as readonly unknown[]).length > 0).map((rule) => rule.id),
    );
  });
  it('speak both languages and cite in both', () => {
    for (const { id } of RULES)
      for (const text of [remedyOf, sourceOf, statementOf]) {
        expect(text(id, 'nl')).not.toBe('');
        expect(text(id, 'nl')).not.toBe(text(id, 'en'));
      }
    expect(sourceOf('EU-GDPR-05-01', 'nl')).toBe('AVG art. 5 lid 1 onder b');
    expect(RULES.filter((rule) => /\bGDPR\b|\bAI Act\b|\bECHR\b/.test(rule.sourceNl))).toEqual([]);
    expect(RULES.filter((rule) => /\b(agents?|lease|gate|vergunning|vingerafdruk|middel)\b/i.test(rule.statementNl))).toEqual([]);
  });
});

describe('what pages say of a rule in English', () => {
  it('is what to do in plain words, with the source in one line', () => {
    for (const { id } of RULES) {
      expect([id, citationOf(id, 'en').length <= 80]).toEqual([id, true]);
      expect([id, /\bdelta\b|\bOR\b|\bTIA\b|\bSCCs\b|\bFG\b|\bPVT\b|\bgate\b|\bbaseline\b/.test(remedyOf(id, 'en'))]).toEqual([id, false]);
    }
  });
  it('names no law that the rule does not rest on, and leaves the catalogue as it is', () => {
    for (const { id, source } of RULES)
      for (const [article] of citationOf(id, 'en').matchAll(/\d+\(\d+\)|C-\d+\/\d+|§\d+/g))
        expect([id, source]).toEqual([id, expect.stringContaining(article)]);
    expect(RULES.find(({ id }) => id === 'NL-WOR-27-02')?.remedy.en).toContain('OR clock');
    expect(sourceOf('EU-NEC-02', 'en').length).toBeGreaterThan(citationOf('EU-NEC-02', 'en').length);
  });
});

describe('the requirements', () => {
  it('are sixteen, and hold every rule exactly once', () => {
    const held = REQUIREMENTS.flatMap((requirement) => [...requirement.rules]);
    expect(REQUIREMENTS.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => `E${index + 1}`));
    expect([...held].sort()).toEqual(ALL_RULES.map((rule) => rule.id).sort());
  });
});

describe('the attributes', () => {
  const paths = new Set(ATTRIBUTES.map((one) => one.path));
  it('are 238 that rules read, each once', () => {
    expect(ATTRIBUTES.filter((one) => one.read !== false)).toHaveLength(238);
    expect(paths.size).toBe(ATTRIBUTES.length);
  });
  it('hold everything that a rule reads', () => {
    const read = new Set<string>();
    const watched = (value: unknown, path: string): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      return new Proxy(value, {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof name !== 'string' || typeof member === 'function' || (Array.isArray(target) && name === 'length')) return member;
          const inner = Array.isArray(target) ? `${path}[]` : path === '' ? name : `${path}.${name}`;
          const isSection = typeof member === 'object' && member !== null && !Array.isArray(member);
          if (!isSection) read.add(inner);
          return watched(member, inner);
        },
      });
    };
    for (const one of CASES) evaluate(watched(overlaid(one.overlay), ''));
    const parents = (path: string): boolean =>
      ATTRIBUTES.some((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[]`));
    const scalars = (path: string): boolean => path.endsWith('[]') && paths.has(path.slice(0, -2));
    const ours = new Set(['today', 'settings', 'enforcement', 'declared']);
    expect([...read].filter((path) => !paths.has(path) && !parents(path) && !scalars(path) && !ours.has(path))).toEqual([]);
    expect(read.size).toBeGreaterThan(200);
  });
  it('have one kind of owner, and what is computed has no writer', () => {
    for (const one of ATTRIBUTES) expect(writersOf(one.path).length === 0).toBe(one.owner === 'computed');
    expect(ownerMayWrite('it_admin', 'capture.modes')).toBe(true);
    expect(ownerMayWrite('hr_registrar', 'capture.modes')).toBe(false);
    expect(ownerMayWrite('director', 'representation.decision')).toBe(false);
    expect(ownerMayWrite('or_member', 'representation.decision')).toBe(false);
    expect(ownerMayWrite('or_secretary', 'representation.decision')).toBe(true);
    expect(writersOf('tool.unknown')).toEqual([]);
    for (const path of [
      'dossier.versionHash',
      'runtime.configHash',
      'notice.undeliveredActive',
      'runtime.activationOn',
      'runtime.openObjections',
    ])
      expect(writersOf(path)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

const planted = join(process.cwd(), 'test', 'house', 'planted');

const cruise = (folder: string): readonly Violation[] => {
  const command = join(process.cwd(), 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = join(process.cwd(), '.dependency-cruiser.cjs');
  const args = [
    command,
    '--config',
    config,
    '--ts-config',
    join(process.cwd(), 'tsconfig.json'),
    '--output-type',
    'json',
    'src',
    'migrations',
  ];
  const answer = JSON.parse(execFileSync('node', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })) as {
    summary: { violations: Violation[] };
  };
  return answer.summary.violations;
};

/** Each rule of imports and the planted file that breaks it. */
const PLANTED: Readonly<Record<string, string>> = {
  'kernel-is-pure': 'src/kernel/reads-a-file.ts',
  'policy-is-pure': 'src/policy/asks-an-adapter.ts',
  'platform-knows-no-feature': 'src/platform/adapter.ts',
  'domain-is-pure': 'src/features/tools/domain/uses-an-adapter.ts',
  'only-repositories-know-typeorm': 'src/features/tools/tools.service.ts',
  'views-do-no-io': 'src/features/tools/web/reads-rows.tsx',
  'doors-do-no-sql': 'src/features/tools/tools.pages.tsx',
  'level-of-people': 'src/features/people/looks-up.ts',
  'level-of-evidence': 'src/features/evidence/looks-sideways.ts',
  'features-meet-at-the-index': 'src/features/gate/reaches-inside.ts',
  'source-knows-no-test': 'src/features/uses-a-test.ts',
  'application-meets-features-at-the-index': 'src/app.ts',
  'migrations-stand-alone': 'migrations/1-uses-source.ts',
  'guard-stands-alone': 'src/guard/asks-the-server.ts',
  'wire-is-pure': 'src/platform/signing/wire.ts',
  'no-circles': 'src/features/gate/circle-a.ts',
};

describe('imports', () => {
  const found = cruise(planted);
  it.each(Object.entries(PLANTED))('%s fires on %s', (rule, file) => {
    expect(found.filter((violation) => violation.rule.name === rule).map((violation) => violation.from)).toContain(file);
  });
  it('are clean in the source itself', () => {
    expect(cruise(process.cwd()).map((violation) => `${violation.rule.name}: ${violation.from}`)).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.mjs';

const PROJECTS = ['unit', 'db', 'e2e', 'browser'];
const root = join(import.meta.dirname, '..');

const unknown = (found) => {
  process.stderr.write(`Usage: node scripts/test.mjs [--long] [${PROJECTS.join('|')}] [PATH ...]\nFound: ${found}\n`);
  process.exit(2);
};

const read = ([first, ...rest]) => {
  if (first === undefined) return { projects: PROJECTS, paths: [] };
  return PROJECTS.includes(first) ? { projects: [first], paths: rest } : unknown(first);
};

const browserSuites = () => {
  const folder = join(root, 'test', 'browser');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.browser-spec.ts')) : [];
};

/** Without Chromium the browser's suites cannot run. That is a failure of each, not a silence. */
const withoutBrowser = (projects) => {
  if (!projects.includes('browser') || existsSync(chromiumPath)) return { projects, missing: 0 };
  const suites = browserSuites();
  process.stderr.write(
    `No Chromium at ${chromiumPath}: ${suites.length} browser suites count as failed. Debian: apt-get install chromium, or set CHROMIUM to its path.\n`,
  );
  return { projects: projects.filter((project) => project !== 'browser'), missing: suites.length };
};

const jest = (projects, paths, report) =>
  new Promise((resolve) => {
    const args = ['--selectProjects', ...projects, '--json', `--outputFile=${report}`, '--passWithNoTests', '--forceExit'];
    args.push(`--maxWorkers=${Math.max(2, Math.min(8, availableParallelism()))}`, ...(paths.length ? ['--', ...paths] : []));
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --no-warnings`.trim(),
    };
    const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (status) => resolve(status ?? 1));
  });

/** Tests that passed and failed; a suite that could not even be read counts as one failure. */
const count = (report, status) => {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed };
};

const args = process.argv.slice(2);
/** The walks over everything go over all of it. */
if (args[0] === '--long') {
  args.shift();
  process.env.COUNTERSIGN_LONG = '1';
}
const { projects: asked, paths } = read(args);
const { projects, missing } = withoutBrowser(asked);
const folder = mkdtempSync(join(tmpdir(), 'countersign-report-'));
const report = join(folder, 'report.json');
const status = projects.length ? await jest(projects, paths, report) : 0;
const { passed, failed } = projects.length ? count(report, status) : { passed: 0, failed: 0 };
rmSync(folder, { recursive: true });
if (passed + failed + missing === 0) process.stderr.write('No test ran. Expected: at least one.\n');
process.exitCode = failed + missing > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed + missing} failed\n`);

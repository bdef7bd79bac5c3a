import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const at = (...parts) => join(root, ...parts);

const run = (title, args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${title} failed.\n${stdout}${stderr}`);
  process.exit(1);
};

/** Without the development packages nothing can be built; an image or an archive brings its own `dist`. */
if (!existsSync(at('node_modules/@nestjs/cli')) || !existsSync(at('src'))) {
  if (!existsSync(at('dist/app/cli.js')))
    process.stderr.write('Not built: the development packages are not installed. Run npm ci without --omit=dev.\n');
  process.exit(0);
}

run('The build', [at('node_modules/@nestjs/cli/bin/nest.js'), 'build']);
run('The bundle', [at('scripts/bundle.mjs')]);
chmodSync(at('dist/app/cli.js'), 0o755);
if (existsSync(at('scripts/build-assets.mjs'))) run('The build of the assets', [at('scripts/build-assets.mjs')]);

/** The demo can make its organisation itself, only slower: a machine that cannot do it now still has a build. */
if (process.argv.includes('--sample') && process.env.COUNTERSIGN_SAMPLE !== 'later') {
  const { status, stderr } = spawnSync(process.execPath, [at('dist/app/cli.js'), 'make-sample'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`The sample organisation was not made ready; the demo makes it at its first start.\n${stderr}`);
}

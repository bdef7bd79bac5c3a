// Our own modules as a few files: reading some 1,400 small ones takes longer than all else that a start does.
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

await build({
  entryPoints: ['cli', 'main', 'worker'].map((name) => join(root, 'dist/src', `${name}.js`)),
  outdir: join(root, 'dist/app'),
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  keepNames: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});

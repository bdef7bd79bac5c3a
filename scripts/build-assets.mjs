// Compiles the page kit's styles and copies its script, icon and font to dist/assets.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = fileURLToPath(new URL('..', import.meta.url));
const kit = join(root, 'src/platform/ui');
const inter = join(root, 'node_modules/@fontsource-variable/inter');

export const buildAssets = async (to = join(root, 'dist/assets')) => {
  await mkdir(to, { recursive: true });
  const { css } = compile(join(kit, 'styles/app.scss'), {
    style: 'compressed',
    quietDeps: true,
    loadPaths: [join(root, 'node_modules')],
  });
  const font = await readFile(join(kit, 'styles/inter.css'), 'utf8');
  await writeFile(join(to, 'app.css'), css + font);
  for (const name of ['enhance.js', 'icon.svg']) await copyFile(join(kit, 'assets', name), join(to, name));
  await copyFile(join(inter, 'files/inter-latin-wght-normal.woff2'), join(to, 'inter.woff2'));
  await copyFile(join(inter, 'LICENSE'), join(to, 'inter.LICENSE.txt'));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const words = process.argv.slice(2).join('-').toLowerCase();
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(words)) {
  process.stderr.write('Usage: npm run migrate:new -- <verb> <object>, for example: npm run migrate:new -- add witness\n');
  process.exit(2);
}

const folder = join(import.meta.dirname, '..', 'migrations');
const index = join(folder, 'index.ts');
const listed = readFileSync(index, 'utf8');
const newest = Math.max(...[...listed.matchAll(/(\d{13})-/g)].map(([, stamp]) => Number(stamp)));
const stamp = Math.max(Date.now(), newest + 100);
const name = `${words.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase())}${stamp}`;
const file = `${stamp}-${words}`;

writeFileSync(
  join(folder, `${file}.ts`),
  `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
    \`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`
    \`);
  }
}
`,
  { flag: 'wx' },
);
const lastImport = listed.lastIndexOf('import ');
const end = listed.indexOf('\n', lastImport) + 1;
const imported = `${listed.slice(0, end)}import { ${name} } from './${file}.js';\n${listed.slice(end)}`;
writeFileSync(index, imported.replace(/\n\];/, `\n  ${name},\n];`));
process.stdout.write(`migrations/${file}.ts\n`);

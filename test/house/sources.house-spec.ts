import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

interface Source {
  readonly path: string;
  readonly text: string;
}

const sources = (): Source[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const matching =
  (pattern: RegExp, allowed: RegExp) =>
  (all: readonly Source[]): string[] =>
    all.filter(({ path, text }) => !allowed.test(path) && pattern.test(text)).map(({ path }) => path);

const readsTheClock = matching(/new Date\(\s*\)|Date\.now\(/, /^src\/platform\/config\/system-clock\.ts$/);
const drawsLots = matching(/Math\.random|randomBytes|randomInt|randomUUID/, /^src\/(kernel\/ids|platform\/|features\/evidence\/)/);
const knowsTheKit = matching(/govuk-/, /^src\/platform\/ui\//);
const exportsDefault = matching(/^export default/m, /^$/);
const hasNoHome = (all: readonly Source[]): string[] =>
  all.map(({ path }) => path).filter((path) => /\/(utils|common|helpers|types|interfaces|shared|misc)\//.test(path));
const writesHtml = matching(/dangerouslySetInnerHTML|innerHTML/, /^src\/platform\/ui\/assets\//);
const writesStyle = matching(/\sstyle=[{"]/, /^$/);

/** What changes no state in the domain's terms leaves no entry: drafts, sessions, throttles, reminders (docs/decisions). */
const LEAVES_NO_ENTRY: Readonly<Record<string, string>> = {
  'src/features/people/fact-telling.service.ts: tell': 'queues mail about an act that is recorded',
  'src/features/people/me.service.ts: enrolment': 'offers a secret that waits for its first code',
  'src/features/people/register.service.ts: upload': 'a draft',
  'src/features/people/register.service.ts: forgetDrafts': 'drafts that nobody applied',
  'src/features/people/setup.service.ts: setupLink': 'a printed link',
  'src/features/people/sign-in.service.ts: signIn': 'a session',
  'src/features/people/sign-in.service.ts: finish': 'a session',
  'src/features/people/sign-in.service.ts: signOut': 'a session',
  'src/features/people/sign-in.service.ts: switchRole': 'a session',
  'src/features/people/sign-in.service.ts: chooseLanguage': 'a preference',
  'src/features/people/sign-in.service.ts: forget': 'old sessions and attempts',
  'src/features/people/sign-in.service.ts: isThrottled': 'a throttle',
};

/** Methods that open a writing transaction and never record. */
const writesWithoutRecord = (all: readonly Source[]): string[] =>
  all
    .filter(({ path }) => /\.service\.ts$/.test(path) && !path.startsWith('src/features/evidence/'))
    .flatMap(({ path, text }) => silentMethods(path, text));

const silentMethods = (path: string, text: string): string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const silent: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node)) {
      const body = node.getFullText();
      const writes = /\.(run|serializable)\(/.test(body);
      const name = `${path}: ${node.name.getText()}`;
      if (writes && !/\brecord\w*\(/i.test(body) && !(name in LEAVES_NO_ENTRY)) silent.push(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return silent;
};

const RULES: Readonly<Record<string, { check: (all: readonly Source[]) => string[]; planted: Source }>> = {
  'the clock is read in one file': {
    check: readsTheClock,
    planted: { path: 'src/features/x/x.service.ts', text: 'const now = new Date();' },
  },
  'chance is drawn in the kernel': { check: drawsLots, planted: { path: 'src/policy/x.ts', text: 'Math.random()' } },
  'only the kit knows its classes': { check: knowsTheKit, planted: { path: 'src/features/x/web/x.tsx', text: '<p class="govuk-body">' } },
  'exports have names': { check: exportsDefault, planted: { path: 'src/features/x/x.ts', text: 'export default 1;' } },
  'every thing has a home': { check: hasNoHome, planted: { path: 'src/features/x/utils/y.ts', text: '' } },
  'no raw HTML': { check: writesHtml, planted: { path: 'src/features/x/web/x.tsx', text: '<p dangerouslySetInnerHTML={x} />' } },
  'no inline styles': { check: writesStyle, planted: { path: 'src/features/x/web/x.tsx', text: '<p style="x">' } },
  'every write records': {
    check: writesWithoutRecord,
    planted: {
      path: 'src/features/x/x.service.ts',
      text: 'class X { lodge() { return this.transactions.run(async (tx) => insert(tx)); } }',
    },
  },
};

describe('the source', () => {
  const all = sources();
  it.each(Object.entries(RULES))('%s', (_name, { check }) => expect(check(all)).toEqual([]));
  it.each(Object.entries(RULES))('a planted violation of "%s" is found', (_name, { check, planted }) =>
    expect(check([planted])).toHaveLength(1),
  );
  it('accepts a write that records', () => {
    const text =
      "class X { lodge() { return this.transactions.run(async (tx) => { await insert(tx); await record(tx, actor, now, 'x.lodged', {}); }); } }";
    expect(writesWithoutRecord([{ path: 'src/features/x/x.service.ts', text }])).toEqual([]);
  });
});

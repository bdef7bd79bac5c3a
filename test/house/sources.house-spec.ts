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

const readsTheClock = matching(/new Date\(\s*\)|Date\.now\(/, /^src\/(platform\/config\/system-clock|agent\/device)\.ts$/);
const drawsLots = matching(/Math\.random|randomBytes|randomInt|randomUUID/, /^src\/(kernel\/ids|platform\/|features\/evidence\/)/);
const knowsTheKit = matching(/govuk-(?!frontend\b)/, /^src\/platform\/ui\//);
const exportsDefault = matching(/^export default/m, /^$/);
const hasNoHome = (all: readonly Source[]): string[] =>
  all.map(({ path }) => path).filter((path) => /\/(utils|common|helpers|types|interfaces|shared|misc)\//.test(path));
const writesHtml = matching(/dangerouslySetInnerHTML|innerHTML/, /^src\/platform\/ui\/assets\//);
const writesStyle = matching(/\sstyle=[{"]/, /^$/);

/** What changes no state in the domain's terms leaves no entry: drafts, sessions, throttles, reminders (docs/decisions). */
const LEAVES_NO_ENTRY: Readonly<Record<string, string>> = {
  'src/features/agents/lease.service.ts: admitTogether': 'the agents’ own use-once numbers; what they then do is recorded',
  'src/features/agents/lease.service.ts: decideTogether': 'leases enter the log in groups, each minute (lease-batches.service.ts)',
  'src/features/agents/agent-door.service.ts: admit': 'the agent’s own use-once number; what it then does is recorded',
  'src/features/assessments/reminders.service.ts: remind': 'reminders',
  'src/features/complaints/case-rounds.service.ts: remind': 'reminders',
  'src/features/complaints/case-rounds.service.ts: forgetDrafts': 'drafts',
  'src/features/complaints/cases.service.ts: case': 'reads under the lock',
  'src/features/complaints/cases.service.ts: file': 'reads under the lock',
  'src/features/complaints/complaints.service.ts: addFiles': 'a draft, until the complaint or answer it goes with',
  'src/features/consultation/after/reminders.service.ts: remind': 'reminders',
  'src/features/consultation/conditions/promise-reminders.service.ts: remind': 'reminders',
  'src/features/consultation/meetings/meeting-reminders.service.ts: remind': 'reminders',
  'src/features/devices/registered/registered.service.ts: upload': 'a draft',
  'src/features/devices/registered/registered.service.ts: forgetDrafts': 'drafts that nobody applied',
  'src/features/gate/orders.service.ts: tell': 'mails an order that is recorded',
  'src/features/gate/orders.service.ts: remind': 'reminders',
  'src/features/jobs/jobs.service.ts: again': 'job rows',
  'src/features/measurements/ingest.service.ts: receive': 'batches enter the log in groups',
  'src/features/measurements/lease-judge.service.ts: standing': 'reads under the lock',
  'src/features/notices/hand-overs.service.ts: look': 'reads under the lock',
  'src/features/objections/detriment/detriment.service.ts: ownOne': 'reads under the lock',
  'src/features/objections/detriment/detriment.service.ts: one': 'reads under the lock',
  'src/features/objections/reading.service.ts: one': 'reads under the lock',
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
  'src/features/webhooks/delivery.service.ts: claim': 'job rows',
  'src/features/webhooks/delivery.service.ts: planNext': 'job rows',
  'src/features/webhooks/outbox.service.ts: compareOne': 'tells others what is recorded',
  'src/features/webhooks/outbox.service.ts: forget': 'job rows',
  'src/features/webhooks/scope.service.ts: tell': 'tells others what is recorded',
  'src/features/webhooks/scope.service.ts: tellChanges': 'job rows',
};

/** Methods that open a writing transaction and never record: not themselves, nor in what they call. */
const writesWithoutRecord = (all: readonly Source[]): string[] => {
  const files = new Map(all.filter(({ path }) => path.startsWith('src/features/')).map((source) => [source.path, callsIn(source)]));
  const reach = new Reach(files);
  return [...files]
    .filter(([path]) => path.endsWith('.service.ts') && !path.startsWith('src/features/evidence/'))
    .flatMap(([path, file]) => file.filter((called) => called.isMethod && reach.writes(path, called) && !reach.records(path, called)))
    .map(({ key }) => key)
    .filter((key) => !(key in LEAVES_NO_ENTRY));
};

interface Called {
  readonly key: string;
  readonly name: string;
  readonly isMethod: boolean;
  /** Names of functions that it calls, and of methods of its own class. */
  readonly functions: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly opens: boolean;
  /** Opens a transaction for the work that its caller hands it: then the caller is who must record. */
  readonly opensForCaller: boolean;
}

const callsIn = ({ path, text }: Source): readonly Called[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: Called[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name) found.push(describeCalls(path, name, node));
    if (!name || ts.isClassDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const nameOf = (node: ts.Node): string | null => {
  if (ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node)) return node.name?.getText() ?? null;
  const isFunction = ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer);
  return isFunction ? node.name.getText() : null;
};

const describeCalls = (path: string, name: string, node: ts.Node): Called => {
  const [functions, methods] = [new Set<string>(), new Set<string>()];
  const parameters = ts.isMethodDeclaration(node) ? node.parameters.map((parameter) => parameter.name.getText()) : [];
  let opens = false;
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner)) {
      const { expression } = inner;
      if (ts.isIdentifier(expression)) functions.add(expression.text);
      if (ts.isPropertyAccessExpression(expression)) {
        if (expression.expression.kind === ts.SyntaxKind.ThisKeyword) methods.add(expression.name.text);
        opens ||= /\btransactions$/.test(expression.expression.getText()) && ['run', 'serializable'].includes(expression.name.text);
      }
    }
    ts.forEachChild(inner, visit);
  };
  visit(node);
  const opensForCaller = opens && parameters.some((parameter) => functions.has(parameter));
  return { key: `${path}: ${name}`, name, isMethod: ts.isMethodDeclaration(node), functions, methods, opens, opensForCaller };
};

/** Follows calls: to functions of the same file, else to those of that name in other files (each of them must record), and to own methods. */
class Reach {
  private readonly known = new Map<string, boolean>();
  private readonly byName = new Map<string, [path: string, called: Called][]>();

  constructor(private readonly files: ReadonlyMap<string, readonly Called[]>) {
    for (const [path, file] of files)
      for (const called of file)
        if (!called.isMethod) this.byName.set(called.name, [...(this.byName.get(called.name) ?? []), [path, called]]);
  }

  records(path: string, called: Called): boolean {
    if (['record', 'recordConfidential'].some((name) => called.functions.has(name))) return true;
    const known = this.known.get(called.key);
    if (known !== undefined) return known;
    this.known.set(called.key, false);
    const own = this.files.get(path) ?? [];
    const answer =
      [...called.functions].some((name) => this.functionRecords(own, path, name)) ||
      own.some((method) => method.isMethod && called.methods.has(method.name) && this.records(path, method));
    this.known.set(called.key, answer);
    return answer;
  }

  private functionRecords(own: readonly Called[], path: string, name: string): boolean {
    const here = own.find((called) => !called.isMethod && called.name === name);
    if (here) return this.records(path, here);
    const elsewhere = this.byName.get(name) ?? [];
    return elsewhere.length > 0 && elsewhere.every(([at, called]) => this.records(at, called));
  }

  writes(path: string, called: Called): boolean {
    if (called.opens) return !called.opensForCaller;
    return (this.files.get(path) ?? []).some((method) => method.opensForCaller && called.methods.has(method.name));
  }
}

const RULES: Readonly<Record<string, { check: (all: readonly Source[]) => string[]; planted: Source }>> = {
  'the clock is read in one file, and on a device in another': {
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
  const service = (text: string) => writesWithoutRecord([{ path: 'src/features/x/x.service.ts', text }]);
  it('finds a write behind a method that opens the transaction for it', () => {
    const opener = 'private act(work) { return this.transactions.run((tx) => once(tx, () => work(tx))); }';
    expect(service(`class X { a() { return this.act((tx) => insert(tx)); } ${opener} }`)).toEqual(['src/features/x/x.service.ts: a']);
    expect(service(`class X { a() { return this.act((tx) => record(tx)); } ${opener} }`)).toEqual([]);
  });
  it('follows what a write calls, and believes no function that does not record', () => {
    const body = 'class X { a() { return this.transactions.run((tx) => store(tx)); } }';
    expect(service(`${body} const store = (tx) => keep(tx); const keep = (tx) => record(tx);`)).toEqual([]);
    expect(service(`${body} const store = (tx) => keep(tx); const keep = (tx) => insert(tx);`)).toHaveLength(1);
  });
  it('accepts a write that records', () => {
    const text =
      "class X { lodge() { return this.transactions.run(async (tx) => { await insert(tx); await record(tx, actor, now, 'x.lodged', {}); }); } }";
    expect(writesWithoutRecord([{ path: 'src/features/x/x.service.ts', text }])).toEqual([]);
  });
});

import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { crawl, type FoundForm } from '../support/crawler.js';
import { bodyOf, buttonsOf, changed, filled, isFrame, type Sent } from '../support/forms.js';
import { fieldsToTry, harmfulTexts, wrongForms, type Hostile } from '../support/hostile.js';
import { wide } from '../support/long.js';
import { Html, type PageForm } from '../support/html.js';
import { answersAt, routesOf, type Route } from '../support/routes.js';
import { RowWatch, writtenBetween, type RowMarks } from '../support/row-marks.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(1_200_000);

const FORM_TYPE = 'application/x-www-form-urlencoded';
const DEEP = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
const routes: readonly Route[] = routesOf([...FEATURES, HttpModule]);
const routeOf = (method: string, path: string): Route | undefined =>
  routes
    .filter((route) => route.method === method && answersAt(route, path.split('?')[0] ?? ''))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0];

/** What forms take on purpose: drafts have gaps, some answers may be left out, a unit that is new is made, a first step only shows the next. */
const MEANT: readonly RegExp[] = [
  /^missing \/tools\/new (starter|runs)/,
  /^missing \/settings\/people\S* (email|language|manager_staff_number)/,
  /^unknown value \/settings\/people\S* unit/,
  /^missing \/settings\/channels \w+_open/,
  /^missing (\/me\/rights\/new|\/complaints\/new) (tool|when|about|barred)/,
  /^missing \/tools\/:toolId\/(stop reason|versions renewal)/,
  /^missing \S+\/(notices|consent-request|assessment\/:section|register\/:section|claim) /,
  /^missing \/council\/tools\/:toolId\/dispute about/,
  /^missing \/council\/requests\/:id\/vote\/opening opens(On|Time)/,
  /^missing \/me\/consultation\/summaries\/:id\/reaction remark/,
  /^missing \/receivers\/new tools/,
  /^missing \/advice\/:versionId\/comments text/,
  /^unknown field \/me\/objections\/new /,
];

interface Case {
  readonly role: string;
  readonly visitor: Visitor;
  readonly route: string;
  readonly found: FoundForm;
  readonly base: Sent;
}

const kindOfForm = ({ form }: FoundForm, route: string): string =>
  `${route} ${[...new Set(form.fields.map(({ name }) => name).filter((name) => !isFrame(name)))].sort().slice(0, 30).join(' ')}`;

const baseOf = (form: PageForm): Sent => [...filled(form), ...(form.endsPlainly ? [] : (buttonsOf(form).at(-1) ?? []))];
/** The last ones know no session, so no token of one: test/e2e/report.e2e-spec.ts tries them. */
const LEAVE: readonly string[] = [
  ...['/logout', '/demo/clock', '/role', '/settings/language'],
  ...['/report/new', '/report/follow', '/report/proof', '/report/received'],
];

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}
const sendForm = async (visitor: Visitor, form: PageForm, sent: Sent, headers: Record<string, string> = {}): Promise<Reply> => {
  const { body, headers: own } = bodyOf(form, sent);
  const response = await visitor.fetch(form.action, { method: 'POST', body, headers: { ...own, ...headers } });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' };
};

/** Every way at every form in the long run; otherwise four at each, so that all ways come by. */
const waysFor = <T>(ways: readonly T[], at: number): readonly T[] =>
  wide(
    ways,
    ways.filter((_, place) => (place + at) % 3 === 0),
  );

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

/** A 422 page that names what is wrong: its summary links to a field of the page, or a field is marked. A gap may show first where another answer is wrong. */
const namesField = (text: string, field: string, kind: Hostile['kind']): boolean => {
  const page = new Html(text);
  if (kind === 'unknown field' || kind === 'missing')
    return page.all('a').some(({ attributes }) => /^#(?!main)./.test(attributes['href'] ?? '')) || /role="alert"/.test(text);
  if (page.texts().some((said) => said.includes(field))) return true;
  const group = [field, field.replace(/-limit$/, '-value')];
  const links = page.all('a').map(({ attributes }) => attributes['href'] ?? '');
  return (
    group.some((one) => links.includes(`#${one}`)) ||
    page.elements().some(({ attributes }) => attributes['name'] === field && attributes['aria-invalid'] === 'true')
  );
};

describe('forms with bad input', () => {
  let sample: Sample;
  let watch: RowWatch;
  let marks: RowMarks;
  const cases: Case[] = [];

  beforeAll(async () => {
    sample = await sampleOrganisation('bad_input');
    const bounds = { pages: 250, perKind: 2, kindOf: (path: string) => routeOf('GET', path)?.path ?? path };
    const seen = new Set<string>();
    const roles = new Set<string>();
    for (const person of sample.people) {
      if (roles.has(person.role)) continue;
      roles.add(person.role);
      const visitor = await sample.signIn(person);
      const { forms } = await crawl(visitor, ['/'], bounds);
      for (const found of forms.filter(({ form }) => form.method === 'post')) {
        const route = routeOf('POST', found.form.action)?.path ?? `none for ${found.form.action}`;
        const kind = kindOfForm(found, route);
        if (seen.has(kind) || LEAVE.includes(new URL(found.form.action, sample.url).pathname)) continue;
        seen.add(kind);
        cases.push({ role: person.role, visitor, route, found, base: baseOf(found.form) });
      }
    }
    watch = await RowWatch.over(sample.database);
    marks = await watch.marks();
  });
  afterAll(async () => {
    await watch.close();
    await sample.close();
  });

  /** What is wrong with the answer to something that must be refused: nothing, when it was refused and nothing was written. */
  const refusalFaults = async (
    name: string,
    send: () => Promise<Reply>,
    check: (reply: Reply) => string[] = () => [],
  ): Promise<string[]> => {
    const reply = await send();
    const after = await watch.marks();
    const written = writtenBetween(marks, after);
    marks = after;
    return [
      ...(isRefusal(reply.status) ? [] : [`answers ${reply.status} ${reply.location}`]),
      ...(written.length > 0 ? [`writes ${written.join(', ')}`] : []),
      ...check(reply),
    ].map((fault) => `${name}: ${fault}`);
  };

  it('are found, and each has a handler', () => {
    expect(cases.length).toBeGreaterThan(40);
    expect(cases.filter(({ route }) => route.startsWith('none for')).map(({ route }) => route)).toEqual([]);
  });

  it('refuse what does not come from their own page', async () => {
    const faults: string[] = [];
    for (const [at, { role, visitor, found, base, route }] of cases.entries()) {
      const name = `${role} ${route}`;
      const form = found.form;
      const other = { body: '<x/>', method: 'POST' };
      const raw = async (init: RequestInit): Promise<Reply> => {
        const response = await visitor.fetch(form.action, init);
        return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' };
      };
      const ways: Readonly<Record<string, () => Promise<Reply>>> = {
        'another token': () => sendForm(visitor, form, changed(base, '_csrf', 'another')),
        'no token': () => sendForm(visitor, form, changed(base, '_csrf', null)),
        'two tokens': () => sendForm(visitor, form, [...base, ['_csrf', 'another']]),
        'another site': () => sendForm(visitor, form, base, { 'sec-fetch-site': 'cross-site' }),
        'a sister site': () => sendForm(visitor, form, base, { 'sec-fetch-site': 'same-site' }),
        'a foreign origin': () => sendForm(visitor, form, base, { origin: 'https://elsewhere.test' }),
        'no origin': () => sendForm(visitor, form, base, { origin: 'null' }),
        'another type': () => raw({ ...other, headers: { 'content-type': 'application/xml' } }),
        'plain text': () => raw({ ...other, headers: { 'content-type': 'text/plain' } }),
        'deep JSON': () => raw({ method: 'POST', body: DEEP, headers: { 'content-type': 'application/json' } }),
        'broken JSON': () => raw({ method: 'POST', body: '{"a":', headers: { 'content-type': 'application/json' } }),
        'too large': () => raw({ method: 'POST', body: `a=${'x'.repeat(1_100_000)}`, headers: { 'content-type': FORM_TYPE } }),
        'a broken multipart': () => raw({ method: 'POST', body: '--x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
      };
      for (const [way, send] of waysFor(Object.entries(ways), at)) faults.push(...(await refusalFaults(`${name}, ${way}`, send)));
    }
    expect(faults).toEqual([]);
  });

  it('refuse fields that are missing, too long, doubled, of another type or unknown, and name them', async () => {
    const faults: string[] = [];
    for (const { role, visitor, found, base, route } of cases) {
      const fields = fieldsToTry(found.form).slice(0, wide(6, 3));
      for (const wrong of wrongForms(found.form, base, fields)) {
        const name = `${role} ${route} ${wrong.kind} ${wrong.field}`;
        if (MEANT.some((pattern) => pattern.test(`${wrong.kind} ${route} ${wrong.field}`))) continue;
        const named = ({ status, text }: Reply): string[] =>
          status === 422 && !namesField(text, wrong.field, wrong.kind) ? ['does not name the field'] : [];
        faults.push(...(await refusalFaults(name, () => sendForm(visitor, found.form, wrong.sent), named)));
      }
    }
    expect(faults).toEqual([]);
  });

  it('refuse JSON with values of other types', async () => {
    const faults: string[] = [];
    for (const { role, visitor, found, base, route } of cases) {
      const fields = fieldsToTry(found.form).slice(0, 4);
      if (fields.length === 0) continue;
      for (const value of wide([7, { a: { b: [] } }, [['x']], true], [{ a: { b: [] } }]))
        faults.push(
          ...(await refusalFaults(`${role} ${route} JSON ${JSON.stringify(value)}`, async () => {
            const body = JSON.stringify({ ...Object.fromEntries(base), ...Object.fromEntries(fields.map((field) => [field.name, value])) });
            const response = await visitor.fetch(found.form.action, {
              method: 'POST',
              body,
              headers: { 'content-type': 'application/json' },
            });
            return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' };
          })),
        );
    }
    expect(faults).toEqual([]);
  });

  it('show what was typed as text, and never as markup', async () => {
    const faults: string[] = [];
    const shown = (text: string, name: string): void => {
      if (/<script>alert|<img src=x/i.test(text)) faults.push(`${name}: not escaped`);
    };
    let accepted = 0;
    for (const { role, visitor, found, base, route } of cases) {
      const tried: Hostile[] = harmfulTexts(base, fieldsToTry(found.form));
      for (const { kind, sent } of tried) {
        const name = `${role} ${route} ${kind}`;
        const reply = await sendForm(visitor, found.form, sent);
        if (reply.status >= 500) faults.push(`${name}: answers ${reply.status}`);
        shown(reply.text, name);
        if (reply.status === 303) {
          accepted += 1;
          for (const path of [reply.location, found.page]) {
            const answer = await visitor.get(path);
            if (answer.status >= 500) faults.push(`${name}: then ${path} answers ${answer.status}`);
            shown(answer.html, `${name} on ${path}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(5);
    expect(watch.tables.length).toBeGreaterThan(60);
    expect(Object.keys(await watch.marks()).length).toBeGreaterThan(5);
  });
});

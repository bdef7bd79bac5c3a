import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { FEATURES } from '../../src/features.js';
import { axeColours, axeFindings, DESK, launchChromium, overflowOf } from '../support/chromium.js';
import { crawl } from '../support/crawler.js';
import { wide } from '../support/long.js';
import { answersAt, routesOf, type Route } from '../support/routes.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';

jest.setTimeout(900_000);

/** The ten main pages, as the person sees them whose work they are: looked at in every language, light and width. */
const MAIN: Readonly<Record<string, string>> = {
  '/': 'hr_registrar',
  '/tools': 'hr_registrar',
  '/tools/:toolId': 'hr_registrar',
  '/tools/:toolId/versions/:number/assessment': 'hr_registrar',
  '/tools/:toolId/versions/:number/assessment/:section': 'hr_registrar',
  '/council': 'or_chair',
  '/council/requests/:id': 'or_chair',
  '/council/requests/:id/decision': 'or_chair',
  '/me': 'employee',
  '/me/notices/:noticeId': 'employee',
  '/tools/:toolId/versions/:number/activate': 'it_admin',
  '/tools/:toolId/stop': 'or_chair',
  '/agents': 'it_admin',
};
const LANGUAGES = ['nl', 'en'] as const;
/** A light one first: at the same width only colours differ in the dark. */
const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;
/** A page of one kind is looked at for this many roles; the rest see the same parts. */
const ROLES_PER_KIND = wide(2, 1);

const pageRoutes: readonly Route[] = routesOf(FEATURES).filter(({ method, api }) => method === 'GET' && !api);
const kindOf = (path: string): string => {
  const found = pageRoutes.filter((route) => answersAt(route, path.split('?')[0] ?? ''));
  return found.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]?.path ?? path;
};

interface Seen {
  readonly role: string;
  readonly kind: string;
  readonly path: string;
  readonly main: boolean;
}

/** What somebody can use; the button that copies a code needs a script, and the code stands beside it. */
const VISIBLE = `[...document.querySelectorAll('main a, main button, main input, main select, main textarea, main summary')]
  .filter((one) => one.checkVisibility() && !one.matches('[type=hidden], .cs-copy')).map((one) => one.tagName + ' ' + (one.name || one.textContent.trim()))`;

describe('the pages in a browser', () => {
  let sample: Sample;
  let browser: Browser;
  const contexts = new Map<string, { readonly scripts: Page; readonly plain: Page }>();
  const seen: Seen[] = [];
  const complaints: string[] = [];

  const open = async (cookies: Parameters<BrowserContext['addCookies']>[0], javaScriptEnabled: boolean, role: string): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled, baseURL: sample.url });
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${role} ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${role} ${page.url()}: ${error.message}`));
    return page;
  };

  /** The longest page of each kind that this role is offered. */
  const pagesOf = async (
    role: string,
    cookies: Parameters<BrowserContext['addCookies']>[0],
    answers: ReadonlyMap<string, { html: string; status: number }>,
  ) => {
    contexts.set(role, { scripts: await open(cookies, true, role), plain: await open(cookies, false, role) });
    const longest = new Map<string, { path: string; length: number }>();
    for (const [path, { html, status }] of answers) {
      const kind = kindOf(path);
      if (status === 200 && html.startsWith('<!') && html.length > (longest.get(kind)?.length ?? 0))
        longest.set(kind, { path, length: html.length });
    }
    for (const [kind, { path }] of longest) {
      const others = seen.filter((one) => one.kind === kind).length;
      const main = MAIN[kind] === role;
      if (main || others < ROLES_PER_KIND) seen.push({ role, kind, path, main });
    }
  };

  beforeAll(async () => {
    [sample, browser] = await Promise.all([sampleOrganisation('pages'), launchChromium()]);
    const bounds = { pages: 250, perKind: 2, kindOf };
    const guest = sample.visitor();
    await pagesOf('guest', [], (await crawl(guest, ['/login'], bounds)).answers);
    for (const role of new Set(sample.people.map((person) => person.role))) {
      const visitor = await sample.signIn(sample.personOf(role));
      const cookies = visitor
        .cookieList()
        .map((cookie) => ({ ...cookie, url: sample.url.replace('http:', 'https:'), secure: true, httpOnly: true }));
      await pagesOf(role, cookies, (await crawl(visitor, ['/'], bounds)).answers);
    }
  });
  afterAll(async () => {
    await browser.close();
    await sample.close();
  });

  const findings: string[] = [];
  const tooWide: string[] = [];
  const different: string[] = [];

  const pagesFor = (role: string): { readonly scripts: Page; readonly plain: Page } => {
    const found = contexts.get(role);
    if (!found) throw new Error(`Expected: a context for ${role}. Found: none.`);
    return found;
  };
  const examine = async (page: Page, { colorScheme, width }: (typeof LOOKS)[number], where: string, find = axeFindings): Promise<void> => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: DESK.height });
    for (const finding of await find(page)) findings.push(`${where} ${colorScheme} ${width}: ${finding}`);
  };
  const measure = async (page: Page, where: string): Promise<void> => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: DESK.height });
      const wider = await overflowOf(page);
      if (wider > 0) tooWide.push(`${where} ${width}: ${wider} px too wide`);
    }
  };
  const compare = async (page: Page, plain: Page, path: string, where: string): Promise<void> => {
    await plain.goto(path);
    const [withScripts, without] = [await page.evaluate<string[]>(VISIBLE), await plain.evaluate<string[]>(VISIBLE)];
    if (withScripts.join('\n') !== without.join('\n')) different.push(where);
    if (!(await plain.isVisible('h1'))) different.push(`${where}: no heading`);
  };
  const inLanguage = (language: string): Promise<unknown> => sample.database.asOwner('update accounts set language = $1', [language]);

  it('are found: each main page, and the others of every role', () => {
    expect(Object.keys(MAIN).filter((kind) => !seen.some((one) => one.kind === kind && one.main))).toEqual([]);
    expect(seen.length).toBeGreaterThan(60);
  });

  it('have nothing that axe finds: the main ones in each language, light and dark, wide and narrow', async () => {
    for (const language of LANGUAGES) {
      await inLanguage(language);
      for (const { role, path } of seen.filter(({ main }) => main)) {
        const { scripts, plain } = pagesFor(role);
        const where = `${role} ${path} ${language}`;
        await scripts.goto(path);
        expect(await scripts.getAttribute('html', 'lang')).toBe(language);
        for (const state of LOOKS) await examine(scripts, state, where, state.colorScheme === 'dark' ? axeColours : axeFindings);
        await measure(scripts, where);
        await compare(scripts, plain, path, where);
      }
    }
    expect(findings).toEqual([]);
  });

  it('have nothing that axe finds: every other one in one state', async () => {
    for (const [language, remainder] of [['nl', 0] as const, ['en', 1] as const]) {
      await inLanguage(language);
      const pages = seen.filter(({ main }) => !main).filter((_, at) => at % 2 === remainder);
      for (const [at, { role, path }] of pages.entries()) {
        const { scripts, plain } = pagesFor(role);
        const where = `${role} ${path} ${language}`;
        await scripts.goto(path);
        await examine(scripts, LOOKS[at % LOOKS.length] ?? LOOKS[0], where);
        await measure(scripts, where);
        await compare(scripts, plain, path, where);
      }
    }
    expect(findings).toEqual([]);
  });

  it('are no wider than a small screen', () => expect(tooWide).toEqual([]));

  it('offer the same without JavaScript', () => expect(different).toEqual([]));

  it('make the browser complain about nothing, neither script nor policy', () => expect(complaints).toEqual([]));
});

import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import type { Language, Role } from '../../src/kernel/actor.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { crawl, type Crawl } from '../support/crawler.js';
import { wide } from '../support/long.js';
import { pageFaults } from '../support/page-faults.js';
import { answersAt, routesOf, type Route } from '../support/routes.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import { ROW_OF_ROUTE, ROWS } from '../support/visibility.catalogue.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(900_000);

/** Pages that no link of the sample organisation leads to, and when one does. */
const WITHOUT_LINK: Readonly<Record<string, string>> = {
  '/legal-holds/:holdId/end': 'while data is kept for a case',
  '/quarantines/:quarantineId': 'once data was locked',
  '/breaches/:breachId': 'once data came without a lease',
  '/devices/:toolId/files/:fileId': 'the preview after a file was sent',
  '/individual-views/:viewId/data': 'while a view of one person is open',
  '/council/light/:id/revocation': 'while a light consent stands that its officers may take back',
  '/settings/council-reset': 'is asked of the administrator only when the council has no officers and its members cannot choose them',
  '/setup/:code': 'the link that the first start prints',
  '/invitation/:code': 'the link in a mail',
  '/login/code': 'the second step of signing in',
  '/settings/people/import/:id': 'the preview after a file was sent',
  '/settings/officers/resets/:id/confirmation': 'while an officer is locked out',
  '/settings/org/facts/:name/confirmation': 'while a fact waits for its second person',
  '/settings/org/facts/:name/document': 'with an agreement that has its document',
  '/me/objections/new/situation': 'a step of a form',
  '/me/objections/new/check': 'a step of a form',
  '/me/objections/:id': 'of those who objected',
  '/cases/:id/files/:fileId': 'once a file came with a complaint, and its handler opened the case',
  '/me/objections/:id/decision.pdf': 'after a decision',
  '/objections/:id/decision.pdf': 'after a decision',
  '/tool-reviews/:id': 'at the end of a quarter with many objections',
  '/detriment': 'once somebody reported detriment',
  '/detriment/new': 'once somebody reported detriment',
  '/detriment/:id': 'once somebody reported detriment',
  '/me/detriment/:id': 'of those who reported detriment',
  '/objection-advice': 'while a handler waits for advice',
  '/objection-advice/:id': 'once a handler asked for advice',
  '/me/rights/:id': 'of those who asked',
  '/me/rights/:id/files/:fileId': 'of those who got files with an answer',
  '/requests/erasure/:id': 'once somebody left',
  '/represented/:id': 'once somebody said that the adviser may act',
  '/represented/:id/detriment': 'once somebody said that the adviser may act',
  '/represented/:id/objection': 'once somebody said that the adviser may act',
  '/represented/:id/request': 'once somebody said that the adviser may act',
  '/represent/:token': 'the link that a person gave to a union or lawyer',
  '/represent/:token/detriment': 'the link that a person gave to a union or lawyer',
  '/represent/:token/objection': 'the link that a person gave to a union or lawyer',
  '/represent/:token/request': 'the link that a person gave to a union or lawyer',
  '/me/tools/:toolId/versions/:number': 'once another version was on before',
  '/rights/:id': 'once somebody asked',
  '/jobs/:id': 'while something long runs',
  '/me/hand-overs/:handOverId': 'of those who were handed a notice on paper',
  '/me/notices/yearly/:reminderId': 'a year after somebody was told',
  '/me/translations/:requestId': 'of those who were asked to read a translation over',
  '/tools/:toolId/versions/:number/notices/translations/:language': 'where people read another language than Dutch or English',
  '/me/consultation/:id': 'where no council speaks for the staff',
  '/council/requests/:id/view': 'where staff representatives give their view',
  '/council/staff-rules': 'where a staff representation speaks for the staff',
  '/council/requests/:id/personnel-meeting': 'where no council speaks for the staff',
  '/claims/:claimId/confirmation': 'while a claim waits for the council',
  '/council/requests/:id/meetings/:meetingId/minutes': 'with minutes that were uploaded',
  '/council/agreement/proposal': 'while no proposal for the agreement waits',
  '/council/requests/:id/petition': 'after a refusal, until the employer goes to the court',
  '/council/agreement/agreement.pdf': 'once both sides recorded the agreement',
  '/callers/:toolId': 'once a tool that captures callers or visitors was on',
  '/callers/:toolId/request': 'once a tool that captures callers or visitors was on',
  '/caller-requests/:id': 'once a caller asked something',
  '/me/tools/:toolId/callers': 'for staff, while a tool captures callers or visitors',
  '/guest/:token': 'the link that an officer gave to a guest',
  '/guest/:token/page.pdf': 'the link that an officer gave to a guest',
  '/guest/:token/questions/:questionId/files/:fileId': 'the link that an officer gave to a guest',
  '/tools/:toolId/versions/:number/balancing-tests': 'for a purpose that rests on legitimate interest',
  '/council/requests/:id/decision/by-hand': 'where a decision waits that was signed on paper',
  '/council/requests/:id/papers/:paper/signed/:signedId/scan': 'once a signed paper was scanned',
  '/council/petitions/:petitionId/confirmation': 'while a petition to the court waits for the secretary',
  '/tools/:toolId/stop-or-repair': 'while a tool runs without consent and has no date',
  '/tools/:toolId/versions/:number/confirm': 'while facts wait for the privacy officer',
  '/tools/:toolId/versions/:number/diff/:other': 'from the second version on',
  '/tools/:toolId/versions/:number/dpia-statement': 'while a stricter version is carried over',
};

const pageRoutes: readonly Route[] = routesOf([...FEATURES, HttpModule]).filter(({ method, api }) => method === 'GET' && !api);
const routeOf = (path: string): Route | undefined => {
  const [pathname = ''] = path.split('?');
  const found = pageRoutes.filter((route) => answersAt(route, pathname));
  return found.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0];
};
/** Every tool's pages in Dutch; in English a few of each kind, for the texts. */
const PER_KIND = { nl: wide(12, 4), en: wide(3, 1) } as const;
const bounds = { pages: 400, perKind: PER_KIND.nl, kindOf: (path: string) => routeOf(path)?.path ?? path };

/** Ids that nobody has: of the right form, and of none. */
const IDS = ['x_0000000000000000', '%00', "'%20or%20'1'%3D'1"];

/** Lets the connections learn that the server has closed them. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Walk {
  readonly role: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly visitor: Visitor;
  readonly crawl: Crawl;
}

describe('every page that the sample organisation offers', () => {
  let sample: Sample;
  let personal: string[];
  const walks: Walk[] = [];

  const rolesOf = async (email: string): Promise<Role[]> => {
    const rows = await sample.database.asOwner(
      `select role from role_grants g join persons p on p.id = g.person_id where lower(p.email) = lower($1) and g.accepted_at is not null and g.ended_at is null`,
      [email],
    );
    return ['employee', ...rows.map(({ role }) => role as Role)];
  };

  beforeAll(async () => {
    sample = await sampleOrganisation('crawl');
    const rows = await sample.database.asOwner('select name, email, staff_number from persons');
    personal = rows.flatMap(({ name, email, staff_number: number }) => [name, email, number]).filter((word): word is string => !!word);
    const guest = sample.visitor();
    walks.push({ role: 'guest', roles: [], language: 'nl', visitor: guest, crawl: await crawl(guest, ['/'], bounds) });
    for (const language of ['nl', 'en'] as const) {
      await sample.database.asOwner('update accounts set language = $1', [language]);
      const seen = new Set<string>();
      for (const person of sample.people) {
        if (seen.has(person.role)) continue;
        seen.add(person.role);
        const visitor = await sample.signIn(person);
        const roles = await rolesOf(person.email);
        if (roles.length > 2) await visitor.post('/role', { role: person.role }, '/role');
        walks.push({
          role: person.role,
          roles,
          language,
          visitor,
          crawl: await crawl(visitor, ['/'], { ...bounds, perKind: PER_KIND[language] }),
        });
      }
    }
  });
  afterAll(() => sample.close());

  const onEach = (say: (walk: Walk, path: string) => readonly string[]): string[] =>
    walks.flatMap((walk) =>
      [...walk.crawl.answers.keys()].flatMap((path) => say(walk, path).map((fault) => `${walk.role} ${walk.language} ${fault}`)),
    );

  it('is opened, and none is left', () => {
    expect(walks.length).toBeGreaterThan(20);
    for (const { crawl: found } of walks) expect(found.answers.size).toBeLessThan(400);
    expect(walks.reduce((sum, { crawl: found }) => sum + found.answers.size, 0)).toBeGreaterThan(wide(500, 300));
  });

  it('exists, and breaks nowhere', () => {
    expect(
      onEach(({ crawl: { answers, from } }, path) => {
        const { status } = answers.get(path) ?? { status: 0 };
        return status === 200 ? [] : [`${path} answers ${status}, linked from ${from.get(path)}`];
      }),
    ).toEqual([]);
  });

  it('says what it is, in the language of its reader, with nothing that a policy must allow', async () => {
    const faults: string[] = [];
    for (const { role, language, crawl: found } of walks)
      for (const answer of found.answers.values()) {
        if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
        const expected = { language, signedIn: role !== 'guest', personal };
        faults.push(...pageFaults(answer, expected).map((fault) => `${role} ${language} ${fault}`));
        await breathe();
      }
    expect(faults).toEqual([]);
  });

  it('is every page there is, but for those that no link leads to', () => {
    const opened = new Set(walks.flatMap(({ crawl: { answers } }) => [...answers.keys()].map((path) => routeOf(path)?.path ?? '')));
    const unseen = pageRoutes.map(({ path }) => path).filter((path) => !opened.has(path) && !(path in WITHOUT_LINK));
    expect(unseen).toEqual([]);
    expect(Object.keys(WITHOUT_LINK).filter((path) => !pageRoutes.some((route) => route.path === path))).toEqual([]);
  });

  it('shows nobody a page that is for others, and breaks for nobody', async () => {
    const offered = new Map(walks.flatMap(({ crawl: { answers } }) => [...answers.keys()].map((path) => [path, routeOf(path)] as const)));
    const perRoute = new Map<string, number>();
    const paths = [...offered].filter(([, route]) => {
      if (!route) return false;
      perRoute.set(route.path, (perRoute.get(route.path) ?? 0) + 1);
      return (perRoute.get(route.path) ?? 0) <= wide(2, 1);
    });
    const wrong: string[] = [];
    for (const walk of walks.filter(({ language, role }) => language === 'en' || role === 'guest')) {
      sample.clock.advance({ minutes: 1 });
      for (const [path, route] of paths) {
        const status = await statusOf(walk.visitor, path);
        const expected = expectedOf(route as Route, walk);
        if (!expected.includes(status)) wrong.push(`${walk.role} ${path}: ${status}, expected ${expected.join(' or ')}`);
        if (status === 200 && !maySee(route as Route, walk)) wrong.push(`${walk.role} ${path}: is not in the matrix, and is shown`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('does not exist under an id that nobody has', async () => {
    const wrong: string[] = [];
    for (const walk of walks.filter(({ language, role }) => language === 'en' || role === 'guest')) {
      sample.clock.advance({ minutes: 1 });
      for (const route of pageRoutes.filter(({ path }) => path.includes(':')))
        for (const id of wide(IDS, IDS.slice(0, 1))) {
          const status = await statusOf(walk.visitor, route.path.replace(/:[^/]+/g, id));
          const expected = walk.role === 'guest' && !route.allowed?.includes('anyone') ? [303, 404] : [403, 404];
          if (route.path === '/invitation/:code') expected.push(422);
          if (!expected.includes(status)) wrong.push(`${walk.role} ${route.path} with ${id}: ${status}`);
        }
    }
    expect(wrong).toEqual([]);
  });
});

/** The answer's body is read, so that the connection is free again. */
const statusOf = async (visitor: Visitor, path: string): Promise<number> => {
  const response = await visitor.fetch(path, {});
  await response.arrayBuffer();
  return response.status;
};

/** What the matrix of who sees what says of it. */
const maySee = ({ method, path }: Route, { role }: Walk): boolean => {
  const row = ROW_OF_ROUTE[`${method} ${path}`];
  const sees: readonly string[] = row ? ROWS[row].sees : [];
  return sees.includes('anyone') || sees.includes(role) || (role !== 'guest' && sees.includes('signed-in'));
};

/** What `@Allow` promises: a page, perhaps unknown to this person or not open to them now; else nothing, or the advice to change roles. */
const expectedOf = ({ allowed }: Route, { role, roles }: Walk): number[] => {
  if (allowed?.includes('anyone')) return [200, 303, 404];
  if (role === 'guest') return [303];
  if (allowed?.includes('signed-in')) return [200, 303, 404];
  return allowed?.some((one) => roles.includes(one as Role)) ? [200, 303, 403, 404, 409] : [404];
};

import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { type Role, ROLES } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { Html } from '../support/html.js';
import { addressWith, rowsQueryOf } from '../support/route-rows.catalogue.js';
import { routesOf, type Route } from '../support/routes.js';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import { ROW_OF_ROUTE, ROWS } from '../support/visibility.catalogue.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(300_000);

const routes = routesOf([...FEATURES, HttpModule]).filter(({ method, api }) => method !== 'GET' || api);
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** Acts after which other acts find nothing: the receiver is gone, or whoever did them is a guest, or another. */
const LAST: readonly string[] = [
  'POST /receivers/:receiverId/removal',
  'POST /logout',
  'POST /settings/me/password',
  'POST /settings/me/code',
  'POST /role',
];

/** Where the sample organisation has rows, and none in the state that this act asks for. */
const WITHOUT_ROW: Readonly<Record<string, string>> = {
  'POST /setup/:code': 'the link of the first start, used',
  'POST /invitation/:code': 'the link of a mail: only who got it finds it',
  'POST /settings/org/facts/:name/confirmation': 'no fact waits for its second person',
  'POST /settings/people/import/:id/application': 'every staff file was applied',
  'POST /settings/council-reset': 'the council has its officers',
  'POST /tools/:toolId/versions/:number/raised-changes': 'no second version that was fixed',
  'POST /me/consultation/:id/comments': 'a council speaks for the staff',
  'POST /me/consultation/:id/minutes': 'a council speaks for the staff',
  'POST /tools/:toolId/versions/:number/warnings/:rule': 'no warning waits',
  'POST /complaints/:id/code': 'no complaint that only its handlers can open',
  'POST /me/devices/:agentId/confirmation': 'nobody has a device that measures',
  'POST /settings/me/keys/:keyId/end': 'nobody made a key',
  'POST /advice/:versionId/comments': 'the address names the answer as well',
  'GET /api/v1/tools/:toolId/versions/:number/carriage': 'no version of the sample carries out a condition',
};

interface Walker {
  readonly role: Role;
  readonly held: readonly Role[];
  readonly visitor: Visitor;
  readonly csrf: string;
}

describe('acts and programs’ routes, asked by everyone', () => {
  let sample: Sample;
  let guest: Visitor;
  const walkers: Walker[] = [];
  const addresses = new Map<string, readonly string[]>();
  const firstOf = new Map<Role, Walker>();

  beforeAll(async () => {
    sample = await sampleOrganisation('refusals');
    guest = sample.visitor();
    const lacking = await sittingIn(sample, ['pvt_contact', 'group_officer']);
    const everyone = [...sample.people, ...lacking];
    const held = await rolesHeld(sample);
    for (const person of everyone) {
      const visitor = await sample.signIn(person);
      const walker = { role: person.role as Role, held: held.get(person.email) ?? [], visitor, csrf: await tokenOf(visitor) };
      walkers.push(walker);
      if (!firstOf.has(walker.role)) firstOf.set(walker.role, walker);
    }
    for (const route of routes) addresses.set(route.path, await addressesOf(sample, route.path));
  });
  afterAll(() => sample.close());

  it('comes from every role there is', () => {
    expect(ROLES.filter((role) => !firstOf.has(role))).toEqual([]);
  });

  it('does not exist for a role that the matrix leaves out, although what it names does', async () => {
    const wrong = await Promise.all(
      [...firstOf.values()].map(async (walker) => {
        const found: string[] = [];
        for (const route of routes.filter((one) => !isAllowed(one, walker.role))) {
          const status = await ask(walker, route, addresses.get(route.path)?.[0] ?? addressWith(route.path, NOBODYS));
          const expected = isForPrograms(route) ? 401 : isAllowedAnother(route, walker) ? 403 : 404;
          if (status !== expected) found.push(`${walker.role} ${nameOf(route)}: ${status}, expected ${expected}`);
        }
        return found;
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('is noticed when it does (the control)', async () => {
    const dpo = firstOf.get('dpo')!;
    const advice = routes.find((route) => nameOf(route) === 'POST /advice/:versionId')!;
    expect(await ask(dpo, advice, addresses.get(advice.path)![0]!)).not.toBe(404);
    expect(await ask(firstOf.get('manager')!, advice, addresses.get(advice.path)![0]!)).toBe(404);
  });

  it('sends whoever is not signed in to the door', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ allowed }) => !allowed?.some((one) => one === 'anyone' || one === 'agent'))) {
      const response = await guest.fetch(addresses.get(route.path)?.[0] ?? addressWith(route.path, NOBODYS), sentBy('', route));
      await response.arrayBuffer();
      const isSent = route.api ? response.status === 401 : response.status === 303 && isDoor(response);
      if (!isSent) wrong.push(`${nameOf(route)}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('exists for somebody whom the matrix lets in (the control)', async () => {
    const unfound: string[] = [];
    const broken: string[] = [];
    const found = routes.filter((route) => addresses.get(route.path)?.length !== 0 && !isForPrograms(route));
    expect(found.length).toBeGreaterThan(150);
    for (const route of found.sort((a, b) => LAST.indexOf(nameOf(a)) - LAST.indexOf(nameOf(b)))) {
      const status = await bestStatus(route, walkers, addresses.get(route.path) ?? []);
      if (status >= 500) broken.push(`${nameOf(route)}: ${status}`);
      if (status === 404 && !(nameOf(route) in WITHOUT_ROW)) unfound.push(nameOf(route));
      if (status !== 404 && nameOf(route) in WITHOUT_ROW) unfound.push(`${nameOf(route)} has a row now: ${status}`);
    }
    expect(broken).toEqual([]);
    expect(unfound).toEqual([]);
  });
});

const NOBODYS = ['x_0000000000000000', '1', 'x_0000000000000000'];

const isDoor = (response: Response): boolean => (response.headers.get('location') ?? '').startsWith('/login');
const tokenOf = async (visitor: Visitor): Promise<string> => {
  const { html } = await visitor.get('/settings/me');
  return (
    new Html(html)
      .forms()
      .flatMap(({ fields }) => fields)
      .find(({ name }) => name === '_csrf')?.value ?? ''
  );
};

/** An act with nothing filled in, from its own page. */
const sentBy = (csrf: string, { method, api }: Route): RequestInit => {
  if (method === 'GET') return {};
  if (api) return { method, body: '{}', headers: { 'content-type': 'application/json' } };
  return { method, body: new URLSearchParams({ _csrf: csrf }), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
};
const ask = async (walker: Walker, route: Route, address: string): Promise<number> => {
  const response = await walker.visitor.fetch(address, sentBy(walker.csrf, route));
  await response.arrayBuffer();
  return response.status;
};

/** By the matrix and by the handler, both. */
const isAllowed = (route: Route, role: Role): boolean => {
  const row = ROW_OF_ROUTE[nameOf(route)];
  const sees: readonly string[] = row ? ROWS[row].sees : [];
  const allowed: readonly string[] = route.allowed ?? [];
  return [sees, allowed].every((let_in) => ['anyone', 'signed-in', 'agent', role].some((one) => let_in.includes(one)));
};
const isForPrograms = ({ allowed }: Route): boolean => Boolean(allowed?.every((one) => one.startsWith('program:')));
const isAllowedAnother = (route: Route, { held }: Walker): boolean => held.some((role) => isAllowed(route, role));

const bestStatus = async (route: Route, walkers: readonly Walker[], addresses: readonly string[]): Promise<number> => {
  for (const walker of walkers.filter(({ role }) => isAllowed(route, role)))
    for (const address of addresses) {
      const status = await ask(walker, route, address);
      if (status !== 404) return status;
    }
  return 404;
};

/** The addresses of a route with what the sample organisation has, a few dozen at most. */
const addressesOf = async (sample: Sample, path: string): Promise<readonly string[]> => {
  if (!path.includes(':')) return [path];
  const query = rowsQueryOf(path);
  if (!query) return [];
  const rows = await sample.database.asOwner(`select * from (${query}) as named limit 30`);
  return rows.map((row) => addressWith(path, Object.values(row).map(String)));
};

const rolesHeld = async (sample: Sample): Promise<ReadonlyMap<string, readonly Role[]>> => {
  const rows = await sample.database.asOwner(
    `select p.email, array_agg(g.role) as roles from persons p join role_grants g on g.person_id = p.id
     where g.accepted_at is not null and g.ended_at is null group by p.email`,
  );
  return new Map(rows.map(({ email, roles }) => [String(email), ['employee', ...(roles as Role[])]]));
};

/** People in roles that the sample organisation has no use for, with the password of somebody who has one. */
const sittingIn = async (sample: Sample, roles: readonly Role[]): Promise<Sample['people']> => {
  const likeness = sample.personOf('employee');
  const made = [];
  for (const role of roles) {
    const [id, email] = [newId('p'), `${role}@waterdam.example`];
    await sample.database.asOwner(
      `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
       select $1, $2, $3, $3, unit_id, language, starts_on, works_at_home, created_at from persons where lower(email) = lower($4)`,
      [id, role, email, likeness.email],
    );
    await sample.database.asOwner(
      `insert into accounts (person_id, password_hash, language, changed_at)
       select $1, a.password_hash, a.language, a.changed_at from accounts a join persons p on p.id = a.person_id where lower(p.email) = lower($2)`,
      [id, likeness.email],
    );
    await sample.database.asOwner(
      'insert into role_grants (id, person_id, role, granted_at, accepted_at) select $1, $2, $3, created_at, created_at from persons where id = $2',
      [newId('g'), id, role],
    );
    made.push({ ...likeness, role, name: email, email });
  }
  return made;
};

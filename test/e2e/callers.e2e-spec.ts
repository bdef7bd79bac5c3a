import { jest } from '@jest/globals';
import { appFor, type TestApp } from '../support/app.js';
import { givenRecording } from '../support/given-callers.js';
import { givenChannels } from '../support/given-chain.js';
import { givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { readText } from '../support/page-forms.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(60_000);

let app: TestApp;
let staff: Staff;
let toolId: string;
let versionId: string;

beforeAll(async () => {
  app = await appFor('callers');
  staff = await app.database.transactions.run(async (tx) => {
    const given = await givenStaff(tx);
    await givenChannels(tx, given);
    return given;
  });
  const [{ unit_id: unit } = {}] = await app.database.asOwner(`select unit_id from persons where id = $1`, [staff.employee.id]);
  ({ toolId, versionId } = await givenRecording(app.database, { units: [String(unit)] }));
}, 60_000);
afterAll(() => app.close());

const signedIn = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = app.visitor();
  await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  return visitor;
};
const codeOn = (html: string): string => /data-copy="([0-9A-HJKMNP-TV-Z]{20})"/.exec(html)?.[1] ?? '';
const cookiesOf = (visitor: Visitor): number => visitor.cookieList().length;

describe('somebody without an account', () => {
  it('reads, asks and follows without a cookie, in either language', async () => {
    const caller = app.visitor();
    for (const path of [
      '/callers',
      '/callers?lang=en',
      '/public-register',
      `/callers/${toolId}`,
      `/callers/${toolId}/request?lang=en`,
      '/callers/follow',
    ])
      expect((await caller.get(path)).status).toBe(200);
    expect(readText(await caller.get('/callers?lang=en'))).toContain('Read what we capture');
    const english = readText(await caller.get(`/callers/${toolId}?lang=en`));
    expect(english).toContain('You can also visit our desk.');
    expect(english).toContain('Say so at the end of the call.');
    expect(english).toContain('A coach listens to a call together with the employee.');
    expect(english).not.toMatch(/langskomen|Zeg het|luistert|kwartaalgesprek/);
    expect(readText(await caller.get(`/callers/${toolId}`))).toContain('U kunt ook langskomen aan het loket.');
    const form = { step: 'send', kind: 'access', details: 'Ik belde op 3 maart', code: '0123456789ABCDEFGHJK' };
    const sent = await caller.post(`/callers/${toolId}/request?lang=en`, form, `/callers/${toolId}/request?lang=en`);
    expect([sent.status, readText(sent).includes('Write this code down')]).toEqual([200, true]);
    const code = codeOn(sent.html);
    expect(code).toBe('0123456789ABCDEFGHJK');
    const followed = await caller.post('/callers/follow', { step: 'look', code }, '/callers/follow');
    expect(readText(followed)).toContain('Ontvangen');
    expect(cookiesOf(caller)).toBe(0);
    expect(sent.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps a cookie elsewhere, when another language is asked for (the control)', async () => {
    const other = app.visitor();
    await other.get('/privacy?lang=en');
    expect(cookiesOf(other)).toBe(1);
  });

  it('is told which answer is wrong, and is not told whether a code exists', async () => {
    const caller = app.visitor();
    const nothing = await caller.post(`/callers/${toolId}/request`, { step: 'check' }, `/callers/${toolId}/request`);
    expect([nothing.status, nothing.html.includes('href="#kind"')]).toEqual([422, true]);
    const long = await caller.post(`/callers/${toolId}/request`, { step: 'check', kind: 'access', number: '1'.repeat(41) });
    expect([long.status, long.html.includes('href="#number"')]).toEqual([422, true]);
    for (const code of ['ZZZZZZZZZZZZZZZZZZZZ', '1']) {
      const wrong = await caller.post('/callers/follow', { step: 'look', code }, '/callers/follow');
      expect([wrong.status, readText(wrong).includes('Deze code klopt niet')]).toEqual([422, true]);
    }
    expect((await caller.get(`/callers/${versionId}`)).status).toBe(404);
  });

  it('is held back after too many, with the language and the kind of page that one expects', async () => {
    const caller = app.visitor();
    let last = await caller.post('/callers/follow?lang=en', { step: 'look', code: 'x' }, '/callers/follow');
    for (let n = 0; n < 25 && last.status !== 429; n += 1) last = await caller.post('/callers/follow?lang=en', { step: 'look', code: 'x' });
    expect(last.status).toBe(429);
    app.clock.advance({ minutes: 1 });
    expect((await caller.post('/callers/follow', { step: 'look', code: 'x' })).status).toBe(422);
  });
});

describe('those who work here', () => {
  it('find no requests unless they handle them', async () => {
    const handler = await signedIn('objectionHandler');
    const list = await handler.get('/caller-requests');
    expect(readText(list)).toContain('Inzage');
    const path = /href="(\/caller-requests\/[^"]+)"/.exec(list.html)?.[1] ?? '';
    expect(readText(await handler.get(path))).toContain('Ik belde op 3 maart');
    for (const who of ['hr', 'manager', 'director'] as const) {
      const other = await signedIn(who);
      for (const one of ['/caller-requests', path, '/caller-requests/r_0000000000000000']) expect((await other.get(one)).status).toBe(404);
      expect((await other.post(`${path}/acknowledgement`, { message: 'x' }, '/')).status).toBe(404);
    }
  });

  it('hear and say the same, from the same version', async () => {
    const employee = await signedIn('employee');
    const script = readText(await employee.get(`/me/tools/${toolId}/callers`));
    const hr = await signedIn('hr');
    const announced = readText(await hr.get(`/tools/${toolId}/versions/1/callers`));
    const spoken = 'Wij nemen ongeveer 1 van de 10 gesprekken op.';
    for (const page of [script, announced]) {
      expect(page).toContain(spoken);
      expect(page).toContain('Druk dan op 9.');
    }
    expect(announced).toContain('We record about 1 in 10 calls.');
    expect((await (await signedIn('manager')).get(`/tools/${toolId}/versions/1/callers`)).status).toBe(404);
    expect((await employee.get(`/me/tools/t_0000000000000000/callers`)).status).toBe(404);
  });
});

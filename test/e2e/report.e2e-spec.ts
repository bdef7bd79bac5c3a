import sharp from 'sharp';
import { appFor, type TestApp } from '../support/app.js';
import { givenChannels } from '../support/given-chain.js';
import { CASE_SECRET } from '../support/given-case-keys.js';
import { givenOrganisation, givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { bodyOf, changed, filled } from '../support/forms.js';
import { Html, type PageForm } from '../support/html.js';
import type { Answer, Visitor } from '../support/visitor.js';

let app: TestApp;
let staff: Staff;

beforeAll(async () => {
  app = await appFor('report', '2026-03-05T09:00:00Z');
  staff = await app.database.transactions.run(async (tx) => {
    await givenOrganisation(tx);
    const given = await givenStaff(tx);
    await givenChannels(tx, given);
    return given;
  });
});
afterAll(() => app.close());

const formTo = (html: string, action: string): PageForm => {
  const form = new Html(html).forms().find((one) => new URL(one.action, app.url).pathname === action);
  if (!form) throw new Error(`Expected: a form to ${action}. Found: none in ${new Html(html).texts().join(' ').slice(0, 400)}`);
  return form;
};
interface Reply {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}
const send = async (
  visitor: Visitor,
  html: string,
  action: string,
  values: Readonly<Record<string, string | null>> = {},
): Promise<Reply> => {
  const form = formTo(html, action);
  const blank = filled(form).map(
    ([name, value]) => [name, value === 'Een antwoord' || value.startsWith('Een toelichting') ? '' : value] as const,
  );
  const sent = Object.entries(values).reduce((all, [name, value]) => changed(all, name, value), blank as ReturnType<typeof filled>);
  const response = await visitor.fetch(form.action, { method: 'POST', ...bodyOf(form, sent) });
  return { status: response.status, html: await response.text(), headers: response.headers };
};
const textOf = ({ html }: { readonly html: string }): string => new Html(html).texts().join(' ').replace(/\s+/g, ' ');
const codeOn = (page: { readonly html: string }): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}-[0-9A-Z]{2}/.exec(page.html)?.[0] ?? '';
const signedIn = async (email: string | null): Promise<Visitor> => {
  const visitor = app.visitor();
  await visitor.post('/login', { login: email ?? '', password: PASSWORD }, '/login');
  return visitor;
};

/** The whole way of the form, from its first page. */
const report = async (visitor: Visitor, told: Readonly<Record<string, string>>): Promise<Reply> => {
  const first: Answer = await visitor.get('/report/new');
  const when = await send(visitor, first.html, '/report/new', { go: 'next', category: 'covert', text: 'Er hangt een camera', ...told });
  const files = await send(visitor, when.html, '/report/new', { go: 'next', barred: null });
  const check = await send(visitor, files.html, '/report/new', { go: 'next' });
  return send(visitor, check.html, '/report/new', { go: 'send' });
};

describe('reporting without a name', () => {
  it('sets no cookie, sends no script, and fills one size, on each page and on each refusal', async () => {
    const visitor = app.visitor();
    const sent = await report(visitor, {});
    const code = codeOn(sent);
    const first = await visitor.get('/report/new');
    const pages = {
      start: await visitor.get('/report'),
      first,
      refused: await send(visitor, first.html, '/report/new', { go: 'next', text: '' }),
      sent,
      follow: await visitor.get('/report/follow'),
      wrong: await send(visitor, (await visitor.get('/report/follow')).html, '/report/follow', { case: 'x'.repeat(26) }),
      right: await send(visitor, (await visitor.get('/report/follow')).html, '/report/follow', { case: code }),
      none: await visitor.get('/report/nowhere'),
      english: await visitor.get('/report?lang=en'),
      disguised: await visitor.get('/%72eport'),
      disguisedToo: await visitor.get('/r%65port/new'),
    };
    for (const [name, { html, headers }] of Object.entries(pages)) {
      expect([name, headers.getSetCookie()]).toEqual([name, []]);
      expect([name, html.includes('<script')]).toEqual([name, false]);
      expect([name, Buffer.byteLength(html)]).toEqual([name, 65_536]);
      expect([name, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([name, 'no-store', 'no-referrer']);
      expect([name, textOf({ html }).includes('Log in')]).toEqual([name, false]);
    }
    expect(visitor.cookieList()).toEqual([]);
    expect([pages.refused.status, pages.wrong.status, pages.right.status, pages.none.status]).toEqual([422, 422, 200, 404]);
    expect(textOf(pages.wrong)).toContain('Deze code klopt niet. Controleer de tekens.');
    expect(textOf(pages.english)).toContain('Better use your own phone.');
    expect(pages.start.html).toContain('<svg class="cs-qr" role="img" aria-label="QR-code van deze pagina');
    expect(textOf(pages.start)).toContain(`${new URL(app.url).host}/report`);
  });

  it('knows nobody who is signed in: not on the page, and not in the session', async () => {
    const employee = await signedIn(staff.employee.email);
    const seen = async () => app.database.asOwner('select seen_at from sessions order by seen_at desc limit 1');
    const before = await seen();
    app.clock.advance({ minutes: 20 });
    const page = await employee.get('/report?lang=en');
    expect(textOf(page)).not.toContain('Uw rol');
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(textOf(await employee.get('/%72eport'))).not.toContain('Uw rol');
    expect(await seen()).toEqual(before);
    expect(textOf(await employee.get('/complaints'))).toContain('Meld het zonder uw naam');
    expect(await seen()).not.toEqual(before);
  });

  it('shows the code once, asks for its last four characters, and has the terms of wrongdoing only where there is some', async () => {
    const visitor = app.visitor();
    const sent = await report(visitor, {});
    expect(textOf(sent)).toContain('Uw klacht is verstuurd');
    expect(textOf(sent)).toContain('Binnen 2 werkdagen');
    expect(textOf(sent)).not.toContain('Binnen 7 dagen');
    const code = codeOn(sent);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z-]{32}$/);
    const wrong = await send(visitor, sent.html, '/report/received', { last: 'XXXX' });
    expect([wrong.status, textOf(wrong).includes('Kijk nog eens naar de code')]).toEqual([422, true]);
    const right = await send(visitor, wrong.html, '/report/received', { last: code.replaceAll('-', '').slice(-4).toLowerCase() });
    expect([right.status, codeOn(right)]).toEqual([200, '']);
    const first = await visitor.get('/report/new');
    const when = await send(visitor, first.html, '/report/new', { go: 'next', category: 'covert', text: 'Gevaar' });
    const files = await send(visitor, when.html, '/report/new', { go: 'next', disclosure: 'yes', barred: null });
    const check = await send(visitor, files.html, '/report/new', { go: 'next' });
    const disclosed = await send(visitor, check.html, '/report/new', { go: 'send' });
    expect(textOf(disclosed)).toContain('Binnen 7 dagen');
    expect(textOf(disclosed)).toContain('Binnen 3 maanden');
  });

  it('takes a picture without what it hides, and refuses what cannot be cleaned', async () => {
    const visitor = app.visitor();
    const first = await visitor.get('/report/new');
    const when = await send(visitor, first.html, '/report/new', { go: 'next', category: 'other', text: 'Zie de foto' });
    const page = await send(visitor, when.html, '/report/new', { go: 'next', barred: null });
    const hidden = { IFD0: { Artist: 'Fatima Bouzid', Copyright: 'GEHEIM' } };
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .withExif(hidden)
      .jpeg()
      .toBuffer();
    expect(photo.includes('Fatima')).toBe(true);
    const form = formTo(page.html, '/report/new');
    const withFile = (name: string, bytes: Buffer) => {
      const body = new FormData();
      for (const [field, value] of filled(form)) body.append(field, value);
      body.append('files', new Blob([new Uint8Array(bytes)]), name);
      body.append('go', 'next');
      return visitor.fetch(form.action, { method: 'POST', body });
    };
    const refused = await withFile('cv van Fatima.pdf', Buffer.from('%PDF-1.7 /Author (Fatima)'));
    expect([refused.status, (await refused.text()).includes('Maak er een foto of schermafdruk van')]).toEqual([422, true]);
    expect((await withFile('foto.jpg', Buffer.from('geen foto'))).status).toBe(422);
    const check = await (await withFile('foto van Fatima.jpg', photo)).text();
    expect(textOf({ html: check })).toContain('Er is 1 bestand bij');
    const sent = await send(visitor, check, '/report/new', { go: 'send' });
    expect(codeOn(sent)).not.toBe('');

    const handler = await signedIn(staff.complaintHandler.email);
    await handler.post('/role', { role: 'complaint_handler' }, '/role');
    const locked = await handler.get('/cases');
    expect(textOf(locked)).toContain('Uw sleutel is dicht');
    const [caseLink] = new Html(locked.html)
      .all('a')
      .map(({ attributes }) => attributes['href'] ?? '')
      .filter((href) => /^\/cases\/k_/.test(href))
      .slice(-1);
    expect(textOf(await handler.get(caseLink ?? ''))).not.toContain('Zie de foto');
    await handler.post('/cases/key/opening', { secret: CASE_SECRET }, '/cases/key');
    const links = new Html((await handler.get('/cases')).html)
      .all('a')
      .map(({ attributes }) => attributes['href'] ?? '')
      .filter((href) => /^\/cases\/k_/.test(href));
    const found = [];
    for (const link of links) {
      const answer = await handler.get(link);
      if (textOf(answer).includes('Zie de foto')) found.push(answer);
    }
    expect(found).toHaveLength(1);
    const fileLink = new Html(found[0]?.html ?? '')
      .all('a')
      .map(({ attributes }) => attributes['href'] ?? '')
      .find((href) => href.includes('/files/'));
    const file = await handler.fetch(fileLink ?? '', {});
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      200,
      'image/jpeg',
      'attachment; filename="bijlage-1.jpg"',
    ]);
    expect(bytes.includes('Fatima')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect((await sharp(bytes).metadata()).width).toBe(40);
    expect((await (await signedIn(staff.complaintDeputy.email)).get(fileLink ?? '')).status).toBe(404);
  });

  it('refuses what no page of it sends, and keeps nothing then', async () => {
    const visitor = app.visitor();
    const first = await visitor.get('/report/new');
    const count = async () =>
      (await app.database.asOwner('select (select count(*) from complaints) + (select count(*) from complaint_files) as n'))[0]?.['n'];
    const before = await count();
    const good = { category: 'covert', text: 'Tekst', desk: 'handler', disclosure: 'no', step: 'check', go: 'send' };
    const code = formTo(first.html, '/report/new').fields.find(({ name }) => name === 'case')?.value ?? '';
    const post = async (fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
      (await visitor.fetch('/report/new', { method: 'POST', body: new URLSearchParams(fields), headers })).status;
    expect(await post({ ...good, case: 'short' })).toBe(400);
    expect(await post({ ...good, case: code, barred: 'p_nobody' })).toBe(422);
    expect(await post({ ...good, case: code, surprise: 'x' })).toBe(400);
    expect(await post({ ...good, case: code, step: 'nowhere' })).toBe(400);
    expect(await post({ ...good, case: code, go: 'elsewhere' })).toBe(400);
    expect(await post({ ...good, case: code, category: 'constructor' })).toBe(422);
    expect(await post({ ...good, case: code, text: 'x'.repeat(10_001) })).toBe(422);
    expect(await post({ ...good, case: code, text: 'een\0twee' })).toBe(422);
    expect(await post({ ...good, case: code, desk: 'hr' })).toBe(422);
    expect(await post({ ...good, case: code, about: 'x'.repeat(201) })).toBe(422);
    expect(await post({ ...good, case: code }, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await count()).toEqual(before);
    expect(await post({ ...good, case: code })).toBe(200);
    expect(await post({ ...good, case: code })).toBe(200);
    expect(Number(await count()) - Number(before)).toBe(1);
  });
});

describe('whoever has the code', () => {
  it('talks with the handler, gets a proof that anybody can check, and withdraws', async () => {
    const visitor = app.visitor();
    const code = codeOn(await report(visitor, { text: 'Hoe lang bewaart u dit?' }));
    const open = async () => send(visitor, (await visitor.get('/report/follow')).html, '/report/follow', { case: code });
    const page = await open();
    expect((await send(visitor, page.html, '/report/follow/answer', { text: '' })).status).toBe(422);
    expect(textOf(await send(visitor, page.html, '/report/follow/answer', { text: 'Ik heb meer gezien' }))).toContain('Verstuurd.');
    const receipt = await send(visitor, page.html, '/report/follow/receipt');
    expect(receipt.headers.get('content-disposition')).toContain('countersign.txt');
    expect(receipt.html).toContain('Hoe lang bewaart u dit?');
    expect(receipt.html).not.toContain(code);
    const token = receipt.html.trim().split('\n').at(-1) ?? '';
    const proof = await visitor.get('/report/proof');
    expect(textOf(await send(visitor, proof.html, '/report/proof', { token }))).toContain('Dit bewijs is echt');
    expect((await send(visitor, proof.html, '/report/proof', { token: `${token}x` })).status).toBe(422);
    expect((await send(visitor, page.html, '/report/follow/withdrawal', { sure: null })).status).toBe(422);
    expect(textOf(await send(visitor, page.html, '/report/follow/withdrawal', { sure: 'yes' }))).toContain('Ingetrokken');
    expect(textOf(await open())).toContain('Wat u schreef, is gewist.');
    expect((await send(visitor, page.html, '/report/follow/answer', { text: 'Toch nog iets' })).status).toBe(409);
  });
});

import { jest } from '@jest/globals';
import { FEATURES } from '../../src/features.js';
import { GuestsService } from '../../src/features/consultation/guests/guests.service.js';
import { RoomService } from '../../src/features/council/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { crawl } from '../support/crawler.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import { answersAt, routesOf } from '../support/routes.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(180_000);

const SECRET = 'Zonnebloem';
const OUTSIDE = [
  'orgAdmin',
  'hr',
  'privacyOfficer',
  'toolOwner',
  'it',
  'dpo',
  'director',
  'manager',
  'auditor',
  'employee',
  'adviser',
  'complaintHandler',
] as const;
const routes = routesOf(FEATURES).filter(({ method }) => method === 'GET');
const kindOf = (path: string): string => routes.find((route) => answersAt(route, path.split('?')[0] ?? ''))?.path ?? path;

describe('the room of the council, for everybody else', () => {
  let app: TestApp;
  let staff: Staff;
  let requestId: string;
  let fileId: string;
  let noteId: string;
  let linkId: string;

  const signedIn = async (who: keyof Staff): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.get('/login');
    const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD });
    if (answer.path.includes('code')) await visitor.post(answer.path, { code: totpAt(app.clock.now()) });
    return visitor;
  };

  beforeAll(async () => {
    app = await appFor('council room pages');
    staff = await app.database.transactions.run((tx) => givenStaff(tx));
    requestId = await app.database.transactions.run(async (tx) => {
      const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
      return (await givenChain(tx, tool, staff, { without: ['meeting', 'decision', 'final', 'copies', 'notice'] })).requestId;
    });
    const rooms = app.running.app.get(RoomService, { strict: false });
    const guests = app.running.app.get(GuestsService, { strict: false });
    const member = actorOf(staff.member);
    const file = { name: `${SECRET}.txt`, type: 'text/plain', bytes: Buffer.from(SECRET) };
    await rooms.write(member, { requestId: null }, { text: `${SECRET} in het algemeen`, files: [] });
    await rooms.write(member, { requestId }, { text: `${SECRET} over deze zaak`, files: [file] });
    const [note] = (await rooms.read(member, { requestId }, 1)).notes;
    [noteId, fileId] = [note?.id ?? '', note?.files[0]?.id ?? ''];
    await guests.make(actorOf(staff.chair), requestId, { madeFor: `${SECRET}gast`, days: 7 }, identityAt(app.clock.now()));
    linkId = (await guests.links(member, requestId)).links[0]?.id ?? '';
    app.clock.advance({ minutes: 1 });
  });
  afterAll(() => app.close());

  const gets = (): string[] => [
    '/council/room',
    `/council/room/files/${fileId}`,
    `/council/room/notes/${noteId}/correction`,
    `/council/room/notes/${noteId}/withdrawal`,
    `/council/requests/${requestId}/discussion`,
    `/council/requests/${requestId}/guests`,
    `/council/requests/${requestId}/constituency`,
  ];
  const posts = (): string[] => [
    '/council/room',
    `/council/room/notes/${noteId}/correction`,
    `/council/room/notes/${noteId}/withdrawal`,
    `/council/requests/${requestId}/discussion`,
    `/council/requests/${requestId}/guests`,
    `/council/requests/${requestId}/guests/${linkId}/end`,
    `/council/requests/${requestId}/constituency`,
  ];

  it('opens for a member (the control)', async () => {
    const member = await signedIn('member');
    for (const path of gets()) expect([path, (await member.get(path)).status]).toEqual([path, 200]);
    expect((await member.get(`/council/room/files/${fileId}`)).html).toBe(SECRET);
    expect((await member.get('/council/room')).html).toContain(SECRET);
  });

  it.each(OUTSIDE)('answers %s as if there were no such page, and shows nothing of it on any other', async (who) => {
    const visitor = await signedIn(who);
    const unknown = await visitor.get('/council/nothing-of-the-kind');
    const words = ({ html }: { html: string }): string => new Html(html).texts().join(' ');
    for (const path of gets()) {
      const answer = await visitor.get(path);
      expect([path, answer.status, words(answer)]).toEqual([path, 404, words(unknown)]);
    }
    for (const path of posts()) {
      await visitor.get('/');
      const answer = await visitor.post(path, { text: 'x' });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const { answers } = await crawl(visitor, ['/'], { pages: 80, perKind: 2, kindOf });
    expect(answers.size).toBeGreaterThan(3);
    for (const [path, { html }] of answers) {
      expect([path, html.includes(SECRET)]).toEqual([path, false]);
      expect([path, /\/council\/room|\/discussion|\/guests/.test(html)]).toEqual([path, false]);
    }
  });

  it('tells a guest of the house nothing either', async () => {
    const guest = app.visitor();
    for (const path of gets()) expect((await guest.get(path)).path).toContain('/login');
    const gone = await guest.get(`/guest/${'A'.repeat(43)}`);
    expect([gone.status, gone.headers.get('referrer-policy')]).toEqual([404, 'no-referrer']);
    expect(gone.html).toContain('<meta name="referrer" content="no-referrer"');
  });

  it('mails members, once an hour, that there is something new, and not what or where', async () => {
    const before = (await app.mails()).length;
    await app.runJobs();
    expect((await app.mails()).length).toBe(before);
    app.clock.advance({ hours: 1 });
    await app.runJobs();
    const mails = (await app.mails()).slice(before);
    expect(new Set(mails.map(({ to }) => to?.[0]?.address))).toEqual(new Set([staff.chair.email, staff.secretary.email]));
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail.subject).toBe('Er is iets nieuws voor u in Countersign');
      expect(`${mail.subject} ${mail.text}`).not.toMatch(new RegExp(`${SECRET}|${requestId}|${staff.member.name}`));
    }
  });

  it('leaves no line in what the timeline of the tool shows', async () => {
    const director = await signedIn('director');
    const { html } = await director.get(`/council/requests/${requestId}/timeline`);
    expect(html).not.toMatch(/room|guest|kamer|gast/i);
  });
});

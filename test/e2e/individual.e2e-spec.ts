import type { Version } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import { appFor, type TestApp } from '../support/app.js';
import { ALLOWED, givenMeasured, givenRunning } from '../support/given-individual.js';
import { givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { readText } from '../support/page-forms.js';
import type { Answer, Visitor } from '../support/visitor.js';

const LIST = '/individual-views';
const WHY = 'Er verdwenen gegevens op een avond dat alleen deze laptop aan stond.';

let app: TestApp;
let staff: Staff;
let version: Version;
let officer: Visitor;
let member: Visitor;
let view: string;
let nothing: Answer;

beforeAll(async () => {
  app = await appFor('individual_e2e', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  await givenRunning(app.database, app.clock, staff, { name: 'Countersign', isPlatform: true });
  officer = await signIn('privacyOfficer');
  nothing = await officer.get(`${LIST}/new`);
  version = await givenRunning(app.database, app.clock, staff, { name: 'Aanmeldregistratie', individualView: ALLOWED });
  await givenMeasured(app.database, version, staff.employee.id, [{ day: '2026-02-19', minutes: 42 }]);
  member = await signIn('member');
}, 60_000);
afterAll(() => app.close());

const signIn = async (who: keyof Staff): Promise<Visitor> => {
  const visitor = app.visitor();
  const answer = await visitor.post('/login', { login: staff[who].email ?? '', password: PASSWORD }, '/login');
  if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
  return visitor;
};

describe('looking at one person', () => {
  it('is asked of nobody while no tool that runs was approved for it: the page says why, and where to go', () => {
    expect(readText(nothing)).toContain('er staat geen volgsysteem aan waarbij kijken naar 1 persoon is goedgekeurd');
    expect([nothing.html.includes('href="/tools"'), nothing.html.includes('staffNumber')]).toEqual([true, false]);
  });

  it('waits until the council named a second person', async () => {
    const nobody = await officer.get(`${LIST}/new`);
    expect(readText(nobody)).toContain('er is nog niemand aangewezen die het als tweede opent');
    expect(nobody.html).not.toContain('staffNumber');
    const typed = { tool: version.toolId, staffNumber: staff.employee.staffNumber, reason: WHY };
    const early = await officer.post(`${LIST}/new`, { ...typed, _idempotency: newId('i') }, `${LIST}/new`);
    expect(early.status).toBe(409);
    expect(readText(early)).toContain('De ondernemingsraad wees nog niemand aan');
    const chair = await signIn('chair');
    expect(readText(await chair.get(LIST))).toContain('Er is niemand aangewezen');
    const wrong = await chair.post(`${LIST}/seconds`, { person: staff.director.id }, LIST);
    expect([wrong.status, readText(wrong).includes('Kies een lid van de ondernemingsraad.')]).toEqual([422, true]);
    const proposed = await chair.post(`${LIST}/seconds`, { person: staff.member.id }, LIST);
    expect(readText(proposed)).toContain(`Tot een ander het bevestigt, kan ${staff.member.name} niets openen.`);
    expect(readText(proposed)).toContain(`Wie kan bevestigen: ${staff.secretary.name}.`);
    expect([proposed.html.includes('/confirmation'), proposed.html.includes('Trek het voorstel in')]).toEqual([false, true]);
    const [row] = await app.database.asOwner('select id from individual_seconds');
    const confirmation = `${LIST}/seconds/${String(row?.['id'])}/confirmation`;
    expect((await chair.post(confirmation, { password: PASSWORD }, LIST)).status).toBe(409);
    expect((await member.post(confirmation, { password: PASSWORD }, LIST)).status).toBe(404);
    expect((await officer.get(`${LIST}/new`)).html).not.toContain('staffNumber');
    const secretary = await signIn('secretary');
    expect(readText(await secretary.get('/'))).toContain('Bevestig wie het kijken naar 1 persoon mag openen');
    const mistaken = await secretary.post(confirmation, { password: 'verkeerd' }, LIST);
    expect([mistaken.status, readText(mistaken).includes('Wie kan bevestigen')]).toEqual([422, true]);
    app.clock.advance({ minutes: 1 });
    const named = await secretary.post(confirmation, { password: PASSWORD, totp: totpAt(app.clock.now()) }, LIST);
    expect(readText(named)).toContain(`${staff.member.name}. Sinds`);
    expect((await member.post(`${LIST}/seconds`, { person: staff.chair.id }, LIST)).status).toBe(404);
  });

  it('is asked with a person and a reason, and shows nothing yet', async () => {
    const empty = await officer.post(`${LIST}/new`, { tool: version.toolId, staffNumber: '', reason: 'kort' }, `${LIST}/new`);
    expect(empty.status).toBe(422);
    expect(readText(empty)).toContain('Schrijf op waarom, in 10 tot 2000 tekens');
    const typed = { tool: version.toolId, staffNumber: staff.employee.staffNumber, reason: WHY };
    const asked = await officer.post(`${LIST}/new`, typed, `${LIST}/new`);
    view = asked.path.split('?')[0] ?? '';
    expect(readText(asked)).toContain('Wacht op de tweede persoon');
    expect(asked.html).not.toContain(`${view}/data`);
    expect((await officer.get(`${view}/data`)).status).toBe(409);
    app.clock.advance({ minutes: 1 });
    expect((await (await signIn('secretary')).get(view)).status).toBe(404);
    expect((await (await signIn('director')).get(LIST)).status).toBe(404);
  });

  it('is opened by the second person, who sees why and not the data', async () => {
    expect(readText(await member.get('/'))).toContain('Beslis over 1 vraag om naar 1 persoon te kijken');
    const page = await member.get(view);
    expect(readText(page)).toContain(WHY);
    const wrong = await member.post(`${view}/opening`, { password: 'verkeerd' }, view);
    expect(wrong.status).toBe(422);
    const done = await member.post(`${view}/opening`, { password: PASSWORD }, view);
    expect(readText(done)).toContain('Het is open. De FG heeft bericht gekregen.');
    expect((await member.get(`${view}/data`)).status).toBe(404);
    const dpo = await signIn('dpo');
    expect(readText(await dpo.get(view))).toContain(staff.employee.name);
    expect((await dpo.get(`${view}/data`)).status).toBe(404);
  });

  it('shows the data to who asked, and then the person who looked, when and why', async () => {
    const data = await officer.get(`${view}/data`);
    expect(readText(data)).toMatch(/19 februari 2026 Maat minutes 42 minuten 1/);
    const employee = await signIn('employee');
    expect(readText(await employee.get('/me/looks'))).toContain('Hier staat nog niets. Kijkt er iemand?');
    await officer.post(`${view}/end`, {}, view);
    expect((await officer.get(`${view}/data`)).status).toBe(409);
    expect(readText(await officer.get('/'))).toContain('Vertel 1 persoon dat er gekeken is');
    const short = await officer.post(`${view}/telling`, { text: 'Klaar' }, view);
    expect([short.status, readText(short).includes('Schrijf 10 tot 2000 tekens')]).toEqual([422, true]);
    const told = await officer.post(`${view}/telling`, { text: 'Wij zagen niets bijzonders. Het vermoeden klopte niet.' }, view);
    expect(readText(told)).toContain('Dicht en verteld');
    expect(readText(await officer.get('/'))).not.toContain('Vertel 1 persoon');
    const own = readText(await employee.get('/me/looks'));
    for (const words of [staff.privacyOfficer.name, staff.member.name, WHY, 'beveiliging', 'Het vermoeden klopte niet'])
      expect(own).toContain(words);
    expect(readText(await (await signIn('colleague')).get('/me/looks'))).not.toContain(WHY);
    expect(readText(await (await signIn('dpo')).get('/dashboards/looks'))).toContain('Gegevens van één mens bekeken');
  });

  it('refused, it says to who asked why not', async () => {
    const typed = { tool: version.toolId, staffNumber: staff.colleague.staffNumber, reason: WHY };
    const asked = await officer.post(`${LIST}/new`, typed, `${LIST}/new`);
    const other = asked.path.split('?')[0] ?? '';
    await member.post(`${other}/refusal`, { text: 'De camera laat dit al zien.' }, other);
    expect(readText(await officer.get(other))).toContain('Waarom niet De camera laat dit al zien.');
  });
});

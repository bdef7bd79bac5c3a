import { jest } from '@jest/globals';
import { afterPaths } from '../../src/features/consultation/after/after.paths.js';
import { consultationPaths } from '../../src/features/consultation/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenChain } from '../support/given-chain.js';
import { type GivenPerson, givenStaff, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import type { Answer, Visitor } from '../support/visitor.js';

jest.setTimeout(180_000);

const REQUEST = {
  intendedDecision: 'Wij willen de aanmeldregistratie invoeren.',
  reasons: 'Klanten wachten te lang.',
  consequences: 'Het moment van inloggen wordt vastgelegd.',
  grounds: ['k', 'l'],
  intendedStartOn: '',
  evaluationOn: '2027-03-01',
};
const CONDITION = { condition1Text: 'Groepen van 10', condition1Kind: 'smallest_group', condition1Value: '10' };

describe('a consultation, page by page', () => {
  let app: TestApp;
  let staff: Staff;
  let version: Version;
  let visits: Record<'hr' | 'director' | 'chair' | 'secretary' | 'member', Visitor>;

  const signedIn = async (person: GivenPerson, code?: string): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.get('/login');
    const answer = await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
    if (code && answer.path.includes('code')) await visitor.post(answer.path, { code });
    return visitor;
  };
  const textOf = (answer: Answer): string => new Html(answer.html).texts().join(' ');
  const identity = () => {
    app.clock.advance({ minutes: 1 });
    return identityAt(app.clock.now());
  };
  const password = () => ({ password: PASSWORD });

  beforeAll(async () => {
    app = await appFor('consultation pages');
    staff = await app.database.transactions.run((tx) => givenStaff(tx));
    version = await app.database.transactions.run(async (tx) => {
      const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
      await givenChain(tx, tool, staff, { without: ['request', 'meeting', 'decision', 'final', 'copies', 'notice', 'warning'] });
      return tool;
    });
    await app.database.asOwner(
      `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
       values ($1, 'purposes[].balancingTest.signedBy', 'attendance', $2, $3, 'director', $4) on conflict do nothing`,
      [version.id, JSON.stringify(staff.director.id), staff.director.id, app.clock.now()],
    );
    const code = totpAt(app.clock.now());
    visits = {
      hr: await signedIn(staff.hr),
      director: await signedIn(staff.director),
      chair: await signedIn(staff.chair, code),
      secretary: await signedIn(staff.secretary, code),
      member: await signedIn(staff.member),
    };
  });
  afterAll(() => app.close());

  let requestPath = '';
  const prepare = () => consultationPaths.prepare(version.toolId, version.number);

  it('begins empty', async () => {
    const page = await visits.member.get(consultationPaths.council);
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain('Er zijn geen verzoeken.');
  });

  it('lets HR write, with what is wrong named, and the director send', async () => {
    const wrong = await visits.hr.post(prepare(), { ...REQUEST, reasons: '', evaluationOn: '2026-02-30', grounds: ['g'] }, prepare());
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Vul een datum in die bestaat.');
    expect(textOf(await visits.hr.post(prepare(), REQUEST, prepare()))).toContain('De bestuurder verstuurt het verzoek.');
    const shown = await visits.director.get(prepare());
    expect(textOf(shown)).toContain('Dit krijgt de ontvanger');
    const refused = await visits.director.post(consultationPaths.send(version.toolId, 1), { password: 'fout' });
    expect(refused.status).toBe(422);
    const sent = await visits.director.post(consultationPaths.send(version.toolId, 1), password(), prepare());
    expect([sent.status, textOf(sent)]).toEqual([200, expect.stringContaining('Verstuurd, kenmerk')]);
    requestPath = sent.path;
  });

  it('shows the council the one page first, with the warning, the papers and the fingerprint', async () => {
    const list = await visits.chair.get(consultationPaths.council);
    expect(textOf(list)).toContain('Verzoek ontvangen');
    const page = await visits.member.get(requestPath);
    expect(page.status).toBe(200);
    for (const words of ['het hele plan op 1 pagina', 'Zo ziet de werkgever 1 regel', 'Stop dit nu', 'Dit klopt niet'].filter(
      (w) => w !== 'Stop dit nu',
    ))
      expect(textOf(page)).toContain(words);
    expect(textOf(await visits.member.get(`${requestPath}/papers`))).toContain('Controlecode');
    expect(textOf(await visits.member.get(`${requestPath}/timeline`))).toContain('Tijdlijn');
    expect(textOf(await visits.chair.get(requestPath))).toContain('Stop dit nu');
    const english = await visits.member.get(`${requestPath}/page.pdf`);
    expect(english.headers.get('content-type')).toBe('application/pdf');
  });

  it('takes a question and its answer', async () => {
    expect((await visits.member.post(`${requestPath}/questions`, { text: '' }, `${requestPath}/questions`)).status).toBe(422);
    expect(
      textOf(await visits.member.post(`${requestPath}/questions`, { text: 'Wie kan dit zien?' }, `${requestPath}/questions`)),
    ).toContain('Wie kan dit zien?');
    expect(textOf(await visits.director.get(requestPath))).toContain('Beantwoord 1 vraag');
    const page = await visits.director.get(`${requestPath}/questions`);
    const action = new Html(page.html).forms().find((form) => form.action.includes('/answer'))?.action ?? '';
    const id = /questions\/([^/]+)\//.exec(action)?.[1] ?? '';
    expect(textOf(await visits.director.post(action, { [`answer-${id}`]: 'Alleen de planner.' }))).toContain('Alleen de planner.');
  });

  it('records the meeting, and the employer confirms that it was there', async () => {
    const path = `${requestPath}/meeting`;
    const typed = { heldOn: '2026-03-02', minutes: 'Wij bespraken het.', presentCouncil: 'De OR', presentEmployer: 'De bestuurder' };
    const future = await visits.secretary.post(path, { ...typed, heldOn: '2026-04-01' }, path);
    expect([future.status, textOf(future)]).toEqual([422, expect.stringContaining('Deze dag ligt in de toekomst.')]);
    expect(textOf(await visits.secretary.post(path, typed, path))).toContain('De bestuurder moet het verslag nog bevestigen.');
    expect((await visits.chair.get(path)).status).toBe(404);
    expect((await visits.hr.get(path)).status).toBe(404);
    const page = await visits.director.get(`${requestPath}/meetings`);
    const action = new Html(page.html).forms().find((form) => form.action.includes('/presence'))?.action ?? '';
    expect(textOf(await visits.director.post(action))).toContain('Een tweede functionaris van de OR moet het verslag nog bevestigen.');
    expect((await visits.hr.post(action)).status).toBe(404);
    expect(textOf(await visits.chair.get(requestPath))).toContain('Bevestig het verslag van het overleg');
    expect(textOf(await visits.chair.post(action))).toContain('Beide kanten hebben het verslag bevestigd.');
  });

  it('notes the decision by one officer and confirms it by another, text and limit side by side', async () => {
    const path = `${requestPath}/decision`;
    const typed = {
      decision: 'granted_with_conditions',
      reasons: 'Het is beperkt.',
      decidedOn: '2026-03-02',
      votesFor: '7',
      votesAgainst: '1',
      votesAbstained: '1',
      expiresOn: '',
    };
    const wrong = await visits.chair.post(path, { ...typed, ...CONDITION, condition1Value: 'veel', ...identity() }, path);
    expect([wrong.status, textOf(wrong)]).toEqual([422, expect.stringContaining('Vul een heel getal in van 5 of meer.')]);
    expect(textOf(await visits.chair.post(path, { ...typed, ...CONDITION, ...identity() }, path))).toContain(
      'Een andere functionaris moet het nog bevestigen.',
    );
    expect(textOf(await visits.chair.get(`${path}/confirm`))).toContain('U heeft dit besluit zelf genoteerd.');
    const confirm = await visits.secretary.get(`${path}/confirm`);
    expect(textOf(confirm)).toContain('Wie de server beheert, kan dit besluit nog namaken. Bewaar uw eigen exemplaar.');
    expect(textOf(confirm)).toContain('Cijfers alleen over groepen van 10 mensen of meer.');
    const decisionId = /name="decisionId" value="([^"]+)"/.exec(confirm.html)?.[1] ?? '';
    const done = await visits.secretary.post(`${path}/confirm`, { decisionId, ...identity() });
    expect(textOf(done)).toContain('Besluit vastgelegd');
    expect(textOf(done)).not.toContain('ondertekend');
  });

  it('takes every condition over in the final decision, or not at all', async () => {
    const path = consultationPaths.final(version.toolId, version.number);
    const page = await visits.director.get(path);
    expect(page.status).toBe(200);
    const condition = /name="takesOver"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const typed = { text: 'Wij voeren het in.', effectiveOn: '2026-03-09', ...password() };
    const refused = await visits.director.post(path, typed, path);
    expect([refused.status, textOf(refused)]).toEqual([409, expect.stringContaining('Neem alle voorwaarden over.')]);
    expect(textOf(await visits.director.post(path, { ...typed, takesOver: condition }, path))).toContain('Vastgelegd, kenmerk');
  });

  it('mailed every act to every member, as the paper that the page shows', async () => {
    await app.runJobs();
    const page = await visits.member.get(`${requestPath}/papers`);
    const rows = [...page.html.matchAll(/href="(\/council\/papers\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const paper = await visits.member.get(rows[0] ?? '');
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect((await visits.director.get(rows[0] ?? '')).status).toBe(404);
    const received = (await app.mails()).filter(({ to }) => to?.some((one) => one.address === staff.member.email));
    const mails = received.filter(({ attachments }) => attachments.length > 0);
    expect(received.filter((mail) => !mails.includes(mail)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Antwoord op een vraag'),
    ]);
    expect(mails.length).toBe(rows.length);
    for (const mail of mails) expect(mail.attachments[0]?.mimeType).toBe('application/pdf');
  });

  it('takes a dispute from any member, and an answer from each officer', async () => {
    const path = consultationPaths.dispute(version.toolId);
    expect((await visits.hr.get(path)).status).toBe(404);
    await visits.member.post(path, { about: 'Het besluit', text: 'Wij stemden anders.' }, path);
    const list = await visits.chair.get(consultationPaths.council);
    const href = /href="(\/council\/disputes\/[^"]+)"/.exec(list.html)?.[1] ?? '';
    expect(textOf(await visits.chair.post(href, { text: 'Het klopt.' }, href))).toContain('Vastgelegd, kenmerk');
  });

  it('invokes nullity with a letter that is ready', async () => {
    const path = afterPaths.invoke(version.toolId);
    const page = await visits.chair.get(path);
    expect(textOf(page)).toContain('beroept zich op de nietigheid');
    const done = await visits.chair.post(path, { why: 'told', periodStartedOn: '2026-03-01', reason: 'Geen instemming.', ...identity() });
    expect(textOf(done)).toContain('Verstuurd, kenmerk');
  });

  it('shows the claim, the ruling and the withdrawal to who may use them', async () => {
    for (const path of [
      consultationPaths.claim(version.toolId, 1),
      consultationPaths.ruling(version.toolId, 1),
      `${requestPath}/withdrawal`,
    ]) {
      expect([(await visits.director.get(path)).status, (await visits.member.get(path)).status]).toEqual([200, 404]);
    }
    expect((await visits.member.get('/council/requests/r_bestaatniet')).status).toBe(404);
    expect((await visits.member.get('/me/consultation')).status).toBe(200);
  });
});

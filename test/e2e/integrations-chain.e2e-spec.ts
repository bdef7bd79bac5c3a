import { addDays, dayOf } from '../../src/kernel/clock.js';
import { appFor, type TestApp } from '../support/app.js';
import { examplesUnder, faultsOfShown, filled, shownIn } from '../support/documented.js';
import { type Sent, Shell } from '../support/documented-shell.js';
import { House } from '../support/given-dossiers.js';
import { PASSWORD, type Staff } from '../support/given-people.js';
import { EMPTY_PDF, type Program } from '../support/program.js';
import { answersFor, type Question } from '../support/program-answers.js';
import { Programs } from '../support/programs.js';

const KEYS = { HR: 'hr', IT: 'it', OFFICER: 'privacyOfficer', DPO: 'dpo', DIRECTOR: 'director', CHAIR: 'chair' } as const;

let app: TestApp;
let house: House;
let shell: Shell;
let programs: Programs;
let functions = '';
let lines: string[] = [];
let version = '';
let request = '';
const person = {} as Record<keyof Staff, Program>;

beforeAll(async () => {
  app = await appFor('integrations_chain');
  house = await House.enter(app);
  programs = await Programs.of(app, house.staff);
  await house.tool({ isPlatform: true, readers: [] });
  shell = new Shell(['KEY', 'V']);
  for (const [name, who] of Object.entries(KEYS)) shell.variables[name] = await programs.keyOf(who);
  for (const who of [...Object.values(KEYS), 'secretary'] as const) person[who] = await programs.as(who);
  shell.variables['PASSWORD'] = PASSWORD;
  const [example = ''] = examplesUnder('The whole chain by program', 'sh');
  const [first = '', rest = ''] = example.split('\n\n');
  functions = filled(first, app.url);
  lines = rest.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}, 120_000);
afterAll(async () => {
  shell.close();
  await app.close();
});

const inQuotes = (value: unknown): string => JSON.stringify(value).replaceAll(`'`, `'\\''`);
const send = async (line: string, values: Readonly<Record<string, string>> = {}): Promise<readonly Sent[]> => {
  const { sent } = await shell.run(`${functions}\n${filled(line, app.url, values)}`);
  for (const { method, path, status, type, text } of sent)
    expect(programs.contract.faultsOf(method, path, status, type, JSON.parse(text) as unknown)).toEqual([]);
  return sent;
};
/** Sends the next line of the example, which does what the example says; answers the last answer. */
const next = async <T>(begins: string, values: Readonly<Record<string, string>> = {}): Promise<T> => {
  const line = lines.shift() ?? '';
  expect(line.replace(/ +/g, ' ').slice(0, begins.length)).toBe(begins);
  const sent = await send(line, values);
  expect(sent.map(({ method, path, status, text }) => [method, path, status < 300 ? 'done' : text])).toEqual(
    sent.map(({ method, path }) => [method, path, 'done']),
  );
  const answer = JSON.parse(sent.at(-1)?.text ?? '{}') as T;
  for (const shown of shownIn(line)) expect([sent.at(-1)?.status, faultsOfShown(shown, answer)]).toEqual([201, []]);
  return answer;
};
const answerAs = async (who: 'hr' | 'it' | 'privacyOfficer', role: Parameters<typeof answersFor>[1], questions: string): Promise<void> => {
  const asked = await person[who].get<{ questions: Question[] }>(`${version}/${questions}`);
  await person[who].patch(`${version}/answers`, { answers: answersFor(asked.questions, role) });
};

describe('the documented chain by program', () => {
  it('HR puts the tool in, and answers what is HR’s', async () => {
    await next('KEY=$HR');
    const { toolId } = await next<{ toolId: string }>('api POST /tools');
    version = `/tools/${toolId}/versions/1`;
    await next('V=', { 't_...': toolId });
    const { questions } = await next<{ questions: Question[] }>('api GET $V/questions');
    expect(questions.flatMap(({ owners }) => owners)).toEqual(expect.arrayContaining(['hr_registrar', 'it_admin']));
    await next('api PATCH $V/answers');
    const { units } = await person.hr.get<{ units: { id: string }[] }>(`${version}/scope`);
    await next('api PUT $V/scope', { '["u_..."]': inQuotes(units.map(({ id }) => id)) });
    await answerAs('hr', 'hr_registrar', 'questions');
  });

  it('IT says what it can and how it is set, and confirms what HR said of the product', async () => {
    const { capabilities, settings } = await next<{ capabilities: unknown; settings: unknown }>('KEY=$IT; api GET $V/starter');
    const early = await send(`KEY=$HR; api POST $V/registrations '{}'`);
    const { code, reasons } = JSON.parse(early[0]?.text ?? '') as { code: string; reasons: { field?: string }[] };
    expect([early[0]?.status, code, reasons.length > 0, reasons.every(({ field }) => field)]).toEqual([
      409,
      'version.incomplete',
      true,
      true,
    ]);
    shell.variables['KEY'] = shell.variables['IT'] ?? '';
    const own = {
      '"capabilities":[...]': `"capabilities":${inQuotes(capabilities)}`,
      '"settings":[...]': `"settings":${inQuotes(settings)}`,
    };
    await next('api PUT $V/capabilities', own);
    await answerAs('it', 'it_admin', 'questions');
    await next('api POST $V/confirmations');
  });

  it('HR registers, the privacy officer fixes the DPIA, and the DPO advises', async () => {
    await next('KEY=$HR; api POST $V/registrations');
    for (const _round of [1, 2]) await answerAs('privacyOfficer', 'privacy_officer', 'assessment/questions');
    const officer = person.privacyOfficer;
    await officer.post(`${version}/files`, { kind: 'processing_agreement', item: 'r1', name: 'a.pdf', content: EMPTY_PDF });
    for (const section of ['basis', 'data', 'capture', 'alternatives', 'measures'])
      await officer.put(`${version}/assessment/sections/${section}`, { finished: true });
    const { risks } = await officer.get<{ risks: unknown[] }>(`${version}/assessment/risks`);
    await officer.put(`${version}/assessment/risks`, { risks, finished: true });
    await next('KEY=$OFFICER; api PUT $V/assessment/sections/purpose');
    await next('KEY=$HR; api POST $V/advice-requests', { '"reasons":"..."': '"reasons":"Het doel is duidelijk."' });
  });

  it('the director asks for consent, the council decides, and the director decides finally', async () => {
    const { groundsTouched } = await person.hr.get<{ groundsTouched: string[] }>(`${version}/consent-request-draft`);
    const grounds = [...new Set(['k', 'l', ...groundsTouched])];
    const written = { intendedDecision: 'Wij gaan dit doen.', reasons: 'De balie.', consequences: 'Een overzicht.', grounds };
    await person.hr.put(`${version}/consent-request-draft`, { ...written, evaluationOn: addDays(dayOf(app.clock.now()), 300) });
    const { requestId } = await next<{ requestId: string }>('KEY=$DIRECTOR; api POST $V/consent-requests');
    request = `/consent-requests/${requestId}`;
    const meeting = { heldOn: dayOf(app.clock.now()), presentCouncil: 'Voorzitter', presentEmployer: 'Bestuurder', minutes: 'Besproken.' };
    await person.secretary.post(`${request}/meetings`, meeting);
    const { meetings } = await person.director.get<{ meetings: { meetingId: string }[] }>(request);
    await person.director.post(`${request}/meetings/${meetings[0]?.meetingId ?? ''}/confirmations`);
    app.clock.set('2026-04-01T10:00:00Z');
    const rest = { votesAgainst: 1, votesAbstained: 1, reasons: 'Het doel is duidelijk.', ...programs.identity('chair') };
    const { decisionId } = await next<{ decisionId: string }>('KEY=$CHAIR; api POST', {
      'r_...': requestId,
      ',...}': `,${inQuotes(rest).slice(1)}`,
    });
    const secretary = await house.visitor('secretary');
    const headers = { 'idempotency-key': 'in-persoon' };
    const confirmation = `/api/v1${request}/decisions/${decisionId}/confirmations`;
    expect(await secretary.json(confirmation, { method: 'POST', body: programs.identity('secretary'), headers })).toMatchObject({
      status: 201,
    });
    await next('KEY=$DIRECTOR; api POST $V/final-decisions', {
      '"text":"..."': '"text":"Wij doen het."',
      '"password":"..."': `"password":"${PASSWORD}"`,
    });
  });

  it('HR tells everybody, IT switches it on and makes a code; before that each is told what is missing', async () => {
    const texts = [{ language: 'nl', item: 'N16', text: 'Alleen het moment van inloggen.' }];
    await person.hr.put(`${version}/notice-draft`, { texts });
    await next('KEY=$HR; api POST $V/notices');
    const toolId = version.split('/')[2] ?? '';
    const gate = await next<{ missing: string[] }>('KEY=$IT; api GET /tools/', { 't_...': toolId });
    expect(gate.missing).not.toEqual([]);
    const { versionId } = await person.it.get<{ versionId: string }>(version);
    const values = { 't_...': toolId, 'v_...': versionId };
    const [early] = await send(lines[0]?.split(';')[0] ?? '', values);
    const { code, reasons } = JSON.parse(early?.text ?? '') as { code: string; reasons: { requirement?: string; turn?: string }[] };
    expect([early?.status, code, reasons.every(({ requirement, turn }) => requirement && turn)]).toEqual([409, 'gate.closed', true]);
    await app.runJobs();
    const { sent } = await person.hr.get<{ sent: { noticeId: string }[] }>(`${version}/notice-draft`);
    await (await house.visitor('employee')).get(`/me/notices/${sent[0]?.noticeId ?? ''}`);
    app.clock.set('2026-05-02T10:00:00Z');
    await house.passTime();
    expect(await next('api POST /tools/', values)).toMatchObject({ code: expect.any(String) as string });
    expect(lines).toEqual([]);
  });
});

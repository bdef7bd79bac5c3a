import { jest } from '@jest/globals';
import { symbols } from 'pino';
import { newId } from '../../src/kernel/ids.js';
import { BallotKey } from '../../src/features/ballots/index.js';
import { readBox } from '../../src/features/ballots/boxes.repository.js';
import { consultationPaths } from '../../src/features/consultation/index.js';
import { VotingService } from '../../src/features/consultation/voting/voting.service.js';
import { log } from '../../src/platform/log/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { givenRules } from '../support/given-ballots.js';
import { givenConsent } from '../support/given-consultation.js';
import { actorOf, givenPerson, givenStaff, type GivenPerson, identityAt, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import { bestLink, type Dump, dumpOf, type Guess, keyOf, type Known } from '../support/linking.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(240_000);

const SECRET = 12;
const OPEN = 3;
/** Half of the six members vote for and half against, so a coin is right half the time; 72 voters stray 4.5 times 5.9 % from it once in 150,000 runs. */
const GUESSING = 0.5 + 4.5 * Math.sqrt(0.25 / (SECRET * 6));

interface OnRequest {
  readonly requestId: string;
  readonly ballotId: string;
}

describe('a copy of everything, while votes are open', () => {
  let app: TestApp;
  let staff: Staff;
  let members: readonly GivenPerson[];
  let visitors: readonly Visitor[];
  const lines: string[] = [];
  /** In the order in which they voted. */
  const truth = new Map<string, string>();
  const turns = new Map<string, string[]>();
  let open: readonly OnRequest[];
  let secret: readonly OnRequest[];
  let seed = 20_260_303;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const shuffled = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => ({ one, at: chance() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);

  const signedIn = async (person: GivenPerson): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.get('/login');
    const answer = await visitor.post('/login', { login: person.email ?? '', password: PASSWORD });
    if (answer.path.includes('code')) await visitor.post(answer.path, { code: totpAt(app.clock.now()) });
    return visitor;
  };
  const announce = async (): Promise<OnRequest> => {
    const { requestId } = await app.database.transactions.run(async (tx) => {
      const tool = await givenTool(tx, app.clock.now(), { name: `Systeem ${newId('n')}`, unitIds: [staff.hr.unitId], until: 'fixed' });
      return givenConsent(tx, tool, { at: new Date('2026-03-02T09:00:00Z'), until: 'met' });
    });
    const closesAt = new Date(app.clock.now().getTime() + 10 * 86_400_000);
    await app.running.app
      .get(VotingService)
      .announce(actorOf(staff.chair), requestId, { proposal: 'De OR stemt in.', opensAt: null, closesAt });
    const [row] = await app.database.asOwner('select id from ballots where subject_id = $1', [requestId]);
    return { requestId, ballotId: String(row?.['id']) };
  };
  /** Everyone votes through the page, in an order of its own; one of them changes the vote and back. */
  const voteOn = async ({ requestId, ballotId }: OnRequest, withCode: boolean): Promise<void> => {
    const path = consultationPaths.vote(requestId);
    const choices = shuffled(['consent', 'consent', 'consent', 'no_consent', 'no_consent', 'no_consent']);
    const order = shuffled(members.map((_, at) => at));
    for (const [turn, at] of order.entries()) {
      app.clock.advance({ minutes: 1 });
      const choice = choices[turn] ?? '';
      const answer = await visitors[at]!.post(path, { ballotId, choice, ...identityAt(app.clock.now()) }, path);
      expect(answer.status).toBe(200);
      truth.set(keyOf(ballotId, members[at]!.id), choice);
      turns.set(ballotId, [...(turns.get(ballotId) ?? []), members[at]!.id]);
      if (!withCode || turn !== 2) continue;
      const code = /<code[^>]*>([0-9A-Z ]{19})<\/code>/.exec(answer.html)?.[1] ?? '';
      const other = choice === 'consent' ? 'no_consent' : 'consent';
      for (const again of [other, choice])
        expect((await visitors[at]!.post(path, { ballotId, choice: again, code }, path)).status).toBe(200);
    }
  };

  beforeAll(async () => {
    app = await appFor('secret ballot', '2026-03-03T09:00:00Z');
    staff = await app.database.transactions.run((tx) => givenStaff(tx));
    const more = await app.database.transactions.run(async (tx) => {
      const people: GivenPerson[] = [];
      for (let at = 0; at < 3; at += 1) people.push(await givenPerson(tx, { roles: ['or_member'], unitId: staff.hr.unitId }));
      return people;
    });
    members = [staff.chair, staff.secretary, staff.member, ...more];
    visitors = await Promise.all(members.map(signedIn));
    const stream = Reflect.get(log, symbols.streamSym) as { write(line: string): boolean };
    jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0);
    log.level = 'info';
    const ballots: OnRequest[] = [];
    for (let at = 0; at < OPEN; at += 1) ballots.push(await announce());
    await app.database.transactions.run((tx) => givenRules(tx, { ballot: 'secret' }, app.clock.now()));
    for (let at = 0; at < SECRET; at += 1) ballots.push(await announce());
    open = ballots.slice(0, OPEN);
    secret = ballots.slice(OPEN);
    for (const ballot of open) await voteOn(ballot, false);
    for (const ballot of secret) await voteOn(ballot, true);
  });
  afterAll(async () => {
    log.level = 'silent';
    jest.restoreAllMocks();
    await app.close();
  });

  const knownOf = (ballots: readonly OnRequest[]): Known => ({
    ballots: ballots.map(({ ballotId }) => ballotId),
    voters: members.map(({ id }) => id),
  });
  const truthOf = (ballots: readonly OnRequest[]): Guess =>
    new Map([...truth].filter(([key]) => ballots.some(({ ballotId }) => key.startsWith(ballotId))));
  /** The tables, the server's log, and what whoever holds the key as well finds in the boxes. */
  const everything = async (): Promise<Dump> => {
    const key = app.running.app.get(BallotKey).sealing();
    const boxes = await app.database.transactions.read(async (tx) => {
      const rows: string[] = [];
      for (const { ballotId } of secret)
        for (const { codeHash, choice } of (await readBox(tx, key, ballotId)) ?? [])
          rows.push(JSON.stringify({ ballotId, codeHash, choice }));
      return rows;
    });
    return new Map([...(await dumpOf(app.database)), ['the log', lines], ['the boxes', boxes]]);
  };

  let whileOpen: Dump;

  it('lets no program link a voter to a choice better than guessing, not even with the key', async () => {
    whileOpen = await everything();
    expect(whileOpen.get('the boxes')).toHaveLength(SECRET * 6);
    expect(lines.filter((line) => line.includes('/vote')).length).toBeGreaterThan(SECRET * 6);
    expect(bestLink(whileOpen, knownOf(secret), truthOf(secret))).toBeLessThan(GUESSING);
  });

  it('does let it where the ballot was open: the control', () => {
    expect(bestLink(whileOpen, knownOf(open), truthOf(open))).toBe(1);
  });

  it('would let it by order alone, if the boxes kept the order of voting and the turnout as well: the other control', () => {
    const leak = secret.flatMap(({ ballotId }) =>
      (turns.get(ballotId) ?? []).map((voter) => [
        JSON.stringify({ ballotId, voter }),
        JSON.stringify({ ballotId, choice: truth.get(keyOf(ballotId, voter)) }),
      ]),
    );
    const dump = new Map([
      ['turnout', leak.map(([who]) => who ?? '')],
      ['boxes', leak.map(([, what]) => what ?? '')],
    ]);
    expect(bestLink(dump, knownOf(secret), truthOf(secret))).toBe(1);
  });

  it('keeps every box of one size, whatever is in it, and says nothing of the code anywhere', async () => {
    const [sizes] = await app.database.asOwner('select count(distinct length(sealed))::int as n from ballot_boxes');
    expect(sizes?.['n']).toBe(1);
    const path = consultationPaths.vote(secret[0]!.requestId);
    const page = await visitors[0]!.get(path);
    const words = new Html(page.html).texts().join(' ');
    expect(words).toContain('U heeft gestemd. Wat u stemde, kunnen wij u niet laten zien.');
    expect(words).toContain('vlak voor en vlak na uw stem een kopie maakt');
  });

  it('answers 404 to everyone who is no member', async () => {
    const path = consultationPaths.vote(secret[0]!.requestId);
    for (const person of [
      staff.hr,
      staff.director,
      staff.dpo,
      staff.it,
      staff.orgAdmin,
      staff.auditor,
      staff.privacyOfficer,
      staff.employee,
    ])
      expect((await (await signedIn(person)).get(path)).status).toBe(404);
    expect((await visitors[2]!.get(path)).status).toBe(200);
    expect((await visitors[2]!.get(consultationPaths.voteOpening(secret[0]!.requestId))).status).toBe(404);
  });

  it('links no better after counting, when the boxes are gone', async () => {
    app.clock.advance({ days: 11 });
    await app.running.app.get(VotingService).sweep();
    const dump = await everything();
    expect([dump.get('the boxes'), dump.get('public.ballot_boxes')]).toEqual([[], []]);
    expect(bestLink(dump, knownOf(secret), truthOf(secret))).toBeLessThan(GUESSING);
    const late = await (
      await signedIn(staff.member)
    ).post(consultationPaths.vote(secret[0]!.requestId), {
      ballotId: secret[0]!.ballotId,
      choice: 'consent',
      password: PASSWORD,
    });
    expect([late.status, new Html(late.html).texts().join(' ')]).toEqual([
      409,
      expect.stringMatching(/De stemming is gesloten op \d+ maart 2026, \d\d\.\d\d uur/),
    ]);
  });
});

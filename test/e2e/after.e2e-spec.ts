import { jest } from '@jest/globals';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { instantAfter } from '../../src/policy/index.js';
import { afterPaths } from '../../src/features/consultation/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { type GivenDossier, House } from '../support/given-dossiers.js';
import { PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import { Html } from '../support/html.js';
import type { Answer } from '../support/visitor.js';

jest.setTimeout(120_000);

let app: TestApp;
let house: House;

const stateOf = async ({ toolId }: GivenDossier): Promise<string> => (await house.gate(toolId)).state;
const textOf = ({ html }: Answer): string => new Html(html).texts().join(' ');
const identity = () => {
  app.clock.advance({ minutes: 1 });
  return { password: PASSWORD, totp: totpAt(app.clock.now()) };
};
/** Everything that people decide, and that no job may ever add to. */
const DECIDED = [
  'consent_requests',
  'council_decisions',
  'decision_confirmations',
  'final_decisions',
  'claim_confirmations',
  'ruling_confirmations',
  'nullity_ends',
  'nullity_ratifications',
  'promise_findings',
  'effect_reviews',
  'effect_review_confirmations',
  'revocations',
  'revocation_confirmations',
  'concern_answers',
  'advices',
  'activations',
  'meeting_confirmations',
] as const;
const decided = async (): Promise<unknown> => {
  const counts = DECIDED.map((table) => `select '${table}' as name, count(*)::int as n from ${table}`).join(' union all ');
  return app.database.asOwner(`${counts} order by name`);
};

beforeAll(async () => {
  app = await appFor('after', '2026-03-02T09:00:00Z');
  house = await House.enter(app);
  await house.tool({ isPlatform: true });
});
afterAll(() => app.close());

describe('what follows after a consent', () => {
  it('a trial runs through its last day and stops at the instant after, by itself', async () => {
    const endsOn = addDays(dayOf(app.clock.now()), 60);
    const trial = await house.tool({
      conditions: [{ text: 'Een proef.', limit: { kind: 'ends_on', value: endsOn }, promiseOwner: null, dueOn: null }],
    });
    app.clock.set(new Date(instantAfter(endsOn).getTime() - 1).toISOString());
    expect((await house.gate(trial.toolId)).holds).toBe(true);
    app.clock.set(instantAfter(endsOn).toISOString());
    expect((await house.gate(trial.toolId)).holds).toBe(false);
    await house.passTime();
    expect(await stateOf(trial)).toBe('suspended');
  });

  it('a revocation by two officers suspends the tool in the same act', async () => {
    const tool = await house.tool({
      conditions: [{ text: 'Als het verzuim stijgt, trekken wij dit in.', limit: null, promiseOwner: 'HR', dueOn: '2027-01-01' }],
    });
    const requestId = await house.idOf('consent_requests', tool.toolId);
    const [chair, secretary] = [await house.visitor('chair'), await house.visitor('secretary')];
    const typed = { ground: 'other', explanation: 'Wij willen het niet meer.', conditionId: '', namedWords: '' };
    const path = afterPaths.revoke(requestId);
    const refused = await chair.post(path, { ...typed, ...identity() }, path);
    expect([refused.status, textOf(refused)]).toEqual([422, expect.stringContaining('Op een andere grond kan het niet.')]);
    const done = await chair.post(path, { ...typed, ground: 'named', namedWords: 'als het verzuim stijgt', ...identity() }, path);
    expect(textOf(done)).toContain('Een andere functionaris moet het nog bevestigen.');
    expect(await stateOf(tool)).toBe('active');
    await secretary.post(done.path, identity(), done.path);
    expect(await stateOf(tool)).toBe('suspended');
    const [row] = await app.database.asOwner(`select type from evidence_entries where tool_id = $1 and type = 'consent.revoked'`, [
      tool.toolId,
    ]);
    expect(row?.['type']).toBe('consent.revoked');
  });

  const isListed = async (name: string): Promise<boolean> =>
    textOf(await (await house.visitor('secretary')).get(afterPaths.reviews)).includes(name);

  it('lists no evaluation of a tool that somebody stopped', async () => {
    const stopped = await house.tool({ name: 'Stilgezet' });
    expect(await isListed('Stilgezet')).toBe(true);
    await stopped.chain.stop('Er is iets mis.');
    expect([await stateOf(stopped), await isListed('Stilgezet')]).toEqual(['stopped', false]);
  });

  it('who may not know finds nothing', async () => {
    const pages: readonly [keyof Staff, string, number][] = [
      ['hr', afterPaths.statistics, 404],
      ['director', afterPaths.statistics, 404],
      ['orgAdmin', afterPaths.reviews, 404],
      ['employee', afterPaths.reviews, 404],
      ['it', afterPaths.reviews, 404],
      ['manager', afterPaths.reviews, 404],
      ['director', afterPaths.reviews, 200],
      ['member', afterPaths.statistics, 200],
    ];
    for (const [who, path, status] of pages)
      expect([who, path, (await (await house.visitor(who)).get(path)).status]).toEqual([who, path, status]);
    expect((await (await house.visitor('chair')).get(afterPaths.nullity('NIET-HIER'))).status).toBe(404);
  });

  it('no job decides, whatever falls due: silence is no consent', async () => {
    const waiting = await house.tool({ until: 'met' });
    const active = await house.tool({ name: 'Te laat geëvalueerd' });
    const chair = await house.visitor('chair');
    await chair.post(afterPaths.raise(active.toolId), { text: 'Is dit nog nodig?' }, afterPaths.raise(active.toolId));
    const nullity = afterPaths.invoke(waiting.toolId);
    const typed = { why: 'told', periodStartedOn: dayOf(app.clock.now()), decidedOn: '', reason: 'Geen instemming.' };
    await chair.post(nullity, { ...typed, ...identity() }, nullity);
    const regular = app.running.app
      .get(JobRegistry)
      .regular()
      .map(({ name }) => name);
    expect(regular).toEqual(expect.arrayContaining(['consultation.remind', 'advice.remind', 'objections.remind', 'gate.sweep']));
    const before = await decided();
    for (const days of [40, 420]) await house.passTime({ days });
    expect(await decided()).toEqual(before);
    expect([await stateOf(active), (await house.gate(waiting.toolId)).open]).toEqual(['suspended', false]);
    expect(await isListed('Te laat geëvalueerd')).toBe(true);
  });
});

import { ObjectionsService } from '../../src/features/objections/index.js';
import { RightsService } from '../../src/features/rights/rights.service.js';
import { TransparencyService } from '../../src/features/transparency/transparency.service.js';
import { mePageProps, toolPageProps } from '../../src/features/transparency/transparency.views.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  countingQueries,
  givenPeople,
  givenPerson,
  givenTool,
  givenUnit,
  type GivenPerson,
  type GivenTool,
} from '../support/given-notices.js';
import { wide } from '../support/long.js';

const CONFIG = { baseUrl: 'https://countersign.example.org' };
const FEW = 100;
/** All of them in the long run; enough to tell a walk over everyone otherwise. */
const MANY = wide(100_000, 20_000);
const ROUNDS = 15;

interface World {
  readonly tool: GivenTool;
  readonly person: GivenPerson;
}

let database: TestDatabase;
let clock: TestClock;
let transparency: TransparencyService;
let objections: ObjectionsService;
let rights: RightsService;

/** A tool that is on for so many people, all of whom were told, with one of them who asks. */
const worldOf = async (people: number): Promise<World> => {
  const unit = await givenUnit(database);
  const person = await givenPerson(database, { unitId: unit });
  await givenPeople(database, unit, people - 1);
  const tool = await givenTool(database, { units: [unit] });
  const [activation, notice] = [newId('a'), newId('n')];
  const fingerprint = `sha-256:${tool.versionId}`;
  await database.asOwner(
    `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
     values ($1, $2, $3, $4, $1, 1, '{}', 15, $5, 'p_it', '2025-09-01T08:00:00Z')`,
    [activation, tool.toolId, tool.versionId, fingerprint, newReference()],
  );
  await database.asOwner(`insert into active_tools (tool_id, activation_id) values ($1, $2)`, [tool.toolId, activation]);
  await database.asOwner(
    `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
     values ($1, $2, $3, $4, 'notice', '{}', 'x', $5, 'p_hr', '2025-08-01T08:00:00Z')`,
    [notice, tool.toolId, tool.versionId, fingerprint, newReference()],
  );
  await database.asOwner(
    `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at)
     select $1, id, unit_id, '2025-08-01T08:00:00Z', '2025-08-02T08:00:00Z' from persons where unit_id = $2`,
    [notice, unit],
  );
  return { tool, person };
};

beforeAll(async () => {
  database = await databaseFor('me at size');
  await database.asOwner('alter table activations disable trigger all');
  clock = new TestClock('2026-03-12T09:12:00Z');
  transparency = new TransparencyService(database.transactions, clock);
  objections = new ObjectionsService(database.transactions, clock, CONFIG);
  rights = new RightsService(database.transactions, clock, CONFIG);
});
afterAll(() => database.close());

describe('the pages of one person, whether 100 or 100,000 are in scope', () => {
  let few: World;
  let many: World;
  beforeAll(async () => {
    few = await worldOf(FEW);
    many = await worldOf(MANY);
    await database.asOwner('analyze');
  });

  const pages: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    'what is measured about me': async ({ person }) => mePageProps(await transparency.mine(actorOf(person.id)), 'nl'),
    'one tool': async ({ person, tool }) => toolPageProps(await transparency.tool(actorOf(person.id), tool.toolId), 'nl'),
    'the form to object': ({ person }) => objections.choices(actorOf(person.id)),
    'my objections': ({ person }) => objections.own(actorOf(person.id)),
    'the form for a request': ({ person }) => rights.tools(actorOf(person.id)),
  };
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const isAsFast = ([small, large]: readonly [number, number]): boolean => large <= small * 1.5 + 1;
  /** The fastest of at most `rounds`, taken in turns, until they are alike: what the work costs when nothing else runs. A busy machine takes more rounds. */
  const fastest = async (open: (world: World) => Promise<unknown>, rounds: number): Promise<[number, number]> => {
    let best: [number, number] = [Infinity, Infinity];
    for (let round = 0; round < rounds && !(round >= ROUNDS && isAsFast(best)); round += 1)
      best = [Math.min(best[0], await timed(() => open(few))), Math.min(best[1], await timed(() => open(many)))];
    return best;
  };

  it.each(Object.entries(pages))('%s asks as many queries', async (_name, open) => {
    const asked = (world: World) => countingQueries(database, () => open(world));
    expect(await asked(many)).toBe(await asked(few));
  });
  it.each(Object.entries(pages))('%s answers as fast', async (_name, open) => {
    await open(few);
    await open(many);
    const found = await fastest(open, 40 * ROUNDS);
    expect({ found, isAsFast: isAsFast(found) }).toMatchObject({ isAsFast: true });
  });
  it('would notice a page that walks over everyone (the control)', async () => {
    const everyone = ({ tool }: World) =>
      database.transactions.read((tx) =>
        tx.query('select count(distinct person_id) from people_in_scope where version_id = $1', [tool.versionId]),
      );
    expect(isAsFast(await fastest(everyone, ROUNDS))).toBe(false);
  });
});

import { SYSTEM } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import {
  type Ballot,
  ballotsOn,
  castOpen,
  castSecret,
  type Choice,
  type Counted,
  countBallot,
  lockBallot,
  readTurnout,
  votesIn,
} from '../../src/features/ballots/index.js';
import { readBox } from '../../src/features/ballots/boxes.repository.js';
import { resultOf } from '../../src/features/ballots/domain/result.js';
import { lockRoster, rosterAt, rulesAt } from '../../src/features/council/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenRoster, givenRules, type Voting, votingOn } from '../support/given-ballots.js';
import { actorOf, givenPerson, type GivenPerson } from '../support/given-people.js';
import { TestClock } from '../support/clock.js';

const ROUNDS = 200;
const CONTROLS = 20;
const CLOSES = new Date('2026-03-03T12:00:00Z');
const before = (ms: number): Date => new Date(CLOSES.getTime() - ms);

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );
/** Two that both look before either writes. */
const meetingPlace = (): (() => Promise<void>) => {
  let waiting = 2;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (open = resolve));
  return () => {
    waiting -= 1;
    if (waiting === 0) open();
    return both;
  };
};

describe('two at once in a ballot', () => {
  let database: TestDatabase;
  let booth: Voting;
  let council: readonly GivenPerson[];
  /** Runs through each round: the clock is read where the services read it, after the locks. */
  const clock = new TestClock('2026-03-03T09:00:00Z');

  beforeAll(async () => {
    database = await databaseFor('ballot races');
    booth = await votingOn(database, clock);
    council = await database.transactions.run(async (tx) => {
      const people: GivenPerson[] = [];
      for (const role of ['or_chair', 'or_secretary', 'or_member', 'or_member', 'or_member'] as const)
        people.push(await givenPerson(tx, { roles: [role] }));
      await givenRoster(
        tx,
        people.map((person) => ({ person })),
      );
      await givenRules(tx, {});
      return people;
    });
  });
  afterAll(async () => {
    await booth.close();
    await database.close();
  });

  const givenBallot = async (form: Ballot['form'], choices: readonly Choice[]): Promise<string> => {
    clock.set('2026-03-03T11:59:59.999Z');
    const id = newId('b');
    await database.dataSource.query(
      `insert into ballots (id, subject_id, attempt, proposal, form, opens_at, closes_at, reference, announced_by, announced_role, announced_at)
       values ($1, $1, 1, 'x', $2, $3, $4, 'x', 'x', 'or_chair', $3)`,
      [id, form, before(3_600_000), CLOSES],
    );
    await database.dataSource.query(
      `insert into ballot_votes select $1, person, 1, choice, null, $4 from unnest($2::text[], $3::text[]) as cast_before(person, choice)`,
      [id, choices.map((_, at) => council[at]?.id), choices, before(1_800_000)],
    );
    return id;
  };
  const locked = async (tx: Tx, id: string): Promise<Ballot> => {
    const ballot = await lockBallot(tx, id);
    if (!ballot) throw new Error('no ballot');
    return ballot;
  };
  const voteIn = (id: string, person: GivenPerson, choice: Choice) =>
    database.transactions.run(async (tx) => {
      const ballot = await locked(tx, id);
      return castOpen(tx, actorOf(person), clock.now(), { ballot, personId: person.id, barred: [] }, { choice, reasons: null });
    });
  const secretVoteIn = (id: string, person: GivenPerson) =>
    database.transactions.run(async (tx) => {
      const ballot = await locked(tx, id);
      const voting = { ballot, personId: person.id, barred: [] };
      return castSecret(tx, booth.key.sealing(), clock.now(), voting, { choice: 'consent', pressKey: newId('i') });
    });
  const count = (id: string) =>
    database.transactions.run(async (tx) => {
      await lockRoster(tx);
      const ballot = await locked(tx, id);
      return countBallot(tx, booth.key.sealing(), SYSTEM, clock.now(), { ballot, barred: [] });
    });
  const countedOf = async (id: string): Promise<Counted | null> => {
    const [ballot] = await database.transactions.read((tx) => ballotsOn(tx, id));
    return ballot?.end?.kind === 'counted' ? ballot.end : null;
  };
  /** Time passes between the two: a vote that comes just before the end, and the count just after it. */
  const passTheEnd = (): void => clock.set('2026-03-03T12:00:00Z');

  it(`a late vote is counted or refused, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    let violations = 0;
    let counted = 0;
    for (let at = 0; at < ROUNDS; at += 1) {
      const id = await givenBallot('open', ['consent', 'consent', 'no_consent']);
      const late = outcome(voteIn(id, council[3]!, 'no_consent'));
      if (at % 2 === 0) await new Promise((resolve) => setTimeout(resolve, at % 5));
      passTheEnd();
      const [said] = await Promise.all([late, count(id)]);
      const end = await countedOf(id);
      if (said === 'done') counted += 1;
      if (said !== 'done' && said !== 'vote.closed') violations += 1;
      if (end?.takingPart !== (said === 'done' ? 4 : 3)) violations += 1;
    }
    expect(violations).toBe(0);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(ROUNDS);
  }, 120_000);

  it('the control: without the lock, a vote is taken that no count has', async () => {
    let violations = 0;
    for (let at = 0; at < CONTROLS; at += 1) {
      const id = await givenBallot('open', ['consent', 'consent', 'no_consent']);
      const meet = meetingPlace();
      const naiveVote = database.transactions.run(async (tx) => {
        const [ballot] = await ballotsOn(tx, id);
        const now = clock.now();
        await meet();
        if (ballot)
          await castOpen(
            tx,
            actorOf(council[3]!),
            now,
            { ballot, personId: council[3]!.id, barred: [] },
            { choice: 'no_consent', reasons: null },
          );
      });
      const naiveCount = database.transactions.run(async (tx) => {
        const [ballot] = await ballotsOn(tx, id);
        if (ballot) await countBallot(tx, booth.key.sealing(), SYSTEM, CLOSES, { ballot, barred: [] });
        await meet();
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      const [said] = await Promise.all([outcome(naiveVote), naiveCount]);
      const end = await countedOf(id);
      const cast = (await database.transactions.read((tx) => votesIn(tx, [id]))).length;
      if (said === 'done' && end?.takingPart !== cast) violations += 1;
    }
    expect(violations).toBeGreaterThan(0);
  }, 60_000);

  it(`whoever votes twice counts once, in the open and in secret, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    let violations = 0;
    for (let at = 0; at < ROUNDS / 2; at += 1) {
      const open = await givenBallot('open', ['consent', 'consent']);
      await Promise.all([voteIn(open, council[2]!, 'consent'), voteIn(open, council[2]!, 'no_consent')]);
      const secret = await givenBallot('secret', []);
      const both = await Promise.all([0, 1].map(() => outcome(secretVoteIn(secret, council[2]!))));
      if ([...both].sort().join() !== 'done,vote.code-needed') violations += 1;
      const [turnout, box] = await database.transactions.read(async (tx) => [
        await readTurnout(tx, secret),
        await readBox(tx, booth.key.sealing(), secret),
      ]);
      if (turnout.length !== 1 || box?.length !== 1) violations += 1;
      passTheEnd();
      await count(open);
      if ((await countedOf(open))?.takingPart !== 3) violations += 1;
    }
    expect(violations).toBe(0);
  }, 120_000);

  it('the control: without the lock, one voter puts two choices in the box', async () => {
    let violations = 0;
    for (let at = 0; at < CONTROLS; at += 1) {
      const id = await givenBallot('secret', []);
      const meet = meetingPlace();
      const naive = () =>
        database.transactions.run(async (tx) => {
          const turnout = await readTurnout(tx, id);
          await meet();
          if (turnout.includes(council[2]!.id)) return;
          await tx.query(
            `insert into ballot_turnouts values ($1, $2) on conflict (ballot_id) do update set persons = ballot_turnouts.persons || excluded.persons`,
            [id, [council[2]!.id]],
          );
        });
      await Promise.all([naive(), naive()]);
      if ((await database.transactions.read((tx) => readTurnout(tx, id))).length !== 1) violations += 1;
    }
    expect(violations).toBeGreaterThan(0);
  }, 60_000);

  /** As the council's own change does: the lock first, the clock after it. */
  const changeRoster = () =>
    database.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = clock.now();
      await givenRoster(
        tx,
        council.slice(0, 3).map((person) => ({ person })),
        now,
      );
    });
  const forgetRosters = () =>
    database.asOwner(
      `alter table council_seats disable trigger all; alter table council_rosters disable trigger all;
       delete from council_seats where roster_id in (select id from council_rosters where previous_id is not null);
       delete from council_rosters where previous_id is not null;
       alter table council_seats enable trigger all; alter table council_rosters enable trigger all`,
    );
  const right = (id: string): Promise<boolean> =>
    database.transactions.read(async (tx) => {
      const [ballot] = await ballotsOn(tx, id);
      const end = ballot?.end;
      if (end?.kind !== 'counted') return false;
      const expected = resultOf(await rosterAt(tx, before(1)), await rulesAt(tx, before(1)), await votesIn(tx, [id]));
      return expected.takingPart === end.takingPart && expected.outcome === end.outcome && expected.filledSeats === end.filledSeats;
    });

  it(`a tally is that of the roster at the instant of closing, ${ROUNDS} times out of ${ROUNDS}`, async () => {
    let violations = 0;
    let changedBefore = 0;
    for (let at = 0; at < ROUNDS; at += 1) {
      const id = await givenBallot('open', ['consent', 'consent', 'no_consent', 'no_consent', 'no_consent']);
      const change = changeRoster();
      if (at % 2 === 0) await new Promise((resolve) => setTimeout(resolve, at % 5));
      passTheEnd();
      await Promise.all([change, count(id)]);
      if (!(await right(id))) violations += 1;
      if ((await countedOf(id))?.filledSeats === 3) changedBefore += 1;
      await forgetRosters();
    }
    expect(violations).toBe(0);
    expect(changedBefore).toBeGreaterThan(0);
    expect(changedBefore).toBeLessThan(ROUNDS);
  }, 240_000);

  it('the control: a change that takes no lock is left out of a tally that it belongs to', async () => {
    let violations = 0;
    for (let at = 0; at < CONTROLS; at += 1) {
      const id = await givenBallot('open', ['consent', 'consent', 'no_consent', 'no_consent', 'no_consent']);
      const now = clock.now();
      passTheEnd();
      await count(id);
      await database.transactions.run((tx) =>
        givenRoster(
          tx,
          council.slice(0, 3).map((person) => ({ person })),
          now,
        ),
      );
      if (!(await right(id))) violations += 1;
      await forgetRosters();
    }
    expect(violations).toBe(CONTROLS);
  }, 60_000);
});

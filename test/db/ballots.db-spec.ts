import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { type Choice, repeatOpenBallots } from '../../src/features/ballots/index.js';
import { runningVotes } from '../../src/features/consultation/index.js';
import { readVote } from '../../src/features/consultation/voting/reading-vote.js';
import type { Voted } from '../../src/features/consultation/voting/vote.js';
import type { VotedDecision } from '../../src/features/consultation/domain/decide.js';
import type { Version } from '../../src/features/tools/index.js';
import { VotePages } from '../../src/features/consultation/voting/vote.pages.js';
import { renderPage } from '../../src/platform/ui/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenRoster, givenRules, type Voting, votingOn } from '../support/given-ballots.js';
import { type Consultation, consultationOn, givenConsent } from '../support/given-consultation.js';
import { actorOf, givenPerson, givenStaff, identityAt, type GivenPerson, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { galleryContext } from '../support/kit-gallery.js';

const WRITTEN: VotedDecision = { reasons: 'Het plan is beperkt.', expiresOn: null, conditions: [] };
const TYPED = { ...WRITTEN, decision: 'granted', decidedOn: '2026-03-04', votesFor: 3, votesAgainst: 0, votesAbstained: 0 } as const;
const BEGIN = '2026-03-03T09:00:00Z';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );
const codeIn = (voted: Voted): string => (voted.kind === 'secret' ? voted.receipt.code : '');

describe('a vote of the council', () => {
  let database: TestDatabase;
  let house: Consultation;
  let booth: Voting;
  let staff: Staff;
  let council: readonly GivenPerson[];
  let deputy: GivenPerson;
  let version: Version;
  let requestId: string;
  const clock = new TestClock(BEGIN);

  beforeAll(async () => {
    database = await databaseFor('ballots');
    house = await consultationOn(database, clock);
    booth = await votingOn(database, clock);
    staff = await database.transactions.run(givenStaff);
    const more = await database.transactions.run(async (tx) => {
      const people: GivenPerson[] = [];
      for (let at = 0; at < 4; at += 1) people.push(await givenPerson(tx, { roles: ['or_member'], unitId: staff.hr.unitId }));
      return people;
    });
    deputy = more[3]!;
    council = [staff.chair, staff.secretary, staff.member, ...more.slice(0, 3)];
  });
  afterAll(async () => {
    await booth.close();
    await house.close();
    await database.close();
  });
  beforeEach(async () => {
    clock.set(BEGIN);
    await database.asOwner('update accounts set totp_last_step = null');
    for (const table of ['council_seats', 'council_committees', 'council_rosters', 'council_rules'])
      await database.asOwner(`alter table ${table} disable trigger all; delete from ${table}; alter table ${table} enable trigger all`);
    await database.transactions.run(async (tx) => {
      await givenRoster(
        tx,
        council.map((person, at) => (at === 5 ? { person, deputy } : { person })),
      );
      version = await givenTool(tx, clock.now(), { name: `Aanmelden ${newId('n')}`, unitIds: [staff.employee.unitId], until: 'fixed' });
      ({ requestId } = await givenConsent(tx, version, { at: new Date('2026-03-02T09:00:00Z'), until: 'met' }));
    });
  });

  const as = (person: GivenPerson) => actorOf(person);
  const press = (key = newId('i')) => {
    clock.advance({ minutes: 1 });
    return { identity: identityAt(clock.now()), key };
  };
  const rules = (wishes: Parameters<typeof givenRules>[1]) => database.transactions.run((tx) => givenRules(tx, wishes));
  const announce = (hours = 48) =>
    booth.voting.announce(as(staff.chair), requestId, {
      proposal: 'De OR stemt in.',
      opensAt: null,
      closesAt: new Date(clock.now().getTime() + hours * 3_600_000),
    });
  const seenBy = (person: GivenPerson) =>
    database.transactions.read(async (tx) => (await readVote(tx, as(person), clock.now(), { requestId, body: 'or' })).seen);
  const ballotId = async (): Promise<string> => (await seenBy(staff.chair)).ballot?.id ?? '';
  const vote = async (person: GivenPerson, choice: Choice, changes: { code?: string; key?: string; reasons?: string } = {}) =>
    booth.voting.cast(
      as(person),
      requestId,
      { ballotId: await ballotId(), choice, reasons: changes.reasons ?? null, code: changes.code ?? null },
      press(changes.key),
    );
  const close = async (): Promise<void> => {
    clock.set('2026-03-05T12:00:00Z');
    await booth.voting.sweep();
  };
  const outcome = async () => {
    const { end } = (await seenBy(staff.chair)).ballot ?? {};
    return end?.kind === 'counted' ? { outcome: end.outcome, state: end.state, counts: end.counts, n: end.takingPart } : end;
  };
  const entries = async (): Promise<string[]> =>
    (await database.asOwner('select type from evidence_entries order by written_as')).map(({ type }) => String(type));

  it('walks from the announcement to the decision, which nobody can type otherwise', async () => {
    await announce();
    await vote(staff.chair, 'consent', { reasons: 'Het is beperkt.' });
    await vote(staff.secretary, 'consent');
    await vote(staff.member, 'no_consent');
    await vote(staff.member, 'abstention');
    await vote(council[3]!, 'conditions');
    expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, TYPED, press()))).toBe('decision.vote-running');
    await close();
    expect(await outcome()).toEqual({
      outcome: 'granted',
      state: 'decided',
      counts: { consent: 2, conditions: 1, no_consent: 0, abstention: 1 },
      n: 4,
    });
    expect((await seenBy(staff.member)).votes.map(({ choice }) => choice).sort()).toEqual([
      'abstention',
      'conditions',
      'consent',
      'consent',
    ]);
    expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, TYPED, press()))).toBe('decision.follows-vote');
    const { decisionId } = await house.decisions.recordDecision(as(staff.chair), requestId, WRITTEN, press());
    const [row] = await database.asOwner(
      'select decision, decided_on::text as day, votes_for, votes_against, votes_abstained from council_decisions where id = $1',
      [decisionId],
    );
    expect(row).toEqual({ decision: 'granted', day: '2026-03-05', votes_for: 2, votes_against: 1, votes_abstained: 1 });
    expect(await codeOf(house.decisions.confirm(as(staff.chair), requestId, decisionId, press()))).toBe('decision.same-officer');
    expect(await codeOf(house.decisions.confirm(as(staff.secretary), requestId, decisionId, press()))).toBe('done');
    expect(await entries()).toEqual(expect.arrayContaining(['ballot.announced', 'vote.cast', 'ballot.counted', 'decision.recorded']));
  });

  it('is opened by an officer alone, after a meeting, once at a time, and with the voting time fixed before', async () => {
    const asked = { proposal: 'x', opensAt: null, closesAt: new Date('2026-03-04T09:00:00Z') };
    expect(await codeOf(booth.voting.announce(as(staff.member), requestId, asked))).toBe('act.not-yours');
    const { requestId: unmet } = await database.transactions.run((tx) =>
      givenConsent(tx, version, { at: new Date('2026-03-02T09:00:00Z'), until: 'requested' }),
    );
    expect(await codeOf(booth.voting.announce(as(staff.chair), unmet, asked))).toBe('decision.before-meeting');
    const opening = async (on: string): Promise<string> =>
      renderPage(await new VotePages(booth.voting).announceForm(as(staff.chair), on), galleryContext('nl'));
    expect(await opening(unmet)).toContain('Er kan nog geen stemming open. Eerst is er een overleg.');
    expect(await opening(unmet)).toContain(`href="/council/requests/${unmet}/meetings"`);
    expect([(await opening(unmet)).includes('name="closesOn'), (await opening(requestId)).includes('name="closesOn')]).toEqual([
      false,
      true,
    ]);
    const at = (instant: string) => new Date(instant);
    for (const [opensAt, closesAt, code] of [
      ['2026-03-03T08:59:59Z', '2026-03-04T09:00:00Z', 'ballot.opens-past'],
      ['2026-03-03T10:00:00Z', '2026-03-03T10:09:59Z', 'ballot.too-short'],
      ['2026-03-03T10:00:00Z', '2026-05-02T09:00:01Z', 'ballot.too-long'],
      ['2026-03-03T10:00:00Z', '2026-03-03T10:10:00Z', 'done'],
      ['2026-03-03T10:00:00Z', '2026-03-03T10:10:00Z', 'ballot.running'],
    ] as const)
      expect(
        await codeOf(booth.voting.announce(as(staff.chair), requestId, { ...asked, opensAt: at(opensAt), closesAt: at(closesAt) })),
      ).toBe(code);
    expect(await codeOf(booth.voting.withdraw(as(staff.secretary), requestId, await ballotId()))).toBe('done');
    expect(await codeOf(announce())).toBe('done');
    expect(await codeOf(booth.voting.withdraw(as(staff.secretary), requestId, await ballotId()))).toBe('ballot.opened');
  });

  it('is open from its first instant, and closed at its last, for whoever comes late', async () => {
    const [opensAt, closesAt] = [new Date('2026-03-03T10:00:00Z'), new Date('2026-03-03T12:00:00Z')];
    await booth.voting.announce(as(staff.chair), requestId, { proposal: 'x', opensAt, closesAt });
    const id = await ballotId();
    const cast = (instant: string) => {
      clock.set(instant);
      const typed = { ballotId: id, choice: 'consent', reasons: null, code: null } as const;
      return codeOf(booth.voting.cast(as(staff.member), requestId, typed, { identity: { password: PASSWORD }, key: newId('i') }));
    };
    expect(await cast('2026-03-03T09:59:59.999Z')).toBe('vote.not-open-yet');
    expect(await cast('2026-03-03T10:00:00Z')).toBe('done');
    expect(await cast('2026-03-03T11:59:59.999Z')).toBe('done');
    expect(await cast('2026-03-03T12:00:00Z')).toBe('vote.closed');
    await expect(
      database.asOwner(`insert into ballot_votes values ($1, 'p_x', 1, 'consent', null, '2026-03-03T12:00:00Z')`, [id]),
    ).rejects.toThrow('ballot_votes_in_time');
  });

  it('takes no vote without the password, not even with a code beside it, and none of who has no seat or a part in the case', async () => {
    await announce();
    const id = await ballotId();
    const typed = { ballotId: id, choice: 'consent', reasons: null, code: null } as const;
    const wrong = { identity: { password: 'fout' }, key: newId('i') };
    expect(await codeOf(booth.voting.cast(as(staff.member), requestId, typed, wrong))).toBe('password.wrong');
    expect(await codeOf(booth.voting.cast(as(staff.member), requestId, { ...typed, code: 'AAAA' }, wrong))).toBe('password.wrong');
    const outsider = await database.transactions.run((tx) => givenPerson(tx, { roles: ['or_member'], unitId: staff.hr.unitId }));
    expect(await codeOf(vote(outsider, 'consent'))).toBe('vote.no-seat');
    expect(await codeOf(booth.voting.cast(as(staff.hr), requestId, typed, press()))).toBe('act.not-yours');
    await database.asOwner('update tool_versions set created_by = $2 where id = $1', [version.id, staff.member.id]).catch(() => undefined);
    const [made] = await database.asOwner('select person_id from version_makers where version_id = $1 and person_id = $2', [
      version.id,
      staff.member.id,
    ]);
    expect([made !== undefined, await codeOf(vote(staff.member, 'consent'))]).toEqual([true, 'vote.conflict']);
    expect(await codeOf(vote(staff.secretary, 'consent'))).toBe('done');
  });

  it('shows nobody a result or another’s vote before it ended, in the page or in the log', async () => {
    await announce();
    await vote(staff.chair, 'consent');
    clock.advance({ hours: 40 });
    for (const person of [staff.chair, staff.member]) {
      const seen = await seenBy(person);
      expect([seen.votes, seen.ballot?.end]).toEqual([[], null]);
      expect(seen.ownChoice).toBe(person === staff.chair ? 'consent' : null);
    }
    const [logged] = await database.asOwner(
      `select count(*)::int as n from evidence_entries where type like any('{ballot%,vote%}') and tool_id is not null`,
    );
    expect(logged?.['n']).toBe(0);
  });

  it('counts a deputy only where the member did not vote', async () => {
    await announce();
    const absent = council[5]!;
    await vote(deputy, 'no_consent');
    for (const person of council.slice(0, 4)) await vote(person, 'consent');
    await vote(absent, 'consent');
    await close();
    expect(await outcome()).toMatchObject({ counts: { consent: 5, no_consent: 0 }, n: 5 });
    expect((await seenBy(staff.member)).votes.find(({ name }) => name === deputy.name)?.counts).toBe('member');
  });

  it('decides nothing without a quorum, and can be held again', async () => {
    await announce();
    for (const person of council.slice(0, 3)) await vote(person, 'consent');
    await close();
    expect(await outcome()).toMatchObject({ outcome: null, state: 'no_quorum', n: 3 });
    expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, WRITTEN, press()))).toBe('decision.no-vote');
    expect(await codeOf(announce())).toBe('done');
  });

  it('asks the members who have not voted, as long as it is open, and nobody else', async () => {
    const asked = async (person: GivenPerson) =>
      database.transactions.read(async (tx) =>
        (await runningVotes(tx, as(person), clock.now())).filter((one) => one.requestId === requestId),
      );
    expect(await asked(staff.member)).toEqual([]);
    await announce();
    expect(await asked(staff.member)).toEqual([expect.objectContaining({ toolName: version.toolName, mine: true })]);
    await vote(staff.member, 'consent');
    expect((await asked(staff.member)).map(({ mine }) => mine)).toEqual([false]);
    expect((await asked(deputy)).map(({ mine }) => mine)).toEqual([false]);
    for (const person of [staff.hr, staff.director, staff.dpo, staff.it]) expect(await asked(person)).toEqual([]);
    clock.advance({ hours: 48 });
    expect(await asked(staff.chair)).toEqual([]);
  });

  it('is not asked of who has a part in the plan, nor in secret of who took part', async () => {
    await rules({ ballot: 'secret' });
    await announce();
    await database.asOwner('update tool_versions set created_by = $2 where id = $1', [version.id, staff.member.id]).catch(() => undefined);
    await vote(staff.chair, 'consent');
    const waits = async (person: GivenPerson) =>
      database.transactions.read(
        async (tx) => (await runningVotes(tx, as(person), clock.now())).find((one) => one.requestId === requestId)?.mine,
      );
    expect([await waits(staff.member), await waits(staff.chair), await waits(staff.secretary)]).toEqual([false, false, true]);
  });

  it('follows the council’s own rules where it was held in a meeting too', async () => {
    const typed = (votesFor: number, votesAgainst: number, votesAbstained = 0, decision: 'granted' | 'refused' = 'granted') =>
      codeOf(
        house.decisions.recordDecision(as(staff.chair), requestId, { ...TYPED, decision, votesFor, votesAgainst, votesAbstained }, press()),
      );
    clock.set('2026-03-04T12:00:00Z');
    expect(await typed(2, 1)).toBe('votes.no-quorum');
    expect(await typed(6, 1)).toBe('votes.more-than-seats');
    expect(await typed(2, 2)).toBe('votes.no-majority');
    expect(await typed(4, 1, 0, 'refused')).toBe('votes.carried');
    await rules({ majority: 'two_thirds', tie: 'chair_decides' });
    expect(await typed(3, 2)).toBe('votes.no-majority.two_thirds');
    expect(await typed(3, 3)).toBe('votes.no-majority.two_thirds');
    await rules({ majority: 'absolute' });
    expect(await typed(3, 1, 2)).toBe('votes.no-majority.absolute');
    await rules({ majority: 'simple', tie: 'chair_decides' });
    expect(await typed(3, 3)).toBe('done');
  });

  it('is not there for staff contacts whom the employer appointed beside the council', async () => {
    const contact = actorOf(staff.employee, 'pvt_contact');
    await announce();
    for (const person of council.slice(0, 4)) await vote(person, 'consent');
    await close();
    await expect(booth.voting.read(contact, requestId)).rejects.toMatchObject({ status: 404 });
    expect((await booth.voting.read(as(staff.member), requestId)).seen.votes).toHaveLength(4);
  });

  it('leaves a tie to the chair where the rules say so, once, by name and reason', async () => {
    await rules({ tie: 'chair_decides' });
    await announce();
    for (const [at, person] of council.slice(0, 4).entries()) await vote(person, at < 2 ? 'conditions' : 'no_consent');
    await close();
    expect(await outcome()).toMatchObject({ outcome: null, state: 'tied' });
    const id = await ballotId();
    const deciding = (person: GivenPerson) => {
      const { identity } = press();
      return codeOf(
        booth.voting.castDeciding(as(person), requestId, { ballotId: id, vote: 'for', reasons: 'De grenzen zijn streng.' }, identity),
      );
    };
    expect(await codeOf(house.decisions.recordDecision(as(staff.chair), requestId, WRITTEN, press()))).toBe('ballot.tied');
    expect([await deciding(staff.secretary), await deciding(staff.chair), await deciding(staff.chair)]).toEqual([
      'act.not-yours',
      'done',
      'casting.done',
    ]);
    expect(await booth.voting.verdict(requestId)).toMatchObject({ kind: 'decided', outcome: 'granted_with_conditions' });
  });

  it('follows roster and rules of the instant of closing, whenever it is counted', async () => {
    await announce(3);
    for (const person of council.slice(0, 4)) await vote(person, 'consent');
    clock.advance({ hours: 4 });
    await database.transactions.run((tx) =>
      givenRoster(
        tx,
        council.slice(0, 2).map((person) => ({ person })),
        clock.now(),
      ),
    );
    await close();
    expect(await outcome()).toMatchObject({ outcome: 'granted', n: 4 });
  });

  it('mails that it is open, reminds only those who have not voted, and tells that there is a result', async () => {
    await announce();
    await house.runJobs();
    await database.asOwner('delete from graphile_worker._private_jobs');
    for (const person of council.slice(1)) await vote(person, 'consent');
    const addresses = async (): Promise<string> =>
      JSON.stringify((await database.asOwner('select payload from graphile_worker._private_jobs')).map(({ payload }) => payload));
    clock.set('2026-03-04T08:59:59Z');
    await booth.voting.sweep();
    expect(await addresses()).toBe('[]');
    clock.set('2026-03-04T09:00:00Z');
    await booth.voting.sweep();
    await booth.voting.sweep();
    const reminded = await addresses();
    expect(council.filter(({ email }) => reminded.split(email ?? '?').length === 2).map(({ id }) => id)).toEqual([staff.chair.id]);
    expect(council.slice(1).some(({ email }) => reminded.includes(email ?? '?'))).toBe(false);
    await database.asOwner('delete from graphile_worker._private_jobs');
    await close();
    const told = await addresses();
    expect(council.every(({ email }) => told.includes(email ?? '?'))).toBe(true);
    expect(told).not.toMatch(/granted|instemming met|consent"/);
  });

  describe('in secret', () => {
    beforeEach(() => rules({ ballot: 'secret' }));

    it('gives a code once, takes a change by that code alone, and forgets the box after counting', async () => {
      await announce();
      const code = codeIn(await vote(staff.member, 'consent'));
      expect(code).toMatch(/^[0-9A-Z]{16}$/);
      expect((await seenBy(staff.member)).tookPart).toBe(true);
      expect(await codeOf(vote(staff.member, 'no_consent'))).toBe('vote.code-needed');
      expect(await codeOf(vote(staff.member, 'no_consent', { code: 'AAAA-AAAA-AAAA-AAAA' }))).toBe('vote.code-wrong');
      expect(await codeOf(vote(staff.chair, 'no_consent', { code }))).toBe('vote.not-cast');
      expect(await codeOf(vote(staff.member, 'no_consent', { code: code.toLowerCase().replace(/(.{4})/g, '$1 ') }))).toBe('done');
      for (const person of council.filter(({ id }) => id !== staff.member.id)) await vote(person, 'consent');
      await close();
      expect(await outcome()).toMatchObject({ outcome: 'granted', counts: { consent: 5, no_consent: 1 }, n: 6 });
      const [left] = await database.asOwner('select count(*)::int as n from ballot_boxes');
      expect(left?.['n']).toBe(0);
      expect((await seenBy(staff.member)).votes).toEqual([]);
    });

    it('answers the same press with the same code, and a form sent back with another choice changes it', async () => {
      await announce();
      const key = newId('i');
      const codes = [await vote(staff.member, 'consent', { key }), await vote(staff.member, 'consent', { key })].map(codeIn);
      expect(new Set(codes).size).toBe(1);
      await vote(staff.member, 'no_consent', { key });
      expect(await codeOf(vote(staff.chair, 'consent', { key }))).toBe('act.key-reused');
      for (const person of council.slice(0, 2)) await vote(person, 'consent');
      await vote(council[3]!, 'consent');
      await vote(council[4]!, 'consent');
      await close();
      expect(await outcome()).toMatchObject({ counts: { consent: 4, no_consent: 1 } });
    });

    it('writes no totals down anywhere with fewer than five voters', async () => {
      await announce();
      for (const person of council.slice(0, 4)) await vote(person, 'consent');
      await close();
      expect(await outcome()).toEqual({ outcome: 'granted', state: 'decided', counts: null, n: 4 });
      await house.decisions.recordDecision(as(staff.chair), requestId, WRITTEN, press());
      const [row] = await database.asOwner(
        'select votes_for, votes_against, votes_abstained from council_decisions where request_id = $1',
        [requestId],
      );
      expect(row).toEqual({ votes_for: null, votes_against: null, votes_abstained: null });
      const [counted] = await database.asOwner(
        `select payload from evidence_openings where payload like '%ballot.counted%'
         and payload like '%' || $1 || '%'`,
        [await ballotId()],
      );
      expect(JSON.parse(String(counted?.['payload']))).toMatchObject({ outcome: 'granted', counts: null });
    });

    it('writes no totals down of a vote without a quorum: the next one would tell what the others chose', async () => {
      const more = await database.transactions.run(async (tx) => {
        const people: GivenPerson[] = [];
        for (let at = 0; at < 5; at += 1) people.push(await givenPerson(tx, { roles: ['or_member'], unitId: staff.hr.unitId }));
        await givenRoster(
          tx,
          [...council, ...people].map((person) => ({ person })),
          new Date(BEGIN),
        );
        return people;
      });
      await announce();
      for (const person of more) await vote(person, 'consent');
      await close();
      expect(await outcome()).toEqual({ outcome: null, state: 'no_quorum', counts: null, n: 5 });
    });

    it('gives a seat one vote: who is first of member and deputy', async () => {
      await announce();
      await vote(deputy, 'consent');
      expect(await codeOf(vote(council[5]!, 'consent'))).toBe('vote.seat-voted');
      expect(await codeOf(vote(council[4]!, 'consent'))).toBe('done');
    });

    it('is held again when somebody who voted lost the seat, and when the box does not open', async () => {
      await announce();
      for (const person of council.slice(0, 5)) await vote(person, 'consent');
      await database.transactions.run((tx) =>
        givenRoster(
          tx,
          council.slice(0, 4).map((person) => ({ person })),
          clock.now(),
        ),
      );
      await close();
      let seen = await seenBy(staff.chair);
      expect([seen.phase, seen.tookPart, seen.earlier[0]?.end]).toMatchObject(['open', false, { kind: 'repeated', why: 'roster' }]);
      await vote(staff.chair, 'consent');
      await database.asOwner(`update ballot_boxes set sealed = '\\x00'`);
      expect(await codeOf(vote(staff.secretary, 'consent'))).toBe('vote.box-closed');
      clock.advance({ days: 3 });
      await booth.voting.sweep();
      seen = await seenBy(staff.chair);
      expect([seen.phase, seen.earlier[0]?.end]).toMatchObject(['open', { kind: 'repeated', why: 'box' }]);
    });
  });

  it('starts again after a reset of the council, while it is open and not otherwise', async () => {
    await announce();
    await vote(staff.chair, 'consent');
    await database.transactions.run((tx) => repeatOpenBallots(tx, clock.now()));
    const seen = await seenBy(staff.chair);
    expect([seen.phase, seen.tookPart, seen.earlier[0]?.end]).toMatchObject(['open', false, { kind: 'repeated', why: 'reset' }]);
    clock.set('2026-03-08T09:00:00Z');
    await database.transactions.run((tx) => repeatOpenBallots(tx, clock.now()));
    expect((await seenBy(staff.chair)).earlier).toHaveLength(1);
  });

  it('is refused by the database when it is counted twice, added to after its end, or opened beside another', async () => {
    await announce(1);
    const id = await ballotId();
    await close();
    expect(await codeOf(booth.voting.count(as(staff.chair), requestId, id))).toBe('ballot.counted');
    await expect(
      database.asOwner(`insert into ballot_votes values ($1, 'p_x', 1, 'consent', null, '2026-03-03T09:30:00Z')`, [id]),
    ).rejects.toThrow('ballot_votes_in_time');
    await expect(database.asOwner(`update ballot_ends set outcome = 'granted' where ballot_id = $1`, [id])).rejects.toThrow(
      'only ever added',
    );
    await announce();
    await expect(
      database.asOwner(
        `insert into ballots (id, subject_id, attempt, proposal, form, opens_at, closes_at, reference, announced_by, announced_role, announced_at)
         values ('b_x', $1, 9, 'x', 'open', now(), now() + interval '1 hour', 'x', 'x', 'or_chair', now())`,
        [requestId],
      ),
    ).rejects.toThrow('ballots_one_at_a_time');
  });
});

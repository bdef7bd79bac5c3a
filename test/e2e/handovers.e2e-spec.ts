import { jest } from '@jest/globals';
import { ChainActs, groundsOf } from '../../src/demo/chain-acts.js';
import { DossierActs } from '../../src/demo/dossier-acts.js';
import { FoundOrganisation } from '../../src/demo/found-organisation.js';
import { COUNTERSIGN, HOME_LOGIN, type SampleTool } from '../../src/demo/sample-tools.catalogue.js';
import { meetingOf } from '../../src/demo/sample-rows.repository.js';
import { Stage } from '../../src/demo/stage.js';
import { AdviceService } from '../../src/features/assessments/index.js';
import { MeetingService, RequestService } from '../../src/features/consultation/index.js';
import type { Role } from '../../src/kernel/actor.js';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { appFor, type TestApp } from '../support/app.js';

jest.setTimeout(120_000);

const MOST = 9;

describe('an unconditional yes', () => {
  let app: TestApp;
  let stage: Stage;
  beforeAll(async () => {
    app = await appFor('handovers', '2026-03-02T07:30:00Z');
    stage = new Stage(app.running.app, app.clock);
    const organisation = new FoundOrganisation(stage);
    await organisation.setUp();
    await organisation.hire('2020-01-01');
    await organisation.appoint();
    await organisation.sayFacts();
    await organisation.openChannels();
  });
  afterAll(() => app.close());

  /** The officers' codes count once: every act is a minute after the one before. */
  const inTurn = async (...acts: readonly (() => Promise<unknown>)[]): Promise<void> => {
    for (const act of acts) {
      app.clock.advance({ minutes: 1 });
      await act();
    }
  };

  /** What HR can write on the first day, and the director sends as soon as the advice is there. */
  const prepare = async (dossier: DossierActs) => {
    const { decision, reasons, consequences } = dossier.sample.request;
    const today = dayOf(app.clock.now());
    const days = { intendedStartOn: addDays(today, 45), evaluationOn: addDays(today, 365) };
    const grounds = [...new Set(['k', 'l', ...(await stage.read((tx) => groundsOf(tx, dossier.toolId)))])];
    const request = { intendedDecision: decision, reasons, consequences, grounds, alsoAdvice: false, ...days };
    return stage.get(RequestService).prepare(stage.holder('hr_registrar'), dossier.toolId, 1, request);
  };

  const chain = async (sample: SampleTool, isPlatform: boolean): Promise<string> => {
    const dossier = new DossierActs(stage, sample);
    const acts = new ChainActs(stage, dossier);
    let requestId = '';
    const director = stage.holder('director');
    const meetings = stage.get(MeetingService);
    await inTurn(
      () => dossier.start({ isPlatform }),
      () => dossier.register(),
      () => prepare(dossier),
      () => dossier.assess(),
      () => dossier.fix(),
      () => stage.get(AdviceService).ask(stage.holder('privacy_officer'), dossier.toolId, 1),
      () => dossier.advise(),
      async () => ({ requestId } = await stage.get(RequestService).send(director, dossier.toolId, 1, stage.press(director))),
    );
    app.clock.advance({ days: 8 });
    await inTurn(
      () =>
        meetings.recordMeeting(director, requestId, {
          heldOn: dayOf(app.clock.now()),
          minutes: sample.minutes,
          minutesFile: null,
          presentCouncil: 'De raad',
          presentEmployer: 'De bestuurder',
        }),
      async () => meetings.confirmPresence(stage.holder('or_secretary'), requestId, await stage.read((tx) => meetingOf(tx, requestId))),
      async () => acts.follow(requestId),
      () => acts.decide('granted', 'or_secretary'),
      () => acts.confirmDecision('or_chair'),
      () => acts.finalDecision(20),
      () => app.runJobs(),
      () => acts.publish(),
      () => app.runJobs(),
    );
    app.clock.advance({ days: 22 });
    await inTurn(
      () => app.runJobs(),
      () => acts.activate(),
    );
    return dossier.toolId;
  };

  /** Who acted, one after another, from the registration to the activation; employees and the system hand nothing over. */
  const actorsOf = async (toolId: string): Promise<readonly { person: string; role: Role }[]> => {
    const rows = (await app.database.asOwner(
      `select e.type, o.payload, e.actor_role from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'who'
       where e.tool_id = $1 order by e.written_as`,
      [toolId],
    )) as { type: string; payload: string; actor_role: Role }[];
    const from = rows.findIndex(({ type }) => type === 'tool.registered');
    const to = rows.findIndex(({ type }) => type === 'tool.activated');
    return rows.slice(from, to + 1).flatMap(({ payload, actor_role: role }) => {
      const { person } = JSON.parse(payload) as { person: string | null };
      return person && role !== 'employee' ? [{ person, role }] : [];
    });
  };
  const handovers = (actors: readonly { person: string }[]): number =>
    actors.filter(({ person }, at) => at > 0 && person !== actors[at - 1]?.person).length;

  it(`goes from hand to hand at most ${MOST} times, from registration to activation`, async () => {
    await chain(COUNTERSIGN, true);
    const actors = await actorsOf(await chain(HOME_LOGIN, false));
    expect(handovers(actors)).toBeLessThanOrEqual(MOST);
    expect(new Set(actors.map(({ role }) => role))).toEqual(
      new Set(['hr_registrar', 'privacy_officer', 'dpo', 'director', 'or_secretary', 'or_chair', 'it_admin']),
    );
  });

  it('counts each change of person, and not two acts of one (the control)', () => {
    expect(handovers(['a', 'a', 'b', 'a'].map((person) => ({ person })))).toBe(2);
  });
});

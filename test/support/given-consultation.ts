import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '../../src/kernel/clock.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import type { Reason } from '../../src/kernel/problem.js';
import { Attachments, type AttachmentFacts, ChainCheck, type KnownToGate } from '../../src/features/consultation/index.js';
import { ConcernService } from '../../src/features/consultation/after/concern.service.js';
import { EvaluationService } from '../../src/features/consultation/after/evaluation.service.js';
import { NullityService } from '../../src/features/consultation/after/nullity.service.js';
import { FollowUpReminders } from '../../src/features/consultation/after/reminders.service.js';
import { RevocationService } from '../../src/features/consultation/after/revocation.service.js';
import { ClaimService } from '../../src/features/consultation/claim.service.js';
import { CopiesJobs } from '../../src/features/consultation/copies.jobs.js';
import { CouncilService } from '../../src/features/consultation/council.service.js';
import { CourtService } from '../../src/features/consultation/court/court.service.js';
import { DecisionService } from '../../src/features/consultation/decision.service.js';
import { FinalDecisionService } from '../../src/features/consultation/final.service.js';
import { MeetingService } from '../../src/features/consultation/meeting.service.js';
import { MeetingInvitations } from '../../src/features/consultation/meetings/meeting-invitations.js';
import { MeetingReminders } from '../../src/features/consultation/meetings/meeting-reminders.service.js';
import { PlanningService } from '../../src/features/consultation/meetings/planning.service.js';
import { QuestionService } from '../../src/features/consultation/questions/question.service.js';
import { RequestService } from '../../src/features/consultation/request.service.js';
import { RulingService } from '../../src/features/consultation/ruling.service.js';
import { PaperService } from '../../src/features/consultation/papers/paper.service.js';
import { SignatureService } from '../../src/features/consultation/papers/signature.service.js';
import { StaffService } from '../../src/features/consultation/staff.service.js';
import { dossierFacts, readVersion, type Version } from '../../src/features/tools/index.js';
import type { MachineLimit } from '../../src/policy/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { JobRegistry, runJobsOnce } from '../../src/platform/jobs/index.js';
import { AttachmentSources, Mailer } from '../../src/platform/mail/index.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';

/** The gate is a level above: here it says what the test tells it to say. */
class ChainSays extends ChainCheck {
  unmet: readonly Reason[] = [];
  override unmetFor(): Promise<readonly Reason[]> {
    return Promise.resolve(this.unmet);
  }
}
class AttachedSays extends Attachments {
  override async of(tx: Tx, versionId: string): Promise<AttachmentFacts> {
    const dossier = dossierFacts(await readVersion(tx, versionId));
    return {
      ...ATTACHED,
      dossier,
      texts: [{ kind: 'dpia', heading: 'Risico’s', text: 'Mensen voelen zich bekeken.' }],
      agreements: [],
      advice: { advice: 'positive', reasons: 'Het is beperkt.', conditions: [], advisedAt: new Date('2026-03-01T10:00:00Z') },
      deviation: null,
    };
  }
}

const SITE = { baseUrl: 'https://countersign.example.org' };

export const ATTACHED: KnownToGate = {
  dpiaFixed: true,
  adviceReceived: true,
  agreementsAttached: true,
  noticeDraftComplete: true,
  activeSince: null,
};

/** Every service of the consultation, with mail in a folder. */
export const consultationOn = async ({ transactions, appUrl }: TestDatabase, clock: TestClock) => {
  const mailFolder = await mkdtemp(join(tmpdir(), 'countersign-mail-'));
  const registry = new JobRegistry();
  const sources = new AttachmentSources();
  const copies = new CopiesJobs(transactions, registry, sources);
  const post = { mailUrl: null, mailFrom: 'Countersign <post@voorbeeld.test>', mailFolder, baseUrl: 'https://countersign.voorbeeld.test' };
  new Mailer(post, transactions, registry, sources).onModuleInit();
  copies.onModuleInit();
  const planning = new PlanningService(transactions, clock, post);
  new MeetingInvitations(planning, sources).onModuleInit();
  const chain = new ChainSays();
  return {
    chain,
    mailFolder,
    requests: new RequestService(transactions, clock, chain, new AttachedSays()),
    meetings: new MeetingService(transactions, clock),
    decisions: new DecisionService(transactions, clock, chain),
    finals: new FinalDecisionService(transactions, clock, chain),
    claims: new ClaimService(transactions, clock, chain),
    rulings: new RulingService(transactions, clock),
    council: new CouncilService(transactions, clock),
    nullities: new NullityService(transactions, clock, SITE),
    evaluations: new EvaluationService(transactions, clock, SITE),
    concerns: new ConcernService(transactions, clock, SITE),
    revocations: new RevocationService(transactions, clock, SITE),
    reminders: new FollowUpReminders(transactions, clock, SITE),
    staff: new StaffService(transactions, clock),
    signatures: new SignatureService(transactions, clock),
    papers: new PaperService(transactions),
    questions: new QuestionService(transactions, clock),
    planning,
    court: new CourtService(transactions, clock),
    meetingReminders: new MeetingReminders(transactions, clock, registry),
    runJobs: () => runJobsOnce({ databaseUrl: appUrl, registry, clock }),
    mails: async (): Promise<number> => (await readdir(mailFolder).catch(() => [])).length,
    close: async () => {
      copies.onApplicationShutdown();
      await rm(mailFolder, { recursive: true, force: true });
    },
  };
};
export type Consultation = Awaited<ReturnType<typeof consultationOn>>;

export interface GivenConsent {
  /** When the request was sent; the rest follows day by day. */
  readonly at: Date;
  readonly limits?: readonly MachineLimit[];
  readonly effectiveOn?: string;
  readonly expiresOn?: string | null;
  readonly decision?: 'granted' | 'granted_with_conditions' | 'refused';
  /** How far it goes; `mailed` is the whole way, with every copy handed over. */
  readonly until?: 'requested' | 'met' | 'recorded' | 'decided' | 'mailed';
}
const STAGES = ['requested', 'met', 'recorded', 'decided', 'mailed'] as const;

/** A consultation as rows: request, meeting, decision by two officers, final decision, copies. Answers the ids. */
export const givenConsent = async (tx: Tx, version: Version, given: GivenConsent) => {
  const until = STAGES.indexOf(given.until ?? 'mailed');
  const day = (days: number): Date => new Date(given.at.getTime() + days * 86_400_000);
  const ids = {
    requestId: newId('r'),
    meetingId: newId('m'),
    decisionId: newId('d'),
    finalId: newId('d'),
    mailingId: newId('m'),
    conditionIds: [] as string[],
  };
  await tx.query(
    `insert into consent_requests (id, tool_id, version_id, fingerprint, body, route, intended_decision, reasons, consequences, grounds, also_advice,
      evaluation_on, ai_named, snapshot, bundle_hash, reference, sent_by, sent_at)
     values ($1, $2, $3, $4, 'or', 'consent', 'Invoeren', 'Nodig', 'Weinig', '{k,l}', false, $5, false, '{}', 'sha-256:x', $6, 'p_director', $7)`,
    [ids.requestId, version.toolId, version.id, version.fingerprint, addDays(dayOf(given.at), 365), newReference(), given.at],
  );
  if (until >= 1) {
    await tx.query(
      `insert into meetings (id, request_id, held_on, minutes, present_council, present_employer, recorded_by, recorded_at)
       values ($1, $2, $3, 'Besproken.', 'De OR', 'De bestuurder', 'p_or_secretary', $4)`,
      [ids.meetingId, ids.requestId, dayOf(day(1)), day(1)],
    );
    await tx.query(`insert into meeting_confirmations (meeting_id, by_person, at) values ($1, 'p_director', $2)`, [ids.meetingId, day(1)]);
  }
  if (until >= 2) await givenDecisionRows(tx, version, given, ids, day);
  if (until >= 3) await tx.query(`insert into decision_confirmations values ($1, 'p_or_secretary', $2)`, [ids.decisionId, day(2)]);
  if (until >= 4) await givenFinalRows(tx, version, given, ids, day);
  return ids;
};
type Ids = Awaited<ReturnType<typeof givenConsent>>;

const givenDecisionRows = async (tx: Tx, version: Version, given: GivenConsent, ids: Ids, day: (days: number) => Date): Promise<void> => {
  const limits = given.limits ?? [];
  await tx.query(
    `insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained,
      expires_on, reference, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, 'Het is beperkt.', $6, 7, 1, 1, $7, $8, 'p_or_chair', $9)`,
    [
      ids.decisionId,
      ids.requestId,
      version.toolId,
      version.fingerprint,
      given.decision ?? (limits.length ? 'granted_with_conditions' : 'granted'),
      dayOf(day(2)),
      given.expiresOn ?? null,
      newReference(),
      day(2),
    ],
  );
  for (const limit of limits) {
    const id = newId('c');
    ids.conditionIds.push(id);
    await tx.query(`insert into decision_conditions (id, decision_id, text, machine_limit) values ($1, $2, 'Een grens', $3)`, [
      id,
      ids.decisionId,
      JSON.stringify(limit),
    ]);
  }
};

const givenFinalRows = async (tx: Tx, version: Version, given: GivenConsent, ids: Ids, day: (days: number) => Date): Promise<void> => {
  const reference = newReference();
  await tx.query(
    `insert into final_decisions (id, tool_id, version_id, fingerprint, decision_id, kind, text, effective_on, takes_over, reference, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, 'final_decision', 'Wij voeren het in.', $6, $7, $8, 'p_director', $9)`,
    [
      ids.finalId,
      version.toolId,
      version.id,
      version.fingerprint,
      ids.decisionId,
      given.effectiveOn ?? dayOf(day(3)),
      ids.conditionIds,
      reference,
      day(3),
    ],
  );
  for (const [act, toolId, id] of [
    ['final-decision.taken', version.toolId, ids.mailingId],
    ['officer.account-changed', null, newId('m')],
  ] as const) {
    await tx.query(
      `insert into council_mailings (id, tool_id, act, reference, document, document_hash, pdf, at) values ($1, $2, $3, $4, 'Besluit', 'sha-256:x', ''::bytea, $5)`,
      [id, toolId, act, toolId ? reference : newReference(), day(3)],
    );
    await tx.query(`insert into council_mailing_recipients (mailing_id, person_id, handed_over_at) values ($1, 'p_or_member', $2)`, [
      id,
      day(3),
    ]);
  }
};

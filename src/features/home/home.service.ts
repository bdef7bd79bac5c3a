import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isCouncil, type Role } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { countOpenIncidents } from '../agents/index.js';
import { type CallerLoad, callerRequestsInHand } from '../callers/index.js';
import { type CaseLoad, complaintsInHand } from '../complaints/index.js';
import {
  ACTS_TO_NAME,
  followUps,
  type FollowUp,
  openConfirmations,
  type OpenConfirmation,
  PROMISERS,
  promisesToKeep,
  runningVotes,
  type RunningVote,
} from '../consultation/index.js';
import { agreementWaitsFor, councilChangeWaits, councilResetIsOpen } from '../council/index.js';
import { type LatestAct, latestActs } from '../evidence/index.js';
import { eyesOf, gatePaths, listSummaries, listOrders, latePersonOut, openAlarms, type OrderRow, type Summary } from '../gate/index.js';
import { countOpenDisputes, countUnread } from '../notices/index.js';
import { objectionsInHand, type ObjectionLoad, type PrivateLoad, waitingPrivately } from '../objections/index.js';
import { grantsOf, holdersOf, officerConfirmations, type OfficerConfirmations, organisationName } from '../people/index.js';
import { measuredInHand, type MeasuredInHand } from '../measurements/index.js';
import { individualInHand, type IndividualInHand } from '../individual/index.js';
import { rightsInHand, type RightsLoad } from '../rights/index.js';
import { leadsTo } from './navigation.js';
import { type UnansweredTool, unansweredTools } from '../tools/index.js';
import { receiversWithDeadLetters } from '../webhooks/index.js';

/** What the start page of one role is made of; a section that is not for this role stays empty. */
export interface HomeFacts {
  readonly tools: readonly Summary[];
  readonly alarms: Awaited<ReturnType<typeof openAlarms>>;
  readonly latePersonOut: Awaited<ReturnType<typeof latePersonOut>>;
  readonly unanswered: readonly UnansweredTool[];
  readonly confirmations: readonly OpenConfirmation[];
  /** What follows after decisions: nullity, evaluations, concerns, revocations. */
  readonly followUps: readonly FollowUp[];
  /** What this person promised the council, and has to show. */
  readonly promises: Awaited<ReturnType<typeof promisesToKeep>>;
  /** Votes of the council that wait for this member. */
  readonly votes: readonly RunningVote[];
  readonly orders: readonly OrderRow[];
  readonly objections: ObjectionLoad | null;
  readonly rights: RightsLoad | null;
  readonly callers: CallerLoad | null;
  readonly complaints: CaseLoad | null;
  /** Employees who say that they never got a notice: the DPO decides. */
  readonly disputes: number;
  /** Incidents with agents that stand open, for who looks into them. */
  readonly incidents: number;
  /** Receivers outside to which messages could not be delivered. */
  readonly receivers: number;
  /** Views of one person that wait for this reader. */
  readonly individual: IndividualInHand;
  /** Data without a lease to decide on, and locked data to delete. */
  readonly measured: MeasuredInHand;
  /** What waits for DPO or confidential adviser and is nobody else's business. */
  readonly privately: PrivateLoad;
  readonly unread: number;
  /** What one officer asked or was asked for, and another confirms. */
  readonly officers: OfficerConfirmations;
  /** The proposal for the agreement that waits for this person. */
  readonly agreement: string | null;
  /** What waits in the council itself: a change to confirm, or for the administrator a council without officers. */
  readonly council: 'change' | 'reset' | null;
  /** Roles that were offered to this person and wait for a yes or no. */
  readonly offered: readonly Role[];
  /** Roles without which no tool comes through the chain, and that nobody holds. */
  readonly vacant: readonly Role[];
  /** What last happened to the tools that this role follows. */
  readonly latest: readonly LatestAct[];
}

/** Open orders come first in the list. */
const ORDERS = 100;
const LATEST = 5;
const SEE_ALARMS: readonly Actor['role'][] = ['or_chair', 'or_secretary', 'or_member', 'pvt_contact', 'dpo', 'hr_registrar', 'director'];
const HANDLE_CASES: readonly Actor['role'][] = ['complaint_handler', 'trusted_person'];
const OFFICERS: readonly Actor['role'][] = ['or_chair', 'or_secretary', 'pvt_contact'];

const LOOK_INTO: readonly Actor['role'][] = ['it_admin', 'privacy_officer', 'dpo'];

const NOTHING_MEASURED: MeasuredInHand = { breaches: [], deletions: [] };
const NONE: OfficerConfirmations = { resets: [], ending: false };
const NEEDED: readonly Role[] = [
  'hr_registrar',
  'privacy_officer',
  'dpo',
  'director',
  'it_admin',
  'trusted_person',
  'objection_handler',
  'complaint_handler',
];
const vacantRoles = async (tx: Tx): Promise<readonly Role[]> => {
  const held = new Set((await holdersOf(tx, NEEDED)).map(({ role }) => role));
  return NEEDED.filter((role) => !held.has(role));
};

const councilTask = async (tx: Tx, now: Date, actor: Actor): Promise<HomeFacts['council']> => {
  if (isCouncil(actor)) return (await councilChangeWaits(tx, now, actor)) ? 'change' : null;
  return actor.role === 'org_admin' && (await councilResetIsOpen(tx, now)) ? 'reset' : null;
};

@Injectable()
export class HomeService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  isSetUp(): Promise<boolean> {
    return this.transactions.read(async (tx) => (await organisationName(tx)) !== null);
  }

  /** One query for each section that this role has. */
  read(actor: Actor): Promise<HomeFacts> {
    const { role, personId } = actor;
    const [now, id] = [this.clock.now(), personId ?? ''];
    const today = dayOf(now);
    return this.transactions.read(async (tx) => {
      const tools = leadsTo(role, gatePaths.list) ? await listSummaries(tx, eyesOf(actor)) : [];
      const toolIds = tools.map(({ toolId }) => toolId);
      return {
        tools,
        latest: await latestActs(tx, toolIds, ACTS_TO_NAME, LATEST),
        alarms: SEE_ALARMS.includes(role) ? await openAlarms(tx, now) : [],
        latePersonOut: role === 'dpo' || role === 'objection_handler' ? await latePersonOut(tx, now, role === 'dpo' ? null : id) : [],
        unanswered: role === 'hr_registrar' || role === 'director' ? await unansweredTools(tx) : [],
        confirmations: OFFICERS.includes(role) ? await openConfirmations(tx, actor, today) : [],
        followUps: await followUps(tx, actor, now),
        promises: PROMISERS.some((one) => one === role) ? await promisesToKeep(tx, id) : [],
        votes: (await runningVotes(tx, actor, now)).filter(({ mine }) => mine),
        orders: role === 'it_admin' ? (await listOrders(tx, ORDERS)).filter((order) => order.confirmed_at === null) : [],
        objections: role === 'objection_handler' ? await objectionsInHand(tx, id) : null,
        rights: role === 'objection_handler' ? await rightsInHand(tx, id) : null,
        callers: role === 'objection_handler' ? await callerRequestsInHand(tx, id) : null,
        complaints: HANDLE_CASES.includes(role) ? await complaintsInHand(tx, id) : null,
        privately: await waitingPrivately(tx, actor),
        incidents: LOOK_INTO.includes(role) ? await countOpenIncidents(tx) : 0,
        receivers: role === 'it_admin' ? await receiversWithDeadLetters(tx) : 0,
        individual: await individualInHand(tx, actor, now),
        measured: role === 'privacy_officer' ? await measuredInHand(tx, today) : NOTHING_MEASURED,
        disputes: role === 'dpo' ? await countOpenDisputes(tx) : 0,
        unread: await countUnread(tx, id),
        officers: OFFICERS.includes(role) ? await officerConfirmations(tx, id) : NONE,
        agreement: await agreementWaitsFor(tx, actor),
        council: await councilTask(tx, now, actor),
        offered: (await grantsOf(tx, id)).filter(({ acceptedAt }) => acceptedAt === null).map((grant) => grant.role),
        vacant: role === 'org_admin' ? await vacantRoles(tx) : [],
      };
    });
  }
}

import { randomBytes } from 'node:crypto';
import { type BatchAnswer, countLines } from '../../src/features/measurements/batch-answer.js';
import { IngestService } from '../../src/features/measurements/ingest.service.js';
import { LeaseJudge } from '../../src/features/measurements/lease-judge.service.js';
import { markUnder } from '../../src/features/measurements/mark-key.js';
import { fixVersion, readVersion, type Version, writeEnforcement } from '../../src/features/tools/index.js';
import { newSecret } from '../../src/kernel/ids.js';
import { signLease, writeProof } from '../../src/platform/signing/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { claimsOf } from './agent.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { type AgentServices, type GivenAgent, ORIGIN } from './given-agents.js';
import { type GivenDeclarations, givenDeclarations } from './given-declarations.js';
import { actorIn, givenTool } from './given-tools.js';

const URL_OF = `${ORIGIN}/api/v1/measurements`;

/** Metrics of `givenTool`'s data category, as a version declares them. */
const DECLARED = [
  { code: 'logins', category: 'login_time', kind: 'count', unit: 'logins', level: 'group', min: 0, max: 50 },
  { code: 'present', category: 'login_time', kind: 'people', unit: 'people', level: 'group', min: 0, max: 1 },
  { code: 'minutes', category: 'login_time', kind: 'sum', unit: 'minutes', level: 'person', min: 0, max: 600 },
] as const;
export const METRICS = DECLARED.map((metric) => ({ ...metric }));
export const LIMITS = { metrics: METRICS, places: ['home', 'office'], schedule: { timezone: 'Europe/Amsterdam', hours: null } };

/** A fixed version that declares these metrics, for an agent of its own. */
export const givenMeasuringTool = async (
  tx: Tx,
  now: Date,
  { dashboards, individualView, ...given }: Parameters<typeof givenTool>[2] & Pick<GivenDeclarations, 'dashboards' | 'individualView'> = {},
): Promise<Version> => {
  const { id } = await givenTool(tx, now, { ...given, until: 'assessed' });
  await writeEnforcement(tx, actorIn('it_admin'), now, id, 'native');
  const metrics = DECLARED.map((metric) => ({ ...metric, titleNl: `Maat ${metric.code}`, titleEn: `Metric ${metric.code}` }));
  await givenDeclarations(tx, now, await readVersion(tx, id), { metrics, dashboards, individualView });
  await fixVersion(tx, actorIn('privacy_officer'), now, id);
  return readVersion(tx, id);
};

export interface Line {
  readonly metric?: string;
  readonly unit?: string;
  readonly at?: string;
  readonly place?: string;
  readonly value?: number;
}
export const lineOf = (line: Line, now: Date): string =>
  JSON.stringify({ metric: 'logins', unit: 'logins', at: now.toISOString(), place: 'office', value: 1, ...line });

/** A batch as it stands in a request, unpacked. */
export interface Sent {
  readonly proof: unknown;
  readonly authorization: unknown;
  readonly named: string;
  readonly body: Buffer;
}

export interface Measuring {
  receive(sent: Sent): Promise<BatchAnswer>;
  /** A lease as the agent gets it, with these limits in it. */
  leaseFor(agent: GivenAgent, personId: string, lim?: object): Promise<string>;
  /** The same lease with other limits. */
  limited(lease: string, lim: object): string;
  send(agent: GivenAgent, lease: string | null, lines: readonly (Line | string)[], named?: string): Promise<BatchAnswer>;
}

/** The feature's door on a test database, with the agents' services. */
export const measuring = ({ transactions }: TestDatabase, services: AgentServices, clock: TestClock): Measuring => {
  const judge = new LeaseJudge(transactions, services.door, services.keys, { baseUrl: ORIGIN }, clock);
  const ingest = new IngestService(transactions, judge, { of: markUnder(randomBytes(32)) }, clock);
  const receive = async ({ named, body, ...headers }: Sent): Promise<BatchAnswer> => {
    const held = await judge.judge(headers);
    if (!held.ok) throw await judge.refuse(held, countLines(body));
    return ingest.receive({ held, named, encoding: undefined }, body);
  };
  const limited = (lease: string, lim: object): string => {
    const claims = claimsOf(lease);
    return signLease({ ...claims, lim: { ...claims.lim, ...lim } }, services.keys.signing().key);
  };
  return {
    receive,
    limited,
    leaseFor: async (agent, personId, lim = LIMITS) => limited((await agent.ask(personId)).lease, lim),
    send: (agent, lease, lines, named = newSecret(12)) => {
      const now = clock.now();
      const token = lease ?? undefined;
      const proof = writeProof({ method: 'POST', url: URL_OF, jti: newSecret(12), now, token }, agent.key.privateKey);
      const body = Buffer.from(lines.map((line) => (typeof line === 'string' ? line : lineOf(line, now))).join('\n'));
      return receive({ proof, authorization: lease ? `DPoP ${lease}` : undefined, named, body });
    },
  };
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Enforcement, fixVersion, writeEnforcement, readVersion, type Version } from '../../src/features/tools/index.js';
import { AgentDoor } from '../../src/features/agents/agent-door.service.js';
import { AgentsService } from '../../src/features/agents/agents.service.js';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/enrolment.service.js';
import { LeaseBatches } from '../../src/features/agents/lease-batches.service.js';
import { type IssuedLease, LeaseService } from '../../src/features/agents/lease.service.js';
import { SigningKeys } from '../../src/features/agents/keys/signing-keys.js';
import { StopReceiptService } from '../../src/features/agents/stop-receipt.service.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import { type AgentKey, newAgentKey, proofFor } from './agent.js';
import type { TestClock } from './clock.js';
import type { TestDatabase } from './database.js';
import { actorOf, type Staff } from './given-people.js';
import { actorIn, givenTool, SHEET } from './given-tools.js';

export const ORIGIN = 'https://countersign.test';
/** The approved settings sheet of `givenTool`, as its agent shows it. */
export const APPROVED: Readonly<Record<string, string>> = Object.fromEntries(SHEET.map(({ name, value }) => [name, value]));

export interface AgentServices {
  readonly door: AgentDoor;
  readonly enrolment: EnrolmentService;
  readonly leases: LeaseService;
  readonly receipts: StopReceiptService;
  readonly agents: AgentsService;
  readonly devices: DevicesService;
  readonly batches: LeaseBatches;
  readonly keys: SigningKeys;
  readonly config: Config;
  close(): Promise<void>;
}

/** The feature's services on a test database, with a signing key of their own. */
export const agentServices = async ({ transactions, appUrl }: TestDatabase, clock: TestClock): Promise<AgentServices> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-agents-'));
  const config: Config = {
    ...readSettings({ COUNTERSIGN_DATA: folder }),
    baseUrl: ORIGIN,
    databaseUrl: appUrl,
    mailFolder: join(folder, 'mail'),
  };
  const keys = new SigningKeys(config, clock);
  await keys.onModuleInit();
  const door = new AgentDoor(transactions, config, clock);
  return {
    door,
    keys,
    config,
    enrolment: new EnrolmentService(transactions, clock),
    leases: new LeaseService(transactions, door, keys, config, clock),
    receipts: new StopReceiptService(transactions, door, clock),
    agents: new AgentsService(transactions, clock),
    devices: new DevicesService(transactions, clock),
    batches: new LeaseBatches(transactions, clock),
    close: () => (keys.onModuleDestroy(), rm(folder, { recursive: true, force: true })),
  };
};

/** A fixed version of a tool whose agent asks for leases itself, unless it is to be attested. */
export const givenNativeTool = async (
  tx: Tx,
  now: Date,
  given: Parameters<typeof givenTool>[2] = {},
  enforcement: Enforcement = 'native',
): Promise<Version> => {
  const { id } = await givenTool(tx, now, { ...given, until: 'assessed' });
  await writeEnforcement(tx, actorIn('it_admin'), now, id, enforcement);
  await fixVersion(tx, actorIn('privacy_officer'), now, id);
  return readVersion(tx, id);
};

export interface GivenAgent {
  readonly id: string;
  readonly key: AgentKey;
  /** Asks for a lease with a fresh proof; `previous`: showing the one that it holds. */
  ask(personId: string, settings?: Readonly<Record<string, string>>, previous?: string): Promise<IssuedLease>;
}

/** An enrolled agent of a tool. `person`: confirms that it is theirs. */
export const givenAgent = async (
  services: AgentServices,
  clock: TestClock,
  staff: Staff,
  wishes: { toolId: string; device?: string; person?: Staff[keyof Staff] },
): Promise<GivenAgent> => {
  const key = newAgentKey();
  const made = await services.enrolment.createCode(actorOf(staff.it), { toolId: wishes.toolId, device: wishes.device ?? 'LAPTOP-0417' });
  const { agentId: id } = await services.enrolment.enrol(made.code, key.publicKey);
  if (wishes.person) await services.devices.confirm(actorOf(wishes.person), wishes.person.id, id);
  const url = `${ORIGIN}/api/v1/agents/${id}/leases`;
  return {
    id,
    key,
    ask: (person, settings = APPROVED, previous) =>
      services.leases.lease(id, proofFor(key, url, clock.now()), { person, settings, previous }),
  };
};

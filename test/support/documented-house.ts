import { randomUUID } from 'node:crypto';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { EnrolmentService } from '../../src/features/agents/index.js';
import { GateService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { newSecret } from '../../src/kernel/ids.js';
import { writeProof } from '../../src/platform/signing/index.js';
import { type AgentKey, newAgentKey } from './agent.js';
import { appFor, type TestApp } from './app.js';
import { givenNativeTool } from './given-agents.js';
import { givenChain } from './given-chain.js';
import { givenDeclarations, LOGINS } from './given-declarations.js';
import { actorOf, givenStaff, type GivenPerson, type Staff } from './given-people.js';

/** A house in which the examples of the documentation are true: a tool that counts sign-ins and is on, and one that nobody decided on. */
export interface DocumentedHouse {
  readonly app: TestApp;
  readonly staff: Staff;
  readonly tool: Version;
  readonly draft: Version;
  readonly activationId: string;
  codeFor(version: Version): Promise<string>;
  /** The person says "this is mine". */
  confirm(person: GivenPerson, agentId: string): Promise<unknown>;
}

const MADE = new Date('2026-01-12T08:00:00Z');

export const documentedHouse = async (name: string): Promise<DocumentedHouse> => {
  const app = await appFor(name, '2026-02-20T10:00:00Z');
  const staff = await app.database.transactions.run(givenStaff);
  const { app: services } = app.running;
  const given = (toolName: string, { isPlatform = false, whole = true } = {}): Promise<Version> =>
    app.database.transactions.run(async (tx) => {
      const declare: typeof givenDeclarations = (in_, now, version) => givenDeclarations(in_, now, version, { metrics: [LOGINS] });
      const made = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform, name: toolName, declare });
      if (whole) await givenChain(tx, made, staff);
      return made;
    });
  const switchOn = ({ toolId, number }: Version): Promise<{ activationId: string }> =>
    services.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
  await switchOn(await given('Countersign', { isPlatform: true }));
  const tool = await given('Aanmeldregistratie');
  const draft = await given('Schermopnamen', { whole: false });
  const { activationId } = await switchOn(tool);
  return {
    app,
    staff,
    tool,
    draft,
    activationId,
    codeFor: async ({ toolId }) =>
      (await services.get(EnrolmentService).createCode(actorOf(staff.it), { toolId, device: `LAPTOP-${newSecret(4)}` })).code,
    confirm: (person, agentId) => services.get(DevicesService).confirm(actorOf(person), person.id, agentId),
  };
};

/** The key of a device that enrols by hand, with a proof for each of its requests. */
export class DeviceByHand {
  readonly key: AgentKey = newAgentKey();

  constructor(private readonly app: TestApp) {}

  proof(method: 'GET' | 'POST', path: string, token?: string): string {
    const now = this.app.clock.now();
    return writeProof({ method, url: this.app.url + path, jti: newSecret(12), now, token }, this.key.privateKey);
  }
}

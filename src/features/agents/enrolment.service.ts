import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { crockford, newId, readCrockford } from '../../kernel/ids.js';
import { Problem, refused, unusable } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { thumbprint, type PublicJwk } from '../../platform/signing/index.js';
import { record } from '../evidence/index.js';
import { insertAgent, insertCode, nativeTools, personOfDevice, takeCode } from './agents.repository.js';
import { AGENT, bindListed } from './bind-listed.js';

const CODE_LENGTH = 26;
const CODE_HOURS = 24;
const HOUR_MS = 3_600_000;

const hashOf = (code: string): string => sha256(`enrolment-code\n${code}`);

export interface NewCode {
  readonly code: string;
  readonly device: string;
  readonly toolName: string;
  readonly expiresAt: Date;
}

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Tools that an agent can be enrolled for. */
  tools(): Promise<readonly { id: string; name: string }[]> {
    return this.transactions.read(nativeTools);
  }

  /** A code for one device and tool, shown once; only its hash is kept. */
  createCode(actor: Actor, asked: { toolId: string; device: string }): Promise<NewCode> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const device = asked.device.trim();
      const tool = (await nativeTools(tx)).find(({ id }) => id === asked.toolId);
      if (!tool) throw unusable('tool', 'field.isIn');
      const code = crockford(CODE_LENGTH);
      const expiresAt = new Date(now.getTime() + CODE_HOURS * HOUR_MS);
      const row = { codeHash: hashOf(code), toolId: tool.id, device, personId: await personOfDevice(tx, device) };
      await insertCode(tx, { ...row, createdBy: actor.personId ?? '', createdAt: now, expiresAt });
      await record(tx, actor, now, 'agent.code-made', { toolId: tool.id }, { code: row.codeHash });
      return { code, device, toolName: tool.name, expiresAt };
    });
  }

  /** Turns a code into an agent with a key of its own. Whatever is wrong with a code, the answer is the same. */
  enrol(typed: string, publicKey: PublicJwk): Promise<{ agentId: string; toolId: string }> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const code = await takeCode(tx, hashOf(readCrockford(typed)), now);
      if (!code) throw new Problem(403, 'enrolment.refused', [{ code: 'code.unusable', field: 'code' }]);
      const { toolId, device, personId } = code;
      const agent = {
        id: newId('a'),
        toolId,
        device,
        publicKey,
        thumbprint: thumbprint(publicKey),
        enrolledBy: code.createdBy,
        enrolledAt: now,
      };
      if (!(await insertAgent(tx, agent))) throw refused('enrolment.refused', [{ code: 'agent.key-known', field: 'publicKey' }]);
      await record(tx, AGENT, now, 'agent.enrolled', { toolId, subjectId: agent.id }, { key: agent.thumbprint, listed: personId !== null });
      await bindListed(tx, agent.id, toolId, now);
      return { agentId: agent.id, toolId };
    });
  }
}

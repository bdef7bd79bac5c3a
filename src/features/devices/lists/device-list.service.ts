import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { eachOf } from '../../../kernel/each-of.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { runsOnList } from '../../../policy/index.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken, Throttle } from '../../../platform/http/index.js';
import { type OpenKey, writeJws } from '../../../platform/signing/index.js';
import { closeByItself, raiseIncident, SigningKeys } from '../../agents/index.js';
import { findTool } from '../../tools/index.js';
import { dueAfter } from '../domain/list.js';
import { noteFetch, takeLate, toolsWithLists } from './device-lists.repository.js';
import { type Standing, standingList } from './standing-list.js';

const TYPE = 'device-list+jwt';
const LIST_AUDIENCE = 'urn:countersign:device-management';
/** Somebody who asks each quarter of an hour asks far less. */
const MOST_A_MINUTE = 30;
const ASKED_BY = 'it_admin';

export interface SignedList {
  readonly deviceList: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly reasons: readonly string[];
  readonly etag: string;
}

const seconds = (at: Date): number => at.getTime() / 1000;

/** The devices on which a tool may run, for device management: signed, and over within the hour. */
@Injectable()
export class DeviceListService {
  private readonly throttle = new Throttle(MOST_A_MINUTE);

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: SigningKeys,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** For a program of IT. That it was fetched, and until when that holds, is kept; an alarm about it closes. */
  async fetch(actor: Actor, toolId: string): Promise<SignedList> {
    if (actor.role !== ASKED_BY) throw new Problem(403, 'devices.role', [{ code: 'devices.role', turn: ASKED_BY }]);
    const now = this.clock.now();
    if (!this.throttle.lets(toolId, now)) throw new Problem(429, 'rate.exceeded');
    const key = this.keys.signing();
    const standing = await this.transactions.serializable(async (tx) => {
      if (!(await findTool(tx, toolId))) throw notFound();
      const found = await standingList(tx, toolId, now);
      if (!runsOnList(found.gate.version.enforcement)) throw new Problem(409, 'devices.grade', [{ code: 'devices.grade' }]);
      const { expiresAt, issuedAt, list } = found;
      await noteFetch(tx, toolId, { at: now, until: expiresAt, dueAt: list.devices.length > 0 ? dueAfter(issuedAt) : null });
      await closeByItself(tx, now, { toolId, agentId: null, kind: 'list_not_fetched' });
      return found;
    });
    return this.signed(toolId, standing, key);
  }

  /** Each minute: lists of a new hour, lists of tools that stopped or started, and lists that were not fetched in time. */
  async keepAll(): Promise<void> {
    const kept = eachOf(await this.transactions.read(toolsWithLists), (toolId) =>
      this.transactions.serializable((tx) => standingList(tx, toolId, this.clock.now())),
    );
    await kept.finally(() => this.alarmLate());
  }

  private alarmLate(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      for (const toolId of await takeLate(tx, now)) await raiseIncident(tx, now, { toolId, agentId: null, kind: 'list_not_fetched' });
    });
  }

  private signed(toolId: string, { list, issuedAt, expiresAt }: Standing, { kid, key }: OpenKey): SignedList {
    const { serial, devices, reasons } = list;
    const claims = {
      iss: this.config.baseUrl,
      aud: LIST_AUDIENCE,
      sub: `tool:${toolId}`,
      iat: seconds(issuedAt),
      exp: seconds(expiresAt),
      serial,
      devices,
      reasons,
    };
    const deviceList = writeJws({ typ: TYPE, kid }, claims, key);
    return { deviceList, issuedAt, expiresAt, reasons, etag: `"${sha256(deviceList).slice('sha-256:'.length)}"` };
  }
}

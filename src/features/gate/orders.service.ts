import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language, Role } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { type Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type CompiledLimits, storedLimits, wayOut } from '../../policy/index.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, type Upload } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { queueMail } from '../../platform/mail/index.js';
import { record, recordConfidential } from '../evidence/index.js';
import { holdersOf, namesOf, storeFile } from '../people/index.js';
import { endRunWithoutConsent, lockTool, readVersion } from '../tools/index.js';
import { alwaysOffNames } from './always-off.repository.js';
import { isByList } from './cover.repository.js';
import { gateCatalogue } from './gate.catalogue.js';
import { gatePaths } from './gate.paths.js';
import { findActivation } from './gate.repository.js';
import { givePersonOutOrder } from './give-orders.js';
import {
  findOrder,
  insertOrderConfirmation,
  insertPersonOutProof,
  listOrders,
  openAlarms,
  type OrderRow,
  personOutIsProven,
  takeOverdue,
} from './orders.repository.js';
import { reportSettings } from './report-settings.js';

const MOST_ORDERS = 200;

export interface Confirmation {
  readonly evidence: string;
  readonly asApproved: boolean;
  readonly file: Upload | null;
}

interface Letter {
  readonly subject: 'mail.orderDue' | 'mail.personLate';
  readonly text: 'mail.orderText' | 'mail.personLateText';
  readonly reference: string;
  readonly path?: string;
}

export interface FoundOrder {
  readonly order: OrderRow;
  readonly personName: string | null;
  /** Of an order to start: what IT has to keep to. */
  readonly limits: CompiledLimits | null;
  /** Names of the people at whom it is always off. */
  readonly alwaysOff: readonly string[];
  readonly now: Date;
}

@Injectable()
export class OrdersService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  list(): Promise<{ orders: readonly OrderRow[]; now: Date }> {
    return this.transactions.read(async (tx) => ({ orders: await listOrders(tx, MOST_ORDERS), now: this.clock.now() }));
  }

  /** One order; who it is about is named only here, to IT. */
  find(orderId: string): Promise<FoundOrder> {
    return this.transactions.read(async (tx) => {
      const order = await findOrder(tx, orderId);
      if (!order) throw notFound();
      const personName = order.person_id ? ((await namesOf(tx, [order.person_id])).get(order.person_id) ?? null) : null;
      const now = this.clock.now();
      return { order, personName, ...(await keptWith(tx, order, now)), now };
    });
  }

  /** IT says, with evidence, that an order was carried out. */
  confirm(actor: Actor, orderId: string, said: Confirmation): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const order = await findOrder(tx, orderId);
      if (!order) throw notFound();
      await lockTool(tx, order.tool_id);
      if ((await findOrder(tx, orderId))?.confirmed_at) throw refused('order.done');
      if (order.kind === 'start' && !said.asApproved) throw refused('order.not-as-approved');
      const fileId = said.file ? (await storeFile(tx, actor, now, said.file)).id : null;
      await insertOrderConfirmation(tx, {
        orderId,
        evidence: said.evidence,
        fileId,
        asApproved: said.asApproved,
        by: actor.personId ?? '',
        at: now,
      });
      if (order.kind === 'start') await confirmSettings(tx, now, order);
      if (order.kind === 'stop') await endRunWithoutConsent(tx, order.tool_id);
      if (order.kind === 'person_out') {
        await recordConfidential(tx, now, { kind: 'order.confirmed', order: orderId });
        return order.reference;
      }
      return record(tx, actor, now, 'order.confirmed', { toolId: order.tool_id, subjectId: orderId }, { kind: order.kind });
    });
  }

  /** IT shows that one person can be taken out of a tool that cannot be blocked technically. */
  provePersonOut(actor: Actor, toolId: string, evidence: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockTool(tx, toolId);
      await insertPersonOutProof(tx, { toolId, evidence, by: actor.personId ?? '', at: now });
      return record(tx, actor, now, 'person-out.proven', { toolId });
    });
  }

  /** After an objection. An attested tool gets its order once it was shown that one person can be taken out; from a list of devices a person goes without one. */
  orderPersonOut(toolId: string, personId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const activation = await findActivation(tx, toolId);
      if (!activation || !(await personOutIsProven(tx, toolId))) return;
      const version = await readVersion(tx, activation.version_id);
      const way = wayOut(version.enforcement, await isByList(tx, toolId));
      if (way === 'order') await givePersonOutOrder(tx, this.clock.now(), activation, personId);
      // The act is confidential: givePersonOutOrder records it with recordConfidential.
    });
  }

  /** Tells IT that an order waits, or that it is late. The mail says neither about whom nor about which tool. */
  tell(orderId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const order = await findOrder(tx, orderId);
      if (order && !order.confirmed_at) await this.mailIt(tx, order.reference);
    });
  }

  /** Once a day for what is late. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const { reference, kind } of await takeOverdue(tx, now)) {
        await this.mailIt(tx, reference);
        if (kind === 'person_out')
          await this.mail(tx, ['dpo', 'objection_handler'], { subject: 'mail.personLate', text: 'mail.personLateText', reference });
      }
    });
  }

  alarms(): Promise<Awaited<ReturnType<typeof openAlarms>>> {
    return this.transactions.read((tx) => openAlarms(tx, this.clock.now()));
  }

  private mailIt(tx: Tx, reference: string): Promise<void> {
    return this.mail(tx, ['it_admin'], { subject: 'mail.orderDue', text: 'mail.orderText', reference, path: gatePaths.orders });
  }

  private async mail(tx: Tx, roles: readonly Role[], { subject, text: body, reference, path = '/' }: Letter): Promise<void> {
    for (const person of await holdersOf(tx, roles)) {
      if (!person.mailAddress) continue;
      const t = text(gateCatalogue, person.language as Language);
      const url = `${this.config.baseUrl}${path}`;
      await queueMail(tx, { to: person.mailAddress, subject: t(subject, { reference }), text: t(body, { reference, url }) });
    }
  }
}

/** The limits of a start order as they were given, and the people at whom it is always off. */
const keptWith = async (tx: Tx, order: OrderRow, now: Date): Promise<Pick<FoundOrder, 'limits' | 'alwaysOff'>> => {
  if (order.kind !== 'start') return { limits: null, alwaysOff: [] };
  const limits = limitsGiven(order.instructions);
  const percent = limits.alwaysOffPercent;
  const alwaysOff = percent === null ? [] : await alwaysOffNames(tx, { toolId: order.tool_id, versionId: order.version_id, percent }, now);
  return { limits, alwaysOff };
};
const limitsGiven = (instructions: Json): CompiledLimits =>
  storedLimits(typeof instructions === 'object' && instructions !== null && 'limits' in instructions ? instructions['limits'] : null);

/** IT's word stands for the settings of a tool that no agent can show. */
const confirmSettings = async (tx: Tx, now: Date, order: OrderRow): Promise<void> => {
  const version = await readVersion(tx, order.version_id);
  const settings = Object.fromEntries(version.sheet.map(({ name, value }) => [name, value]));
  await reportSettings(tx, now, { toolId: order.tool_id, versionId: version.id, sourceId: order.id, settings });
};

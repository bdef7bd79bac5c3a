import { Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { instant } from '../../kernel/clock.js';
import {
  Allow,
  anInstant,
  ApiDoor,
  aText,
  Documented,
  type Given,
  listOf,
  oneOf,
  orNull,
  record,
  Takes,
  Who,
} from '../../platform/http/index.js';
import { OrderBody } from './gate.dto.js';
import { DONE } from './gate.shapes.js';
import { OrdersService } from './orders.service.js';

const ORDERS = record({
  orders: listOf(
    record({
      orderId: aText(),
      toolId: aText(),
      toolName: aText(),
      kind: oneOf(['start', 'stop', 'person_out']),
      reference: aText(),
      dueAt: anInstant(),
      confirmedAt: orNull(anInstant()),
    }),
    'Open ones first. Whom one is about, and with which settings to start, stands on its page',
  ),
});

/** For programs of IT: what must be done by hand, at tools that ask for no lease. */
@ApiDoor('orders')
export class OrdersApi {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  @Allow('it_admin', 'program:chain:read')
  @Documented({ tag: 'gate', summary: 'Orders to start or stop a tool, or to take somebody out of it', gives: ORDERS })
  async list(): Promise<Given<typeof ORDERS>> {
    const { orders } = await this.orders.list();
    return {
      orders: orders.map(({ id, tool_id, tool_name, kind, reference, due_at, confirmed_at }) => ({
        orderId: id,
        toolId: tool_id,
        toolName: tool_name,
        kind,
        reference,
        dueAt: instant(due_at),
        confirmedAt: confirmed_at && instant(confirmed_at),
      })),
    };
  }

  @Post(':orderId/confirmations')
  @Allow('it_admin', 'program:chain:write')
  @Documented({
    tag: 'gate',
    summary: 'Say, with evidence in words, that an order was carried out',
    description: 'A file with it goes by the page.',
    gives: DONE,
  })
  async confirm(
    @Who() actor: Actor,
    @Param('orderId') orderId: string,
    @Takes(OrderBody) { evidence, asApproved }: OrderBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.orders.confirm(actor, orderId, { evidence, asApproved: asApproved === true, file: null }) };
  }
}

import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Language } from '../../kernel/actor.js';
import {
  Allow,
  isUpload,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { compiledTexts } from '../tools/index.js';
import { gateCatalogue } from './gate.catalogue.js';
import { EvidenceDto, OrderConfirmationDto } from './gate.dto.js';
import { gatePaths } from './gate.paths.js';
import type { OrderRow } from './orders.repository.js';
import { OrdersService } from './orders.service.js';
import { StopService } from './stop.service.js';
import { type OrderLine, OrderPage, OrdersPage, PersonOutPage } from './web/orders-page.js';

type Body = Record<string, unknown>;
type Found = Awaited<ReturnType<OrdersService['find']>>;
interface Fault {
  readonly field: string;
  readonly text: string;
}

const lineOf = (order: OrderRow, now: Date): OrderLine => ({
  id: order.id,
  name: order.tool_name,
  kind: order.kind,
  reference: order.reference,
  dueAt: order.due_at,
  confirmedAt: order.confirmed_at,
  overdue: order.confirmed_at === null && order.due_at <= now,
});

const settingsOf = (order: OrderRow, language: Language) => {
  const given = order.instructions as {
    settings?: readonly { name: string; value: string; meaningNl: string; meaningEn: string }[];
  } | null;
  return (given?.settings ?? []).map(({ name, value, meaningNl, meaningEn }) => ({
    name,
    value,
    meaning: language === 'nl' ? meaningNl : meaningEn,
  }));
};

const orderPage = (found: Found, language: Language, errors?: readonly Fault[], typed?: unknown): VNode => (
  <OrderPage
    order={lineOf(found.order, found.now)}
    settings={settingsOf(found.order, language)}
    limits={found.limits ? compiledTexts(found.limits, language) : []}
    alwaysOff={found.alwaysOff}
    personName={found.personName}
    evidence={found.order.evidence}
    errors={errors}
    typed={typeof typed === 'string' ? typed : ''}
  />
);

@PageController()
export class OrdersPages {
  constructor(
    private readonly orders: OrdersService,
    private readonly stops: StopService,
  ) {}

  @Get(gatePaths.orders)
  @Allow('it_admin')
  async list(): Promise<VNode> {
    const { orders, now } = await this.orders.list();
    return <OrdersPage orders={orders.map((order) => lineOf(order, now))} />;
  }

  @Get(gatePaths.orderOf)
  @Allow('it_admin')
  async order(@Who() actor: Actor, @Param('orderId') orderId: string): Promise<VNode> {
    return orderPage(await this.orders.find(orderId), actor.language);
  }

  @Post(gatePaths.orderOf)
  @Allow('it_admin')
  async confirm(@Who() actor: Actor, @Param('orderId') orderId: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(gateCatalogue, actor.language);
    const { file, ...fields } = body;
    const form = parse(OrderConfirmationDto, fields);
    const found = await this.orders.find(orderId);
    const errors = form.ok
      ? []
      : form.errors.map(({ field }) => ({ field, text: t(field === 'evidence' ? 'error.evidence' : 'error.other') }));
    if (found.order.kind === 'start' && fields['asApproved'] !== 'yes') errors.push({ field: 'asApproved', text: t('error.asApproved') });
    if (!form.ok || errors.length > 0) return unprocessable(orderPage(found, actor.language, errors, body['evidence']));
    const { evidence, asApproved } = form.value;
    const reference = await this.orders.confirm(actor, orderId, {
      evidence,
      asApproved: asApproved === 'yes',
      file: isUpload(file) ? file : null,
    });
    return seeOther(gatePaths.orders, t('order.done', { reference }));
  }

  @Get(gatePaths.personOutOf)
  @Allow('it_admin')
  async personOut(@Param('toolId') toolId: string): Promise<VNode> {
    const { tool } = await this.stops.signs(toolId);
    return <PersonOutPage toolId={toolId} name={tool.name} />;
  }

  @Post(gatePaths.personOutOf)
  @Allow('it_admin')
  async provePersonOut(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(gateCatalogue, actor.language);
    const form = parse(EvidenceDto, body);
    if (!form.ok) {
      const { tool } = await this.stops.signs(toolId);
      const typed = typeof body['evidence'] === 'string' ? body['evidence'] : '';
      return unprocessable(
        <PersonOutPage toolId={toolId} name={tool.name} errors={[{ field: 'evidence', text: t('error.evidence') }]} typed={typed} />,
      );
    }
    const reference = await this.orders.provePersonOut(actor, toolId, form.value.evidence);
    return seeOther(gatePaths.dossier(toolId), t('personOut.done', { reference }));
  }
}

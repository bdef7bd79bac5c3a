import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { type Actor, COUNCIL_ROLES } from '../../../kernel/actor.js';
import { Problem } from '../../../kernel/problem.js';
import {
  Allow,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { formatInstantDay, text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { mistakeText } from '../../people/index.js';
import { toolPaths } from '../../tools/index.js';
import { devicePaths } from '../devices.paths.js';
import { InventoryPage, type InventoryPageProps } from '../web/inventory-page.js';
import { inventoryCatalogue } from './inventory.catalogue.js';
import { type Compared, InventoryService } from './inventory.service.js';

type Body = Record<string, unknown>;
type Refused = Extract<Compared, { ok: false }>;

const keyOf = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);
const mayReport = ({ role }: Actor): boolean => role === 'pvt_contact' || COUNCIL_ROLES.some((one) => one === role);

const errorsOf = (refused: Refused, { language }: Actor): readonly FieldError[] => {
  const t = text(inventoryCatalogue, language);
  if ('faults' in refused) return [{ field: 'file', text: t('error.lines', { n: refused.faults.length }) }];
  const { code, column, line } = refused.file;
  const said = code === 'csv.too-long' ? t('error.tooLong') : mistakeText(code, language);
  if (column) return [{ field: 'file', text: t('error.where', { text: said, column }) }];
  return [{ field: 'file', text: line ? t('error.whereLine', { text: said, line: String(line) }) : said }];
};

/** What stands on devices: IT reads it in; who guards the rules sees what has no dossier, and the council can report it. */
@PageController()
export class InventoryPages {
  constructor(private readonly inventories: InventoryService) {}

  @Get(devicePaths.inventory)
  @Allow('it_admin', 'privacy_officer', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  inventory(@Who() actor: Actor): Promise<VNode> {
    return this.page(actor);
  }

  @Post(devicePaths.inventory)
  @Allow('it_admin')
  async readIn(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const { file, ...fields } = body;
    refuseFields(fields);
    const again = async (errors: readonly FieldError[], more: Partial<InventoryPageProps> = {}): Promise<PageResult> =>
      unprocessable(await this.page(actor, { errors, ...more }));
    if (!isUpload(file)) return again([{ field: 'file', text: mistakeText('csv.missing', actor.language) }]);
    const compared = await this.inventories.compare(actor, file.bytes);
    if (!compared.ok) return again(errorsOf(compared, actor), 'faults' in compared ? { faults: compared.faults } : {});
    return seeOther(devicePaths.inventory, text(inventoryCatalogue, actor.language)('file.done', { reference: compared.reference }));
  }

  @Post(devicePaths.reportOf)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async report(@Who() actor: Actor, @Param('product') code: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const t = text(inventoryCatalogue, actor.language);
    let name = '';
    try {
      const { toolId, reference } = await this.inventories.report(
        actor,
        code,
        ({ product, devices }, at) => {
          name = product.name;
          return t('report.claim', { date: formatInstantDay(at, actor.language), name, publisher: product.publisher, n: devices });
        },
        keyOf(body),
      );
      return seeOther(toolPaths.councilReportAnswer(toolId), t('report.done', { reference }));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'tool.name-taken') throw error;
      return seeOther(devicePaths.inventory, t('report.taken', { name }));
    }
  }

  private async page(actor: Actor, again: Partial<InventoryPageProps> = {}): Promise<VNode> {
    const view = await this.inventories.view(actor);
    return <InventoryPage {...view} mayReadIn={actor.role === 'it_admin'} mayReport={mayReport(actor)} {...again} />;
  }
}

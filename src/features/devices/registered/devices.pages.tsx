import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Language } from '../../../kernel/actor.js';
import { csvOf } from '../../../platform/archive/index.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import {
  Allow,
  file,
  isUpload,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { mistakeText } from '../../people/index.js';
import { devicesCatalogue } from '../devices.catalogue.js';
import { devicePaths } from '../devices.paths.js';
import { ListPage } from '../web/list-page.js';
import { PreviewPage } from '../web/preview-page.js';
import { ToolPage } from '../web/tool-page.js';
import { FileForm } from './devices.dto.js';
import { type Preview, RegisteredDevicesService, type Uploaded } from './registered.service.js';
import { scriptFor } from './script.js';

type Body = Record<string, unknown>;

const pageIn = (asked: string | undefined): number => (asked !== undefined && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1);

/** What is wrong with the file as a whole, and where. */
const where = ({ code, column, line }: Extract<Uploaded, { ok: false }>, language: Language): string => {
  const t = text(devicesCatalogue, language);
  const said = code === 'csv.too-long' ? t('error.tooLong') : mistakeText(code, language);
  if (column) return t('error.where', { text: said, column });
  return line ? t('error.whereLine', { text: said, line: String(line) }) : said;
};

const previewPage = (fileId: string, { tool, does, faults, added, removed }: Preview): VNode => (
  <PreviewPage tool={tool} fileId={fileId} does={does} n={added.length + removed.length} faults={faults} />
);

/** Where IT says which devices a tool's list can name, and sees whether the list is fetched. */
@PageController()
export class DevicesPages {
  constructor(
    private readonly devices: RegisteredDevicesService,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(devicePaths.list)
  @Allow('it_admin')
  async list(): Promise<VNode> {
    return <ListPage tools={await this.devices.tools()} />;
  }

  @Get(devicePaths.toolOf)
  @Allow('it_admin')
  async tool(@Param('toolId') toolId: string, @Query('page') page?: string): Promise<VNode> {
    return <ToolPage {...await this.devices.tool(toolId, pageIn(page))} />;
  }

  @Post(devicePaths.toolOf)
  @Allow('it_admin')
  async upload(@Who() actor: Actor, @Param('toolId') toolId: string, @RawBody() body: Body): Promise<PageResult> {
    const { file: given, ...fields } = body;
    const form = parse(FileForm, fields);
    const { language } = actor;
    const errors: FieldError[] = form.ok ? [] : [{ field: 'does', text: text(devicesCatalogue, language)('error.does') }];
    if (!isUpload(given)) errors.push({ field: 'file', text: mistakeText('csv.missing', language) });
    if (!form.ok || !isUpload(given)) return this.again(toolId, errors, fields['does']);
    const uploaded = await this.devices.upload(actor, toolId, form.value.does, given.bytes);
    if (uploaded.ok) return seeOther(devicePaths.file(toolId, uploaded.id));
    return this.again(toolId, [{ field: 'file', text: where(uploaded, language) }], form.value.does);
  }

  @Get(devicePaths.tableOf)
  @Allow('it_admin')
  async table(@Param('toolId') toolId: string): Promise<PageResult> {
    const devices = await this.devices.all(toolId);
    return file(csvOf(devices.map(({ id, device }) => ({ id, device }))), 'text/csv; charset=utf-8', 'devices.csv');
  }

  @Get(devicePaths.scriptOf)
  @Allow('it_admin')
  async script(@Param('toolId') toolId: string): Promise<PageResult> {
    const { tool } = await this.devices.tool(toolId);
    return file(scriptFor({ server: this.config.baseUrl, toolId: tool.id }), 'text/plain; charset=utf-8', 'countersign-devices.ps1');
  }

  @Get(devicePaths.fileOf)
  @Allow('it_admin')
  async preview(@Param('toolId') toolId: string, @Param('fileId') fileId: string): Promise<VNode> {
    return previewPage(fileId, await this.devices.preview(toolId, fileId));
  }

  @Post(devicePaths.fileOf)
  @Allow('it_admin')
  async apply(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('fileId') fileId: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    refuseFields(body);
    const { preview, reference } = await this.devices.apply(actor, toolId, fileId);
    if (reference === null) return unprocessable(previewPage(fileId, preview));
    return seeOther(devicePaths.tool(toolId), text(devicesCatalogue, actor.language)('done', { reference }));
  }

  private async again(toolId: string, errors: readonly FieldError[], typed: unknown): Promise<PageResult> {
    const read = await this.devices.tool(toolId);
    return unprocessable(<ToolPage {...read} typed={typeof typed === 'string' ? typed : null} errors={errors} />);
  }
}

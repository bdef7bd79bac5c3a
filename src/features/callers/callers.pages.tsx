import { Get, Param, Post, Req } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Language } from '../../kernel/actor.js';
import { crockford } from '../../kernel/ids.js';
import {
  Allow,
  type AppRequest,
  type FieldError,
  LeavesNoCookies,
  PageController,
  type PageResult,
  parse,
  RawBody,
  unprocessable,
  Visit,
  type Visitor,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { callersCatalogue } from './callers.catalogue.js';
import { RequestDto } from './callers.dto.js';
import { callerPaths } from './callers.paths.js';
import { CallersService } from './callers.service.js';
import { listProps, registerProps, toolProps } from './callers.views.js';
import { type CallerTexts, LIMITS, TEXT_FIELDS } from './domain/written.js';
import { CallerListPage } from './web/list-page.js';
import { RegisterPage } from './web/register-page.js';
import { CheckPage, RequestPage, SentPage } from './web/request-pages.js';
import { ToolPage } from './web/tool-page.js';

type Body = Record<string, unknown>;
const CODE_LENGTH = 20;

const typedIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const textsOf = (dto: RequestDto): CallerTexts =>
  Object.fromEntries(TEXT_FIELDS.flatMap((field) => (dto[field] ? [[field, dto[field]] as const] : [])));

const errorsOf = (faults: readonly FieldError[], language: Language) => {
  const t = text(callersCatalogue, language);
  return faults
    .filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at)
    .map(({ field, code }) => {
      if (field === 'kind') return { field, text: t('form.kindNeeded') };
      const limit = TEXT_FIELDS.find((name) => name === field);
      return { field, text: code === 'maxLength' && limit ? t('form.tooLong', { n: LIMITS[limit] }) : t('form.unusable') };
    });
};

/** Pages without an account, and without anything left behind in a browser. */
@PageController()
@LeavesNoCookies()
export class CallerPages {
  constructor(private readonly callers: CallersService) {}

  @Get(callerPaths.list)
  @Allow('anyone')
  async list(@Req() request: AppRequest, @Visit() { language }: Visitor): Promise<VNode> {
    return <CallerListPage {...listProps(await this.callers.list(request.ip), language)} />;
  }

  @Get(callerPaths.register)
  @Allow('anyone')
  async register(@Req() request: AppRequest, @Visit() { language }: Visitor): Promise<VNode> {
    return <RegisterPage {...registerProps(await this.callers.register(request.ip), language)} />;
  }

  @Get(callerPaths.toolOf)
  @Allow('anyone')
  async tool(@Req() request: AppRequest, @Param('toolId') toolId: string, @Visit() { language }: Visitor): Promise<VNode> {
    return <ToolPage {...toolProps(await this.callers.tool(request.ip, toolId), language)} />;
  }

  @Get(callerPaths.requestOf)
  @Allow('anyone')
  async form(@Req() request: AppRequest, @Param('toolId') toolId: string): Promise<VNode> {
    const { tool, mayObject } = await this.callers.tool(request.ip, toolId);
    return <RequestPage toolId={toolId} toolName={tool.toolName} mayObject={mayObject} />;
  }

  /** One address for all steps: what was typed goes along in the form, never in the address. */
  @Post(callerPaths.requestOf)
  @Allow('anyone')
  async step(
    @Req() request: AppRequest,
    @Param('toolId') toolId: string,
    @RawBody() body: Body,
    @Visit() { language }: Visitor,
  ): Promise<PageResult> {
    const { tool, mayObject } = await this.callers.tool(request.ip, toolId);
    const again = { toolId, toolName: tool.toolName, typed: typedIn(body) };
    const parsed = parse(RequestDto, body);
    if (!parsed.ok) return unprocessable(<RequestPage {...again} mayObject={mayObject} errors={errorsOf(parsed.errors, language)} />);
    const { step, kind, code } = parsed.value;
    if (step === 'change') return withStatus(200, <RequestPage {...again} mayObject={mayObject} />);
    if (step === 'check' || !code) return withStatus(200, <CheckPage {...again} kind={kind} code={crockford(CODE_LENGTH)} />);
    const sent = await this.callers.lodge(request.ip, toolId, { kind, texts: textsOf(parsed.value), code, language });
    return withStatus(200, <SentPage {...sent} code={code} isObjection={kind === 'objection' && mayObject} />);
  }
}

import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { gatePaths } from '../gate/index.js';
import { agentsCatalogue } from './agents.catalogue.js';
import { EnrolForm, ReasonForm } from './agents.dto.js';
import { agentPaths } from './agents.paths.js';
import { AgentsService } from './agents.service.js';
import { agentProps, lineOf } from './agents.views.js';
import { EnrolmentService } from './enrolment.service.js';
import { AgentPage } from './web/agent-page.js';
import { EndPage } from './web/end-page.js';
import { CodePage, EnrolPage } from './web/enrol-page.js';
import { LeasesPage } from './web/leases-page.js';
import { ListPage } from './web/list-page.js';
import { RefusalsPage } from './web/refusals-page.js';

type Body = Record<string, unknown>;
type End = 'block' | 'retire';
const said = (value: unknown): string => (typeof value === 'string' ? value : '');
/** One line for each field that is wrong. */
const faultsOf = (errors: readonly { readonly field: string }[], words: (field: string) => string): FieldError[] =>
  [...new Set(errors.map(({ field }) => field))].map((field) => ({ field, text: words(field) }));

@PageController()
export class AgentsPages {
  constructor(
    private readonly agents: AgentsService,
    private readonly enrolments: EnrolmentService,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Get(agentPaths.list)
  @Allow('it_admin')
  async list(@Query('page') asked?: string): Promise<VNode> {
    const page = asked !== undefined && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
    const { agents, pages } = await this.agents.list(page);
    return <ListPage agents={agents.map(lineOf)} page={page} pages={pages} />;
  }

  @Get(agentPaths.enrol)
  @Allow('it_admin')
  async enrolForm(): Promise<VNode> {
    return this.enrolPage();
  }

  @Post(agentPaths.enrol)
  @Allow('it_admin')
  async enrol(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(EnrolForm, body);
    const typed = { tool: said(body['tool']), device: said(body['device']) };
    const t = text(agentsCatalogue, actor.language);
    const words = (field: string): string => t(field === 'device' ? 'enrol.error.device' : 'enrol.error.tool');
    if (!form.ok) return unprocessable(await this.enrolPage(faultsOf(form.errors, words), typed));
    try {
      const { tool, device } = form.value;
      const made = await this.enrolments.createCode(actor, { toolId: tool, device });
      return withStatus(200, <CodePage {...made} toolId={tool} origin={this.config.baseUrl} />);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return unprocessable(await this.enrolPage([{ field: 'tool', text: words('tool') }], typed));
    }
  }

  private async enrolPage(errors?: readonly FieldError[], typed?: { tool: string; device: string }): Promise<VNode> {
    return <EnrolPage tools={await this.enrolments.tools()} ordersPath={gatePaths.orders} errors={errors} typed={typed} />;
  }

  @Get(agentPaths.refusals)
  @Allow('it_admin')
  async refusals(): Promise<VNode> {
    return <RefusalsPage {...await this.agents.refusals()} />;
  }

  @Get(agentPaths.leases)
  @Allow('it_admin')
  async leases(): Promise<VNode> {
    return <LeasesPage {...await this.agents.leasesPerDay()} />;
  }

  @Get(agentPaths.agentOf)
  @Allow('it_admin')
  async agent(@Who() actor: Actor, @Param('agentId') agentId: string): Promise<VNode> {
    return <AgentPage {...agentProps(await this.agents.read(agentId), actor.language)} />;
  }

  @Get(agentPaths.blockOf)
  @Allow('it_admin')
  async blockForm(@Param('agentId') agentId: string): Promise<VNode> {
    return this.endPage('block', agentId);
  }

  @Post(agentPaths.blockOf)
  @Allow('it_admin')
  block(@Who() actor: Actor, @Param('agentId') agentId: string, @RawBody() body: Body): Promise<PageResult> {
    return this.end('block', actor, agentId, body);
  }

  @Get(agentPaths.retireOf)
  @Allow('it_admin')
  async retireForm(@Param('agentId') agentId: string): Promise<VNode> {
    return this.endPage('retire', agentId);
  }

  @Post(agentPaths.retireOf)
  @Allow('it_admin')
  retire(@Who() actor: Actor, @Param('agentId') agentId: string, @RawBody() body: Body): Promise<PageResult> {
    return this.end('retire', actor, agentId, body);
  }

  private async endPage(act: End, agentId: string, typed?: string, errors?: readonly FieldError[]): Promise<VNode> {
    const { id, device, retiredAt, blockedAt } = await this.agents.find(agentId);
    if (retiredAt || (act === 'block' && blockedAt)) throw notFound();
    return <EndPage act={act} agentId={id} device={device} typed={typed} errors={errors} />;
  }

  private async end(act: End, actor: Actor, agentId: string, body: Body): Promise<PageResult> {
    const form = parse(ReasonForm, body);
    const t = text(agentsCatalogue, actor.language);
    if (!form.ok)
      return unprocessable(
        await this.endPage(
          act,
          agentId,
          said(body['reason']),
          faultsOf(form.errors, () => t('reason.error')),
        ),
      );
    const reference = await this.agents[act](actor, agentId, form.value.reason.trim());
    return seeOther(agentPaths.agent(agentId), t(`${act}.done`, { reference }));
  }
}

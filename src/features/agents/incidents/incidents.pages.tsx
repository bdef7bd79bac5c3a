import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import { type Actor, ROLES } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { gatePaths } from '../../gate/index.js';
import { ReasonForm } from '../agents.dto.js';
import { agentPaths } from '../agents.paths.js';
import { COURSE_OF } from './domain/incident.js';
import { incidentsCatalogue } from './incidents.catalogue.js';
import { incidentPaths } from './incidents.paths.js';
import { IncidentsService } from './incidents.service.js';
import { IncidentPage, IncidentsPage } from './web/incident-pages.js';

@PageController()
export class IncidentsPages {
  constructor(private readonly incidents: IncidentsService) {}

  @Get(incidentPaths.list)
  @Allow('it_admin', 'privacy_officer', 'dpo')
  async list(@Query('page') asked?: string): Promise<VNode> {
    const page = asked !== undefined && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
    const { incidents, pages } = await this.incidents.list(page);
    return <IncidentsPage incidents={incidents} page={page} pages={pages} />;
  }

  @Get(incidentPaths.incidentOf)
  @Allow('it_admin', 'privacy_officer', 'dpo')
  async incident(@Who() actor: Actor, @Param('incidentId') id: string): Promise<VNode> {
    return this.page(actor, id);
  }

  @Post(incidentPaths.incidentOf)
  @Allow('it_admin', 'privacy_officer')
  async close(@Who() actor: Actor, @Param('incidentId') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    const t = text(incidentsCatalogue, actor.language);
    const form = parse(ReasonForm, body);
    const typed = typeof body['reason'] === 'string' ? body['reason'] : '';
    if (!form.ok) return unprocessable(await this.page(actor, id, { typed, errors: [{ field: 'reason', text: t('close.error') }] }));
    const reference = await this.incidents.close(actor, id, form.value.reason.trim());
    return seeOther(incidentPaths.incident(id), t('close.done', { reference }));
  }

  private async page(actor: Actor, id: string, again: { typed?: string; errors?: readonly FieldError[] } = {}): Promise<VNode> {
    const incident = await this.incidents.read(id);
    const { closedBy } = COURSE_OF[incident.kind];
    const endedRole = ROLES.find((role) => role === incident.endedRole) ?? null;
    const agentHref = actor.role === 'it_admin' && incident.agentId ? agentPaths.agent(incident.agentId) : null;
    const decides = incident.kind === 'data_without_lease' && (actor.role === 'privacy_officer' || actor.role === 'dpo');
    return (
      <IncidentPage
        incident={{ ...incident, endedRole }}
        toolHref={gatePaths.dossier(incident.toolId)}
        agentHref={agentHref}
        breachHref={decides ? agentPaths.measuredOf(incident.toolId) : null}
        closedBy={closedBy}
        mayClose={closedBy === actor.role}
        {...again}
      />
    );
  }
}

import { Param, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, ApiDoor, Documented, type Given, saidInBody, Takes, Who } from '../../../platform/http/index.js';
import { type DeclaredInput, DeclarationsService } from '../declarations/declarations.service.js';
import { DashboardsBody, GradeBody, IndividualViewBody, MetricsBody } from './declarations.api.dto.js';
import { ofDeclared } from './fields-in-body.js';
import { shownVersion, VERSION } from './tools.shapes.js';

/** What a version declares beside its answers: each part is replaced as a whole, by its owner. */
@ApiDoor('tools/:toolId/versions/:number')
export class DeclarationsApi {
  constructor(private readonly declarations: DeclarationsService) {}

  @Put('metrics')
  @Allow('hr_registrar', 'tool_owner', 'it_admin', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Declare what is measured', gives: VERSION })
  metrics(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(MetricsBody) { metrics }: MetricsBody,
  ): Promise<Given<typeof VERSION>> {
    return this.save(actor, toolId, number, { metrics });
  }

  @Put('dashboards')
  @Allow('hr_registrar', 'tool_owner', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Declare what managers will see, and in which groups', gives: VERSION })
  dashboards(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(DashboardsBody) { dashboards }: DashboardsBody,
  ): Promise<Given<typeof VERSION>> {
    return this.save(actor, toolId, number, { dashboards });
  }

  @Put('stopping-grade')
  @Allow('tool_owner', 'it_admin', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Declare what stops the tool, how fast, and what nobody here can stop', gives: VERSION })
  grade(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(GradeBody) body: GradeBody,
  ): Promise<Given<typeof VERSION>> {
    const { enforcement, stopsHow, stopsWithinMinutes, cannotStop, evidence, evidenceFileId, testedOn } = body;
    const grade = { enforcement, stopsHow, stopsWithinMinutes, cannotStop, evidence, evidenceFileId: evidenceFileId ?? null, testedOn };
    return this.save(actor, toolId, number, { grade });
  }

  @Put('individual-view')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Declare for what one person may be looked at, or that nobody is', gives: VERSION })
  individualView(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(IndividualViewBody) { individualView }: IndividualViewBody,
  ): Promise<Given<typeof VERSION>> {
    return this.save(actor, toolId, number, { individualView: individualView ?? null });
  }

  private async save(actor: Actor, toolId: string, number: string, input: DeclaredInput): Promise<Given<typeof VERSION>> {
    return shownVersion(await saidInBody(this.declarations.save(actor, { toolId, number: Number(number) }, input), ofDeclared(input)));
  }
}

import { Get, Param, Patch, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, ApiDoor, Documented, type Given, saidInBody, Takes, Who } from '../../../platform/http/index.js';
import { shownValues } from '../domain/version-values.js';
import { REGISTRATION_SECTIONS } from '../questions/sections.js';
import { RegistrationService } from '../registration.service.js';
import { ofAnswers, ofAttribute, ofCapabilities, ofScope, ofSheet } from './fields-in-body.js';
import { AnswersBody, CapabilitiesBody, EnforcementBody, ScopeBody, SheetBody } from './tools.api.dto.js';
import { QUESTIONS, questionsIn, SCOPE, shownVersion, VERSION } from './tools.shapes.js';

const MAKERS = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'] as const;
const LISTERS = ['hr_registrar', 'tool_owner', 'it_admin'] as const;

/** What a version says, part by part. Each part is written by its owner; writing the same again changes nothing. */
@ApiDoor('tools/:toolId/versions/:number')
export class AnswersApi {
  constructor(private readonly registrations: RegistrationService) {}

  @Get('questions')
  @Allow(...MAKERS, 'program:chain:read')
  @Documented({
    tag: 'tools',
    summary: 'The questions of the registration, with their answers or what the example proposes',
    gives: QUESTIONS,
  })
  async questions(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof QUESTIONS>> {
    const version = await this.registrations.version({ toolId, number: Number(number) });
    return questionsIn(REGISTRATION_SECTIONS, shownValues(version, actor.language));
  }

  @Patch('answers')
  @Allow(...MAKERS, 'program:chain:write')
  @Documented({
    tag: 'tools',
    summary: 'Write answers',
    description:
      'Refused as a whole: 403 names whose turn it is, 422 each value that cannot be, 409 what a fixed version may not change any more.',
    gives: VERSION,
  })
  async answers(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(AnswersBody) body: AnswersBody,
  ): Promise<Given<typeof VERSION>> {
    const answers = body.answers.map(({ attribute, item, value }) => ({ attribute, item: item ?? '', value }));
    const saved = this.registrations.saveAnswers(actor, { toolId, number: Number(number) }, answers);
    return shownVersion(await saidInBody(saved, ofAnswers(answers)));
  }

  @Put('capabilities')
  @Allow(...LISTERS, 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Say what the product can do and what is on', gives: VERSION })
  async capabilities(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(CapabilitiesBody) { capabilities }: CapabilitiesBody,
  ): Promise<Given<typeof VERSION>> {
    const saved = this.registrations.saveCapabilities(actor, { toolId, number: Number(number) }, capabilities);
    return shownVersion(await saidInBody(saved, ofCapabilities(capabilities)));
  }

  @Put('settings-sheet')
  @Allow(...LISTERS, 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Write the settings sheet as it is to be approved', gives: VERSION })
  async sheet(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(SheetBody) { settings }: SheetBody,
  ): Promise<Given<typeof VERSION>> {
    const sheet = settings.map(({ stricterIs = null, ...setting }) => ({ ...setting, stricterIs }));
    return shownVersion(await saidInBody(this.registrations.saveSheet(actor, { toolId, number: Number(number) }, sheet), ofSheet));
  }

  @Get('scope')
  @Allow(...MAKERS, 'program:chain:read')
  @Documented({ tag: 'tools', summary: 'Who is in scope, and the units there are', gives: SCOPE })
  async scope(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof SCOPE>> {
    const version = await this.registrations.version({ toolId, number: Number(number) });
    const { units, staffNumbers, people } = await this.registrations.scope(version);
    return { units: units.map(({ id, name }) => ({ id, name, chosen: version.scope.units.includes(id) })), staffNumbers, people };
  }

  @Put('scope')
  @Allow(...LISTERS, 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Say who is in scope: units, or single people by their staff number', gives: VERSION })
  async setScope(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(ScopeBody) { units, staffNumbers }: ScopeBody,
  ): Promise<Given<typeof VERSION>> {
    const scope = { units, staffNumbers: staffNumbers ?? [] };
    return shownVersion(
      await saidInBody(this.registrations.saveAnswers(actor, { toolId, number: Number(number) }, [], { scope }), ofScope),
    );
  }

  @Put('enforcement')
  @Allow(...LISTERS, 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Say how strongly this system can stop the tool', gives: VERSION })
  async enforcement(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(EnforcementBody) { enforcement }: EnforcementBody,
  ): Promise<Given<typeof VERSION>> {
    const saved = this.registrations.saveAnswers(actor, { toolId, number: Number(number) }, [], { enforcement });
    return shownVersion(await saidInBody(saved, ofAttribute));
  }
}

import { Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import {
  Allow,
  ApiDoor,
  bytesIn,
  Documented,
  type Given,
  keyIn,
  NoFields,
  record,
  listOf,
  saidInBody,
  Takes,
  Who,
} from '../../../platform/http/index.js';
import { CHAIN_READERS } from '../chain-readers.js';
import { starterOf } from '../starters/index.js';
import { RegistrationService } from '../registration.service.js';
import { VersionsService } from '../versions.service.js';
import { ofAttribute, ofFacts } from './fields-in-body.js';
import { FactsBody, FileBody, NextVersion, StartTool } from './tools.api.dto.js';
import { DONE, shownVersion, STARTED, VERSION, VERSION_LINE, versionLine } from './tools.shapes.js';
import { aCount, aText, anyJson } from '../../../platform/http/index.js';

const MAKERS = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'] as const;
const VERSIONS = record({ toolId: aText(), toolName: aText(), versions: listOf(VERSION_LINE) });
const MADE = record({ number: aCount() });
const REGISTERED = record({ reference: aText(), entry: aText('The number in the processing register') });
const ATTACHED = record({ files: listOf(record({ fileId: aText(), kind: aText(), item: aText(), name: aText() })) });
const STARTER = record({ code: aText(), capabilities: anyJson(), settings: anyJson() });

/** Tools and their versions, for programs. */
@ApiDoor('tools')
export class ToolsApi {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly versions: VersionsService,
  ) {}

  @Post()
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Put a tool in, with its first version: a draft', once: 'service', gives: STARTED })
  async start(
    @Who() actor: Actor,
    @Takes(StartTool) body: StartTool,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof STARTED>> {
    const { name, starter = null, runsWithoutConsent = false } = body;
    const { toolId, reference } = await this.registrations.start(
      actor,
      { name, starter, runsWithoutConsent: runsWithoutConsent === true },
      keyIn(key) ?? undefined,
    );
    return { toolId, number: 1, reference };
  }

  @Get(':toolId/versions')
  @Allow(...CHAIN_READERS, 'program:chain:read')
  @Documented({ tag: 'tools', summary: 'The versions of a tool that you may see, newest last', gives: VERSIONS })
  async list(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<Given<typeof VERSIONS>> {
    const { tool, versions } = await this.versions.list(actor, toolId);
    return { toolId: tool.id, toolName: tool.name, versions: versions.map(versionLine) };
  }

  @Post(':toolId/versions')
  @Allow(...MAKERS, 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Make the next version of a tool', once: 'service', gives: MADE })
  async next(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(NextVersion) body: NextVersion,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof MADE>> {
    return { number: await this.versions.next(actor, toolId, body.isRenewal === true, keyIn(key) ?? undefined) };
  }

  @Get(':toolId/versions/:number')
  @Allow(...MAKERS, 'program:chain:read')
  @Documented({ tag: 'tools', summary: 'Everything that a version holds', gives: VERSION })
  async version(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof VERSION>> {
    return shownVersion(await this.registrations.version({ toolId, number: Number(number) }));
  }

  @Get(':toolId/versions/:number/starter')
  @Allow(...MAKERS, 'program:chain:read')
  @Documented({ tag: 'tools', summary: 'The example that the tool began with: its capabilities and settings', gives: STARTER })
  async starter(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof STARTER>> {
    const { tool } = await this.registrations.version({ toolId, number: Number(number) });
    const found = starterOf(tool.starter);
    return {
      code: tool.starter ?? '',
      capabilities: (found?.capabilities ?? []).map(({ code, can, isOn, reach }) => ({ code, can, on: isOn, reach })),
      settings: (found?.sheet ?? []).map(({ name, value, meaning, stricterIs }) => ({
        name,
        value,
        meaningNl: meaning.nl,
        meaningEn: meaning.en,
        stricterIs,
      })),
    };
  }

  @Post(':toolId/versions/:number/registrations')
  @HttpCode(201)
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Register a version: HR’s part is complete', once: 'service', gives: REGISTERED })
  register(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(NoFields) _body: NoFields,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof REGISTERED>> {
    return saidInBody(this.registrations.register(actor, { toolId, number: Number(number) }, keyIn(key) ?? undefined), ofAttribute);
  }

  @Post(':toolId/versions/:number/confirmations')
  @Allow('tool_owner', 'it_admin', 'dpo', 'program:chain:write')
  @Documented({ tag: 'tools', summary: 'Confirm what another role answered', once: 'service', gives: DONE })
  async confirm(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(FactsBody) { facts }: FactsBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DONE>> {
    const places = facts.map(({ attribute, item }) => ({ attribute, item: item ?? '' }));
    const confirmed = this.registrations.confirm(actor, { toolId, number: Number(number) }, places, keyIn(key) ?? undefined);
    return { reference: await saidInBody(confirmed, ofFacts(places)) };
  }

  @Post(':toolId/versions/:number/files')
  @Allow(...MAKERS, 'program:chain:write')
  @Documented({
    tag: 'tools',
    summary: 'Attach an agreement or evidence',
    description: 'PDF, picture or text, in base64; what is larger than 650 kB is attached on the page.',
    gives: ATTACHED,
  })
  async attach(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(FileBody) { kind, item, name, content }: FileBody,
  ): Promise<Given<typeof ATTACHED>> {
    await this.versions.attach(actor, toolId, Number(number), { bytes: bytesIn(content), name, kind, item: item ?? '' });
    const { files } = shownVersion(await this.registrations.version({ toolId, number: Number(number) }));
    return { files };
  }
}

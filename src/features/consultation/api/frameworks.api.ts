import { Get, Headers, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import {
  aCount,
  aDay,
  Allow,
  anInstant,
  anyJson,
  ApiDoor,
  aText,
  Documented,
  type Given,
  keyIn,
  listOf,
  oneOf,
  orNull,
  record,
  Takes,
  Who,
} from '../../../platform/http/index.js';
import { LIMIT_KINDS } from '../../../policy/index.js';
import { LightBody, ReasonBody } from './consultation.api.dto.js';
import { DONE } from './consultation.shapes.js';
import { type Framework, stateOf } from '../frameworks/domain/framework.js';
import { FrameworkReading } from '../frameworks/framework-reading.service.js';
import { LightService } from '../frameworks/light.service.js';

const READERS = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer'] as const;
const COLOURS = ['green', 'amber'] as const;
const FRAMEWORK = record({
  frameworkId: aText(),
  title: aText(),
  state: oneOf(['proposed', 'waiting', 'standing', 'refused', 'ended', 'lapsed']),
  endsOn: aDay('The last day on which it counts'),
  reference: aText(),
  classes: listOf(
    record({
      colour: oneOf(COLOURS),
      scope: anyJson('What a version may be about'),
      limits: listOf(record({ text: aText(), kind: oneOf(LIMIT_KINDS), value: anyJson() })),
    }),
    'Green: the council is told. Amber: chair and secretary say yes, too',
  ),
});
const FRAMEWORKS = record({ frameworks: listOf(FRAMEWORK) });
const WITH_VERSIONS = record({
  framework: FRAMEWORK,
  versions: listOf(record({ consentId: aText(), toolName: aText(), number: aCount(), colour: oneOf(COLOURS), toldAt: anInstant() })),
});
const LIGHT = record({
  consentId: aText(),
  frameworkId: aText(),
  toolId: aText(),
  number: aCount(),
  fingerprint: aText(),
  colour: oneOf(COLOURS),
  state: oneOf(['stands', 'unmailed', 'running', 'yes_missing', 'outside', 'ended', 'objected', 'revoked', 'full_case']),
  toldAt: anInstant(),
  objectionsUntil: orNull(aDay('Null: not every copy has left')),
  reference: aText(),
});
const TOLD = record({ consentId: aText(), reference: aText() });

const shown = (framework: Framework, today: string): Given<typeof FRAMEWORK> => ({
  frameworkId: framework.id,
  title: framework.title,
  state: stateOf(framework, today),
  endsOn: framework.endsOn,
  reference: framework.reference,
  classes: framework.classes.map(({ colour, scope, limits }) => ({
    colour,
    scope: { ...scope },
    limits: limits.map(({ text, limit: { kind, value } }) => ({ text, kind, value })),
  })),
});

/** For programs: what the council agreed once, and the versions that go under it. Agreeing itself is between people, on the pages. */
@ApiDoor()
export class FrameworksApi {
  constructor(
    private readonly reading: FrameworkReading,
    private readonly lights: LightService,
  ) {}

  @Get('frameworks')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'consultation', summary: 'Framework agreements with the council', gives: FRAMEWORKS })
  async list(): Promise<Given<typeof FRAMEWORKS>> {
    return { frameworks: (await this.reading.list()).frameworks.map((one) => shown(one, this.reading.today())) };
  }

  @Get('frameworks/:frameworkId')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'consultation', summary: 'A framework agreement, and the versions that went under it', gives: WITH_VERSIONS })
  async one(@Who() actor: Actor, @Param('frameworkId') id: string): Promise<Given<typeof WITH_VERSIONS>> {
    const { framework, lights } = await this.reading.one(actor, id);
    const versions = lights.map(({ id: consentId, toolName, number, colour, toldAt }) => {
      return { consentId, toolName, number, colour, toldAt: instant(toldAt) };
    });
    return { framework: shown(framework, this.reading.today()), versions };
  }

  @Post('tools/:toolId/versions/:number/framework-consents')
  @Allow('director', 'program:chain:write')
  @Documented({
    tag: 'consultation',
    summary: 'Tell the council about a version that lies inside a framework agreement',
    once: 'service',
    gives: TOLD,
  })
  tell(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(LightBody) { frameworkId, explanation, password, totp }: LightBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof TOLD>> {
    const press = { identity: { password, totp }, key: keyIn(key) ?? undefined };
    return this.lights.tell(actor, toolId, Number(number), { frameworkId, explanation }, press);
  }

  @Get('framework-consents/:consentId')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'consultation', summary: 'How a version stands that went under a framework agreement', gives: LIGHT })
  async light(@Who() actor: Actor, @Param('consentId') id: string): Promise<Given<typeof LIGHT>> {
    const { light, version, state, lastDay } = await this.reading.light(actor, id);
    return {
      consentId: light.id,
      frameworkId: light.frameworkId,
      toolId: light.toolId,
      number: version.number,
      fingerprint: light.fingerprint,
      colour: light.agreed.colour,
      state,
      toldAt: instant(light.toldAt),
      objectionsUntil: lastDay,
      reference: light.reference,
    };
  }

  @Post('framework-consents/:consentId/objections')
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'program:chain:write')
  @Documented({
    tag: 'consultation',
    summary: 'A member objects: the version goes the whole way',
    description: 'What the officers say yes to, they do signed in, on its page.',
    gives: DONE,
  })
  async object(
    @Who() actor: Actor,
    @Param('consentId') id: string,
    @Takes(ReasonBody) { reason }: ReasonBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.lights.object(actor, id, reason) };
  }
}

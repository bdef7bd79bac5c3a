import { Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { refused } from '../../../kernel/problem.js';
import { Allow, ApiDoor, bytesIn, Documented, type Given, NoFields, Takes, Who } from '../../../platform/http/index.js';
import { ClaimService } from '../claim.service.js';
import { CourtService } from '../court/court.service.js';
import { openPetition } from '../domain/petition.js';
import { ReadingService } from '../reading.service.js';
import { RulingService } from '../ruling.service.js';
import { ClaimBody, PetitionBody, RulingBody } from './consultation.api.dto.js';
import { DONE } from './consultation.shapes.js';

const IN_PERSON = 'It counts for nothing until whom it leaves out confirms it, in person.';

/** For programs of the employer: what is said to stand in place of consent. */
@ApiDoor()
export class CourtApi {
  constructor(
    private readonly claims: ClaimService,
    private readonly rulings: RulingService,
    private readonly court: CourtService,
    private readonly reading: ReadingService,
  ) {}

  @Post('tools/:toolId/versions/:number/claims')
  @Allow('director', 'hr_registrar', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Say that consent is not needed', description: IN_PERSON, gives: DONE })
  async claim(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(ClaimBody) { route, ground, agreementReference, agreementSubstantive, password, totp }: ClaimBody,
  ): Promise<Given<typeof DONE>> {
    const agreement = { agreementReference: agreementReference?.trim() || null, agreementSubstantive: agreementSubstantive === true };
    return { reference: await this.claims.claim(actor, toolId, Number(number), { route, ground, ...agreement }, { password, totp }) };
  }

  @Post('tools/:toolId/versions/:number/rulings')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Hand in a ruling of the court, or an exemption', description: IN_PERSON, gives: DONE })
  async ruling(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(RulingBody) { kind, ground, outcome, ruledOn, reference, name, content }: RulingBody,
  ): Promise<Given<typeof DONE>> {
    const typed = { kind, ground: ground ?? null, outcome, ruledOn, reference };
    return { reference: await this.rulings.upload(actor, toolId, Number(number), typed, { bytes: bytesIn(content), name }) };
  }

  @Post('consent-requests/:id/petitions')
  @Allow('director', 'program:chain:write')
  @Documented({
    tag: 'consultation',
    summary: 'Write down that the court was asked, after a refusal',
    description: 'The secretary of the council confirms it, in person.',
    gives: DONE,
  })
  async petition(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Takes(PetitionBody) { ground, filedOn, court, reference, name, content }: PetitionBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.court.file(actor, id, { ground, filedOn, court, reference }, { bytes: bytesIn(content), name }) };
  }

  @Post('consent-requests/:id/petition-withdrawals')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Take back the petition that the court has yet to decide on', gives: DONE })
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @Takes(NoFields) _body: NoFields): Promise<Given<typeof DONE>> {
    const { inHand } = await this.reading.readCase(id, actor);
    const petition = openPetition(inHand.file, id);
    if (!petition) throw refused('petition.over');
    return { reference: (await this.court.withdraw(actor, petition.id)).reference };
  }
}

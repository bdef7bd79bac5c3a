import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { unusable } from '../../../kernel/problem.js';
import { Allow, isUpload, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import { ScanCheckPage, ScanPage } from '../web/hand-sign-pages.js';
import { signatureCatalogue } from './signature.catalogue.js';
import { ScanCheckDto, ScanDto, ScanRejectionDto } from './signature.dto.js';
import { SignatureService } from './signature.service.js';

const said = (key: 'form.done' | 'check.done' | 'reject.done', reference: string, { language }: Actor): string =>
  text(signatureCatalogue, language)(key, { reference });

@PageController()
export class SignaturePages {
  constructor(private readonly signatures: SignatureService) {}

  @Get(consultationPaths.handSigning(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async scanForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <ScanPage {...await this.signatures.scanForm(actor, requestId)} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.handSigning(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async upload(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ScanDto, body, actor.language, (dto) => {
      if (!isUpload(dto.scan)) throw unusable('scan', 'paper.missing');
      const { bytes, name } = dto.scan;
      return this.signatures.upload(actor, requestId, dto.decisionId, { signedBy: dto.signedBy, bytes, name }, dto);
    });
    if (!done.ok) return unprocessable(await this.scanForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), said('form.done', done.value, actor));
  }

  @Get(consultationPaths.handCheck(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async checkForm(@Who() actor: Actor, @Param('id') requestId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <ScanCheckPage {...await this.signatures.checkForm(actor, requestId)} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.handCheck(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async check(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ScanCheckDto, body, actor.language, (dto) =>
      this.signatures.confirm(actor, requestId, dto.signatureId, dto.code, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.checkForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), said('check.done', done.value.reference, actor));
  }

  @Post(consultationPaths.handRejection(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async reject(@Who() actor: Actor, @Param('id') requestId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ScanRejectionDto, body, actor.language, (dto) =>
      this.signatures.reject(actor, requestId, dto.signatureId, dto.reason),
    );
    if (!done.ok) return unprocessable(await this.checkForm(actor, requestId, body, done.errors));
    return seeOther(consultationPaths.casePage(requestId, 'decisions'), said('reject.done', done.value, actor));
  }
}

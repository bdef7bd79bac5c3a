import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../../kernel/actor.js';
import { newId } from '../../../../kernel/ids.js';
import { notFound, unusable } from '../../../../kernel/problem.js';
import {
  Allow,
  file,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../../../platform/http/index.js';
import { text } from '../../../../platform/i18n/index.js';
import { consultationPaths } from '../../consultation.paths.js';
import { attempt, type Body, type Errors } from '../../doors.js';
import { signedPapersCatalogue } from './signed-papers.catalogue.js';
import { SignedPaperCheckDto, SignedPaperDto, SignedPaperRejectionDto } from './signed-papers.dto.js';
import { isSignable, type Signable } from '../domain/signed-paper.js';
import { SignedPaperService } from './signed-papers.service.js';
import { SignedPaperPage } from './signed-paper-page.js';

const signable = (typed: string): Signable => {
  if (!isSignable(typed)) throw notFound();
  return typed;
};

/** Scans of papers of a case that were signed by hand. */
@PageController()
export class SignedPaperPages {
  constructor(private readonly signed: SignedPaperService) {}

  @Get(consultationPaths.signedPaper(':id', ':paper'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async page(@Who() actor: Actor, @Param('id') id: string, @Param('paper') paper: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.signed.read(actor, id, signable(paper));
    return (
      <SignedPaperPage
        read={read}
        own={read.waiting?.uploadedBy === actor.personId}
        keyOfPress={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Get(consultationPaths.signedScan(':id', ':paper', ':signedId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async scan(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('paper') paper: string,
    @Param('signedId') signedId: string,
  ): Promise<PageResult> {
    const { bytes, type, name } = await this.signed.scan(actor, { requestId, paper: signable(paper) }, signedId);
    return file(bytes, type, name);
  }

  @Post(consultationPaths.signedPaper(':id', ':paper'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async add(@Who() actor: Actor, @Param('id') id: string, @Param('paper') paper: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(SignedPaperDto, body, actor.language, (dto) => {
      if (!isUpload(dto.scan)) throw unusable('scan', 'paper.missing');
      const { bytes, name } = dto.scan;
      return this.signed.add(actor, id, signable(paper), { side: dto.side, bytes, name }, dto);
    });
    return done.ok ? this.said(actor, id, paper, 'added', done.value) : unprocessable(await this.page(actor, id, paper, body, done.errors));
  }

  @Post(consultationPaths.signedCheck(':id', ':paper'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async check(@Who() actor: Actor, @Param('id') id: string, @Param('paper') paper: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(SignedPaperCheckDto, body, actor.language, (dto) =>
      this.signed.confirm(actor, { requestId: id, paper: signable(paper) }, dto, dto),
    );
    return done.ok
      ? this.said(actor, id, paper, 'confirmed', done.value)
      : unprocessable(await this.page(actor, id, paper, body, done.errors));
  }

  @Post(consultationPaths.signedRejection(':id', ':paper'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async reject(@Who() actor: Actor, @Param('id') id: string, @Param('paper') paper: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(SignedPaperRejectionDto, body, actor.language, ({ signedId, reason }) =>
      this.signed.reject(actor, { requestId: id, paper: signable(paper) }, signedId, reason),
    );
    return done.ok
      ? this.said(actor, id, paper, 'rejected', done.value)
      : unprocessable(await this.page(actor, id, paper, body, done.errors));
  }

  private said(actor: Actor, id: string, paper: string, key: 'added' | 'confirmed' | 'rejected', reference: string): PageResult {
    return seeOther(consultationPaths.signedPaper(id, paper), text(signedPapersCatalogue, actor.language)(key, { reference }));
  }
}

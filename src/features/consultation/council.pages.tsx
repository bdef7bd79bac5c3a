import { Get, Param, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { pdfOf } from '../../platform/pdf/index.js';
import { competenceCatalogue } from './competence/competence.catalogue.js';
import { CompetenceService } from './competence/competence.service.js';
import { isGroupReader } from './competence/readers.js';
import { consultationCatalogue } from './consultation.catalogue.js';
import { consultationPaths } from './consultation.paths.js';
import type { LightCase } from './frameworks/light-acts.repository.js';
import type { ListedCase } from './overview.repository.js';
import { onePageBlocks } from './papers.js';
import { ReadingService } from './reading.service.js';
import { besideCases } from './sharing.views.js';
import { type CouncilCase, CouncilPage } from './web/council-page.js';

const CASES_A_PAGE = 50;

const startOf = (one: CouncilCase): number => ('requestId' in one ? one.sentAt : one.toldAt).getTime();
/** Full and light cases together, newest first. A group council knows of no version under a framework. */
const oneList = (cases: readonly ListedCase[], lights: readonly LightCase[]): readonly CouncilCase[] =>
  [...cases, ...lights].sort((a, b) => startOf(b) - startOf(a));

@PageController()
export class CouncilPages {
  constructor(
    private readonly reading: ReadingService,
    private readonly competences: CompetenceService,
  ) {}

  @Get(consultationPaths.council)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async list(@Who() actor: Actor, @Query('page') asked?: unknown): Promise<VNode> {
    const t = text(consultationCatalogue, actor.language);
    const { body, cases, lights, claims, rulings, disputes, votes } = await this.reading.council(actor);
    const officer = actor.role === 'or_chair' || actor.role === 'or_secretary' || actor.role === 'pvt_contact';
    const mine = (by: readonly string[]): boolean => by.includes(actor.personId ?? '');
    const competences = await this.competences.waiting(actor);
    const waitsFor = actor.role === 'group_officer' ? (competences[0]?.level ?? body) : body;
    const waiting = [
      ...competences.map((one) => ({
        text: text(competenceCatalogue, actor.language)('item', { tool: one.toolName }),
        href: consultationPaths.competenceConfirmation(one.id),
      })),
      ...claims
        .filter(({ confirmedBy }) => (officer || actor.role === 'dpo') && !mine(confirmedBy))
        .map((one) => ({
          text: t('item.claim', { tool: one.toolName }),
          href: consultationPaths.claimConfirmation(one.id),
          hint: one.ground,
        })),
      ...rulings
        .filter(() => actor.role !== 'or_chair' && (officer || actor.role === 'dpo'))
        .map((one) => ({
          text: t('item.ruling', { tool: one.toolName }),
          href: consultationPaths.rulingConfirmation(one.id),
          hint: one.reference,
        })),
      ...disputes
        .filter(({ answeredBy }) => officer && !mine(answeredBy))
        .map((one) => ({ text: t('item.dispute', { tool: one.toolName }), href: consultationPaths.disputeAnswer(one.id), hint: one.text })),
    ];
    const own = oneList(
      cases.filter((one) => isGroupReader(actor, one)),
      actor.role === 'group_officer' ? [] : lights,
    );
    const pages = Math.max(1, Math.ceil(own.length / CASES_A_PAGE));
    const page = Math.min(pages, typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1);
    const shown = own.slice((page - 1) * CASES_A_PAGE, page * CASES_A_PAGE);
    return (
      <CouncilPage
        cases={shown}
        votes={votes}
        page={page}
        pages={pages}
        waiting={waiting}
        waitsFor={waitsFor}
        beside={besideCases(actor)}
      />
    );
  }

  @Get(consultationPaths.onePagePdf(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async pdf(@Who() actor: Actor, @Param('id') requestId: string): Promise<PageResult> {
    const { request, bundle } = await this.reading.sent(requestId);
    if (!bundle) throw notFound();
    const page = bundle.onePage[actor.language];
    const bytes = await pdfOf({
      language: actor.language,
      title: page.title,
      blocks: onePageBlocks(page).slice(1),
      fingerprint: request.fingerprint,
      reference: request.reference,
    });
    return file(bytes, 'application/pdf', `${request.reference}.pdf`);
  }

  /** A paper as it was mailed, byte for byte: in Dutch, or the English translation that was made with it. */
  @Get(consultationPaths.paper(':mailingId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async paper(@Param('mailingId') mailingId: string, @Query('language') asked?: unknown): Promise<PageResult> {
    const { pdf, reference } = await this.reading.paper(mailingId, asked === 'en' ? 'en' : 'nl');
    return file(pdf, 'application/pdf', `${reference}.pdf`);
  }

  @Get(consultationPaths.meetingFile(':id', ':meetingId'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo')
  async minutes(@Param('id') requestId: string, @Param('meetingId') meetingId: string): Promise<PageResult> {
    const stored = await this.reading.minutesFile(requestId, meetingId);
    return file(stored.bytes, stored.type, stored.name);
  }
}

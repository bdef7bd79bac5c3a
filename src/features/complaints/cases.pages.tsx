import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { crockford } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  file,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { CaseKeysService, type Handler } from './case-keys.service.js';
import { type CaseAnswer, CasesService } from './cases.service.js';
import { complaintsCatalogue } from './complaints.catalogue.js';
import { HandOverDto, MessageDto, NewKeyDto, SecretDto } from './complaints.dto.js';
import { complaintPaths } from './complaints.paths.js';
import { casePageProps, caseRow } from './complaints.views.js';
import { type Body, mended, textIn } from './story-form.js';
import { CasePage } from './web/case-page.js';
import { CasesPage, ClosedCasePage } from './web/case-pages.js';
import { KeyPage } from './web/key-page.js';

const SUGGESTED = 20;
const handlerOf = (actor: Actor, { sessionId }: Visitor): Handler => ({ actor, sessionId });
const typedIn = (body: Body): Record<string, string> =>
  Object.fromEntries(['kind', 'text', 'outcome', 'referredTo'].map((name) => [name, textIn(body, name)]));
const withoutEmpty = (body: Body): Record<string, unknown> => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));

/** Cases, to who handles them; and the key without which nothing of them is read. */
@PageController()
export class CasesPages {
  constructor(
    private readonly cases: CasesService,
    private readonly keys: CaseKeysService,
  ) {}

  @Get(complaintPaths.cases)
  @Allow('complaint_handler', 'trusted_person')
  async list(@Who() actor: Actor, @Visit() visitor: Visitor): Promise<VNode> {
    const handler = handlerOf(actor, visitor);
    const [cases, { state }] = [await this.cases.list(handler), await this.keys.standing(handler)];
    const rows = cases.map((line) => ({ ...caseRow(line.complaint, line.state), href: complaintPaths.case(line.complaint.id) }));
    return <CasesPage rows={rows} keyState={state} />;
  }

  @Get(complaintPaths.key)
  @Allow('complaint_handler', 'trusted_person')
  key(@Who() actor: Actor, @Visit() visitor: Visitor): Promise<VNode> {
    return this.keyPage(handlerOf(actor, visitor));
  }

  @Post(complaintPaths.key)
  @Allow('complaint_handler', 'trusted_person')
  async makeKey(@Who() actor: Actor, @Visit() visitor: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const handler = handlerOf(actor, visitor);
    const parsed = parse(NewKeyDto, body);
    const fields = parsed.ok ? [] : [...new Set(parsed.errors.map(({ field }) => field))];
    const errors = fields.map((field) => ({ field, text: t(field === 'chosen' ? 'key.secretHint' : 'needed') }));
    if (parsed.ok && parsed.value.chosen !== parsed.value.repeat) errors.push({ field: 'repeat', text: t('key.differs') });
    if (!parsed.ok || errors.length > 0) return unprocessable(await this.keyPage(handler, errors));
    this.keys.lock(handler);
    await this.keys.make(handler, parsed.value.chosen);
    return seeOther(complaintPaths.key, t('key.made'));
  }

  @Post(complaintPaths.openKey)
  @Allow('complaint_handler', 'trusted_person')
  async openKey(@Who() actor: Actor, @Visit() visitor: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const handler = handlerOf(actor, visitor);
    const parsed = parse(SecretDto, body);
    const errors = parsed.ok
      ? await mended(() => this.keys.open(handler, parsed.value.secret), actor.language)
      : [{ field: 'secret', text: t('needed') }];
    if (errors.length > 0) return unprocessable(await this.keyPage(handler, errors));
    return seeOther(complaintPaths.cases, t('key.opened'));
  }

  @Post(complaintPaths.lockKey)
  @Allow('complaint_handler', 'trusted_person')
  lockKey(@Who() actor: Actor, @Visit() visitor: Visitor, @RawBody() body: Record<string, unknown>): PageResult {
    refuseFields(body);
    this.keys.lock(handlerOf(actor, visitor));
    return seeOther(complaintPaths.cases, text(complaintsCatalogue, actor.language)('cases.locked'));
  }

  @Get(complaintPaths.caseOf)
  @Allow('complaint_handler', 'trusted_person')
  async case(@Who() actor: Actor, @Visit() visitor: Visitor, @Param('id') id: string): Promise<VNode> {
    return this.casePage(await this.cases.case(handlerOf(actor, visitor), id), actor);
  }

  @Get(complaintPaths.fileOf)
  @Allow('complaint_handler', 'trusted_person')
  async file(
    @Who() actor: Actor,
    @Visit() visitor: Visitor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<PageResult> {
    const found = await this.cases.file(handlerOf(actor, visitor), id, fileId);
    return file(found.bytes, found.type, found.name);
  }

  @Post(complaintPaths.messageOf)
  @Allow('complaint_handler', 'trusted_person')
  async message(@Who() actor: Actor, @Visit() visitor: Visitor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const handler = handlerOf(actor, visitor);
    const answer = await this.cases.case(handler, id);
    const again = (errors: readonly FieldError[]): PageResult =>
      unprocessable(this.casePage(answer, actor, { typed: typedIn(body), errors }));
    const parsed = parse(MessageDto, withoutEmpty(body));
    if (!parsed.ok) {
      const fields = [...new Set(parsed.errors.map(({ field }) => field))];
      return again(fields.map((field) => ({ field, text: t(field === 'text' ? 'needed' : 'choose') })));
    }
    const { kind, outcome = null, referredTo = null } = parsed.value;
    if (kind === 'closed' && outcome === null) return again([{ field: 'outcome', text: t('case.outcomeNeeded') }]);
    if (kind === 'closed' && (outcome === 'referred') !== (referredTo !== null))
      return again([{ field: 'referredTo', text: t('case.referralNeeded') }]);
    await this.cases.write(handler, id, { kind, outcome, referredTo, text: parsed.value.text.trim() });
    const { reference } = answer.kind === 'open' ? answer.view.complaint : answer.complaint;
    return seeOther(complaintPaths.case(id), t('case.sent', { reference }));
  }

  @Post(complaintPaths.handOverOf)
  @Allow('complaint_handler', 'trusted_person')
  async handOver(
    @Who() actor: Actor,
    @Visit() visitor: Visitor,
    @Param('id') id: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const handler = handlerOf(actor, visitor);
    const parsed = parse(HandOverDto, body);
    if (!parsed.ok) {
      const errors = [...new Set(parsed.errors.map(({ field }) => field))].map((field) => ({ field, text: t('choose') }));
      return unprocessable(this.casePage(await this.cases.case(handler, id), actor, { errors }));
    }
    await this.cases.handOver(handler, id, parsed.value.reason);
    return seeOther(complaintPaths.cases, t('case.handedOver'));
  }

  private casePage(
    answer: CaseAnswer,
    { language }: Actor,
    more: { errors?: readonly FieldError[]; typed?: Record<string, string> } = {},
  ): VNode {
    if (answer.kind === 'open') return <CasePage {...casePageProps(answer.view, language)} {...more} />;
    if (more.errors) throw new Problem(409, 'complaint.locked', [{ code: 'complaint.locked' }]);
    return <ClosedCasePage kind={answer.kind} {...caseRow(answer.complaint, answer.state)} />;
  }

  private async keyPage(handler: Handler, errors?: readonly FieldError[]): Promise<VNode> {
    const { state } = await this.keys.standing(handler);
    const suggestion = (crockford(SUGGESTED).match(/.{4}/g) ?? []).join('-').toLowerCase();
    return <KeyPage state={state} suggestion={suggestion} errors={errors} />;
  }
}

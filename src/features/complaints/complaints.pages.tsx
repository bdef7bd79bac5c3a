import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { complaintsCatalogue } from './complaints.catalogue.js';
import { ComplaintDto, MessageDto, ReplyDto } from './complaints.dto.js';
import { complaintPaths } from './complaints.paths.js';
import { ComplaintsService } from './complaints.service.js';
import { casePageProps, ownPageProps } from './complaints.views.js';
import { CasePage, CasesPage } from './web/case-pages.js';
import { MinePage, OwnPage } from './web/own-pages.js';
import { StartPage } from './web/start-page.js';

type Body = Record<string, unknown>;
const typedIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

@PageController()
export class ComplaintsPages {
  constructor(private readonly complaints: ComplaintsService) {}

  @Get(complaintPaths.mine)
  @Allow('signed-in')
  async mine(@Who() actor: Actor): Promise<VNode> {
    const own = await this.complaints.own(actor);
    return (
      <MinePage
        rows={own.map(({ complaint, state }) => ({
          href: complaintPaths.own(complaint.id),
          reference: complaint.reference,
          tool: complaint.toolName,
          state: state.name,
          dueOn: complaint.dueOn,
        }))}
      />
    );
  }

  @Get(complaintPaths.start)
  @Allow('signed-in')
  async start(@Who() actor: Actor): Promise<VNode> {
    return <StartPage tools={await this.complaints.tools(actor)} contact={await this.complaints.adviser()} idempotencyKey={newId('i')} />;
  }

  @Post(complaintPaths.start)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const tools = await this.complaints.tools(actor);
    const parsed = parse(ComplaintDto, body);
    const typed = typedIn(body);
    const key = typed['_idempotency'];
    const known = !typed['tool'] || tools.some(({ toolId }) => toolId === typed['tool']);
    if (!parsed.ok || !known) {
      const fields = new Set([...(parsed.ok ? [] : parsed.errors.map(({ field }) => field)), ...(known ? [] : ['tool'])]);
      const errors = [...fields].map((field) => ({ field, text: t(field === 'text' ? 'new.needed' : 'new.choose') }));
      const contact = await this.complaints.adviser();
      return unprocessable(<StartPage tools={tools} contact={contact} idempotencyKey={key ?? newId('i')} typed={typed} errors={errors} />);
    }
    const { tool, category, text: said, desk } = parsed.value;
    return seeOther(
      complaintPaths.own(await this.complaints.lodge(actor, { toolId: tool || null, category, text: said.trim(), desk }, key)),
    );
  }

  @Get(complaintPaths.ownOf)
  @Allow('signed-in')
  async own(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return <OwnPage {...ownPageProps(await this.complaints.ownOne(actor, id), actor.language)} />;
  }

  @Post(complaintPaths.ownReplyOf)
  @Allow('signed-in')
  async reply(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const parsed = parse(ReplyDto, body);
    if (!parsed.ok) {
      const props = ownPageProps(await this.complaints.ownOne(actor, id), actor.language);
      return unprocessable(<OwnPage {...props} typed={typedIn(body)['text']} errors={[{ field: 'text', text: t('new.needed') }]} />);
    }
    await this.complaints.reply(actor, id, parsed.value.text.trim());
    return seeOther(complaintPaths.own(id), t('own.sent'));
  }

  @Get(complaintPaths.cases)
  @Allow('complaint_handler', 'trusted_person')
  async cases(@Who() actor: Actor): Promise<VNode> {
    const cases = await this.complaints.cases(actor);
    return (
      <CasesPage
        rows={cases.map(({ complaint, state }) => ({
          href: complaintPaths.case(complaint.id),
          reference: complaint.reference,
          category: complaint.category,
          state: state.name,
          isOverdue: state.isOverdue,
          dueOn: complaint.dueOn,
        }))}
      />
    );
  }

  @Get(complaintPaths.caseOf)
  @Allow('complaint_handler', 'trusted_person')
  async case(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return <CasePage {...casePageProps(await this.complaints.case(actor, id), actor.language)} />;
  }

  @Post(complaintPaths.messageOf)
  @Allow('complaint_handler', 'trusted_person')
  async message(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(complaintsCatalogue, actor.language);
    const parsed = parse(MessageDto, body);
    const view = await this.complaints.case(actor, id);
    if (!parsed.ok) {
      const fields = [...new Set(parsed.errors.map(({ field }) => field))];
      const errors = fields.map((field) => ({ field, text: t(field === 'kind' ? 'new.choose' : 'new.needed') }));
      return unprocessable(<CasePage {...casePageProps(view, actor.language)} typed={typedIn(body)} errors={errors} />);
    }
    await this.complaints.message(actor, id, parsed.value.kind, parsed.value.text.trim());
    return seeOther(complaintPaths.case(id), t('case.sent', { reference: view.complaint.reference }));
  }

  @Post(complaintPaths.handOverOf)
  @Allow('complaint_handler', 'trusted_person')
  async handOver(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    await this.complaints.handOver(actor, id);
    return seeOther(complaintPaths.cases, text(complaintsCatalogue, actor.language)('case.handedOver'));
  }
}

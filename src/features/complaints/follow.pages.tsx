import { Get, Inject, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import {
  Allow,
  ClockToken,
  file,
  PageController,
  type PageResult,
  parse,
  RawBody,
  unprocessable,
  Visit,
  type Visitor,
  withStatus,
} from '../../platform/http/index.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { AnswerDto, CodeDto, ProofDto, WithdrawDto } from './complaints.dto.js';
import { complaintPaths } from './complaints.paths.js';
import { ComplaintsService } from './complaints.service.js';
import { followedProps } from './complaints.views.js';
import { readReceiptCode } from './domain/receipt-code.js';
import { FollowService } from './follow.service.js';
import { Rate } from './rate.js';
import { receiptFile } from './receipt-file.js';
import { reportCatalogue } from './report.catalogue.js';
import { type Body, codeIn, errorsOf, mended, textIn, uploadsIn } from './story-form.js';
import { FollowedPage, type FollowedPageProps, FollowPage } from './web/follow-pages.js';
import { ProofPage } from './web/proof-page.js';

type Language = Visitor['language'];

/** For whoever has a code, with a name or without: the code goes in the form, never in an address. */
@PageController()
export class FollowPages {
  private readonly asking = new Rate(600, 600_000);
  private readonly writing = new Rate(120, 600_000);

  constructor(
    private readonly follow: FollowService,
    private readonly complaints: ComplaintsService,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(complaintPaths.follow)
  @Allow('anyone')
  ask(): VNode {
    return <FollowPage />;
  }

  @Post(complaintPaths.follow)
  @Allow('anyone')
  async open(@Visit() { language }: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    this.asking.take(this.clock.now());
    const parsed = parse(CodeDto, body);
    const code = parsed.ok ? readReceiptCode(parsed.value.case) : null;
    const view = code && (await this.follow.follow(code));
    if (view) return withStatus(200, <FollowedPage {...followedProps(view, code, language)} />);
    return unprocessable(<FollowPage errors={[{ field: 'case', text: text(reportCatalogue, language)('follow.wrong') }]} />);
  }

  @Post(complaintPaths.answer)
  @Allow('anyone')
  async answer(@Visit() { language }: Visitor, @RawBody() body: Body): Promise<PageResult> {
    this.writing.take(this.clock.now());
    const code = codeIn(body);
    const { files: _files, ...rest } = body;
    const parsed = parse(AnswerDto, rest);
    const said = parsed.ok ? (parsed.value.text ?? '').trim() : '';
    const uploads = uploadsIn(body);
    const again = async (errors: readonly FieldError[]): Promise<PageResult> =>
      unprocessable(await this.page(code, language, { errors, typed: textIn(body, 'text') }));
    if (!parsed.ok) return again(errorsOf(parsed.errors, language));
    if (said === '' && uploads.length === 0) return again([{ field: 'text', text: text(reportCatalogue, language)('case.sentNothing') }]);
    await this.page(code, language);
    const errors = await mended(() => this.complaints.addFiles(code, uploads), language);
    if (errors.length > 0) return again(errors);
    await this.follow.answer(code, said);
    return withStatus(200, await this.page(code, language, { sent: true }));
  }

  @Post(complaintPaths.withdraw)
  @Allow('anyone')
  async withdraw(@Visit() { language }: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    this.writing.take(this.clock.now());
    const code = codeIn(body);
    const sure = parse(WithdrawDto, body).ok;
    const errors = [{ field: 'sure', text: text(reportCatalogue, language)('case.notSure') }];
    if (!sure) return unprocessable(await this.page(code, language, { errors }));
    await this.follow.withdraw(code);
    return withStatus(200, await this.page(code, language));
  }

  @Post(complaintPaths.receipt)
  @Allow('anyone')
  async receipt(@Visit() { language }: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    this.asking.take(this.clock.now());
    const code = codeIn(body);
    const receipt = await this.follow.receipt(code);
    const content = receiptFile(receipt, `${this.config.baseUrl}${complaintPaths.proof}`, language);
    return file(content, 'text/plain; charset=utf-8', 'countersign.txt');
  }

  @Get(complaintPaths.proof)
  @Allow('anyone')
  proof(): VNode {
    return <ProofPage />;
  }

  @Post(complaintPaths.proof)
  @Allow('anyone')
  check(@Visit() { language }: Visitor, @RawBody() body: Record<string, unknown>): PageResult {
    this.asking.take(this.clock.now());
    const parsed = parse(ProofDto, body);
    const claims = parsed.ok ? this.follow.check(parsed.value.token) : null;
    const typed = textIn(body, 'token');
    if (claims) return withStatus(200, <ProofPage typed={typed} claims={claims} dayText={formatDay(claims.lodgedOn, language)} />);
    return unprocessable(<ProofPage typed={typed} errors={[{ field: 'token', text: text(reportCatalogue, language)('proof.wrong') }]} />);
  }

  private async page(code: string, language: Language, more: Partial<FollowedPageProps> = {}): Promise<VNode> {
    const view = await this.follow.follow(code);
    if (!view) throw notFound();
    return <FollowedPage {...followedProps(view, code, language)} {...more} />;
  }
}

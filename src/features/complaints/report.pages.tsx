import { Get, Inject, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Clock } from '../../kernel/clock.js';
import { notFound, Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import {
  Allow,
  ClockToken,
  PageController,
  type PageResult,
  parse,
  RawBody,
  unprocessable,
  Visit,
  type Visitor,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { ACCEPTED_FILES } from './clean-file.js';
import { ReceivedDto } from './complaints.dto.js';
import { ComplaintsService } from './complaints.service.js';
import { complaintPaths } from './complaints.paths.js';
import { termsOf } from './complaints.views.js';
import { lastFour } from './domain/receipt-code.js';
import { readCrockford } from '../../kernel/ids.js';
import { FollowService } from './follow.service.js';
import { Rate } from './rate.js';
import { reportCatalogue } from './report.catalogue.js';
import { type Body, codeIn, filledIn, mended, readTold, textIn, uploadsIn } from './story-form.js';
import { CodePage, SavedPage } from './web/code-pages.js';
import { NOTHING } from './web/questions.js';
import { ReportPage } from './web/report-page.js';
import { type ReportStep, StepPage, STEPS } from './web/report-steps.js';

const MINUTE_MS = 60_000;
const isStep = (value: string): value is ReportStep => STEPS.some((step) => step === value);
const after = (step: ReportStep, by: 1 | -1): ReportStep =>
  STEPS[Math.min(Math.max(STEPS.indexOf(step) + by, 0), STEPS.length - 1)] ?? step;

/** The fields that must be right before the next page is shown; after the questions, all of them. */
const CHECKED: Readonly<Record<ReportStep, readonly string[]>> = {
  what: ['category', 'text', 'tool'],
  when: ['when', 'about', 'barred', 'desk', 'disclosure'],
  files: [],
  check: [],
};
/** Where the first of these is asked. */
const stepOf = (wrong: readonly FieldError[]): ReportStep => (wrong.some(({ field }) => CHECKED.what.includes(field)) ? 'what' : 'when');
const FRAME: readonly string[] = ['case', 'step', 'go', 'files', '_csrf', '_idempotency', ...CHECKED.what, ...CHECKED.when];

/** Reporting without a name: nobody signs in, and what was typed goes from page to page until it is sent. */
@PageController()
export class ReportPages {
  private readonly sending = new Rate(60, 60 * MINUTE_MS);
  private readonly uploading = new Rate(60, 10 * MINUTE_MS);

  constructor(
    private readonly complaints: ComplaintsService,
    private readonly follow: FollowService,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(complaintPaths.report)
  @Allow('anyone')
  async start(): Promise<VNode> {
    return <ReportPage address={new URL(complaintPaths.report, this.config.baseUrl)} live={await this.complaints.isLive()} />;
  }

  @Get(complaintPaths.reportNew)
  @Allow('anyone')
  first(): Promise<VNode> {
    return this.page('what', { ...NOTHING, case: this.complaints.newCode() });
  }

  @Post(complaintPaths.reportNew)
  @Allow('anyone')
  async next(@Visit() { language }: Visitor, @RawBody() body: Body): Promise<PageResult> {
    const step = textIn(body, 'step');
    const go = textIn(body, 'go') || 'next';
    const known = Object.keys(body).every((name) => FRAME.includes(name));
    if (!isStep(step) || !known) throw new Problem(400, 'input.unusable');
    const code = codeIn(body);
    if (go === 'back') return withStatus(200, await this.page(after(step, -1), body));
    if (isStep(go) && step === 'check') return withStatus(200, await this.page(go, body));
    const told = readTold(body, language, false);
    const wrong = told.ok ? [] : told.errors.filter(({ field }) => CHECKED[step].length === 0 || CHECKED[step].includes(field));
    if (wrong.length > 0) return unprocessable(await this.page(stepOf(wrong), body, wrong));
    if (step === 'files') return this.files(code, body, language);
    if (step !== 'check') return withStatus(200, await this.page(after(step, 1), body));
    if (!told.ok || go !== 'send') throw new Problem(400, 'input.unusable');
    this.sending.take(this.clock.now());
    const refused = await mended(() => this.complaints.report(told.told), language);
    if (refused.length > 0) return unprocessable(await this.page(stepOf(refused), body, refused));
    return this.code(code, 'anonymous', language);
  }

  @Post(complaintPaths.received)
  @Allow('anyone')
  async received(@Visit() { language }: Visitor, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    const code = codeIn(body);
    const parsed = parse(ReceivedDto, body);
    const route = parsed.ok ? parsed.value.route : 'anonymous';
    if (!parsed.ok || readCrockford(parsed.value.last) !== lastFour(code)) {
      const errors = [{ field: 'last', text: text(reportCatalogue, language)('code.lastWrong') }];
      return this.code(code, route, language, errors);
    }
    const view = await this.follow.follow(code);
    if (!view) throw notFound();
    return withStatus(200, <SavedPage terms={termsOf(view.complaint, language)} />);
  }

  private async files(code: string, body: Body, language: Visitor['language']): Promise<PageResult> {
    const uploads = uploadsIn(body);
    if (uploads.length > 0) this.uploading.take(this.clock.now());
    const errors = await mended(() => this.complaints.addFiles(code, uploads), language);
    if (errors.length > 0) return unprocessable(await this.page('files', body, errors));
    return withStatus(200, await this.page(textIn(body, 'go') === 'add' ? 'files' : 'check', body));
  }

  private async code(
    code: string,
    route: 'named' | 'anonymous',
    language: Visitor['language'],
    errors?: readonly FieldError[],
  ): Promise<PageResult> {
    const view = await this.follow.follow(code);
    if (!view) throw notFound();
    const page = <CodePage code={code} named={route === 'named'} terms={termsOf(view.complaint, language)} errors={errors} />;
    return errors ? unprocessable(page) : withStatus(200, page);
  }

  private async page(step: ReportStep, body: Body, errors?: readonly FieldError[]): Promise<VNode> {
    const code = codeIn(body);
    const [contacts, files] = await Promise.all([this.complaints.contacts(), this.complaints.filesSoFar(code)]);
    return (
      <StepPage
        step={step}
        code={code}
        filled={filledIn(body)}
        contacts={contacts}
        files={files}
        accepted={ACCEPTED_FILES}
        errors={errors}
      />
    );
  }
}

import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem } from '../../kernel/problem.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { CAPABILITY_TEXTS } from './capability.catalogue.js';
import { DeclaredForms } from './declarations/declared-forms.js';
import { declaredPage } from './declarations/domain/declared-pages.js';
import { isCapability } from './domain/capabilities.js';
import { readCapabilities } from './domain/capability-form.js';
import { nextPage, PRODUCT, sectionOf, SHEET } from './domain/pages.js';
import { readSheet } from './domain/sheet-form.js';
import { shownValues } from './domain/version-values.js';
import { keyOf, mendable, parseErrors, reasonErrors } from './form-errors.js';
import { unknownFieldText } from './questionnaire/fault-texts.js';
import { editedRows } from './questionnaire/edit-rows.js';
import type { Section } from './questionnaire/question.js';
import { readAnswers } from './questionnaire/read-answers.js';
import { readBeside } from './read-beside.js';
import { RegistrationService } from './registration.service.js';
import { overviewPage, productPage, sectionPage, sheetPage } from './registration.views.js';
import { OFFERED } from './starters/index.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { StartDto } from './tools.dto.js';
import { toolPaths, toolRoutes } from './tools.paths.js';
import type { Version } from './version.js';
import { StartPage } from './web/start-page.js';

type Body = Record<string, unknown>;

@PageController()
export class RegistrationPages {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly declared: DeclaredForms,
  ) {}

  @Get(toolRoutes.start)
  @Allow('hr_registrar')
  start(): VNode {
    return <StartPage starters={OFFERED} idempotencyKey={newId('i')} />;
  }

  @Post(toolRoutes.start)
  @Allow('hr_registrar')
  async begin(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(StartDto, body);
    const name = typeof body['name'] === 'string' ? body['name'] : '';
    const typed = { name, starter: typeof body['starter'] === 'string' ? body['starter'] : undefined, runs: body['runs'] === 'yes' };
    const again = (errors: ReturnType<typeof parseErrors>, existingId?: string): PageResult =>
      unprocessable(<StartPage starters={OFFERED} idempotencyKey={newId('i')} typed={typed} errors={errors} existingId={existingId} />);
    if (!parsed.ok) return again(parseErrors(parsed.errors, actor.language));
    const input = { name: parsed.value.name, starter: parsed.value.starter || null, runsWithoutConsent: parsed.value.runs === 'yes' };
    try {
      const { toolId } = await this.registrations.start(actor, input, keyOf(body));
      return seeOther(toolPaths.registerSection(toolId, 1, PRODUCT));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'tool.name-taken') return again(mendable(error, actor.language));
      const existing = error.members['toolId'];
      return again(reasonErrors(error.reasons, actor.language), typeof existing === 'string' ? existing : undefined);
    }
  }

  @Get(toolRoutes.register)
  @Allow('hr_registrar', 'tool_owner', 'it_admin', 'privacy_officer')
  async overview(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return overviewPage(await this.registrations.version({ toolId, number: Number(number) }), actor);
  }

  @Get(toolRoutes.registerSection)
  @Allow('hr_registrar', 'tool_owner', 'it_admin', 'privacy_officer')
  async section(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('section') code: string,
  ): Promise<VNode> {
    const version = await this.registrations.version({ toolId, number: Number(number) });
    if (code === PRODUCT) return productPage(version, actor);
    if (code === SHEET) return sheetPage(version, actor);
    const declared = declaredPage(code);
    if (declared) return this.declared.page(actor, version, declared);
    const section = sectionOf(code);
    if (!section) throw notFound();
    return sectionPage(version, section, actor, await this.scopeFor(section, version));
  }

  @Post(toolRoutes.registerSection)
  @Allow('hr_registrar', 'tool_owner', 'it_admin')
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('section') code: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const version = await this.registrations.version({ toolId, number: Number(number) });
    if (code === PRODUCT) return this.saveProduct(actor, version, body);
    if (code === SHEET) return this.saveSheet(actor, version, body);
    const declared = declaredPage(code);
    if (declared) return this.declared.save(actor, version, declared, body);
    const section = sectionOf(code);
    if (!section) throw notFound();
    return this.saveSection(actor, version, section, body);
  }

  private async saveSection(actor: Actor, version: Version, section: Section, raw: Body): Promise<PageResult> {
    const reader = { role: actor.role, language: actor.language, values: shownValues(version, actor.language) };
    const { body, beside, typed, errors } = readBeside(section, raw, actor);
    const page = async (more: Parameters<typeof sectionPage>[4]) =>
      sectionPage(version, section, actor, await this.scopeFor(section, version), { ...typed, ...more });
    const edited = editedRows(section, body, reader);
    if (edited) return withStatus(200, await page({ values: edited }));
    const read = readAnswers(section, body, reader);
    const wrong = [...(read.ok ? [] : read.errors), ...errors];
    if (!read.ok || wrong.length > 0) return unprocessable(await page({ values: read.values, errors: wrong }));
    try {
      return this.onward(actor, section.code, await this.registrations.saveAnswers(actor, version, read.answers, beside));
    } catch (error) {
      return unprocessable(await page({ values: read.values, errors: mendable(error, actor.language) }));
    }
  }

  private async saveProduct(actor: Actor, version: Version, body: Body): Promise<PageResult> {
    const read = readCapabilities(body);
    const t = text(toolsCatalogue, actor.language);
    const nameOf = (code: string): string => (isCapability(code) ? CAPABILITY_TEXTS[code][actor.language] : code);
    const errors = [
      ...read.missing.map((code) => ({ field: `capability|${code}`, text: t('capabilityError', { name: nameOf(code) }) })),
      ...read.stray.map((field) => ({ field, text: unknownFieldText(field, actor.language) })),
    ];
    if (errors.length > 0) return unprocessable(productPage(version, actor, read.chosen, errors));
    return this.onward(actor, PRODUCT, await this.registrations.saveCapabilities(actor, version, read.inputs));
  }

  private async saveSheet(actor: Actor, version: Version, body: Body): Promise<PageResult> {
    const read = readSheet(body);
    if (read.isEdit) return withStatus(200, sheetPage(version, actor, read.rows));
    const stray = read.stray.map((field) => ({ field, text: unknownFieldText(field, actor.language) }));
    if (stray.length > 0) return unprocessable(sheetPage(version, actor, read.rows, stray));
    try {
      return this.onward(actor, SHEET, await this.registrations.saveSheet(actor, version, read.settings));
    } catch (error) {
      return unprocessable(sheetPage(version, actor, read.rows, mendable(error, actor.language)));
    }
  }

  private onward(actor: Actor, page: string, version: Version): PageResult {
    const next = nextPage(page, actor.role, version);
    const { toolId, number } = version;
    const saved = text(toolsCatalogue, actor.language)('saved');
    return seeOther(next ? toolPaths.registerSection(toolId, number, next) : toolPaths.checkAnswers(toolId, number), saved);
  }

  private async scopeFor(section: Section, version: Version) {
    return section.code === 'who' ? this.registrations.scope(version) : null;
  }
}

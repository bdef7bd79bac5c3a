import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { noticePaths } from '../notices.paths.js';
import { isOtherLanguage } from './domain/translation.js';
import { readTranslationForm } from './translation-form.js';
import { TranslationService, type TranslationView } from './translation.service.js';
import { translationErrors, translationPageProps } from './translation.views.js';
import { translationsCatalogue, type TranslationsKey } from './translations.catalogue.js';
import { ReaderDto } from './translations.dto.js';
import { TranslationPage } from './web/translation-page.js';

type Body = Record<string, unknown>;
const numberOf = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);

/** HR types a notice in another language, and asks somebody to read it over. */
@PageController()
export class TranslationPages {
  constructor(private readonly translations: TranslationService) {}

  @Get(noticePaths.translationOf)
  @Allow('hr_registrar')
  async translation(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
  ): Promise<VNode> {
    const view = await this.view(toolId, number, language);
    return <TranslationPage {...translationPageProps(view, { language: actor.language })} />;
  }

  @Post(noticePaths.translationOf)
  @Allow('hr_registrar')
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const view = await this.view(toolId, number, language);
    const typed = readTranslationForm(body, view.places);
    if (typed.errors.length > 0) {
      const errors = translationErrors(typed, actor.language);
      return unprocessable(<TranslationPage {...translationPageProps(view, { language: actor.language, typed, errors })} />);
    }
    await this.translations.save(actor, toolId, numberOf(number), language, typed.source, typed.texts);
    return seeOther(noticePaths.translation(toolId, numberOf(number), language), text(translationsCatalogue, actor.language)('page.saved'));
  }

  @Post(noticePaths.readerOf)
  @Allow('hr_registrar')
  async ask(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const t = text(translationsCatalogue, actor.language);
    const parsed = parse(ReaderDto, body);
    const again = async (errors: readonly { field: string; text: string }[]): Promise<PageResult> => {
      const view = await this.view(toolId, number, language);
      const staffNumber = parsed.ok ? parsed.value.staffNumber : undefined;
      return unprocessable(<TranslationPage {...translationPageProps(view, { language: actor.language, staffNumber, errors })} />);
    };
    if (!parsed.ok) return again(parsed.errors.map(({ field }) => ({ field, text: t('page.unknownPerson') })));
    if (!isOtherLanguage(language)) throw notFound();
    try {
      await this.translations.ask(actor, toolId, numberOf(number), language, parsed.value.staffNumber.trim());
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return again(error.reasons.map(({ field, code }) => ({ field: field ?? '', text: t(code as TranslationsKey) })));
    }
    return seeOther(noticePaths.translation(toolId, numberOf(number), language), t('page.asked'));
  }

  private view(toolId: string, number: string, language: string): Promise<TranslationView> {
    if (!isOtherLanguage(language)) throw notFound();
    return this.translations.view(toolId, numberOf(number), language);
  }
}

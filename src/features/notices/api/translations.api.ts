import { Get, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import {
  aCount,
  Allow,
  ApiDoor,
  aText,
  Documented,
  type Given,
  listOf,
  oneOf,
  orNull,
  record,
  registerReasons,
  Takes,
  Who,
} from '../../../platform/http/index.js';
import { isOtherLanguage, TRANSLATION_STATES } from '../translations/domain/translation.js';
import { mostOf, placeName, readTranslationForm } from '../translations/translation-form.js';
import { TranslationService, type TranslationView } from '../translations/translation.service.js';
import { TranslationBody, TranslationReaderBody } from './notices.api.dto.js';

registerReasons({
  'page.unknownPerson': { nl: 'Wij kennen dit personeelsnummer niet.', en: 'We do not know this staff number.' },
  'page.self': {
    nl: 'Vraag een ander: u kunt uw eigen vertaling niet nalezen.',
    en: 'Ask another: you cannot read over your own translation.',
  },
  'page.typist': { nl: 'Deze persoon typte aan de vertaling.', en: 'This person typed part of the translation.' },
});

const TRANSLATION = record({
  language: aText('A language tag, as `pl`'),
  state: oneOf(TRANSLATION_STATES),
  source: aText('Over the Dutch texts as they are now; writing names it, and is refused when they changed meanwhile'),
  texts: listOf(
    record({
      place: aText('As in the notice: `N08`, `short:N08`, and `heading:N08` for its heading'),
      dutch: aText(),
      text: orNull(aText('The translation as it stands')),
      remembered: orNull(aText('How the same Dutch was translated before')),
      most: aCount('So many characters at most'),
    }),
  ),
});

const shown = ({ places, translation, remembered, source }: TranslationView): Given<typeof TRANSLATION> => {
  const own = new Map(translation.rows.map(({ place, text }) => [place, text]));
  return {
    language: translation.language,
    state: translation.standing.state,
    source,
    texts: places.map(({ place, source: dutch }) => ({
      place,
      dutch,
      text: own.get(place) ?? null,
      remembered: remembered.get(place) ?? null,
      most: mostOf(place),
    })),
  };
};

/** The notice in other languages that people here read. The colleague who reads it over answers in person, signed in. */
@ApiDoor('tools/:toolId/versions/:number/notice-translations')
export class TranslationsApi {
  constructor(private readonly translations: TranslationService) {}

  @Get(':language')
  @Allow('hr_registrar', 'program:chain:read')
  @Documented({ tag: 'notices', summary: 'The notice in another language, beside the Dutch', gives: TRANSLATION })
  async translation(
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
  ): Promise<Given<typeof TRANSLATION>> {
    return shown(await this.view(toolId, number, language));
  }

  @Put(':language')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'notices', summary: 'Write texts of a translation, beside exactly the Dutch that `source` names', gives: TRANSLATION })
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
    @Takes(TranslationBody) { source, texts }: TranslationBody,
  ): Promise<Given<typeof TRANSLATION>> {
    const { places } = await this.view(toolId, number, language);
    const form = Object.fromEntries(texts.map(({ place, text }) => [placeName(place), text]));
    const typed = readTranslationForm({ ...form, source }, places);
    if (typed.errors.length > 0) {
      const wrong = typed.errors.map(({ field, code }) => ({
        code: code === 'unknown' ? 'notice.no-such-place' : 'field.too-long',
        field,
      }));
      throw new Problem(422, 'input.unusable', wrong);
    }
    await this.translations.save(actor, toolId, Number(number), language, typed.source, typed.texts);
    return shown(await this.view(toolId, number, language));
  }

  @Post(':language/readers')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'notices', summary: 'Ask a colleague to read a translation over: never one who typed any of it', gives: TRANSLATION })
  async ask(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('language') language: string,
    @Takes(TranslationReaderBody) { staffNumber }: TranslationReaderBody,
  ): Promise<Given<typeof TRANSLATION>> {
    await this.view(toolId, number, language);
    await this.translations.ask(actor, toolId, Number(number), language, staffNumber.trim());
    return shown(await this.view(toolId, number, language));
  }

  private view(toolId: string, number: string, language: string): Promise<TranslationView> {
    if (!isOtherLanguage(language)) throw notFound();
    return this.translations.view(toolId, Number(number), language);
  }
}

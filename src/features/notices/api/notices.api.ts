import { Get, Headers, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import { Problem } from '../../../kernel/problem.js';
import {
  aCount,
  Allow,
  anInstant,
  ApiDoor,
  aText,
  Documented,
  type Given,
  keyIn,
  listOf,
  NoFields,
  oneOf,
  orNull,
  record,
  Takes,
  Who,
  yesOrNo,
} from '../../../platform/http/index.js';
import { PRODUCT_LANGUAGES } from '../domain/notice-content.js';
import { inputName, readDraftForm } from '../draft-form.js';
import { formOf } from '../draft-views.js';
import { type DraftView, NoticesService } from '../notices.service.js';
import { NoticeDraftBody } from './notices.api.dto.js';

const READERS = ['hr_registrar', 'dpo', 'privacy_officer', 'director'] as const;
const REASON = record({ code: aText(), requirement: orNull(aText()), turn: orNull(aText()) });
const DRAFT = record({
  texts: listOf(record({ language: oneOf(PRODUCT_LANGUAGES), item: aText(), text: aText() }), 'As it would be sent now'),
  isComplete: yesOrNo(),
  missing: listOf(record({ language: aText(), item: aText() })),
  missingLanguages: listOf(aText(), 'Languages that people here read, and this notice is not in'),
  thirdPartiesAsked: yesOrNo('Whether callers or visitors are concerned, and it must be said what they are told'),
  people: aCount('How many people it goes to'),
  unmet: listOf(REASON, 'What must be met before it may be sent'),
  sent: listOf(record({ noticeId: aText(), kind: aText(), reference: aText(), sentAt: anInstant() })),
});
const SENT = record({ reference: aText(), jobId: orNull(aText('The long work that delivers it, where they are many')) });

const draftShown = (view: DraftView): Given<typeof DRAFT> => ({
  texts: PRODUCT_LANGUAGES.flatMap((language) =>
    Object.entries(view.draft.content.texts[language] ?? {}).map(([item, text]) => ({ language, item, text })),
  ),
  isComplete: view.draft.complete,
  missing: view.draft.missing.map(({ language, field }) => ({ language, item: field })),
  missingLanguages: view.draft.missingLanguages,
  thirdPartiesAsked: formOf(view).thirdParties,
  people: view.people,
  unmet: view.unmet.map(({ code, requirement, turn }) => ({ code, requirement: requirement ?? null, turn: turn ?? null })),
  sent: view.history.map(({ id, kind, reference, publishedAt }) => ({ noticeId: id, kind, reference, sentAt: instant(publishedAt) })),
});

/** The texts as the page’s form has them, so that both are checked by the same reader. */
const asForm = ({ texts, thirdParties }: NoticeDraftBody): Record<string, unknown> => ({
  ...Object.fromEntries(texts.map(({ language, item, text }) => [inputName(language, item), text])),
  ...(thirdParties
    ? {
        thirdParties: 'yes',
        ...Object.fromEntries(Object.entries(thirdParties).map(([name, isSo]) => [name, isSo === true ? 'yes' : 'no'])),
      }
    : {}),
});

/** The notice to everyone in scope, for programs. */
@ApiDoor('tools/:toolId/versions/:number')
export class NoticesApi {
  constructor(private readonly notices: NoticesService) {}

  @Get('notice-draft')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'notices', summary: 'The notice as it would be sent now, and what it lacks', gives: DRAFT })
  async draft(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof DRAFT>> {
    return draftShown(await this.notices.draft(toolId, Number(number)));
  }

  @Put('notice-draft')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'notices', summary: 'Write texts of the notice; the others stay as proposed', gives: DRAFT })
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(NoticeDraftBody) body: NoticeDraftBody,
  ): Promise<Given<typeof DRAFT>> {
    const typed = readDraftForm(asForm(body), formOf(await this.notices.draft(toolId, Number(number))));
    if (typed.errors.length > 0) {
      const wrong = typed.errors.map(({ field, code }) => ({
        code: code === 'unknown' ? 'notice.no-such-place' : 'field.too-long',
        field,
      }));
      throw new Problem(422, 'input.unusable', wrong);
    }
    await this.notices.save(actor, toolId, Number(number), typed.texts, typed.others);
    return draftShown(await this.notices.draft(toolId, Number(number)));
  }

  @Post('notices')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({ tag: 'notices', summary: 'Send the notice to everyone in scope', once: 'service', gives: SENT })
  publish(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(NoFields) _body: NoFields,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof SENT>> {
    return this.notices.publish(actor, toolId, Number(number), keyIn(key) ?? undefined);
  }
}

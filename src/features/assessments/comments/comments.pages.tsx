import { Get, Param, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Language } from '../../../kernel/actor.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { CommentDto } from '../assessments.dto.js';
import { advicePaths, routes } from '../assessments.paths.js';
import { commentsCatalogue } from './comments.catalogue.js';
import { CommentsService } from './comments.service.js';
import { CommentPage } from './comment-page.js';

type Body = Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const FIELDS = { verdict: 'fieldChoose', text: 'fieldText' } as const;
const wordsFor = (field: string): (typeof FIELDS)[keyof typeof FIELDS] | 'fieldOther' =>
  field === 'verdict' || field === 'text' ? FIELDS[field] : 'fieldOther';
const faults = (fields: readonly string[], language: Language): readonly FieldError[] =>
  fields.map((field) => ({
    field: wordsFor(field) === 'fieldOther' ? '' : field,
    text: text(commentsCatalogue, language)(wordsFor(field)),
  }));

/** The page on which the DPO says something of one answer. */
@PageController()
export class CommentPages {
  constructor(private readonly comments: CommentsService) {}

  @Get(routes.comment)
  @Allow('dpo')
  async page(
    @Who() actor: Actor,
    @Param('versionId') versionId: string,
    @Query('answer') answer?: unknown,
    typed?: Body,
    errors?: readonly FieldError[],
  ): Promise<VNode> {
    const model = await this.comments.read(versionId, textOf(answer), actor.language);
    if (!model) throw notFound();
    return <CommentPage model={model} typed={typed} errors={errors} />;
  }

  @Post(routes.comment)
  @Allow('dpo')
  async save(
    @Who() actor: Actor,
    @Param('versionId') versionId: string,
    @RawBody() body: Body,
    @Query('answer') answer?: unknown,
  ): Promise<PageResult> {
    if (!(await this.comments.read(versionId, textOf(answer), actor.language))) throw notFound();
    const form = parse(CommentDto, body);
    const again = async (errors: readonly FieldError[]): Promise<PageResult> =>
      unprocessable(await this.page(actor, versionId, textOf(answer), body, errors));
    if (!form.ok) return again(faults([...new Set(form.errors.map(({ field }) => field))], actor.language));
    const { verdict, text: said = '' } = form.value;
    const [attribute = '', item = ''] = textOf(answer).split('|');
    const t = text(commentsCatalogue, actor.language);
    try {
      const reference = await this.comments.comment(actor, versionId, { attribute, item, verdict, text: said.trim() });
      return seeOther(advicePaths.give(versionId), t('saved', { reference }));
    } catch (error) {
      if (error instanceof Problem && error.reasons.some(({ field }) => field === 'text'))
        return again([{ field: 'text', text: t('textHint') }]);
      throw error;
    }
  }
}

import { Get, Param, Post } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import { Allow, isUpload, PageController, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { mistakeText } from './errors.catalogue.js';
import { peoplePaths } from './people.paths.js';
import { RegisterService, type Uploaded } from './register.service.js';
import { ImportPage, ImportPreviewPage } from './web/import-pages.js';
import { textOf } from './web/texts.js';

@PageController()
export class ImportPages {
  constructor(private readonly register: RegisterService) {}

  @Get(peoplePaths.imports)
  @Allow('org_admin', 'hr_registrar')
  form() {
    return <ImportPage />;
  }

  @Post(peoplePaths.imports)
  @Allow('org_admin', 'hr_registrar')
  async upload(@Who() actor: Actor, @RawBody() body: Record<string, unknown>) {
    const given = body['file'];
    const uploaded: Uploaded = isUpload(given) ? await this.register.upload(actor, given.bytes) : { ok: false, code: 'csv.missing' };
    if (uploaded.ok) return seeOther(peoplePaths.import(uploaded.id));
    return unprocessable(<ImportPage errors={[{ field: 'file', text: where(uploaded, actor.language) }]} />);
  }

  @Get(peoplePaths.import(':id'))
  @Allow('org_admin', 'hr_registrar')
  async preview(@Param('id') id: string) {
    const { added, changed, errors } = await this.register.preview(id);
    return <ImportPreviewPage id={id} added={added} changed={changed} errors={errors} />;
  }

  @Post(peoplePaths.importApplication(':id'))
  @Allow('org_admin', 'hr_registrar')
  async apply(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>) {
    refuseFields(body);
    const applied = await this.register.apply(actor, id);
    if (applied.ok) return seeOther(peoplePaths.people, textOf(actor.language)('import.done', applied.value));
    const { added, changed, errors } = await this.register.preview(id);
    return unprocessable(<ImportPreviewPage id={id} added={added} changed={changed} errors={errors} />);
  }
}

/** What is wrong with the file as a whole, and where. */
const where = ({ code, column, line }: Extract<Uploaded, { ok: false }>, language: Language): string => {
  const t = textOf(language);
  const text = mistakeText(code, language);
  if (column) return t('import.where', { text, column });
  return line ? t('import.whereLine', { text, line: String(line) }) : text;
};

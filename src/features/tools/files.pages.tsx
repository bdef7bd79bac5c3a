import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import {
  Allow,
  explain,
  file,
  isUpload,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { CHAIN_READERS } from './chain-readers.js';
import { fileSubjects, mayAttach } from './file-subjects.js';
import { mendable, parseErrors } from './form-errors.js';
import { placeOf } from './registration.views.js';
import { toolsCatalogue } from './tools.catalogue.js';
import { FileDto } from './tools.dto.js';
import { toolPaths, toolRoutes } from './tools.paths.js';
import type { Version } from './version.js';
import { VersionsService } from './versions.service.js';
import { FilesPage } from './web/files-page.js';

type Body = Record<string, unknown>;

const filesPage = (version: Version, actor: Actor, errors?: ReturnType<typeof parseErrors>, typed?: string): VNode => {
  const subjects = fileSubjects(version, actor.language);
  const aboutOf = (kind: string, item: string): string => subjects.find((one) => one.kind === kind && one.item === item)?.text ?? '';
  return (
    <FilesPage
      place={placeOf(version)}
      files={version.files.map(({ fileId, name, kind, item }) => ({ fileId, name, about: aboutOf(kind, item) }))}
      subjects={subjects.filter((subject) => mayAttach(actor, subject))}
      errors={errors}
      typed={typed}
    />
  );
};

/** Agreements and evidence that belong to a version. */
@PageController()
export class FilesPages {
  constructor(private readonly versions: VersionsService) {}

  @Get(toolRoutes.files)
  @Allow(...CHAIN_READERS)
  async files(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return filesPage(await this.versions.files(actor, toolId, Number(number)), actor);
  }

  @Post(toolRoutes.files)
  @Allow('hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin')
  async attach(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const version = await this.versions.files(actor, toolId, Number(number));
    const { file: upload, ...fields } = body;
    const parsed = parse(FileDto, fields);
    const subject = fileSubjects(version, actor.language).find(
      (one) => parsed.ok && one.value === parsed.value.about && mayAttach(actor, one),
    );
    const wrong = (field: string, code: string) => ({ field, text: explain({ code }, actor.language).title });
    const errors = [
      ...(parsed.ok ? [] : parseErrors(parsed.errors, actor.language)),
      ...(parsed.ok && !subject ? [wrong('about', 'field.choice')] : []),
      ...(isUpload(upload) ? [] : [wrong('file', 'file.missing')]),
    ];
    const typed = parsed.ok ? parsed.value.about : undefined;
    if (!subject || !isUpload(upload)) return unprocessable(filesPage(version, actor, errors, typed));
    try {
      const given = { bytes: upload.bytes, name: upload.name, kind: subject.kind, item: subject.item };
      await this.versions.attach(actor, toolId, version.number, given);
      return seeOther(toolPaths.files(toolId, version.number), text(toolsCatalogue, actor.language)('filesDone'));
    } catch (error) {
      return unprocessable(filesPage(version, actor, mendable(error, actor.language), typed));
    }
  }

  @Get(toolRoutes.file)
  @Allow(...CHAIN_READERS)
  async download(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('fileId') fileId: string,
  ): Promise<PageResult> {
    const found = await this.versions.file(actor, toolId, Number(number), fileId);
    return file(found.bytes, found.type, found.name);
  }
}

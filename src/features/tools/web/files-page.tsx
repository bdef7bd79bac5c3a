import { Button, errorOf, Field, Form, H2, Lead, Link, Select, Table, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import type { VersionFile } from '../version.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export const FILE_KIND_NAMES = [
  'processing_agreement',
  'transfer_assessment',
  'vendor_evidence',
  'vendor_documents',
  'dpia',
  'prior_consultation',
] as const;
export type FileKind = (typeof FILE_KIND_NAMES)[number];
const isKind = (kind: string): kind is FileKind => FILE_KIND_NAMES.some((one) => one === kind);

export interface FilesProps {
  readonly place: VersionPlace;
  readonly files: readonly VersionFile[];
  /** The kinds that the reader may add. */
  readonly kinds: readonly FileKind[];
  readonly errors?: readonly FieldError[];
  readonly typed?: { readonly kind?: string; readonly item?: string };
}

export const FilesPage = ({ place, files, kinds, errors, typed = {} }: FilesProps) => {
  const t = useToolsText();
  return (
    <ToolPage
      title={t('files')}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      <Lead>{t('filesLead')}</Lead>
      <Table
        caption={t('files')}
        captionHidden
        head={[t('filesName'), t('filesKind'), t('filesItem')]}
        rows={files.map((file) => [
          <Link href={toolPaths.file(place.toolId, place.number, file.fileId)} download>
            {file.name}
          </Link>,
          isKind(file.kind) ? t(`file.${file.kind}`) : file.kind,
          file.item,
        ])}
        empty={t('filesNone')}
      />
      {kinds.length > 0 ? (
        <>
          <H2>{t('filesDo')}</H2>
          <Form action={toolPaths.files(place.toolId, place.number)} multipart>
            <Select
              name="kind"
              label={t('filesKind')}
              value={typed.kind}
              error={errorOf(errors, 'kind')}
              items={kinds.map((kind) => ({ value: kind, text: t(`file.${kind}`) }))}
            />
            <Field name="item" label={t('filesItem')} optional value={typed.item} error={errorOf(errors, 'item')} autocomplete="off" />
            <Field name="file" type="file" label={t('filesPick')} hint={t('filesPickHint')} error={errorOf(errors, 'file')} />
            <Button>{t('filesDo')}</Button>
          </Form>
        </>
      ) : null}
    </ToolPage>
  );
};

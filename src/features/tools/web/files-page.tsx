import { Button, errorOf, Field, Form, H2, Lead, Link, Select, Table, usePage, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export interface FilesProps {
  readonly place: VersionPlace;
  readonly files: readonly { readonly fileId: string; readonly name: string; readonly about: string }[];
  /** What the reader may add a document about. */
  readonly subjects: readonly { readonly value: string; readonly text: string }[];
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

/** Who may open the registration that the crumb leads to. */
const REGISTER_READERS: readonly string[] = ['hr_registrar', 'tool_owner', 'it_admin', 'privacy_officer'];

export const FilesPage = ({ place, files, subjects, errors, typed }: FilesProps) => {
  const t = useToolsText();
  const { actor } = usePage();
  const mayRegister = REGISTER_READERS.includes(actor?.role ?? 'guest');
  return (
    <ToolPage
      title={t('files')}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register')).slice(0, mayRegister ? 2 : 1)}
      errors={errors}
    >
      <Lead>{t('filesLead')}</Lead>
      <Table
        caption={t('files')}
        captionHidden
        head={[t('filesName'), t('filesKind')]}
        rows={files.map((file) => [
          <Link href={toolPaths.file(place.toolId, place.number, file.fileId)} download>
            {file.name}
          </Link>,
          file.about,
        ])}
        empty={t('filesNone')}
      />
      {subjects.length > 0 ? (
        <>
          <H2>{t('filesDo')}</H2>
          <Form action={toolPaths.files(place.toolId, place.number)} multipart>
            <Select name="about" label={t('filesKind')} value={typed} error={errorOf(errors, 'about')} items={subjects} />
            <Field name="file" type="file" label={t('filesPick')} hint={t('filesPickHint')} error={errorOf(errors, 'file')} />
            <Button>{t('filesDo')}</Button>
          </Form>
        </>
      ) : null}
    </ToolPage>
  );
};

import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Lead,
  Link,
  Shell,
  Table,
  Text,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import type { LineError } from '../domain/import-check.js';
import { mistakeText } from '../errors.catalogue.js';
import { peoplePaths } from '../people.paths.js';
import { useText } from './texts.js';

export const ImportPage = ({ errors }: { readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <Shell
      title={t('import.title')}
      error={errors !== undefined}
      crumbs={[{ text: t('people.title'), href: peoplePaths.people }, { text: t('import.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('import.title')}</H1>
      <Text>{t('import.text')}</Text>
      <Text>{t('import.keeps')}</Text>
      <Form action={peoplePaths.imports} multipart>
        <Field name="file" type="file" label={t('import.file')} accept=".csv" error={errorOf(errors, 'file')} />
        <Button>{t('import.button')}</Button>
      </Form>
    </Shell>
  );
};

const MOST_SHOWN = 200;
interface PreviewProps {
  readonly id: string;
  readonly added: number;
  readonly changed: number;
  readonly errors: readonly LineError[];
}

/** What the file would do; with mistakes each one by its line, without them the button that applies it. */
export const ImportPreviewPage = ({ id, added, changed, errors }: PreviewProps) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell
      title={t('import.preview')}
      error={errors.length > 0}
      crumbs={[{ text: t('import.title'), href: peoplePaths.imports }, { text: t('import.preview') }]}
    >
      <H1>{t('import.preview')}</H1>
      <Lead>{t('import.counts', { added, changed })}</Lead>
      {errors.length === 0 ? (
        <Form action={peoplePaths.importApplication(id)}>
          <Text>{t('import.keeps')}</Text>
          <Button>{t('import.apply')}</Button>
        </Form>
      ) : (
        <>
          <Banner kind="error">{t('import.bad', { n: errors.length })}</Banner>
          <Table
            caption={t('import.mistake')}
            captionHidden
            head={[t('import.line'), t('import.column'), t('import.mistake')]}
            rows={errors.slice(0, MOST_SHOWN).map(({ line, column, code }) => [String(line), column, mistakeText(code, language)])}
          />
          {errors.length > MOST_SHOWN ? <Text>{t('import.badMore', { n: MOST_SHOWN })}</Text> : null}
          <Text>
            <Link href={peoplePaths.imports}>{t('import.again')}</Link>
          </Text>
        </>
      )}
    </Shell>
  );
};

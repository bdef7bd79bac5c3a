import { text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Columns,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Hidden,
  List,
  Radios,
  Shell,
  Strong,
  Text,
  usePage,
} from '../../../../platform/ui/index.js';
import { noticesCatalogue } from '../../notices.catalogue.js';
import { noticePaths } from '../../notices.paths.js';
import { translationsCatalogue } from '../translations.catalogue.js';

export interface ReadingPageProps {
  readonly toolName: string;
  readonly code: string;
  readonly language: string;
  readonly action: string;
  /** Names exactly the texts on this page. */
  readonly covers: string;
  readonly whole: boolean;
  readonly said: 'right' | 'wrong' | null;
  readonly rows: readonly { readonly heading: boolean; readonly source: string; readonly text: string }[];
  readonly verdict?: string;
  readonly remark?: string;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(translationsCatalogue, usePage().language);

const Words = ({ children, lang, heading }: { readonly children: string; readonly lang: string; readonly heading: boolean }) => (
  <div lang={lang}>{heading ? <Strong>{children}</Strong> : <List kind="plain" items={children.split('\n')} />}</div>
);

const Answer = ({ action, covers, verdict, remark, errors }: ReadingPageProps) => {
  const t = useText();
  return (
    <Form action={action} label={t('reading.verdict')}>
      <Hidden name="covers" value={covers} />
      <Radios
        name="verdict"
        label={t('reading.verdict')}
        items={(['right', 'wrong'] as const).map((value) => ({ value, text: t(`reading.${value}`) }))}
        value={verdict}
        error={errorOf(errors, 'verdict')}
      />
      <Field
        name="remark"
        type="textarea"
        label={t('reading.remark')}
        hint={t('reading.remarkHint')}
        limit={4000}
        value={remark}
        error={errorOf(errors, 'remark')}
      />
      <Button>{t('reading.submit')}</Button>
    </Form>
  );
};

/** A translation beside the Dutch, for the person who was asked to read it over. */
export const ReadingPage = (props: ReadingPageProps) => {
  const t = useText();
  const { toolName, language, code, rows, whole, said, errors } = props;
  return (
    <Shell
      title={t('reading.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: text(noticesCatalogue, usePage().language)('inbox.title'), href: noticePaths.inbox }, { text: t('reading.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('reading.title')}</H1>
      <Text>{t('reading.intro', { language })}</Text>
      <Text>{t('reading.tool', { tool: toolName })}</Text>
      {said ? <Banner kind="success">{t(`reading.said.${said}`)}</Banner> : null}
      <Columns>
        <Strong>{t('reading.dutch')}</Strong>
        <Strong>{language}</Strong>
      </Columns>
      {rows.map((row, at) => (
        <Columns key={at}>
          <Words lang="nl" heading={row.heading}>
            {row.source}
          </Words>
          <Words lang={code} heading={row.heading}>
            {row.text}
          </Words>
        </Columns>
      ))}
      {whole ? <Answer {...props} /> : <Banner kind="info">{t('reading.notNow')}</Banner>}
    </Shell>
  );
};

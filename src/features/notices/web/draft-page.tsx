import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  Form,
  H1,
  H2,
  Link,
  List,
  Shell,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { hintsCatalogue } from '../plain-language/hints.catalogue.js';
import type { TranslationState } from '../translations/domain/translation.js';
import { translationsCatalogue } from '../translations/translations.catalogue.js';
import { documentCatalogue } from './document.catalogue.js';
import { Editor, type EditorProps } from './draft-editor.js';

export interface DraftPageProps extends EditorProps {
  readonly toolName: string;
  readonly toolHref: string;
  readonly number: number;
  readonly previewHref: string;
  readonly publishAction: string;
  readonly idempotencyKey: string;
  readonly hints: readonly { readonly href: string; readonly text: string; readonly count: number }[];
  readonly translations: readonly { readonly language: string; readonly href: string; readonly state: TranslationState }[];
  readonly missing: readonly string[];
  readonly missingLanguages: readonly string[];
  readonly people: number;
  readonly unmet: readonly string[];
  readonly mayWrite: boolean;
  readonly history: readonly { readonly href: string; readonly number: number; readonly kind: string; readonly at: Date }[];
}

const useText = () => text(noticesCatalogue, usePage().language);
const Standing = ({ missing, missingLanguages }: Pick<DraftPageProps, 'missing' | 'missingLanguages'>) => {
  const t = useText();
  return (
    <>
      {missing.length === 0 ? (
        <Banner kind="success">{t('draft.whole')}</Banner>
      ) : (
        <Banner kind="warning" heading={t('draft.missing', { n: missing.length })}>
          <List items={missing} />
        </Banner>
      )}
      {missingLanguages.length > 0 ? (
        <Banner kind="warning">{t('draft.missingLanguage', { languages: missingLanguages.join(', ') })}</Banner>
      ) : null}
    </>
  );
};

const Publication = ({ unmet, people, publishAction, idempotencyKey, missing, missingLanguages }: DraftPageProps) => {
  const t = useText();
  if (unmet.length > 0)
    return (
      <Banner kind="info" heading={t('draft.notYet')}>
        <Text>{t('draft.notYetText')}</Text>
        <List items={unmet} />
      </Banner>
    );
  if (missing.length > 0 || missingLanguages.length > 0) return null;
  return (
    <section>
      <H2>{t('draft.publishTitle')}</H2>
      <Text>{t('draft.publishText')}</Text>
      <Form action={publishAction} idempotencyKey={idempotencyKey} label={t('draft.publishTitle')}>
        <Button>{t('draft.publish', { n: people })}</Button>
      </Form>
    </section>
  );
};

/** Where to make it plainer. It stops nothing. */
const Plain = ({ hints }: Pick<DraftPageProps, 'hints'>) => {
  const h = text(hintsCatalogue, usePage().language);
  const n = hints.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return <Text>{h('none')}</Text>;
  return (
    <Banner kind="info" heading={h('title', { n })}>
      <Text>{h('intro')}</Text>
      <List
        items={hints.map(({ href, text: line }) => (
          <Link href={href}>{line}</Link>
        ))}
      />
    </Banner>
  );
};

const Translations = ({ translations }: Pick<DraftPageProps, 'translations'>) => {
  const t = useText();
  const w = text(translationsCatalogue, usePage().language);
  if (translations.length === 0) return null;
  return (
    <section>
      <H2>{t('draft.other')}</H2>
      <Table
        caption={t('draft.other')}
        captionHidden
        head={[w('column.language'), w('column.state')]}
        rows={translations.map((row) => [
          <Link href={row.href}>{row.language}</Link>,
          <Tag kind={row.state === 'reviewed' ? 'met' : 'waiting'}>{w(`state.${row.state}`)}</Tag>,
        ])}
      />
    </section>
  );
};

/** The notice of one version: HR writes it while the council decides, and sends it after the employer's decision. */
export const DraftPage = (props: DraftPageProps) => {
  const t = useText();
  const d = text(documentCatalogue, usePage().language);
  const { toolName, toolHref, number, errors, people, history, mayWrite, previewHref } = props;
  return (
    <Shell
      title={t('draft.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: toolName, href: toolHref }, { text: t('draft.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={`${toolName}, ${number}`}>{t('draft.title')}</H1>
      <Text>{mayWrite ? t('draft.intro') : t('draft.readOnly')}</Text>
      <Text>{t('draft.people', { n: people })}</Text>
      <Text>
        <Link href={previewHref}>{d('preview.link')}</Link>
      </Text>
      <Standing {...props} />
      {mayWrite ? <Translations {...props} /> : null}
      {mayWrite ? <Publication {...props} /> : null}
      {mayWrite ? <Plain {...props} /> : null}
      {mayWrite ? <Editor {...props} /> : null}
      <H2>{t('draft.history')}</H2>
      <Table
        caption={t('draft.history')}
        captionHidden
        stacks
        head={[t('column.notice'), t('column.kind'), t('column.sent')]}
        rows={history.map((row) => [
          <Link href={row.href}>{`${toolName}, ${row.number}`}</Link>,
          <Tag kind="neutral">{row.kind}</Tag>,
          <Time at={row.at} />,
        ])}
        empty={t('draft.historyEmpty')}
      />
    </Shell>
  );
};

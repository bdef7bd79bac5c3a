import { text } from '../../../platform/i18n/index.js';
import { Banner, H1, Link, List, Shell, Small, usePage } from '../../../platform/ui/index.js';
import { canBePrinted } from '../domain/printed-scripts.js';
import { languageName } from '../language-name.js';
import { documentCatalogue } from './document.catalogue.js';
import { NoticeDocument, type NoticeText } from './notice-document.js';

const useText = () => text(documentCatalogue, usePage().language);

export interface PaperLink {
  readonly language: string;
  readonly href: string;
}

/** The same notice on paper: one link for each language. */
export const PaperLinks = ({ papers }: { readonly papers: readonly PaperLink[] }) => {
  const t = useText();
  const { language: reader } = usePage();
  return (
    <List
      kind="plain"
      items={papers.map(({ language, href }) => {
        const name = languageName(language, reader);
        return canBePrinted(language) ? (
          <Link href={href}>{t('paper.linkIn', { language: name })}</Link>
        ) : (
          t('paper.none', { language: name })
        );
      })}
    />
  );
};

export interface SentTextPageProps {
  readonly notice: NoticeText;
  readonly backHref: string;
  readonly sent: string;
  readonly papers: readonly PaperLink[];
}
/** What was sent, for those who do not get it themselves. */
export const SentTextPage = ({ notice, backHref, sent, papers }: SentTextPageProps) => {
  const t = useText();
  return (
    <Shell title={t('text.title')} crumbs={[{ text: notice.title, href: backHref }, { text: t('text.title') }]}>
      <H1 caption={t('text.title')}>{notice.title}</H1>
      <Small>{sent}</Small>
      <PaperLinks papers={papers} />
      <NoticeDocument notice={notice} />
    </Shell>
  );
};

export interface PreviewPageProps {
  readonly notice: NoticeText;
  readonly toolName: string;
  readonly number: number;
  readonly backHref: string;
}
/** The draft as employees will see it. */
export const PreviewPage = ({ notice, toolName, number, backHref }: PreviewPageProps) => {
  const t = useText();
  return (
    <Shell title={t('preview.title')} crumbs={[{ text: toolName, href: backHref }, { text: t('preview.title') }]}>
      <H1 caption={`${toolName}, ${number}`}>{notice.title}</H1>
      <Banner kind="info">{t('preview.notSent')}</Banner>
      <NoticeDocument notice={notice} />
    </Shell>
  );
};

import type { ComponentChildren } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import { Card, Details, Document, H2, H3, List, Strong, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { languageName } from '../language-name.js';
import { documentCatalogue } from './document.catalogue.js';

const useText = () => text(documentCatalogue, usePage().language);

export interface ReadPart {
  readonly heading: string;
  /** The language of the heading, where it is not that of the text. */
  readonly headingLanguage?: string;
  readonly text: string;
}
export interface DifferenceRow {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}
export interface DifferenceShown {
  /** The version that the notice before this one told about. */
  readonly since: number;
  readonly language: string;
  readonly rows: readonly DifferenceRow[];
  readonly languages: readonly string[];
}
export interface NoticeText {
  readonly title: string;
  readonly language: string;
  readonly summary: readonly ReadPart[];
  readonly rest: readonly ReadPart[];
  readonly difference: DifferenceShown | null;
  /** The same text in other languages. */
  readonly others: readonly { readonly language: string; readonly summary: readonly ReadPart[]; readonly rest: readonly ReadPart[] }[];
}

/** A text as it was typed: paragraphs, and lists of lines that begin with a dash. */
const Written = ({ children }: { readonly children: string }) => {
  const blocks: { list: boolean; lines: string[] }[] = [];
  for (const line of children.split('\n').filter((one) => one.trim() !== '')) {
    const list = line.startsWith('- ');
    const last = blocks.at(-1);
    if (last && last.list && list) last.lines.push(line.slice(2));
    else blocks.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return <>{blocks.map((block, at) => (block.list ? <List key={at} items={block.lines} /> : <Text key={at}>{block.lines[0]}</Text>))}</>;
};

const Heading = ({ heading, headingLanguage }: ReadPart) => {
  if (!heading) return null;
  return <H3>{headingLanguage ? <span lang={headingLanguage}>{heading}</span> : heading}</H3>;
};

const Parts = ({ parts }: { readonly parts: readonly ReadPart[] }) => (
  <>
    {parts.map((part, at) => (
      <section key={at}>
        <Heading {...part} />
        <Written>{part.text}</Written>
      </section>
    ))}
  </>
);

/** The short texts, side by side with what they are about: it has to fit on one screen. */
const Short = ({ parts }: { readonly parts: readonly ReadPart[] }) => (
  <Summary
    rows={parts.map(({ heading, headingLanguage, text: body }) => ({
      key: headingLanguage ? <span lang={headingLanguage}>{heading}</span> : heading,
      value: <Written>{body}</Written>,
    }))}
  />
);

const Said = ({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) => (
  <>
    <Text>
      <Strong>{label}</Strong>
    </Text>
    <List items={lines} />
  </>
);

/** What differs from the notice before, in words: added, gone, different. */
const Difference = ({ since, language, rows, languages }: DifferenceShown) => {
  const t = useText();
  const { language: reader } = usePage();
  return (
    <section lang={language === reader ? undefined : language}>
      <H2>{t('difference.title', { since })}</H2>
      {languages.length > 0 ? (
        <Text>{t('difference.languages', { languages: languages.map((one) => languageName(one, reader)).join(', ') })}</Text>
      ) : null}
      {rows.length === 0 ? <Text>{t('difference.empty')}</Text> : null}
      {rows.length > 0 ? (
        <Summary
          rows={rows.map((row) => ({
            key: row.what,
            value: (
              <>
                {row.before.length > 0 ? (
                  <Said label={t(row.after.length > 0 ? 'difference.before' : 'difference.removed')} lines={row.before} />
                ) : null}
                {row.after.length > 0 ? (
                  <Said label={t(row.before.length > 0 ? 'difference.after' : 'difference.added')} lines={row.after} />
                ) : null}
              </>
            ),
          }))}
        />
      ) : null}
    </section>
  );
};

type WholeProps = Pick<NoticeText, 'summary' | 'rest' | 'language'> & { readonly label: string; readonly doors?: ComponentChildren };
const Whole = ({ summary, rest, language, label, doors }: WholeProps) => {
  const { language: reader } = usePage();
  const t = useText();
  return (
    <Document label={label} lang={language}>
      {summary.length > 0 ? (
        <Card>
          <H2>{t('summary')}</H2>
          <Short parts={summary} />
          {doors ? <div lang={reader}>{doors}</div> : null}
        </Card>
      ) : (
        doors
      )}
      {rest.length > 0 && summary.length > 0 ? <H2>{t('full')}</H2> : null}
      <Parts parts={rest} />
    </Document>
  );
};

/** A notice as its reader gets it: one screen with what matters most, what changed, then all of it. */
export const NoticeDocument = ({ notice, doors }: { readonly notice: NoticeText; readonly doors?: ComponentChildren }) => {
  const t = useText();
  const { language: reader } = usePage();
  return (
    <>
      {notice.difference ? <Difference {...notice.difference} /> : null}
      <Whole {...notice} label={notice.title} doors={doors} />
      {notice.others.map((other) => (
        <Details key={other.language} summary={t('otherLanguage', { language: languageName(other.language, reader) })}>
          <Whole {...other} label={languageName(other.language, reader)} />
        </Details>
      ))}
    </>
  );
};

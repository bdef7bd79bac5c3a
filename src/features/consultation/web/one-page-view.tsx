import { Document, H2, H3, Small, Summary, Table, Text } from '../../../platform/ui/index.js';
import type { OnePager } from '../one-pager/one-pager.js';
import { useTexts } from './act-page.js';

/** The plan on one page, as the council gets it. */
export const OnePageView = ({ page }: { readonly page: OnePager }) => {
  const t = useTexts();
  return (
    <Document label={t('page.label')} lang={page.language}>
      <H2>{page.title}</H2>
      <Small>{page.lead}</Small>
      {page.sections.map(({ heading, lines, table }) => (
        <section key={heading}>
          <H3>{heading}</H3>
          {lines.map((line, at) => (
            <Text key={at}>{line}</Text>
          ))}
          {table ? <Table caption={table.caption} captionHidden head={table.head} rows={table.rows} /> : null}
        </section>
      ))}
      <H3>{page.questions.heading}</H3>
      <Summary rows={page.questions.rows.map(([key, value]) => ({ key, value }))} />
    </Document>
  );
};

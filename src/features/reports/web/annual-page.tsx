import { text } from '../../../platform/i18n/index.js';
import { ButtonGroup, ButtonLink, H1, H2, Lead, Link, List, Shell, Small, Table, Text, usePage } from '../../../platform/ui/index.js';
import { consultationPaths } from '../../consultation/index.js';
import { annualCatalogue } from '../annual.catalogue.js';
import type { AnnualTable, SignedLine } from '../annual.views.js';
import { reportPaths } from '../reports.paths.js';

export interface AnnualPageProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly tables: readonly AnnualTable[];
  readonly signed: readonly SignedLine[];
}

const Signed = ({ signed }: Pick<AnnualPageProps, 'signed'>) => {
  const t = text(annualCatalogue, usePage().language);
  return (
    <section id="signed">
      <H2>{t('signed')}</H2>
      <Text>{t(signed.length === 0 ? 'signed.none' : 'signed.why')}</Text>
      <List
        items={signed.map((line) => (
          <>
            {line.text} <Link href={consultationPaths.casePage(line.requestId, 'papers')}>{t('signed.open')}</Link>
          </>
        ))}
      />
    </section>
  );
};

export const AnnualPage = ({ year, years, tables, signed }: AnnualPageProps) => {
  const t = text(annualCatalogue, usePage().language);
  const title = t('title', { year: String(year) });
  const pdf = reportPaths.annualPdf(year);
  const others = years.filter((each) => each !== year);
  return (
    <Shell title={title}>
      <H1>{title}</H1>
      <Lead>{t('lead')}</Lead>
      <ButtonGroup>
        <ButtonLink href={pdf} kind="secondary">
          {t('pdf')}
        </ButtonLink>
        <Link href={`${pdf}?language=en`}>{t('english')}</Link>
      </ButtonGroup>
      {tables.map(({ caption, head, rows, note }) => (
        <section key={caption}>
          <H2>{caption}</H2>
          <Table caption={caption} captionHidden head={head} rows={rows} />
          {note ? <Small>{note}</Small> : null}
        </section>
      ))}
      <Signed signed={signed} />
      {others.length > 0 ? (
        <section>
          <H2>{t('years')}</H2>
          <List
            items={others.map((each) => (
              <Link href={`${reportPaths.annual}?year=${each}`}>{String(each)}</Link>
            ))}
          />
        </section>
      ) : null}
    </Shell>
  );
};

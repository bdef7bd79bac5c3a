import { text } from '../../../platform/i18n/index.js';
import { VIEWERS, watchesOver } from '../../../policy/index.js';
import { H1, H2, Lead, Link, Pagination, Shell, Summary, Table, Text, usePage } from '../../../platform/ui/index.js';
import { dashboardPaths } from '../dashboards.paths.js';
import { looksCatalogue } from '../looks.catalogue.js';

/** Looking at one person; pages of a higher feature. */
const INDIVIDUAL = '/individual-views';

const ALONE = ['who', 'own.tool', 'own.why', 'when', 'own.said'] as const;

type Rows = readonly (readonly string[])[];
const useLookText = () => text(looksCatalogue, usePage().language);

interface OwnLooksProps {
  readonly rows: Rows;
  /** Views of this reader alone, of which the reader was told. */
  readonly alone: Rows;
  readonly page: number;
  readonly pages: number;
  readonly meHref: string;
  readonly role: string;
}

/** For employees: who looked, when, and at which group that they are in. */
export const OwnLooksPage = ({ rows, alone, page, pages, meHref, role }: OwnLooksProps) => {
  const t = useLookText();
  return (
    <Shell title={t('own.title')} crumbs={[{ href: meHref, text: t('me') }, { text: t('own.title') }]}>
      <H1>{t('own.title')}</H1>
      <Lead>{t('own.lead')}</Lead>
      <Table
        caption={t('own.title')}
        captionHidden
        stacks
        head={[t('when'), t('who'), t('what'), t('groups'), t('how')]}
        rows={rows}
        empty={t('own.none')}
      />
      <Pagination page={page} pages={pages} href={(n) => `${dashboardPaths.myLooks}?page=${n}`} />
      <H2>{t('own.alone')}</H2>
      {alone.length === 0 ? (
        <Text>{t('own.aloneNone')}</Text>
      ) : (
        alone.map((cells) => <Summary key={cells.join()} rows={ALONE.map((key, at) => ({ key: t(key), value: cells[at] }))} />)
      )}
      <Text>{t('own.question')}</Text>
      {role === 'dpo' ? (
        <Text>
          <Link href={dashboardPaths.looks}>{t('own.all')}</Link>
        </Text>
      ) : null}
      {watchesOver(role) || VIEWERS.some((viewer) => viewer === role) ? (
        <Text>
          <Link href={dashboardPaths.list}>{t('own.dashboards')}</Link>
        </Text>
      ) : null}
    </Shell>
  );
};

/** For the DPO: every look, with the fields of the log of processings. */
export const AllLooksPage = ({ rows, page, pages }: { readonly rows: Rows; readonly page: number; readonly pages: number }) => {
  const t = useLookText();
  return (
    <Shell title={t('all.title')}>
      <H1>{t('all.title')}</H1>
      <Lead>{t('all.lead')}</Lead>
      <Table
        caption={t('all.title')}
        captionHidden
        stacks
        head={[t('when'), t('who'), t('what'), t('groups'), t('how'), t('status'), t('activity'), t('trace'), t('operation')]}
        rows={rows}
        empty={t('all.none')}
      />
      <Text>
        <Link href={INDIVIDUAL}>{t('all.individual')}</Link>
      </Text>
      <Pagination page={page} pages={pages} href={(n) => `${dashboardPaths.looks}?page=${n}`} />
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Card,
  formatDay,
  H1,
  H2,
  H3,
  Inset,
  Lead,
  Link,
  List,
  Shell,
  Small,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { dashboardsCatalogue } from '../dashboards.catalogue.js';
import { dashboardPaths } from '../dashboards.paths.js';

export interface DashboardCard {
  readonly toolId: string;
  readonly name: string;
  /** Switched on by IT's word alone. */
  readonly attested: boolean;
  /** Why it is closed; null while it is open. */
  readonly closed: string | null;
  readonly conditions: readonly string[];
  /** What the system keeps of them, in sentences. */
  readonly kept: readonly string[];
  /** Smaller groups are not shown. */
  readonly smallestGroup: number;
  readonly decidedOn: string | null;
  readonly purposes: readonly string[];
  readonly activeSince: string | null;
  /** The dashboards of this tool that the reader may see. */
  readonly links: readonly { readonly href: string; readonly title: string; readonly question: string }[];
}

const Conditions = ({ of }: { readonly of: DashboardCard }) => {
  const { language } = usePage();
  const t = text(dashboardsCatalogue, language);
  const kept = (
    <>
      <H3>{t('kept')}</H3>
      <List items={of.kept} />
    </>
  );
  if (of.conditions.length === 0)
    return (
      <Inset>
        <Text>{t('conditions.none')}</Text>
        {kept}
      </Inset>
    );
  return (
    <Inset>
      <H3>{t('conditions')}</H3>
      <List items={of.conditions} />
      {kept}
      {of.decidedOn ? <Small>{t('conditions.decision', { date: formatDay(of.decidedOn, language) })}</Small> : null}
    </Inset>
  );
};

const Dashboard = ({ of }: { readonly of: DashboardCard }) => {
  const t = text(dashboardsCatalogue, usePage().language);
  return (
    <Card id={of.toolId}>
      <H2>{of.name}</H2>
      {of.closed ? (
        <Banner kind="warning" heading={of.links.length > 0 ? t('closed') : undefined}>
          <p>{of.closed}</p>
        </Banner>
      ) : null}
      {of.attested ? <Text>{t('cannotBlock')}</Text> : null}
      <Conditions of={of} />
      {of.links.length === 0 ? <Text>{t('open.none')}</Text> : null}
      {of.links.map(({ href, title, question }) => (
        <Text key={href}>
          <Link href={href}>{title}</Link>
          {/[.?!]$/.test(title) ? ' ' : '. '}
          {question}
        </Text>
      ))}
      <Summary
        rows={[
          { key: t('smallest'), value: t('smallest.text', { k: of.smallestGroup }) },
          { key: t('purposes'), value: <List items={of.purposes} kind="plain" /> },
          ...(of.activeSince ? [{ key: t(of.attested ? 'sinceAttested' : 'since'), value: of.activeSince }] : []),
        ]}
      />
    </Card>
  );
};

/** Approved tools only; the council's conditions stand above everything else. */
export const DashboardsPage = ({ open, cards }: { readonly open: boolean; readonly cards: readonly DashboardCard[] }) => {
  const t = text(dashboardsCatalogue, usePage().language);
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      {open ? null : <Text>{t('empty.platform')}</Text>}
      {open && cards.length === 0 ? <Text>{t('empty')}</Text> : null}
      {cards.map((card) => (
        <Dashboard key={card.toolId} of={card} />
      ))}
      <Text>
        <Link href={dashboardPaths.why}>{t('why')}</Link>
      </Text>
    </Shell>
  );
};

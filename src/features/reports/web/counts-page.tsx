import { text } from '../../../platform/i18n/index.js';
import { H1, H2, Lead, Link, Shell, Table, Text, usePage } from '../../../platform/ui/index.js';
import { type CountsKey, countsCatalogue } from '../counts/counts.catalogue.js';
import { ALL, type Kind, type PublishedCell } from '../domain/published.js';

const useText = () => text(countsCatalogue, usePage().language);

export interface CountsPageProps {
  readonly quarters: readonly string[];
  readonly ended: readonly string[];
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly cells: readonly PublishedCell[];
  readonly reviewsHref: string;
}

interface Wanted {
  readonly part: PublishedCell['part'];
  readonly kind: Kind;
}

/** One quarter: every tool has a row, whether anybody came with anything or not. */
const Quarter = ({ quarter, ended, tools, cells }: Omit<CountsPageProps, 'quarters' | 'reviewsHref'> & { readonly quarter: string }) => {
  const t = useText();
  const of = (toolId: string | null, { part, kind }: Wanted) =>
    cells.filter((cell) => cell.quarter === quarter && cell.toolId === toolId && cell.part === part && cell.kind === kind);
  const received = (toolId: string | null, kind: Kind): string => {
    const shown = of(toolId, { part: 'received', kind }).filter(({ outcome }) => outcome === ALL);
    if (shown.length === 0) return t('hidden');
    if (kind !== 'complaint') return String(shown[0]?.cases);
    return shown.map(({ category, cases }) => `${t(`category.${category}` as CountsKey)}: ${cases}`).join(', ');
  };
  const outcomes = (toolId: string | null, kind: Kind): string => {
    if (!ended.includes(quarter)) return t('notYet');
    const shown = of(toolId, { part: 'outcomes', kind });
    if (shown.length === 0) return t('notShown');
    return shown
      .map(({ category, outcome, cases }) => {
        const about = kind === 'complaint' ? `${t(`category.${category}` as CountsKey)}, ` : '';
        return `${about}${t(`outcome.${outcome}` as CountsKey)}: ${cases}`;
      })
      .join('; ');
  };
  const title = t('quarter', { n: Math.floor((Number(quarter.slice(5, 7)) - 1) / 3) + 1, year: quarter.slice(0, 4) });
  return (
    <section>
      <H2>{title}</H2>
      <Table
        caption={title}
        captionHidden
        head={[
          t('head.tool'),
          t('head.objections'),
          t('head.outcomes'),
          t('head.complaints'),
          t('head.complaintOutcomes'),
          t('head.detriment'),
        ]}
        rows={[...tools, { toolId: null, name: t('noTool') }].map(({ toolId, name }) => [
          name,
          toolId === null ? '' : received(toolId, 'objection'),
          toolId === null ? '' : outcomes(toolId, 'objection'),
          received(toolId, 'complaint'),
          outcomes(toolId, 'complaint'),
          received(toolId, 'detriment'),
        ])}
      />
    </section>
  );
};

/** Counts for the council: small ones hidden with what would give them away, no total, no quarter that still runs. */
export const CountsPage = ({ quarters, reviewsHref, ...rest }: CountsPageProps) => {
  const t = useText();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Text>{t('small')}</Text>
      <Text>{t('later')}</Text>
      <Text>{t('paused')}</Text>
      <Text>
        <Link href={reviewsHref}>{t('reviews')}</Link>
      </Text>
      {quarters.length === 0 ? <Text>{t('none')}</Text> : null}
      {quarters.map((quarter) => (
        <Quarter key={quarter} quarter={quarter} {...rest} />
      ))}
    </Shell>
  );
};

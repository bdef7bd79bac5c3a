import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Bars,
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
  Table,
  Text,
  Trend,
  usePage,
} from '../../../platform/ui/index.js';
import { dashboardsCatalogue } from '../dashboards.catalogue.js';
import { dashboardPaths } from '../dashboards.paths.js';
import type { CellState } from '../domain/dashboard-lines.js';
import { figuresCatalogue } from '../figures.catalogue.js';

export interface FigureLine {
  readonly title: string;
  /** How large the group is, in words; null while it is not shown. */
  readonly size: string | null;
  /** What is told of each period, oldest first. */
  readonly cells: readonly string[];
  readonly bars: readonly (number | null)[];
  readonly state: CellState;
}
export interface FiguresProps {
  readonly title: string;
  readonly tool: string;
  readonly question: string;
  readonly metric: string;
  /** Why it is closed; null while it is open. */
  readonly closed: string | null;
  readonly conditions: readonly string[];
  readonly period: 'week' | 'month';
  /** The last period that is over; null before the first. */
  readonly latest: string | null;
  readonly columns: readonly string[];
  readonly lines: readonly FigureLine[];
  /** What a full bar stands for. */
  readonly most: number;
  readonly margin: number;
  readonly k: number;
  readonly rule: string;
  readonly hidesSmall: boolean;
  readonly hidesSecond: boolean;
  readonly isLocked: boolean;
  readonly isDeleted: boolean;
  readonly stoodStill: boolean;
  /** Null: the reader takes nothing along. */
  readonly exportHref: string | null;
}

/** Why nothing of a group is shown, for its bar; what the words beside it say more closely. */
const WHY = {
  shown: 'nothing',
  small: 'small',
  gone: 'small',
  second: 'other',
  deleted: 'other',
  locked: 'other',
  still: 'nothing',
} as const;

const useFigureText = () => text(figuresCatalogue, usePage().language);

const Latest = ({ of }: { readonly of: FiguresProps }) => {
  const t = useFigureText();
  const sizes = of.lines.flatMap(({ title, size }) => (size ? [{ key: title, value: size }] : []));
  return (
    <section>
      <H2>{t(of.period === 'month' ? 'latest.month' : 'latest')}</H2>
      <Bars
        caption={`${of.metric}. ${of.latest ?? ''}`}
        smallest={of.k}
        rows={of.lines.map(({ title, bars, cells, state }) => ({
          label: title,
          value: bars.at(-1) ?? null,
          why: WHY[state],
          of: of.most,
          text: cells.at(-1) ?? '',
        }))}
      />
      {sizes.length > 0 ? (
        <>
          <H3>{t('size')}</H3>
          <Summary rows={sizes} />
        </>
      ) : null}
    </section>
  );
};

const Before = ({ of }: { readonly of: FiguresProps }) => {
  const t = useFigureText();
  return (
    <section>
      <H2>{t('before')}</H2>
      <Text>{t('before.text')}</Text>
      <Table
        caption={t('before')}
        captionHidden
        head={[t('group'), t('line'), ...of.columns.toReversed()]}
        rows={of.lines.map(({ title, cells, bars }) => [
          title,
          <Trend points={bars} most={of.most} margin={of.margin} />,
          ...cells.toReversed(),
        ])}
      />
    </section>
  );
};

const Rules = ({ of }: { readonly of: FiguresProps }) => {
  const t = useFigureText();
  return (
    <section>
      <H2>{t('rule')}</H2>
      <List items={[of.rule, t('rule.rounded'), t('rule.total'), t('rule.late')]} />
      {of.hidesSmall ? <Text>{t('note.small', { k: of.k })}</Text> : null}
      {of.hidesSecond ? <Text>{t('note.second')}</Text> : null}
      {of.isLocked ? <Text>{t('note.locked')}</Text> : null}
      {of.isDeleted ? <Text>{t('note.deleted')}</Text> : null}
      {of.stoodStill ? <Text>{t('note.still')}</Text> : null}
    </section>
  );
};

const Open = ({ of }: { readonly of: FiguresProps }) => {
  const t = useFigureText();
  if (of.latest === null) return <Text>{t('nothing')}</Text>;
  return (
    <>
      <Latest of={of} />
      <Before of={of} />
      <Rules of={of} />
      <Text>
        {t('print')} {of.exportHref ? <Link href={of.exportHref}>{t('export')}</Link> : null}
      </Text>
      <Small>{t('logged')}</Small>
    </>
  );
};

/** One approved dashboard. The council's conditions stand above the figures; a closed one says why and shows none. */
export const FiguresPage = (props: FiguresProps) => {
  const { language } = usePage();
  const [t, all] = [useFigureText(), text(dashboardsCatalogue, language)];
  return (
    <Shell title={props.title} crumbs={[{ href: dashboardPaths.list, text: all('title') }, { text: props.title }]}>
      <H1>{props.title}</H1>
      <Lead>{props.question}</Lead>
      <Small>{props.tool}</Small>
      {props.conditions.length > 0 ? (
        <Inset>
          <H3>{t('conditions')}</H3>
          <List items={props.conditions} />
        </Inset>
      ) : null}
      {props.closed === null ? (
        <Open of={props} />
      ) : (
        <Banner kind="warning" heading={all('closed')}>
          <p>{props.closed}</p>
        </Banner>
      )}
      <Text>
        <Link href={dashboardPaths.why}>{all('why')}</Link>
      </Text>
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  ButtonGroup,
  ButtonLink,
  H1,
  Link,
  List,
  Shell,
  Small,
  Table,
  Tag,
  type TagKind,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';

export type { ToolState } from '../domain/standing.js';
import type { ToolState } from '../domain/standing.js';
import type { DateKind } from '../summaries.repository.js';

export interface ToolLine {
  readonly toolId: string;
  readonly name: string;
  readonly number: number;
  readonly state: ToolState;
  /** Ids of the open requirements. */
  readonly open: readonly string[];
  readonly next: { readonly kind: DateKind; readonly on: string } | null;
}

const TAGS: Readonly<Record<ToolState, TagKind>> = {
  draft: 'neutral',
  closed: 'waiting',
  open: 'met',
  active: 'met',
  suspended: 'blocked',
  stopped: 'neutral',
  never: 'blocked',
  unconsented: 'blocked',
};

export interface ListPageProps {
  readonly tools: readonly ToolLine[];
  /** Only tools in this state; null: all. */
  readonly shown: ToolState | null;
  readonly register: { readonly href: string; readonly text: string } | null;
  /** Null: not for this reader. */
  readonly inventoryHref?: string | null;
}

/** One link for each state that there is, with how many. */
const Filter = ({ tools, shown }: Pick<ListPageProps, 'tools' | 'shown'>) => {
  const t = text(gateCatalogue, usePage().language);
  const states = ([null, ...Object.keys(TAGS)] as (ToolState | null)[]).flatMap((state) => {
    const count = state === null ? tools.length : tools.filter((tool) => tool.state === state).length;
    return count === 0 ? [] : [{ state, words: t('list.count', { state: t(state === null ? 'list.all' : `state.${state}`), n: count }) }];
  });
  return states.length < 3 ? null : (
    <List
      kind="inline"
      items={states.map(({ state, words }) => (
        <Link href={state === null ? gatePaths.list : gatePaths.listOf(state)} current={state === shown}>
          {words}
        </Link>
      ))}
    />
  );
};

export const ListPage = ({ tools, shown, register, inventoryHref = null }: ListPageProps) => {
  const t = text(gateCatalogue, usePage().language);
  const inState = tools.filter((tool) => shown === null || tool.state === shown);
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      {register ? (
        <ButtonGroup>
          <ButtonLink href={register.href}>{register.text}</ButtonLink>
        </ButtonGroup>
      ) : null}
      <Filter tools={tools} shown={shown} />
      <Table
        caption={t('list.caption')}
        captionHidden
        head={[t('list.name'), t('list.state'), t('list.open'), t('list.next'), t('list.version')]}
        rows={inState.map((tool) => [
          <Link href={gatePaths.dossier(tool.toolId)}>{tool.name}</Link>,
          <Tag kind={TAGS[tool.state]}>{t(`state.${tool.state}`)}</Tag>,
          tool.open.join(' ') || '–',
          tool.next ? (
            <>
              <Time on={tool.next.on} /> <Small>{t(`date.${tool.next.kind}`)}</Small>
            </>
          ) : (
            '–'
          ),
          String(tool.number),
        ])}
        empty={t('list.empty')}
      />
      {inventoryHref ? (
        <Text>
          <Link href={inventoryHref}>{t('list.inventory')}</Link>
        </Text>
      ) : null}
    </Shell>
  );
};

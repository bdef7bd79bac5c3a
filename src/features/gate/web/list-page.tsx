import { text } from '../../../platform/i18n/index.js';
import { ButtonGroup, ButtonLink, H1, Link, Shell, Table, Tag, type TagKind, usePage } from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';

export type { ToolState } from '../domain/standing.js';
import type { ToolState } from '../domain/standing.js';

export interface ToolLine {
  readonly toolId: string;
  readonly name: string;
  readonly number: number;
  readonly state: ToolState;
  /** Ids of the open requirements. */
  readonly open: readonly string[];
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
  readonly register: { readonly href: string; readonly text: string } | null;
}

export const ListPage = ({ tools, register }: ListPageProps) => {
  const t = text(gateCatalogue, usePage().language);
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      {register ? (
        <ButtonGroup>
          <ButtonLink href={register.href}>{register.text}</ButtonLink>
        </ButtonGroup>
      ) : null}
      <Table
        caption={t('list.caption')}
        captionHidden
        head={[t('list.name'), t('list.state'), t('list.open'), t('list.version')]}
        rows={tools.map((tool) => [
          <Link href={gatePaths.dossier(tool.toolId)}>{tool.name}</Link>,
          <Tag kind={TAGS[tool.state]}>{t(`state.${tool.state}`)}</Tag>,
          tool.open.join(' ') || '–',
          String(tool.number),
        ])}
        empty={t('list.empty')}
      />
    </Shell>
  );
};

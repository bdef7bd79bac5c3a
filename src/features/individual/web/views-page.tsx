import { text } from '../../../platform/i18n/index.js';
import { ButtonLink, H1, Lead, Link, Shell, Table, Tag, type TagKind, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { Stage } from '../domain/course.js';
import { individualCatalogue } from '../individual.catalogue.js';
import { individualPaths } from '../individual.paths.js';

export const useText = () => text(individualCatalogue, usePage().language);

const KINDS: Readonly<Record<Stage, TagKind>> = {
  waiting: 'waiting',
  lapsed: 'neutral',
  refused: 'neutral',
  open: 'blocked',
  over: 'blocked',
  told: 'met',
};
export const StageTag = ({ stage }: { readonly stage: Stage }) => {
  const t = useText();
  return <Tag kind={KINDS[stage]}>{t(`stage.${stage}`)}</Tag>;
};

export interface ViewsPageProps {
  readonly rows: readonly {
    readonly id: string;
    readonly toolName: string;
    readonly personName: string;
    readonly askedAt: Date;
    readonly stage: Stage;
  }[];
  /** Null: this reader asks nothing. */
  readonly askable: boolean | null;
}

/** For privacy officer and DPO: every time that somebody asked. */
export const ViewsPage = ({ rows, askable }: ViewsPageProps) => {
  const t = useText();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      {askable ? <ButtonLink href={individualPaths.ask}>{t('ask')}</ButtonLink> : null}
      {askable === false ? <Text>{t('noTools')}</Text> : null}
      <Table
        caption={t('title')}
        captionHidden
        stacks
        head={[t('person'), t('tool'), t('asked'), t('state')]}
        rows={rows.map(({ id, toolName, personName, askedAt, stage }) => [
          <Link href={individualPaths.one(id)}>{personName}</Link>,
          toolName,
          <Time at={askedAt} />,
          <StageTag stage={stage} />,
        ])}
        empty={t('empty')}
      />
    </Shell>
  );
};

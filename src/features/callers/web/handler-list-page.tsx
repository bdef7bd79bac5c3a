import { H1, Lead, Link, Shell, Table, Tag, Time } from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import type { CallerState, RequestKind } from '../domain/caller-request.js';
import { STATE_TAGS } from './follow-pages.js';
import { useCallerTexts, useRequestTexts } from './use-texts.js';

export interface HandlerListPageProps {
  readonly rows: readonly {
    readonly id: string;
    readonly reference: string;
    readonly kind: RequestKind;
    readonly toolName: string;
    readonly state: CallerState;
  }[];
}

const StateCell = ({ state }: { readonly state: CallerState }) => {
  const t = useRequestTexts();
  const said = useCallerTexts();
  if (state.isOverdue || state.isAcknowledgementLate) return <Tag kind="blocked">{t('list.late')}</Tag>;
  if (state.mustSetApart) return <Tag kind="warning">{t('list.apart')}</Tag>;
  if (state.awaitsCaller) return <Tag kind="waiting">{t('list.waits')}</Tag>;
  return <Tag kind={STATE_TAGS[state.name]}>{said(`status.${state.name}`)}</Tag>;
};

export const HandlerListPage = ({ rows }: HandlerListPageProps) => {
  const t = useRequestTexts();
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      <Lead>{t('list.lead')}</Lead>
      <Table
        caption={t('list.title')}
        captionHidden
        stacks
        head={[t('head.reference'), t('head.kind'), t('head.tool'), t('head.state'), t('head.due')]}
        rows={rows.map((row) => [
          <Link href={callerPaths.handledOne(row.id)}>{row.reference}</Link>,
          t(`kind.${row.kind}`),
          row.toolName,
          <StateCell state={row.state} />,
          row.state.isOpen ? <Time on={row.state.dueOn} /> : '–',
        ])}
        empty={t('list.empty')}
      />
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import { H2, Inset, Small, Summary, Tag, type TagKind, Text, Time, usePage } from '../../../platform/ui/index.js';
import { rightsCatalogue } from '../rights.catalogue.js';
import type { RightStateName } from '../domain/right-state.js';
import type { RightsView } from '../rights.service.js';

export const useText = () => text(rightsCatalogue, usePage().language);

const STATE_TAGS: Readonly<Record<RightStateName, Exclude<TagKind, 'neutral'>>> = {
  open: 'waiting',
  extended: 'waiting',
  granted: 'met',
  partly: 'warning',
  refused: 'blocked',
  answered: 'met',
  withdrawn: 'na',
};

export const StateTag = ({ state }: Pick<RightsView, 'state'>) => {
  const t = useText();
  if (state.isOverdue) return <Tag kind="blocked">{t('state.overdue')}</Tag>;
  return <Tag kind={STATE_TAGS[state.name]}>{t(`state.${state.name}`)}</Tag>;
};

/** What was asked, and by when it is answered. */
export const RightFacts = ({ request }: { readonly request: RightsView }) => {
  const t = useText();
  return (
    <>
      <Summary
        rows={[
          { key: t('fact.kind'), value: t(`right.short.${request.kind}`) },
          { key: t('fact.tool'), value: request.toolName ?? t('fact.anyTool') },
          { key: t('fact.state'), value: <StateTag state={request.state} /> },
          { key: t('fact.sent'), value: <Time at={request.lodgedAt} /> },
          { key: t('fact.due'), value: <Time on={request.state.dueOn} /> },
          { key: t('fact.reference'), value: request.reference },
        ]}
      />
      <Text>
        <Small>{t(`law.${request.kind}`)}</Small>
      </Text>
    </>
  );
};

/** The person's own words. */
export const Asked = ({ request, byReader = true }: { readonly request: RightsView; readonly byReader?: boolean }) => {
  const t = useText();
  return (
    <>
      {request.text ? (
        <>
          <H2>{t(byReader ? 'own.yourText' : 'case.theirText')}</H2>
          <Inset>{request.text}</Inset>
        </>
      ) : null}
      {request.wanted ? (
        <>
          <H2>{t('own.wanted')}</H2>
          <Inset>{request.wanted}</Inset>
        </>
      ) : null}
    </>
  );
};

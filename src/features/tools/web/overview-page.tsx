import { ButtonLink, Lead, Link, TaskList, Text, usePage, type TagProps } from '../../../platform/ui/index.js';
import type { PageState } from '../domain/pages.js';
import { toolPaths } from '../tools.paths.js';
import { useFormsText } from './declared-frame.js';
import { ToolPage, useToolsText, type VersionPlace } from './frame.js';
import { pageTitle } from './page-title.js';

export interface OverviewProps {
  readonly place: VersionPlace;
  readonly states: readonly PageState[];
  readonly own: number;
  readonly others: number;
  readonly toConfirm: number;
}

export const OverviewPage = ({ place, states, own, others, toConfirm }: OverviewProps) => {
  const t = useToolsText();
  const f = useFormsText();
  const { language } = usePage();
  const { toolId, toolName, number } = place;
  const tagOf = (state: PageState): TagProps => {
    if (state.openOwn > 0) return { kind: 'blocked', children: t('pageOpen', { n: state.openOwn }) };
    if (state.openOthers > 0) return { kind: 'waiting', children: t('pageOther') };
    if (state.isSilent) return { kind: 'na', children: f('state.none') };
    return { kind: 'met', children: t('pageDone') };
  };
  return (
    <ToolPage
      title={t('register')}
      caption={t('version', { name: toolName, number })}
      crumbs={[{ text: toolName, href: toolPaths.dossier(toolId) }]}
    >
      <Lead>{t('overviewLead')}</Lead>
      <Text>
        {t('remainingOwn', { n: own })} {t('remainingOthers', { n: others })}
      </Text>
      <TaskList
        items={states.map((state) => ({
          text: pageTitle(state.page, language),
          href: toolPaths.registerSection(toolId, number, state.page),
          tag: tagOf(state),
        }))}
      />
      {toConfirm > 0 ? (
        <Text>
          <Link href={toolPaths.confirmFacts(toolId, number)}>{t('confirm')}</Link>
        </Text>
      ) : null}
      <Text>
        <Link href={toolPaths.files(toolId, number)}>{t('files')}</Link>
      </Text>
      <ButtonLink href={toolPaths.checkAnswers(toolId, number)}>{t('toCheck')}</ButtonLink>
    </ToolPage>
  );
};

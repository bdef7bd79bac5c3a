import { Card, H1, H2, Lead, Link, List, Shell, Text } from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import { StateTag, type StateProps } from './state-tag.js';
import { useCallerTexts, useKept } from './use-texts.js';

export interface CallerListPageProps {
  readonly organisation: string;
  readonly tools: readonly {
    readonly toolId: string;
    readonly name: string;
    readonly state: StateProps;
    readonly recorded: readonly string[];
    readonly purposes: string;
  }[];
}
/** Where the announcement sends callers: every tool that touches people outside. */
export const CallerListPage = ({ organisation, tools }: CallerListPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  const title = t('list.title', { organisation });
  return (
    <Shell title={title}>
      <H1>{title}</H1>
      <Lead>{t('list.lead')}</Lead>
      {tools.length === 0 ? <Text>{t('list.none')}</Text> : null}
      {tools.map((tool) => (
        <Card key={tool.toolId}>
          <H2>{tool.name}</H2>
          <Text>
            <StateTag {...tool.state} />
          </Text>
          {tool.recorded.length > 0 ? <List items={tool.recorded} /> : null}
          {tool.purposes ? <Text>{tool.purposes}</Text> : null}
          <Link href={kept(callerPaths.tool(tool.toolId))}>
            {t('list.more')}: {tool.name}
          </Link>
        </Card>
      ))}
      <List
        kind="plain"
        items={[
          <Link href={kept(callerPaths.follow)}>{t('list.follow')}</Link>,
          <Link href={kept(callerPaths.register)}>{t('list.register', { organisation })}</Link>,
        ]}
      />
    </Shell>
  );
};

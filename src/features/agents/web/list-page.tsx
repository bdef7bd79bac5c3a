import { text } from '../../../platform/i18n/index.js';
import {
  ButtonGroup,
  ButtonLink,
  H1,
  Lead,
  Link,
  Pagination,
  Shell,
  Small,
  Table,
  Tag,
  type TagKind,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';
import { keyPaths } from '../keys/keys.paths.js';
import type { AgentState } from '../domain/agent-state.js';

export interface AgentLine {
  readonly id: string;
  readonly device: string;
  readonly toolName: string;
  readonly state: AgentState;
  readonly seenOn: string | null;
}

const TAGS: Readonly<Record<AgentState, TagKind>> = {
  known: 'met',
  silent: 'waiting',
  unbound: 'waiting',
  differs: 'blocked',
  blocked: 'blocked',
  retired: 'neutral',
};

export interface ListPageProps {
  readonly agents: readonly AgentLine[];
  readonly page: number;
  readonly pages: number;
}

export const ListPage = ({ agents, page, pages }: ListPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      <Lead>{t('list.lead')}</Lead>
      <ButtonGroup>
        <ButtonLink href={agentPaths.enrol}>{t('list.enrol')}</ButtonLink>
        <Link href={agentPaths.refusals}>{t('list.refusals')}</Link>
        <Link href={agentPaths.leases}>{t('list.leases')}</Link>
        <Link href={keyPaths.list}>{t('list.keys')}</Link>
      </ButtonGroup>
      <Table
        caption={t('list.title')}
        captionHidden
        stacks
        head={[t('list.device'), t('list.tool'), t('list.state'), t('list.seen')]}
        rows={agents.map((agent) => [
          <Link href={agentPaths.agent(agent.id)}>{agent.device}</Link>,
          agent.toolName,
          <Tag kind={TAGS[agent.state]}>{t(`state.${agent.state}`)}</Tag>,
          agent.seenOn ? <Time on={agent.seenOn} /> : t('list.never'),
        ])}
        empty={t('list.empty')}
      />
      <Pagination page={page} pages={pages} href={(n) => `${agentPaths.list}?page=${n}`} />
      <Small>{t('list.note')}</Small>
    </Shell>
  );
};

import { H1, Lead, Link, Shell, Small, Table, Text } from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import { StateTag, type StateProps } from './state-tag.js';
import { useCallerTexts, useKept } from './use-texts.js';

export interface RegisterPageProps {
  readonly organisation: string;
  readonly on: string;
  readonly rows: readonly {
    /** The tool, where people outside have a page of their own about it. */
    readonly toolId: string | null;
    readonly name: string;
    readonly purposes: string;
    readonly people: string;
    readonly decision: readonly string[];
    readonly state: StateProps;
  }[];
}
/** Every monitoring tool of the organisation, to anyone. */
export const RegisterPage = ({ organisation, on, rows }: RegisterPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  return (
    <Shell title={t('register.title')}>
      <H1 caption={organisation}>{t('register.title')}</H1>
      <Lead>{t('register.lead', { organisation })}</Lead>
      <Table
        caption={t('register.title')}
        captionHidden
        head={[t('register.tool'), t('register.purposes'), t('register.people'), t('register.decided'), t('register.state')]}
        rows={rows.map((row) => [
          row.toolId ? <Link href={kept(callerPaths.tool(row.toolId))}>{row.name}</Link> : row.name,
          row.purposes,
          row.people,
          row.decision.map((line) => <div key={line}>{line}</div>),
          <StateTag {...row.state} />,
        ])}
        empty={t('register.none')}
      />
      <Text>
        <Link href={kept(callerPaths.list)}>{t('register.read')}</Link>
      </Text>
      <Small>{t('register.stateAt', { date: on })}</Small>
    </Shell>
  );
};

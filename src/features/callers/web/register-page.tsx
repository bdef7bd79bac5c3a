import { Card, H1, H2, Lead, Link, Shell, Small, Summary, Text } from '../../../platform/ui/index.js';
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
      {rows.length === 0 ? <Text>{t('register.none')}</Text> : null}
      {rows.map((row) => (
        <Card key={row.name}>
          <H2>{row.name}</H2>
          <Text>
            <StateTag {...row.state} />
          </Text>
          <Summary
            rows={[
              { key: t('register.purposes'), value: row.purposes },
              { key: t('register.people'), value: row.people },
              { key: t('register.decided'), value: row.decision.map((line) => <div key={line}>{line}</div>) },
            ]}
          />
          {row.toolId ? (
            <Link href={kept(callerPaths.tool(row.toolId))}>
              {t('list.more')}: {row.name}
            </Link>
          ) : null}
        </Card>
      ))}
      <Text>
        <Link href={kept(callerPaths.list)}>{t('register.read')}</Link>
      </Text>
      <Small>{t('register.stateAt', { date: on })}</Small>
    </Shell>
  );
};

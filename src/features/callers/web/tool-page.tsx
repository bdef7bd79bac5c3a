import { ButtonLink, H1, H2, H3, Link, List, Shell, Text } from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import { StateTag, type StateProps } from './state-tag.js';
import { useCallerTexts, useKept } from './use-texts.js';

export interface ToolPageProps {
  readonly organisation: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly state: StateProps;
  readonly recorded: readonly string[];
  readonly hold: string | null;
  readonly purposes: readonly {
    readonly name: string;
    readonly description: string | null;
    readonly basis: string;
    readonly kept: string;
  }[];
  readonly viewers: readonly string[];
  readonly countries: readonly string[];
  readonly refuse: readonly string[];
  readonly callback: string | null;
  readonly dpo: string | null;
  readonly mayObject: boolean;
  readonly decision: readonly string[];
}

const Captured = ({ recorded, hold, purposes, viewers, countries }: ToolPageProps) => {
  const t = useCallerTexts();
  return (
    <>
      <H2>{t('tool.what')}</H2>
      {recorded.length > 0 ? <List items={recorded} /> : <Text>{t('tool.whatUnknown')}</Text>}
      {hold ? <Text>{hold}</Text> : null}
      <H2>{t('tool.why')}</H2>
      {purposes.length === 0 ? <Text>{t('tool.whyUnknown')}</Text> : null}
      {purposes.map(({ name, description, basis, kept }) => (
        <div key={name}>
          <H3>{name}</H3>
          {description ? <Text>{description}</Text> : null}
          <Text>{kept}</Text>
          <Text>{basis}</Text>
        </div>
      ))}
      <H2>{t('tool.who')}</H2>
      {viewers.length > 0 ? <List items={viewers} /> : <Text>{t('tool.whoUnknown')}</Text>}
      {countries.length > 0 ? <Text>{t('tool.countries', { countries: countries.join(', ') })}</Text> : null}
    </>
  );
};

const Choices = ({ refuse, callback, toolId }: ToolPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  return (
    <>
      <H2>{t('tool.refuse')}</H2>
      {refuse.length > 0 ? refuse.map((line) => <Text key={line}>{line}</Text>) : <Text>{t('tool.refuseUnknown')}</Text>}
      {callback ? (
        <>
          <H2>{t('tool.callback')}</H2>
          <Text>{callback}</Text>
        </>
      ) : null}
      <H2>{t('tool.ask')}</H2>
      <Text>{t('tool.askText')}</Text>
      <Text>{t('tool.askIdentity')}</Text>
      <ButtonLink href={kept(callerPaths.request(toolId))}>{t('tool.button')}</ButtonLink>
      <Text>
        <Link href={kept(callerPaths.follow)}>{t('list.follow')}</Link>
      </Text>
    </>
  );
};

/** What one tool does with people who do not work here, to them, without an account. */
export const ToolPage = (props: ToolPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  const { organisation, toolName, dpo, decision } = props;
  return (
    <Shell title={toolName} crumbs={[{ text: t('list.title', { organisation }), href: kept(callerPaths.list) }, { text: toolName }]}>
      <H1 caption={organisation}>{toolName}</H1>
      <Text>
        <StateTag {...props.state} />
      </Text>
      <Captured {...props} />
      <Choices {...props} />
      <H2>{t('tool.responsible')}</H2>
      <Text>{t('tool.controller', { organisation })}</Text>
      {dpo ? <Text>{t('tool.dpo', { contact: dpo })}</Text> : null}
      <Text>{t('tool.authority')}</Text>
      <H2>{t('tool.decision')}</H2>
      {decision.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Shell>
  );
};

import {
  Banner,
  ButtonGroup,
  ButtonLink,
  H1,
  H2,
  Inset,
  Link,
  List,
  Shell,
  Summary,
  Table,
  Tag,
  Text,
} from '../../../platform/ui/index.js';
import { transparencyPaths } from '../transparency.paths.js';
import { type DossierSection, FullDossier } from './full-dossier.js';
import { type CardProps, ToolFacts, useText } from './tool-card.js';

export interface ToolPageProps {
  readonly card: CardProps;
  readonly number: number;
  readonly state: { readonly kind: 'met' | 'warning' | 'blocked' | 'na'; readonly text: string };
  readonly repair: string | null;
  readonly alarm: boolean;
  readonly unseen: boolean;
  readonly decision: {
    readonly text: string;
    readonly effectiveOn: string;
    readonly conditions: readonly (readonly [string, string])[];
  } | null;
  readonly claim: string | null;
  readonly sheet: readonly (readonly [string, string, string])[];
  readonly past: readonly { readonly text: string; readonly href: string | null }[];
  readonly advice: string | null;
  readonly noticeHref: string | null;
  /** What to answer callers and visitors, where the tool captures them. */
  readonly scriptHref: string | null;
  readonly dossier: readonly DossierSection[];
  readonly objectHref: string | null;
  readonly rightsHref: string;
}

const Decision = ({ decision, claim, advice }: Pick<ToolPageProps, 'decision' | 'claim' | 'advice'>) => {
  const t = useText();
  return (
    <section>
      <H2>{t('tool.decision')}</H2>
      {decision ? (
        <>
          <Summary
            rows={[
              { key: t('tool.decisionText'), value: decision.text },
              { key: t('tool.effective'), value: decision.effectiveOn },
            ]}
          />
          <Table caption={t('tool.conditions')} head={[t('tool.condition'), t('tool.kept')]} rows={decision.conditions} />
        </>
      ) : (
        <Text>{t('noDecision')}</Text>
      )}
      {advice ? <Text>{advice}</Text> : null}
      {claim ? (
        <>
          <H2>{t('tool.claim')}</H2>
          <Inset>{claim}</Inset>
        </>
      ) : null}
    </section>
  );
};

/** Everything about one tool that concerns this person: summary, decision, settings, versions. */
export const ToolPage = (props: ToolPageProps) => {
  const t = useText();
  const { card } = props;
  return (
    <Shell title={card.toolName} crumbs={[{ text: t('tool.back'), href: transparencyPaths.me }, { text: card.toolName }]}>
      <H1 caption={t('tool.version', { number: props.number })}>{card.toolName}</H1>
      <Text>
        <Tag kind={props.state.kind}>{props.state.text}</Tag>
      </Text>
      {props.alarm ? <Banner kind="error">{t('alarm')}</Banner> : null}
      {props.unseen ? <Banner kind="error">{t('unseen')}</Banner> : null}
      {props.repair ? <Banner kind="error">{props.repair}</Banner> : null}
      <ToolFacts {...card} />
      <ButtonGroup>
        {props.objectHref ? (
          <ButtonLink kind="secondary" href={props.objectHref}>
            {t('object')}
          </ButtonLink>
        ) : null}
        {props.noticeHref ? <Link href={props.noticeHref}>{t('tool.notice')}</Link> : null}
        {props.scriptHref ? <Link href={props.scriptHref}>{t('tool.script')}</Link> : null}
        <Link href={props.rightsHref}>{t('askData')}</Link>
      </ButtonGroup>
      <Decision {...props} />
      <H2>{t('tool.settings')}</H2>
      <Table
        caption={t('tool.settings')}
        captionHidden
        head={[t('tool.meaning'), t('tool.value'), t('tool.setting')]}
        rows={props.sheet}
        empty={t('tool.noSettings')}
      />
      <H2>{t('tool.past')}</H2>
      {props.past.length > 0 ? (
        <List items={props.past.map(({ text, href }) => (href ? <Link href={href}>{text}</Link> : text))} />
      ) : (
        <Text>{t('tool.neverOn')}</Text>
      )}
      <FullDossier sections={props.dossier} />
    </Shell>
  );
};

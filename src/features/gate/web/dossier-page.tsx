import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  ButtonGroup,
  ButtonLink,
  Code,
  H1,
  H2,
  type NavItem,
  Shell,
  Small,
  type Step,
  Steps,
  Summary,
  Table,
  Text,
  usePage,
  Verdict,
  type VerdictTone,
} from '../../../platform/ui/index.js';
import { DeclaredParts, type DeclaredSection } from '../../tools/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';
import { type ConditionLine, ConditionsPart } from './conditions-part.js';
import { RequirementGroups, type RequirementView } from './requirement-groups.js';

export interface DossierView {
  readonly toolId: string;
  readonly name: string;
  readonly number: number;
  readonly verdict: { readonly tone: VerdictTone; readonly heading: string; readonly lines: readonly string[] };
  readonly requirements: readonly RequirementView[];
  readonly chain: readonly Step[];
  readonly alerts: readonly { readonly kind: 'warning' | 'error' | 'info'; readonly text: string }[];
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly fingerprint: string;
  readonly purposes: readonly (readonly string[])[];
  readonly data: readonly (readonly string[])[];
  readonly declared: readonly DeclaredSection[];
  readonly conditions: readonly ConditionLine[];
  readonly limits: readonly string[];
  readonly actions: readonly { readonly href: string; readonly text: string; readonly kind: 'primary' | 'secondary' | 'warning' }[];
  readonly subnav: readonly NavItem[];
}

const Aside = ({ view }: { readonly view: DossierView }) => {
  const t = text(gateCatalogue, usePage().language);
  return (
    <>
      <H2>{t('chain.title')}</H2>
      <Steps items={view.chain} label={t('chain.title')} />
      <H2>{t('facts.title')}</H2>
      <Summary rows={view.facts.map((fact) => ({ key: fact.key, value: fact.value }))} />
      <Small>{t('facts.fingerprint')}</Small>
      <Code value={view.fingerprint} />
    </>
  );
};

const Figures = ({ view }: { readonly view: DossierView }) => {
  const t = text(gateCatalogue, usePage().language);
  return (
    <>
      {view.purposes.length > 0 ? (
        <Table caption={t('facts.purposes')} head={[t('facts.purpose'), t('facts.basis'), t('facts.retention')]} rows={view.purposes} />
      ) : null}
      {view.data.length > 0 ? <Table caption={t('facts.data')} head={[t('facts.datum'), t('facts.for')]} rows={view.data} /> : null}
    </>
  );
};

/** The dossier: may it be on, what is in the way, whose turn it is, and what everyone decided on. */
export const DossierPage = ({ view }: { readonly view: DossierView }) => {
  const t = text(gateCatalogue, usePage().language);
  return (
    <Shell
      title={view.name}
      crumbs={[{ href: gatePaths.list, text: t('list.title') }, { text: view.name }]}
      heading={
        <>
          <H1 caption={t('version.line', { number: view.number })}>{view.name}</H1>
        </>
      }
      subnav={view.subnav}
      aside={<Aside view={view} />}
    >
      {view.alerts.map((alert) => (
        <Banner key={alert.text} kind={alert.kind}>
          <Text>{alert.text}</Text>
        </Banner>
      ))}
      <Verdict
        tone={view.verdict.tone}
        heading={view.verdict.heading}
        cells={view.requirements.map(({ id, title, tag }) => ({ kind: tag, label: `${id} ${title}` }))}
      >
        {view.verdict.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Verdict>
      <ButtonGroup>
        {view.actions.map((action) => (
          <ButtonLink key={action.href} href={action.href} kind={action.kind}>
            {action.text}
          </ButtonLink>
        ))}
      </ButtonGroup>
      <RequirementGroups requirements={view.requirements} />
      <ConditionsPart lines={view.conditions} limits={view.limits} />
      <Figures view={view} />
      <DeclaredParts sections={view.declared} />
    </Shell>
  );
};

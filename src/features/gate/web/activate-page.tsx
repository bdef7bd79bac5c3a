import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Link,
  List,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';
import { type ConditionLine, ConditionsPart } from './conditions-part.js';
import { RequirementGroups, type RequirementView } from './requirement-groups.js';

export interface OpenWarning {
  readonly rule: string;
  readonly text: string;
  readonly source: string;
}

export interface ActivatePageProps {
  readonly toolId: string;
  readonly name: string;
  readonly number: number;
  readonly requirements: readonly RequirementView[];
  readonly open: boolean;
  readonly attested: boolean;
  readonly warnings: readonly OpenWarning[];
  readonly platformActive: boolean;
  readonly idempotencyKey: string;
  readonly conditions: readonly ConditionLine[];
  /** What the system keeps, in sentences. */
  readonly limits: readonly string[];
}

const crumbsOf = (props: { toolId: string; name: string }, list: string, here: string) => [
  { href: gatePaths.list, text: list },
  { href: gatePaths.dossier(props.toolId), text: props.name },
  { text: here },
];

/** The last check before a tool goes on. The button stands here only when the gate is open. */
export const ActivatePage = (props: ActivatePageProps) => {
  const { language, actor } = usePage();
  const t = text(gateCatalogue, language);
  const mayAccept = actor?.role === 'privacy_officer' || actor?.role === 'director';
  const title = t('activate.title', { name: props.name });
  return (
    <Shell title={title} crumbs={crumbsOf(props, t('list.title'), t('activate.button'))}>
      <H1>{title}</H1>
      <Lead>{props.open ? t('activate.lead') : t('activate.cannot')}</Lead>
      {props.platformActive ? null : <Banner kind="warning">{t('verdict.platform')}</Banner>}
      {props.warnings.length > 0 ? (
        <section>
          <H2>{t('activate.warnings')}</H2>
          <Text>{t('activate.acceptFirst')}</Text>
          <List
            items={props.warnings.map((warning) => (
              <>
                {warning.text} ({warning.source}){' '}
                {mayAccept ? <Link href={gatePaths.warning(props.toolId, props.number, warning.rule)}>{t('warning.link')}</Link> : null}
              </>
            ))}
          />
        </section>
      ) : null}
      <ConditionsPart lines={props.conditions} limits={props.limits} />
      <RequirementGroups requirements={props.requirements} />
      {props.open ? (
        <Form action={gatePaths.activate(props.toolId, props.number)} idempotencyKey={props.idempotencyKey}>
          <Text>{t(props.attested ? 'activate.consequenceAttested' : 'activate.consequence')}</Text>
          <Button>{t('activate.button')}</Button>
        </Form>
      ) : null}
    </Shell>
  );
};

export interface WarningPageProps {
  readonly toolId: string;
  readonly name: string;
  readonly number: number;
  readonly warning: OpenWarning;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

export const WarningPage = (props: WarningPageProps) => {
  const t = text(gateCatalogue, usePage().language);
  return (
    <Shell title={t('warning.title')} error={Boolean(props.errors)} crumbs={crumbsOf(props, t('list.title'), t('warning.title'))}>
      <ErrorSummary errors={props.errors} />
      <H1>{t('warning.title')}</H1>
      <Lead>{props.warning.text}</Lead>
      <Text>
        <Link href={gatePaths.rule(props.warning.rule)}>{props.warning.source}</Link>
      </Text>
      <Form action={gatePaths.warning(props.toolId, props.number, props.warning.rule)}>
        <Field
          name="reason"
          type="textarea"
          label={t('warning.reason')}
          hint={t('warning.hint')}
          value={props.typed}
          limit={2000}
          error={props.errors?.[0]?.text}
        />
        <Button>{t('warning.button')}</Button>
      </Form>
    </Shell>
  );
};

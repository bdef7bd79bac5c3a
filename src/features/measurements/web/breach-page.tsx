import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatInstantDay,
  formatNumber,
  H1,
  Lead,
  Radios,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import type { BreachRow } from '../breaches/breaches.repository.js';
import { measurementsCatalogue } from '../measurements.catalogue.js';
import { measurementPaths } from '../measurements.paths.js';

const useText = () => text(measurementsCatalogue, usePage().language);

interface Typed {
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
export interface BreachPageProps extends Typed {
  readonly breach: BreachRow & { readonly isLate: boolean };
  readonly mayDecide: boolean;
}

const Deciding = ({ breach, mayDecide, typed, errors }: BreachPageProps) => {
  const t = useText();
  if (!mayDecide) return <Text>{t('breach.waits')}</Text>;
  return (
    <Form action={measurementPaths.breach(breach.id)} label={t('breach.decide')}>
      <Radios
        name="decision"
        label={t('breach.decide')}
        items={(['reported', 'not_reported'] as const).map((value) => ({ value, text: t(`breach.${value}`) }))}
        value={typed?.['decision']}
        error={errorOf(errors, 'decision')}
      />
      <Field
        name="authorityReference"
        label={t('breach.reference')}
        hint={t('breach.referenceHint')}
        value={typed?.['authorityReference']}
        error={errorOf(errors, 'authorityReference')}
      />
      <Field
        name="reasons"
        type="textarea"
        rows={5}
        label={t('breach.reasons')}
        hint={t('breach.reasonsHint')}
        value={typed?.['reasons']}
        error={errorOf(errors, 'reasons')}
      />
      <Button>{t('breach.button')}</Button>
    </Form>
  );
};

export const BreachPage = (props: BreachPageProps) => {
  const t = useText();
  const { language } = usePage();
  const { breach, errors } = props;
  const title = t('breach.title', { tool: breach.toolName });
  const { decision, decidedAt } = breach;
  return (
    <Shell
      title={title}
      error={Boolean(errors)}
      crumbs={[{ href: measurementPaths.tool(breach.toolId), text: breach.toolName }, { text: breach.reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{t('breach.lead')}</Lead>
      {decision && decidedAt ? (
        <Banner
          kind="success"
          heading={t(`breach.decided.${decision}`, {
            date: formatInstantDay(decidedAt, language),
            reference: breach.authorityReference ?? '',
          })}
        >
          <p>{breach.reasons}</p>
        </Banner>
      ) : (
        <Warning>{breach.isLate ? t('breach.late') : t('breach.clock')}</Warning>
      )}
      <Summary
        rows={[
          { key: t('breach.known'), value: <Time at={breach.knownAt} /> },
          { key: t('breach.reportBy'), value: <Time at={breach.reportBy} /> },
          { key: t('breach.last'), value: <Time at={breach.lastAt} /> },
          { key: t('breach.batches'), value: formatNumber(breach.batches, language) },
          { key: t('breach.lines'), value: formatNumber(breach.lines, language) },
          { key: t('tool.reference'), value: <Code value={breach.reference} plain /> },
        ]}
      />
      {decision ? null : <Deciding {...props} />}
    </Shell>
  );
};

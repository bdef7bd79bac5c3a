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
  formatDay,
  formatInstantDay,
  formatNumber,
  H1,
  H2,
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
import type { QuarantineRow } from '../quarantine/quarantine.repository.js';
import type { HoldRow } from '../retention/criteria.repository.js';

const useText = () => text(measurementsCatalogue, usePage().language);

interface Typed {
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
export interface QuarantinePageProps extends Typed {
  readonly quarantine: QuarantineRow & { readonly onHold: boolean };
  readonly mayDelete: boolean;
  readonly mayLift: boolean;
}

const Next = ({ quarantine, mayDelete, mayLift, typed, errors }: QuarantinePageProps) => {
  const t = useText();
  const { language } = usePage();
  const { id, askUntil, deleteBy, onHold } = quarantine;
  return (
    <>
      <H2>{t('quarantine.next')}</H2>
      <Text>{t('quarantine.waits', { date: formatDay(askUntil, language), delete: formatDay(deleteBy, language) })}</Text>
      {onHold ? <Warning>{t('quarantine.onHold')}</Warning> : null}
      {mayDelete && !onHold ? (
        <Form action={measurementPaths.deletion(id)} label={t('quarantine.deleteButton')}>
          <Text>{t('quarantine.deleteText')}</Text>
          <Button kind="warning">{t('quarantine.deleteButton')}</Button>
        </Form>
      ) : null}
      {mayLift ? (
        <>
          <H2>{t('quarantine.lift')}</H2>
          <Text>{t('quarantine.liftText')}</Text>
          <Form action={measurementPaths.lifting(id)} label={t('quarantine.lift')}>
            <Field
              name="reason"
              type="textarea"
              rows={4}
              label={t('quarantine.liftReason')}
              value={typed?.['reason']}
              error={errorOf(errors, 'reason')}
            />
            <Button kind="secondary">{t('quarantine.liftButton')}</Button>
          </Form>
        </>
      ) : null}
    </>
  );
};

export const QuarantinePage = (props: QuarantinePageProps) => {
  const t = useText();
  const { language } = usePage();
  const { quarantine: q, errors } = props;
  const title = t('quarantine.title', { tool: q.toolName });
  return (
    <Shell
      title={title}
      error={Boolean(errors)}
      crumbs={[{ href: measurementPaths.tool(q.toolId), text: q.toolName }, { text: q.reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      {q.ended && q.endedAt ? (
        <Banner
          kind="success"
          heading={t(`quarantine.over.${q.ended}`, { date: formatInstantDay(q.endedAt, language), reason: q.endReason ?? '' })}
        />
      ) : (
        <Lead>{t('quarantine.lead')}</Lead>
      )}
      <Summary
        rows={[
          { key: t('quarantine.why'), value: t(`lock.cause.${q.cause}`) },
          ...(q.reason ? [{ key: t('quarantine.reason'), value: q.reason }] : []),
          { key: t('quarantine.from'), value: <Time on={q.fromOn} /> },
          { key: t('quarantine.until'), value: <Time at={q.untilAt} /> },
          { key: t('quarantine.ask'), value: <Time on={q.askUntil} /> },
          { key: t('quarantine.delete'), value: <Time on={q.deleteBy} /> },
          { key: t('tool.reference'), value: <Code value={q.reference} plain /> },
        ]}
      />
      {q.ended ? null : (
        <>
          {q.isKept ? <Text>{t('quarantine.kept')}</Text> : null}
          <Next {...props} />
        </>
      )}
    </Shell>
  );
};

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

export const EndHoldPage = ({ hold, typed, errors }: Typed & { readonly hold: HoldRow }) => {
  const t = useText();
  const title = t('hold.endTitle');
  return (
    <Shell
      title={title}
      error={Boolean(errors)}
      crumbs={[{ href: measurementPaths.tool(hold.toolId), text: t('hold.title') }, { text: hold.reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{hold.reason}</Lead>
      <Text>{t('hold.endText')}</Text>
      <Form action={measurementPaths.endHold(hold.id)} label={title}>
        <Field
          name="reason"
          type="textarea"
          rows={4}
          label={t('hold.endReason')}
          value={typed?.['reason']}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="warning">{t('hold.endButton')}</Button>
      </Form>
    </Shell>
  );
};

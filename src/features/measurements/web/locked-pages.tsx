import { roleName, text } from '../../../platform/i18n/index.js';
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
  H1,
  H2,
  Lead,
  Link,
  List,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { gatePaths, MAY_STOP } from '../../gate/index.js';
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
  readonly quarantine: QuarantineRow & { readonly onHold: boolean; readonly isOn: boolean };
  /** Whether this reader can stop the tool. */
  readonly mayStop: boolean;
  /** Whom no message reached, for who has to write to them. */
  readonly unreached: readonly { readonly name: string; readonly staffNumber: string }[];
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

/** A lock stops no tool: it says so, by which law it may not go on, and whose turn it is. */
const StillOn = ({ quarantine, mayStop }: QuarantinePageProps) => {
  const t = useText();
  const { language } = usePage();
  const roles = MAY_STOP.map((role) => roleName(role, language)).join(', ');
  return (
    <Banner kind="warning" heading={t('quarantine.on')}>
      <p>{t('quarantine.onText', { roles })}</p>
      {mayStop ? <Link href={gatePaths.stop(quarantine.toolId)}>{t('quarantine.stop')}</Link> : null}
    </Banner>
  );
};

const Unreached = ({ unreached }: Pick<QuarantinePageProps, 'unreached'>) => {
  const t = useText();
  if (unreached.length === 0) return null;
  return (
    <>
      <H2>{t('quarantine.unreached')}</H2>
      <Text>{t('quarantine.unreachedText')}</Text>
      <List items={unreached.map(({ name, staffNumber }) => `${name} (${staffNumber})`)} />
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
          ...(q.ended
            ? []
            : [
                { key: t('quarantine.ask'), value: <Time on={q.askUntil} /> },
                { key: t('quarantine.delete'), value: <Time on={q.deleteBy} /> },
              ]),
          { key: t('tool.reference'), value: <Code value={q.reference} plain /> },
        ]}
      />
      {q.ended ? null : (
        <>
          {q.isOn ? <StillOn {...props} /> : null}
          {q.isKept ? <Text>{t('quarantine.kept')}</Text> : null}
          <Unreached {...props} />
          <Next {...props} />
        </>
      )}
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

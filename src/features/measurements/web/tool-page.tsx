import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonLink,
  DateField,
  Details,
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
  Select,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { valueLabel } from '../../tools/index.js';
import { measurementsCatalogue } from '../measurements.catalogue.js';
import { measurementPaths } from '../measurements.paths.js';
import type { MeasuredOfTool } from '../measured.service.js';
import { Deletions, Kept, Refused } from './tool-tables.js';

const useText = () => text(measurementsCatalogue, usePage().language);

export interface ToolPageProps {
  readonly measured: MeasuredOfTool;
  /** Whether this reader keeps, locks and erases; others read. */
  readonly mayAct: boolean;
  /** Whether this reader may open what came without a lease. */
  readonly readsBreaches: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Criterion = ({ measured, typed, errors }: ToolPageProps) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Details summary={t('criterion.title')} open={Boolean(errors?.some(({ field }) => ['purpose', 'happenedOn'].includes(field)))}>
      <Text>{t('criterion.text')}</Text>
      <Form action={measurementPaths.criteria(measured.toolId)} label={t('criterion.title')}>
        <Select
          name="purpose"
          label={t('criterion.purpose')}
          items={measured.purposes.map(({ code, description }) => ({
            value: code,
            text: description ?? valueLabel('purposes[].code', code, language),
          }))}
          value={typed?.['purpose']}
          error={errorOf(errors, 'purpose')}
        />
        <DateField
          name="happenedOn"
          label={t('criterion.happenedOn')}
          value={typed?.['happenedOn']}
          error={errorOf(errors, 'happenedOn')}
        />
        <Button kind="warning">{t('criterion.button')}</Button>
      </Form>
    </Details>
  );
};

const Holds = ({ measured, mayAct, typed, errors }: ToolPageProps) => {
  const t = useText();
  const { language } = usePage();
  const items = measured.holds.map(({ id, reason, endsOn, endedAt, endReason }) => (
    <>
      {reason}.{' '}
      {endedAt
        ? t('hold.over', { date: formatInstantDay(endedAt, language), reason: endReason ?? '' })
        : t('hold.until', { date: formatDay(endsOn, language) })}{' '}
      {mayAct && !endedAt ? <Link href={measurementPaths.endHold(id)}>{t('hold.end')}</Link> : null}
    </>
  ));
  return (
    <>
      <H2>{t('hold.title')}</H2>
      {items.length > 0 ? <List items={items} /> : <Text>{t('hold.none')}</Text>}
      {mayAct ? (
        <Details summary={t('hold.title')} open={Boolean(errors?.some(({ field }) => field.startsWith('hold')))}>
          <Text>{t('hold.text')}</Text>
          <Form action={measurementPaths.holds(measured.toolId)} label={t('hold.title')}>
            <Field
              name="holdReason"
              label={t('hold.reason')}
              hint={t('hold.reasonHint')}
              value={typed?.['holdReason']}
              error={errorOf(errors, 'holdReason')}
            />
            <DateField name="holdEndsOn" label={t('hold.endsOn')} value={typed?.['holdEndsOn']} error={errorOf(errors, 'holdEndsOn')} />
            <Button>{t('hold.button')}</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
};

const Locks = ({ measured, mayAct, typed, errors }: ToolPageProps) => {
  const t = useText();
  const { language } = usePage();
  return (
    <>
      <H2>{t('lock.title')}</H2>
      {measured.quarantines.length > 0 ? (
        <List
          items={measured.quarantines.map(({ id, cause, openedAt }) => (
            <Link href={measurementPaths.quarantine(id)}>
              {t(`lock.cause.${cause}`)}, {formatInstantDay(openedAt, language)}
            </Link>
          ))}
        />
      ) : (
        <Text>{t('lock.none')}</Text>
      )}
      {mayAct ? (
        <Details summary={t('lock.button')} open={Boolean(errors?.some(({ field }) => field.startsWith('lock')))}>
          <Text>{t('lock.text')}</Text>
          <Form action={measurementPaths.quarantines(measured.toolId)} label={t('lock.button')}>
            <Select
              name="lockCause"
              label={t('lock.cause')}
              items={(['void', 'expired', 'exceeded'] as const).map((value) => ({ value, text: t(`lock.cause.${value}`) }))}
              value={typed?.['lockCause']}
              error={errorOf(errors, 'lockCause')}
            />
            <DateField name="lockFrom" label={t('lock.from')} value={typed?.['lockFrom']} error={errorOf(errors, 'lockFrom')} />
            <Field name="lockReason" label={t('lock.reason')} value={typed?.['lockReason']} error={errorOf(errors, 'lockReason')} />
            <Button kind="warning">{t('lock.button')}</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
};

/** What of one tool is kept, refused, erased, held and locked. */
export const ToolPage = (props: ToolPageProps) => {
  const t = useText();
  const { language } = usePage();
  const { measured, mayAct, readsBreaches, errors } = props;
  const title = t('tool.title', { tool: measured.toolName });
  return (
    <Shell
      title={title}
      error={Boolean(errors)}
      crumbs={[{ href: measurementPaths.list, text: t('list.title') }, { text: measured.toolName }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{t('tool.lead')}</Lead>
      {measured.breaches
        .filter(({ decided }) => !decided)
        .map(({ id, knownAt }) => {
          const words = `${t('list.breach')}, ${formatInstantDay(knownAt, language)}`;
          return readsBreaches ? <ButtonLink href={measurementPaths.breach(id)}>{words}</ButtonLink> : <Text>{words}</Text>;
        })}
      <Kept measured={measured} />
      {mayAct && measured.purposes.length > 0 ? <Criterion {...props} /> : null}
      <Refused measured={measured} />
      <Locks {...props} />
      <Holds {...props} />
      <Deletions measured={measured} />
    </Shell>
  );
};

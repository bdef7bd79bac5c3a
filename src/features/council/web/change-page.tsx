import { formatInstant } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Shell,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import type { CouncilSettingsService } from '../settings.service.js';
import { ChangeTable } from './change-table.js';

interface ChangePageProps {
  readonly read: Awaited<ReturnType<CouncilSettingsService['change']>>;
  readonly keyOfPress: string;
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
}

const Confirm = ({ read, keyOfPress, errors, reason }: ChangePageProps) => {
  const t = useTexts();
  const { change, asked } = read;
  return (
    <>
      <Form action={councilPaths.confirmation(change.id)} idempotencyKey={keyOfPress}>
        <IdentityFields asked={asked} errors={errors} />
        <Warning>{t(change.route === 'officers' ? 'change.consequence' : 'change.consequenceMembers')}</Warning>
        <Button>{t('change.confirm')}</Button>
      </Form>
      <H2>{t('change.rejectTitle')}</H2>
      <Form action={councilPaths.rejection(change.id)}>
        <Field
          name="reason"
          type="textarea"
          label={t('change.reason')}
          rows={3}
          limit={2000}
          value={reason}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('change.reject')}</Button>
      </Form>
    </>
  );
};

/** One change of the council: what was and what becomes, and the button of whoever may confirm it. */
export const ChangePage = (props: ChangePageProps) => {
  const t = useTexts();
  const { language } = usePage();
  const { change, names, own, mayConfirm, needed, confirmedByMe } = props.read;
  const name = names.get(change.proposedBy) ?? '…';
  return (
    <Shell
      title={t('change.title')}
      error={(props.errors?.length ?? 0) > 0}
      crumbs={[{ text: t('settings.title'), href: councilPaths.settings }, { text: t('change.title') }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{t('change.title')}</H1>
      {mayConfirm ? <Lead>{t('change.confirmLead')}</Lead> : null}
      <Text>{t('change.by', { name, when: formatInstant(change.proposedAt, language) })}</Text>
      <ChangeTable change={change} names={names} past={change.outcome !== null} />
      {change.outcome === null ? (
        <Text>{change.route === 'officers' ? t('change.needsOfficer') : t('change.needsMembers', { n: needed })}</Text>
      ) : (
        <Banner>{t('change.gone')}</Banner>
      )}
      {own && change.outcome === null ? (
        <>
          <Text>{t('change.own')}</Text>
          <Form action={councilPaths.withdrawal(change.id)}>
            <Button kind="secondary">{t('change.withdraw')}</Button>
          </Form>
        </>
      ) : null}
      {confirmedByMe && change.outcome === null ? <Banner kind="success">{t('change.confirmedByYou')}</Banner> : null}
      {mayConfirm ? <Confirm {...props} /> : null}
    </Shell>
  );
};

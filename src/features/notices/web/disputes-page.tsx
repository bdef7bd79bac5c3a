import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonGroup,
  Card,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Shell,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { deliveryCatalogue } from '../delivery.catalogue.js';
import { noticesCatalogue } from '../notices.catalogue.js';

const useText = () => text(noticesCatalogue, usePage().language);

export interface DisputesPageProps {
  readonly action: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: { readonly staffNumber?: string; readonly text?: string };
  readonly rows: readonly {
    readonly action: string;
    readonly toolName: string;
    readonly person: string;
    readonly statement: string;
    readonly witness: string | null;
    readonly dispute: string;
  }[];
}
/** For somebody who cannot sign in and told the DPO. */
const DisputeFor = ({ action, errors, typed }: Omit<DisputesPageProps, 'rows'>) => {
  const t = text(deliveryCatalogue, usePage().language);
  return (
    <>
      <H2>{t('disputes.for')}</H2>
      <Text>{t('disputes.forText')}</Text>
      <Form action={action} label={t('disputes.for')}>
        <Field
          name="staffNumber"
          label={t('disputes.forNumber')}
          width={10}
          value={typed?.staffNumber}
          error={errorOf(errors, 'staffNumber')}
        />
        <Field name="text" type="textarea" label={t('disputes.forSaid')} limit={4000} value={typed?.text} error={errorOf(errors, 'text')} />
        <Button kind="secondary">{t('disputes.forSubmit')}</Button>
      </Form>
    </>
  );
};

/** The DPO decides whether a notice that somebody says he never got was handed over. */
export const DisputesPage = ({ action, rows, errors, typed }: DisputesPageProps) => {
  const t = useText();
  return (
    <Shell title={t('disputes.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{t('disputes.title')}</H1>
      <Text>{rows.length === 0 ? t('disputes.empty') : t('disputes.intro')}</Text>
      {rows.map((row) => (
        <Card key={row.action}>
          <H2>{row.toolName}</H2>
          <Summary
            rows={[
              { key: t('disputes.person'), value: row.person },
              { key: t('disputes.hr'), value: row.statement },
              { key: t('disputes.witness'), value: row.witness ?? '–' },
              { key: t('disputes.said'), value: row.dispute },
            ]}
          />
          <Form action={row.action} label={row.person}>
            <ButtonGroup>
              {row.witness ? (
                <Button kind="secondary" name="as" value="delivered">
                  {t('disputes.delivered')}
                </Button>
              ) : null}
              <Button kind="secondary" name="as" value="not_delivered">
                {t('disputes.notDelivered')}
              </Button>
            </ButtonGroup>
          </Form>
        </Card>
      ))}
      <DisputeFor action={action} errors={errors} typed={typed} />
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
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
  Inset,
  Shell,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import type { HandOverState } from '../domain/hand-over.js';
import { noticesCatalogue } from '../notices.catalogue.js';

const useText = () => text(noticesCatalogue, usePage().language);
const stateKey = (state: HandOverState) => (state === 'waits_for_witness' ? 'handed.waits' : (`handed.${state}` as const));

export interface HandOverPageProps {
  readonly toolName: string;
  readonly date: string;
  readonly statement: string;
  readonly state: HandOverState;
  /** Who got the notice, shown to the witness only. */
  readonly personName: string | null;
  readonly statementHref: string;
  readonly disputeHref: string;
  readonly mayDispute: boolean;
  readonly mayWitness: boolean;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

const AsWitness = (props: HandOverPageProps) => {
  const t = useText();
  if (!props.mayWitness) return <Text>{t('handed.confirmed')}</Text>;
  return (
    <Form action={props.statementHref} label={t('handed.witnessTitle')}>
      <Field
        name="statement"
        type="textarea"
        label={t('handed.statement')}
        limit={4000}
        value={props.typed}
        error={errorOf(props.errors, 'statement')}
      />
      <Button>{t('handed.confirm')}</Button>
      <Text>{t('handed.notThere')}</Text>
    </Form>
  );
};

const AsReceiver = (props: HandOverPageProps) => {
  const t = useText();
  return (
    <>
      <Banner kind="info">{t(stateKey(props.state))}</Banner>
      {props.mayDispute ? (
        <Form action={props.disputeHref} label={t('handed.dispute')}>
          <Text>{t('handed.disputeText')}</Text>
          <Field
            name="text"
            type="textarea"
            label={t('handed.disputeLabel')}
            limit={4000}
            value={props.typed}
            error={errorOf(props.errors, 'text')}
          />
          <Button kind="secondary">{t('handed.dispute')}</Button>
        </Form>
      ) : null}
    </>
  );
};

/** A hand-over on paper, to whoever got the notice or was there. Looking at it is not opening the notice. */
export const HandOverPage = (props: HandOverPageProps) => {
  const t = useText();
  const asWitness = props.personName !== null;
  const title = asWitness ? t('handed.witnessTitle') : t('handed.title');
  const values = { tool: props.toolName, date: props.date };
  return (
    <Shell title={title} error={Boolean(props.errors?.length)} crumbs={[{ text: t('inbox.title'), href: '/me/notices' }, { text: title }]}>
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Text>{asWitness ? t('handed.witnessText', { ...values, person: props.personName ?? '' }) : t('handed.mineText', values)}</Text>
      <H2>{t('handed.said')}</H2>
      <Inset>{props.statement}</Inset>
      {asWitness ? <AsWitness {...props} /> : <AsReceiver {...props} />}
    </Shell>
  );
};

export interface DisputesPageProps {
  readonly rows: readonly {
    readonly action: string;
    readonly toolName: string;
    readonly person: string;
    readonly statement: string;
    readonly witness: string | null;
    readonly dispute: string;
  }[];
}
/** The DPO decides whether a notice that somebody says he never got was handed over. */
export const DisputesPage = ({ rows }: DisputesPageProps) => {
  const t = useText();
  return (
    <Shell title={t('disputes.title')}>
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
    </Shell>
  );
};

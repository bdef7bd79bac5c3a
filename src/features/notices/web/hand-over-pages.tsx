import { text } from '../../../platform/i18n/index.js';
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
  Inset,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import type { HandOverState } from '../domain/hand-over.js';
import { deliveryCatalogue } from '../delivery.catalogue.js';
import { noticesCatalogue } from '../notices.catalogue.js';

const useText = () => text(noticesCatalogue, usePage().language);
const useOwnText = () => text(deliveryCatalogue, usePage().language);

const Standing = ({ state }: { readonly state: HandOverState }) => {
  const t = useText();
  const own = useOwnText();
  if (state === 'waits_for_receiver') return <>{own('paper.waitsForYou')}</>;
  if (state === 'confirmed') return <>{own('paper.confirmedByYou')}</>;
  return <>{t(state === 'waits_for_witness' ? 'handed.waits' : `handed.${state}`)}</>;
};

export interface HandOverPageProps {
  readonly toolName: string;
  readonly date: string;
  readonly byPost: boolean;
  readonly statement: string;
  readonly state: HandOverState;
  /** Who got the notice, shown to the witness only. */
  readonly personName: string | null;
  readonly statementHref: string;
  readonly confirmationHref: string;
  readonly disputeHref: string;
  /** The receiver can still say whether it is right. */
  readonly maySay: boolean;
  readonly mayWitness: boolean;
  /** From when the receiver may be measured at the earliest. */
  readonly leadTime: string | null;
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
  const own = useOwnText();
  return (
    <>
      <Banner kind="info">
        <Standing state={props.state} />
      </Banner>
      {props.leadTime ? <Text>{props.leadTime}</Text> : null}
      {props.maySay ? (
        <Form action={props.confirmationHref} label={own('paper.confirm')}>
          <Text>{own('paper.confirmText')}</Text>
          <Button>{own('paper.confirm')}</Button>
        </Form>
      ) : null}
      {props.maySay ? (
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
  const own = useOwnText();
  const asWitness = props.personName !== null;
  const title = asWitness ? t('handed.witnessTitle') : t('handed.title');
  const values = { tool: props.toolName, date: props.date };
  return (
    <Shell title={title} error={Boolean(props.errors?.length)} crumbs={[{ text: t('inbox.title'), href: '/me/notices' }, { text: title }]}>
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Text>{asWitness ? t('handed.witnessText', { ...values, person: props.personName ?? '' }) : t('handed.mineText', values)}</Text>
      {props.byPost ? <Text>{own('paper.byPost')}</Text> : null}
      <H2>{t('handed.said')}</H2>
      <Inset>{props.statement}</Inset>
      {asWitness ? <AsWitness {...props} /> : <AsReceiver {...props} />}
    </Shell>
  );
};

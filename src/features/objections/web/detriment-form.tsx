import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Lead,
  Radios,
  Shell,
  type ShellProps,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { detrimentCatalogue } from '../detriment/detriment.catalogue.js';
import { HARMS } from '../domain/detriment.js';

const useText = () => text(detrimentCatalogue, usePage().language);

interface DetrimentFormProps {
  readonly action: string;
  readonly forOther?: boolean;
  readonly objections: readonly { readonly id: string; readonly reference: string; readonly toolName: string }[];
  readonly rule: string | null;
  readonly idempotencyKey: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** For whoever acts for the person: under a title of its own, on a page of theirs. */
  readonly acting?: Pick<ShellProps, 'title' | 'crumbs' | 'secretAddress'> & { readonly lead: string };
}

/** Who carries the burden of proof, in plain words and no more than the law gives. */
const Burden = ({ rule }: Pick<DetrimentFormProps, 'rule'>) => {
  const t = useText();
  return (
    <section>
      <H2>{t('burden.title')}</H2>
      <Text>{t('burden.disclosure')}</Text>
      <Text>{t('burden.other')}</Text>
      <Text>{t('burden.receipt')}</Text>
      {rule ? (
        <>
          <H2>{t('rule.title')}</H2>
          <Inset>{rule}</Inset>
        </>
      ) : null}
    </section>
  );
};

const Receipt = ({ forOther, objections, typed, errors }: DetrimentFormProps) => {
  const t = useText();
  const choose = !forOther && objections.length > 0;
  return (
    <>
      {choose ? (
        <Radios
          name="objection"
          label={t('form.receipt')}
          items={[
            ...objections.map(({ id, reference, toolName }) => ({ value: id, text: t('form.objection', { reference, tool: toolName }) })),
            { value: '', text: t('form.complaint') },
          ]}
          value={typed?.['objection']}
          error={errorOf(errors, 'objection')}
        />
      ) : null}
      <Field
        name="receipt"
        label={t(choose ? 'form.code' : 'form.codeOther')}
        hint={t('form.codeHint')}
        optional={choose}
        width={30}
        value={typed?.['receipt']}
        error={errorOf(errors, 'receipt')}
      />
    </>
  );
};

/** Three fields, with the receipt of what came before. */
export const DetrimentFormPage = (props: DetrimentFormProps) => {
  const t = useText();
  const { forOther, acting, typed, errors } = props;
  const title = acting?.title ?? t(forOther ? 'behalf.title' : 'title');
  return (
    <Shell title={title} error={Boolean(errors?.length)} crumbs={acting?.crumbs} secretAddress={acting?.secretAddress}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{acting?.lead ?? t(forOther ? 'behalf.lead' : 'lead')}</Lead>
      <Text>{t('who')}</Text>
      <Text>{t('council')}</Text>
      <Text>{t('matched')}</Text>
      <Form action={props.action} idempotencyKey={props.idempotencyKey} label={title}>
        <Receipt {...props} />
        <Radios
          name="what"
          label={t('form.what')}
          items={HARMS.map((value) => ({ value, text: t(`what.${value}`) }))}
          value={typed?.['what']}
          error={errorOf(errors, 'what')}
        />
        <DateField name="happenedOn" label={t('form.happenedOn')} value={typed?.['happenedOn']} error={errorOf(errors, 'happenedOn')} />
        <Field
          name="story"
          type="textarea"
          label={t('form.story')}
          limit={5000}
          value={typed?.['story']}
          error={errorOf(errors, 'story')}
        />
        <Button>{t('form.send')}</Button>
      </Form>
      <Burden rule={props.rule} />
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Inset,
  Shell,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { RightFacts, type RightsPageProps } from './rights-pages.js';

const useText = () => text(objectionsCatalogue, usePage().language);
const LIMIT = 10_000;

/** A request under the GDPR, to whoever answers it. */
export const HandledRightPage = (
  props: Omit<RightsPageProps, 'contacts'> & {
    readonly action: string;
    readonly personName: string;
    readonly errors?: readonly FieldError[];
    readonly typed?: string;
  },
) => {
  const t = useText();
  const title = t('rights.caseTitle', { reference: props.reference });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('rights.listTitle'), href: objectionPaths.rightsList }, { text: props.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={props.personName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      <RightFacts {...props} />
      {props.text ? <Inset>{props.text}</Inset> : null}
      {props.answer === null ? (
        <Form action={props.action} label={title}>
          <Field
            name="text"
            type="textarea"
            label={t('rights.answerLabel')}
            rows={8}
            limit={LIMIT}
            value={props.typed}
            error={errorOf(props.errors, 'text')}
          />
          <Button>{t('rights.answerSend')}</Button>
        </Form>
      ) : (
        <Inset>{props.answer}</Inset>
      )}
    </Shell>
  );
};

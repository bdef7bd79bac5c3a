import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  Checkbox,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Select,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';

interface BehalfPageProps {
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly idempotencyKey: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
export const BehalfPage = ({ tools, idempotencyKey, typed, errors }: BehalfPageProps) => {
  const p = text(procedureCatalogue, usePage().language);
  return (
    <Shell title={p('behalf.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{p('behalf.title')}</H1>
      <Text>{p('behalf.intro')}</Text>
      <Form action={objectionPaths.behalf} idempotencyKey={idempotencyKey} label={p('behalf.title')}>
        <Field
          name="staffNumber"
          label={p('behalf.staffNumber')}
          width={20}
          value={typed?.['staffNumber']}
          error={errorOf(errors, 'staffNumber')}
        />
        <Select
          name="tool"
          label={p('behalf.tool')}
          none=""
          items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
          value={typed?.['tool']}
          error={errorOf(errors, 'tool')}
        />
        <Field
          name="situation"
          type="textarea"
          label={p('behalf.situation')}
          optional
          limit={10_000}
          value={typed?.['situation']}
          error={errorOf(errors, 'situation')}
        />
        <Checkbox name="asked" text={p('behalf.asked')} checked={typed?.['asked'] === 'yes'} error={errorOf(errors, 'asked')} />
        <Button>{p('behalf.send')}</Button>
      </Form>
    </Shell>
  );
};

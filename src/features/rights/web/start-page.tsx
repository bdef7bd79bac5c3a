import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Link,
  Radios,
  Select,
  Shell,
  Text,
} from '../../../platform/ui/index.js';
import { objectionPaths, RIGHTS } from '../../objections/index.js';
import { rightsPaths } from '../rights.paths.js';
import { useText } from './right-facts.js';

const LIMIT = 10_000;

interface ToolChoice {
  readonly toolId: string;
  readonly name: string;
}
export interface RightFieldsProps {
  readonly tools: readonly ToolChoice[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

/** What is asked, about which tool, in whose words: the same for the person and for whoever acts for that person. */
export const RightFields = ({ tools, typed, errors }: RightFieldsProps) => {
  const t = useText();
  return (
    <>
      <Radios
        name="kind"
        label={t('start.kind')}
        size="m"
        items={RIGHTS.map((value) => ({ value, text: t(`right.${value}`), hint: t(`right.${value}.hint`) }))}
        value={typed?.['kind']}
        error={errorOf(errors, 'kind')}
      />
      {tools.length > 0 || errorOf(errors, 'tool') ? (
        <Select
          name="tool"
          label={t('start.tool')}
          hint={t('start.toolHint')}
          none={t('start.anyTool')}
          optional
          items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
          value={typed?.['tool']}
          error={errorOf(errors, 'tool')}
        />
      ) : null}
      <Field
        name="text"
        type="textarea"
        label={t('start.text')}
        optional
        limit={LIMIT}
        value={typed?.['text']}
        error={errorOf(errors, 'text')}
      />
      <Field
        name="wanted"
        type="textarea"
        label={t('start.wanted')}
        optional
        rows={3}
        limit={LIMIT}
        value={typed?.['wanted']}
        error={errorOf(errors, 'wanted')}
      />
    </>
  );
};

export const RightsStartPage = ({ idempotencyKey, ...fields }: RightFieldsProps & { readonly idempotencyKey: string }) => {
  const t = useText();
  return (
    <Shell
      title={t('start.title')}
      error={Boolean(fields.errors?.length)}
      crumbs={[{ text: t('list.title'), href: rightsPaths.mine }, { text: t('start.title') }]}
    >
      <ErrorSummary errors={fields.errors} />
      <H1>{t('start.title')}</H1>
      <Text>{t('start.intro')}</Text>
      <Text>{t('start.who')}</Text>
      <Form action={rightsPaths.start} idempotencyKey={idempotencyKey} label={t('start.title')}>
        <RightFields {...fields} />
        <Button>{t('start.send')}</Button>
      </Form>
      <Link href={objectionPaths.start}>{t('start.object')}</Link>
    </Shell>
  );
};

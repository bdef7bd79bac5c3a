import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Radios,
  Select,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { complaintsCatalogue } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import { CATEGORIES } from '../domain/complaint-state.js';
import { LIMIT } from './own-pages.js';

const useText = () => text(complaintsCatalogue, usePage().language);

export interface StartPageProps {
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly contact: string | null;
  readonly idempotencyKey: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
/** A complaint with a name: tool, what is the matter, and what happened. */
export const StartPage = ({ tools, contact, idempotencyKey, typed, errors }: StartPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('new.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('mine.title'), href: complaintPaths.mine }, { text: t('new.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('new.title')}</H1>
      <Text>{t('new.intro')}</Text>
      <Form action={complaintPaths.start} idempotencyKey={idempotencyKey} label={t('new.title')}>
        {tools.length > 0 ? (
          <Select
            name="tool"
            label={t('new.tool')}
            none={t('new.anyTool')}
            optional
            items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
            value={typed?.['tool']}
            error={errorOf(errors, 'tool')}
          />
        ) : null}
        <Radios
          name="category"
          label={t('new.category')}
          items={CATEGORIES.map((value) => ({ value, text: t(`category.${value}`) }))}
          value={typed?.['category']}
          error={errorOf(errors, 'category')}
        />
        <Field
          name="text"
          type="textarea"
          rows={8}
          label={t('new.text')}
          hint={t('new.textHint')}
          limit={LIMIT}
          value={typed?.['text']}
          error={errorOf(errors, 'text')}
        />
        <Radios
          name="desk"
          label={t('new.desk')}
          hint={t('new.deskHint')}
          items={[
            { value: 'handler', text: t('new.handler') },
            { value: 'adviser', text: t('new.adviser'), hint: contact ?? undefined },
          ]}
          value={typed?.['desk'] ?? 'handler'}
          error={errorOf(errors, 'desk')}
        />
        <Text>{t('new.when')}</Text>
        <Button>{t('new.send')}</Button>
      </Form>
    </Shell>
  );
};

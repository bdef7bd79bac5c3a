import {
  Button,
  type Choice,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Inset,
  Lead,
  Link,
  Select,
  Shell,
  Text,
} from '../../../platform/ui/index.js';
import { gatePaths } from '../../gate/index.js';
import { individualPaths } from '../individual.paths.js';
import { useText } from './views-page.js';

export interface AskPageProps {
  readonly tools: readonly Choice[];
  /** Sent along, so that pressing twice asks once. */
  readonly keyOfPress: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

export const AskPage = ({ tools, typed, keyOfPress, errors }: AskPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('new.title')}
      error={Boolean(errors)}
      crumbs={[{ href: individualPaths.list, text: t('title') }, { text: t('new.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('new.title')}</H1>
      <Lead>{t('new.lead')}</Lead>
      <Form action={individualPaths.ask} idempotencyKey={keyOfPress}>
        <Select
          name="tool"
          label={t('new.tool')}
          items={tools}
          value={typed['tool'] ?? (tools.length === 1 ? tools[0]?.value : undefined)}
          error={errorOf(errors, 'tool')}
        />
        <Field
          name="staffNumber"
          label={t('new.staffNumber')}
          value={typed['staffNumber']}
          width={20}
          error={errorOf(errors, 'staffNumber')}
        />
        <Field
          name="reason"
          type="textarea"
          rows={5}
          label={t('new.reason')}
          hint={t('new.reasonHint')}
          value={typed['reason']}
          limit={2000}
          error={errorOf(errors, 'reason')}
        />
        <Inset>{t('new.same')}</Inset>
        <Button>{t('new.button')}</Button>
      </Form>
    </Shell>
  );
};

/** Instead of the form: why nothing can be asked now, and who can change that. */
export const NothingToAskPage = ({ lacks }: { readonly lacks: 'tools' | 'second' }) => {
  const t = useText();
  return (
    <Shell title={t('new.title')} crumbs={[{ href: individualPaths.list, text: t('title') }, { text: t('new.title') }]}>
      <H1>{t('new.title')}</H1>
      <Lead>{t(`none.${lacks}`)}</Lead>
      <Text>{t(`none.${lacks}Next`)}</Text>
      {lacks === 'tools' ? (
        <Text>
          <Link href={gatePaths.list}>{t('none.toTools')}</Link>
        </Text>
      ) : null}
      <Text>
        <Link href={individualPaths.list}>{t('none.back')}</Link>
      </Text>
    </Shell>
  );
};

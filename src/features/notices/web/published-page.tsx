import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Bars,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Link,
  Shell,
  Small,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import type { Coverage } from '../domain/read-coverage.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { documentCatalogue } from './document.catalogue.js';

export interface PublishedPageProps {
  readonly toolName: string;
  readonly backHref: string;
  readonly textHref: string;
  readonly number: number;
  readonly reference: string;
  readonly publishedAt: Date;
  readonly coverage: Coverage | null;
  readonly mayHandOver: boolean;
  readonly handOverFrom: string;
  readonly handOverAction: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(noticesCatalogue, usePage().language);

const ReadStatus = ({ coverage }: Pick<PublishedPageProps, 'coverage'>) => {
  const t = useText();
  if (!coverage) return <Banner kind="info">{t('coverage.off')}</Banner>;
  return (
    <>
      <Bars
        caption={t('coverage.caption')}
        smallest={coverage.smallest}
        rows={coverage.units.map(({ unit, told, of }) => ({ label: unit, value: told, of }))}
      />
      <Text>{coverage.total ? t('coverage.total', { told: coverage.total.told ?? 0, of: coverage.total.of }) : t('coverage.noTotal')}</Text>
      <Small>{t('coverage.names')}</Small>
    </>
  );
};

const HandOverForm = ({ handOverAction, handOverFrom, typed, errors }: PublishedPageProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('handOver.title')}</H2>
      <Text>{t('handOver.intro')}</Text>
      <Text>{t('handOver.from', { date: handOverFrom })}</Text>
      <Form action={handOverAction} label={t('handOver.title')}>
        <Field
          name="staffNumber"
          label={t('handOver.staffNumber')}
          width={10}
          value={typed?.['staffNumber']}
          error={errorOf(errors, 'staffNumber')}
        />
        <Field
          name="witnessNumber"
          label={t('handOver.witness')}
          width={10}
          value={typed?.['witnessNumber']}
          error={errorOf(errors, 'witnessNumber')}
        />
        <Field
          name="statement"
          type="textarea"
          label={t('handOver.statement')}
          limit={4000}
          value={typed?.['statement']}
          error={errorOf(errors, 'statement')}
        />
        <Button kind="secondary">{t('handOver.submit')}</Button>
      </Form>
    </>
  );
};

/** A notice that was sent: read status in groups, and handing over on paper. */
export const PublishedPage = (props: PublishedPageProps) => {
  const t = useText();
  const { toolName, backHref, textHref, number, reference, publishedAt, errors } = props;
  return (
    <Shell
      title={t('coverage.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: toolName, href: backHref }, { text: t('coverage.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={`${toolName}, ${number}`}>{t('coverage.title')}</H1>
      <Text>
        <Time at={publishedAt} />. {t('draft.sent', { reference })}
      </Text>
      <Text>
        <Link href={textHref}>{text(documentCatalogue, usePage().language)('text.link')}</Link>
      </Text>
      <ReadStatus {...props} />
      {props.mayHandOver ? <HandOverForm {...props} /> : null}
    </Shell>
  );
};

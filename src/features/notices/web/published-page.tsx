import { text } from '../../../platform/i18n/index.js';
import { ErrorSummary, type FieldError, H1, Link, Shell, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { Coverage } from '../domain/read-coverage.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { type Going, OnItsWay, ReadStatus } from './coverage.js';
import { documentCatalogue } from './document.catalogue.js';
import { PaperForm } from './paper-form.js';

export interface PublishedPageProps {
  readonly toolName: string;
  readonly backHref: string;
  readonly textHref: string;
  readonly number: number;
  readonly reference: string;
  readonly publishedAt: Date;
  readonly coverage: Coverage | null;
  readonly going: Going | null;
  readonly mayHandOver: boolean;
  readonly handOverFrom: string;
  readonly handOverAction: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(noticesCatalogue, usePage().language);

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
      <OnItsWay going={props.going} />
      <ReadStatus coverage={props.coverage} />
      {props.mayHandOver ? <PaperForm action={props.handOverAction} from={props.handOverFrom} typed={props.typed} errors={errors} /> : null}
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Lead,
  Link,
  Radios,
  Shell,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { COURSES, type ReviewAct, type ReviewState, VIEWS } from '../domain/review.js';
import { objectionPaths } from '../objections.paths.js';
import { reviewsCatalogue } from '../reviews/reviews.catalogue.js';

const useText = () => text(reviewsCatalogue, usePage().language);
const useQuarter = () => {
  const t = useText();
  return (from: string): string => t('quarter', { n: Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1, year: from.slice(0, 4) });
};

interface ShownReview {
  readonly id: string;
  readonly toolName: string;
  readonly quarter: string;
}
export const ReviewListPage = ({ rows }: { readonly rows: readonly (ShownReview & { readonly turn: ReviewState['turn'] })[] }) => {
  const t = useText();
  const quarter = useQuarter();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Table
        caption={t('title')}
        captionHidden
        head={[t('head.tool'), t('head.quarter'), t('head.turn')]}
        rows={rows.map((row) => [
          <Link href={objectionPaths.review(row.id)}>{row.toolName}</Link>,
          quarter(row.quarter),
          t(`turn.${row.turn}`),
        ])}
        empty={t('none')}
      />
    </Shell>
  );
};

interface ReviewPageProps {
  readonly review: ShownReview;
  readonly acts: readonly ReviewAct[];
  /** Who of the two may write now, when that is this reader. */
  readonly may: 'employer' | 'council' | null;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Write = ({ review, may, typed, errors }: ReviewPageProps) => {
  const t = useText();
  const kind = may === 'employer' ? 'proposal' : 'view';
  return (
    <Form action={objectionPaths[kind](review.id)} label={t(`${kind}.title`)}>
      <Radios
        name="course"
        label={t(`${kind}.title`)}
        size="m"
        items={(may === 'employer' ? COURSES : VIEWS).map((value) => ({ value, text: t(`course.${value}`) }))}
        value={typed?.['course']}
        error={errorOf(errors, 'course')}
      />
      <Field name="text" type="textarea" label={t(`${kind}.text`)} limit={5000} value={typed?.['text']} error={errorOf(errors, 'text')} />
      {may === 'council' ? <Text>{t('view.more')}</Text> : null}
      <Button>{t(`${kind}.send`)}</Button>
    </Form>
  );
};

export const ReviewPage = (props: ReviewPageProps) => {
  const t = useText();
  const quarter = useQuarter();
  const { review, acts, may, errors } = props;
  const title = t('one.title', { tool: review.toolName });
  return (
    <Shell
      title={title}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('title'), href: objectionPaths.reviews }, { text: review.toolName }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={quarter(review.quarter)}>{title}</H1>
      <Text>{t('one.why')}</Text>
      <Text>{t('one.who')}</Text>
      {acts.length > 0 ? <H2>{t('one.history')}</H2> : null}
      {acts.map((act) => (
        <div key={act.at.toISOString()}>
          <Text>
            <Time at={act.at} />: {t(`act.${act.kind}`)}. {t(`course.${act.course}`)}.
          </Text>
          <Inset>{act.text}</Inset>
        </div>
      ))}
      {may ? <Write {...props} /> : null}
    </Shell>
  );
};

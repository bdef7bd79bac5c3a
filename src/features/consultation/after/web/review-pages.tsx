import type { Day } from '../../../../kernel/clock.js';
import { formatDay, formatNumber } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  H3,
  Hidden,
  Lead,
  Radios,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields } from '../../../people/index.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import type { Report } from '../effects.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

const Figures = ({ report }: { readonly report: Report }) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const measured = (value: string, unit: string): string => `${formatNumber(Number(value), language)} ${unit}`;
  return (
    <>
      {report.figures.map((one) => (
        <section key={one.purpose}>
          <H3>{one.goal}</H3>
          <Summary
            rows={[
              { key: t('review.before'), value: measured(one.before, one.unit) },
              { key: t('review.after'), value: measured(one.after, one.unit) },
              { key: t('review.reached'), value: t(`reached.${one.reached}`) },
              { key: t('review.explanation'), value: one.explanation },
            ]}
          />
        </section>
      ))}
      <Summary
        rows={[
          { key: t('review.summary'), value: report.summary },
          { key: t('review.reported'), value: <Time at={report.reportedAt} /> },
        ]}
      />
    </>
  );
};

const Found = ({ report }: { readonly report: Report }) => {
  const t = useAfterTexts();
  const { review } = report;
  if (!review) return <Text>{t('review.waits')}</Text>;
  return (
    <>
      <Summary
        rows={[
          { key: t('review.says'), value: review.view },
          { key: t('review.outcome'), value: t(`review.${review.outcome}`) },
          ...(review.nextOn ? [{ key: t('review.next'), value: <Time on={review.nextOn} /> }] : []),
        ]}
      />
      <Banner kind={review.confirmedAt ? 'success' : 'warning'}>
        <Text>{t(review.confirmedAt ? 'review.final' : 'review.pending')}</Text>
      </Banner>
    </>
  );
};

export interface ReviewProps extends Typed {
  readonly report: Report;
  readonly may: { readonly record: boolean; readonly confirm: boolean; readonly own: boolean };
}

/** One evaluation: the figures, what the council found, and the other officer's confirmation. */
export const ReviewPage = ({ report, may, identity, errors }: ReviewProps) => {
  const t = useAfterTexts();
  const title = t('review.title', { tool: report.toolName });
  const { review } = report;
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useAfterCrumbs(), { text: report.toolName }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={report.reference}>{title}</H1>
      <H2>{t('review.figures')}</H2>
      <Figures report={report} />
      <H2>{t('review.council')}</H2>
      <Found report={report} />
      {may.own ? <Text>{t('review.own')}</Text> : null}
      {may.confirm && review ? (
        <>
          <Lead>{t('review.confirmLead')}</Lead>
          <Form action={afterPaths.reviewConfirmation(report.id)}>
            <Hidden name="reviewId" value={review.id} />
            {identity ? <IdentityFields asked={identity} errors={errors} /> : null}
            <Warning>{t(review.outcome === 'stop' ? 'review.consequenceStop' : 'review.consequence')}</Warning>
            <Button>{t('review.confirm')}</Button>
          </Form>
        </>
      ) : null}
      {may.record ? (
        <ButtonLink href={afterPaths.reviewView(report.id)} kind={review ? 'secondary' : 'primary'}>
          {t(review ? 'review.rewrite' : 'review.write')}
        </ButtonLink>
      ) : null}
    </Shell>
  );
};

export interface ViewFormProps extends Typed {
  readonly report: Report;
  readonly latestNext: Day;
}

export const ReviewViewPage = ({ report, latestNext, ...props }: ViewFormProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const { typed, errors } = props;
  return (
    <ActPage
      title={t('review.write')}
      crumbs={[...useAfterCrumbs(), { text: report.toolName, href: afterPaths.review(report.id) }]}
      before={
        <>
          <H2>{t('review.figures')}</H2>
          <Figures report={report} />
        </>
      }
      action={afterPaths.reviewView(report.id)}
      button={t('review.button')}
      errors={errors}
      identity={props.identity}
      keyOfPress={props.keyOfPress}
    >
      <Field
        name="view"
        type="textarea"
        limit={4000}
        label={t('review.view')}
        value={typedText(typed, 'view')}
        error={errorOf(errors, 'view')}
      />
      <Radios
        name="outcome"
        label={t('review.outcome')}
        items={(['continue', 'adapt', 'stop'] as const).map((value) => ({
          value,
          text: t(`review.${value}`),
          hint: t(`review.${value}Hint`),
        }))}
        value={typedText(typed, 'outcome')}
        error={errorOf(errors, 'outcome')}
      />
      <DateField
        name="nextOn"
        optional
        label={t('review.next')}
        hint={t('review.nextHint', { date: formatDay(latestNext, language) })}
        value={typedText(typed, 'nextOn')}
        error={errorOf(errors, 'nextOn')}
      />
    </ActPage>
  );
};

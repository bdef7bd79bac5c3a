import { H2, Link, Table, Tag, Text, Time } from '../../../../platform/ui/index.js';
import { consultationPaths } from '../../consultation.paths.js';
import type { FollowedConsent } from '../after-reading.service.js';
import { afterPaths } from '../after.paths.js';
import { useAfterTexts } from './after-texts.js';

export interface ConsentsProps {
  readonly consents: readonly FollowedConsent[];
  readonly may: { readonly report: boolean };
}

const NextStep = ({ one, may }: { readonly one: FollowedConsent; readonly may: ConsentsProps['may'] }) => {
  const t = useAfterTexts();
  const { report } = one;
  const review = report?.review ?? null;
  const waits = report && !review?.confirmedAt;
  const key = one.overdue
    ? 'next.overdue'
    : !report
      ? 'next.report'
      : !review
        ? 'next.review'
        : review.confirmedAt
          ? 'next.done'
          : 'next.confirm';
  return (
    <>
      <Text>{t(key)}</Text>
      {report ? <Link href={afterPaths.review(report.id)}>{t('next.read')}</Link> : null}
      {may.report && !waits ? <Link href={afterPaths.report(one.requestId)}>{t('next.write')}</Link> : null}
    </>
  );
};

const Days = ({ one }: { readonly one: FollowedConsent }) => {
  const t = useAfterTexts();
  const { dueOn, endsOn, stopped, overdue, ended } = one;
  return (
    <>
      {dueOn ? (
        <Text>
          {t('col.evaluation')} <Time on={dueOn} />
        </Text>
      ) : null}
      {endsOn ? (
        <Text>
          {t('col.end')} <Time on={endsOn} />
        </Text>
      ) : null}
      {stopped ? <Tag kind="blocked">{t('state.stopped')}</Tag> : null}
      {overdue ? <Tag kind="blocked">{t('state.overdue')}</Tag> : null}
      {ended ? <Tag kind="blocked">{t('state.ended')}</Tag> : null}
    </>
  );
};

/** Each consent with the days on which something falls due, and what happens next. */
export const ConsentsSection = ({ consents, may }: ConsentsProps) => {
  const t = useAfterTexts();
  return (
    <section>
      <H2>{t('reviews.consents')}</H2>
      <Table
        caption={t('reviews.consents')}
        captionHidden
        head={[t('col.tool'), t('col.next')]}
        rows={consents.map((one) => [
          <Link href={consultationPaths.request(one.requestId)}>{t('tool.version', { tool: one.toolName, number: one.number })}</Link>,
          <>
            <Days one={one} />
            <NextStep one={one} may={may} />
          </>,
        ])}
        empty={t('reviews.none')}
      />
    </section>
  );
};

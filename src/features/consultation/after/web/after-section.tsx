import { type Day, dayOf } from '../../../../kernel/clock.js';
import { formatInstantDay } from '../../../../platform/i18n/index.js';
import { H2, Link, List, Summary, Tag, Time, usePage } from '../../../../platform/ui/index.js';
import type { AfterKey } from '../after.catalogue.js';
import { useAfterTexts } from './after-texts.js';

export interface AfterLink {
  readonly key: Extract<AfterKey, 'part.nullity' | 'part.revocation' | 'part.reportOf' | 'part.concernOf'>;
  readonly href: string;
  readonly at: Date;
}
export interface AfterSectionProps {
  readonly dueOn: Day | null;
  readonly endsOn: Day | null;
  readonly links: readonly AfterLink[];
  readonly steps: readonly { readonly text: string; readonly href: string }[];
  readonly now: Date;
}

export const AfterSection = ({ dueOn, endsOn, links, steps, now }: AfterSectionProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const today = dayOf(now);
  const rows = [
    ...(dueOn
      ? [
          {
            key: t('part.evaluation'),
            value: (
              <>
                <Time on={dueOn} /> {today > dueOn ? <Tag kind="blocked">{t('state.overdue')}</Tag> : null}
              </>
            ),
          },
        ]
      : []),
    ...(endsOn
      ? [
          {
            key: t('part.end'),
            value: (
              <>
                <Time on={endsOn} /> {today > endsOn ? <Tag kind="blocked">{t('state.ended')}</Tag> : null}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <section id="after">
      <H2>{t('part.title')}</H2>
      {rows.length > 0 ? <Summary rows={rows} /> : null}
      <List
        items={[
          ...links.map((link) => <Link href={link.href}>{t(link.key, { date: formatInstantDay(link.at, language) })}</Link>),
          ...steps.map((step) => <Link href={step.href}>{step.text}</Link>),
        ]}
      />
    </section>
  );
};

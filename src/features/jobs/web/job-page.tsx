import { formatInstant, text } from '../../../platform/i18n/index.js';
import { Banner, Button, Form, formatNumber, H1, Link, Shell, Summary, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { Phase } from '../domain/phase.js';
import { jobsCatalogue } from '../jobs.catalogue.js';
import type { LongWorkWords } from '../long-jobs.js';

export interface LongJobPageProps {
  readonly words: LongWorkWords;
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly href: string;
  readonly againHref: string;
  readonly goOnHref: string;
}

const useText = () => text(jobsCatalogue, usePage().language);

const Standing = ({ words, phase, done, total, startedAt }: LongJobPageProps) => {
  const t = useText();
  const { language } = usePage();
  const counted = { done: formatNumber(done, language), total: formatNumber(Math.max(done, total), language), counted: words.counted };
  return (
    <Summary
      rows={[
        { key: t('phase'), value: t(`phase.${phase}`) },
        { key: t('count'), value: t('counted', counted) },
        { key: t('startedAt'), value: <Time at={startedAt} /> },
        { key: t('startedBy'), value: t('you') },
      ]}
    />
  );
};

const Finished = ({ words, finishedAt, goOnHref }: LongJobPageProps) => {
  const t = useText();
  const { language } = usePage();
  return (
    <>
      <Banner kind="success">
        {finishedAt ? t('finishedAt', { date: formatInstant(finishedAt, language) }) : null} {words.finished}
      </Banner>
      <Text>
        <Link href={goOnHref}>{words.goOn}</Link>
      </Text>
    </>
  );
};

const Waiting = ({ words, phase, href, againHref }: LongJobPageProps) => {
  const t = useText();
  const stuck = phase === 'failed' || phase === 'still';
  return (
    <>
      {phase === 'failed' ? <Text>{t('failedText')}</Text> : null}
      {phase === 'still' ? <Text>{t('stillText')}</Text> : null}
      {stuck ? (
        <Form action={againHref} label={t('again')}>
          <Text>{words.safe}</Text>
          <Button>{t('again')}</Button>
        </Form>
      ) : null}
      <Text>{t('close')}</Text>
      <Text>
        <Link href={href}>{t('refresh')}</Link>
      </Text>
    </>
  );
};

/** How far long work has come. Without script the link refreshes it; with script the part in `data-progress` renews itself. */
export const LongJobPage = (props: LongJobPageProps) => {
  const { words, phase } = props;
  return (
    <Shell title={words.title}>
      <H1>{words.title}</H1>
      <div role="status" data-progress={phase === 'waiting' || phase === 'going' ? 'going' : 'over'}>
        <Standing {...props} />
        {phase === 'finished' ? <Finished {...props} /> : <Waiting {...props} />}
      </div>
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  Card,
  Form,
  formatDay,
  H1,
  H2,
  H3,
  Lead,
  Link,
  List,
  Shell,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { measurementsCatalogue } from '../measurements.catalogue.js';
import { measurementPaths } from '../measurements.paths.js';
import type { OwnMetric, OwnQuarantine } from '../mine/mine.repository.js';
import type { OwnMeasurements } from '../mine/mine.service.js';

const useText = () => text(measurementsCatalogue, usePage().language);

const Locked = ({ own, today }: { readonly own: OwnQuarantine; readonly today: string }) => {
  const t = useText();
  const { language } = usePage();
  const asking = !own.ended && !own.keeps && today <= own.askUntil;
  return (
    <Card>
      <H3>
        {own.toolName}: {t(`lock.cause.${own.cause}`)}
      </H3>
      {own.ended ? <Text>{t(`mine.over.${own.ended}`)}</Text> : null}
      {!own.ended && own.keeps ? (
        <Form action={measurementPaths.evidenceEnd(own.id)} label={`${t('mine.release')}: ${own.toolName}`}>
          <Text>{t('mine.keeps')}</Text>
          <Button kind="secondary">{t('mine.release')}</Button>
        </Form>
      ) : null}
      {asking ? (
        <Form action={measurementPaths.evidence(own.id)} label={`${t('mine.keep')}: ${own.toolName}`}>
          <Text>{t('mine.askUntil', { date: formatDay(own.askUntil, language), delete: formatDay(own.deleteBy, language) })}</Text>
          <Button>{t('mine.keep')}</Button>
        </Form>
      ) : null}
      {!own.ended && !own.keeps && !asking ? <Text>{t('mine.tooLate')}</Text> : null}
    </Card>
  );
};

/** When it goes; or why it stays. */
const GoneOn = ({ own: { goneOn, why, until } }: { readonly own: OwnMetric }) => {
  const t = useText();
  const { language } = usePage();
  if (why === null) return <Time on={goneOn} />;
  return (
    <>
      {until ? t('mine.why.hold', { date: formatDay(until, language) }) : t(why === 'request' ? 'mine.why.request' : 'mine.why.objection')}
    </>
  );
};

/** What agents sent about the reader, what cannot be told apart any more, and what is locked. */
export const MinePage = ({ own, takeHref }: { readonly own: OwnMeasurements; readonly takeHref: string }) => {
  const t = useText();
  const { language } = usePage();
  const title = (metric: { readonly titleNl: string; readonly titleEn: string }): string =>
    language === 'nl' ? metric.titleNl : metric.titleEn;
  return (
    <Shell title={t('mine.title')}>
      <H1>{t('mine.title')}</H1>
      <Lead>{t('mine.lead')}</Lead>
      <Table
        caption={t('mine.kept')}
        head={[t('mine.tool'), t('mine.metric'), t('mine.n'), t('mine.goneOn')]}
        stacks
        rows={own.kept.map((one) => [one.toolName, one.declared ? title(one.declared) : one.metric, String(one.n), <GoneOn own={one} />])}
        empty={t('mine.keptNone')}
      />
      <Text>
        <Link href={takeHref}>{t('mine.take')}</Link>
      </Text>
      <H2>{t('mine.addedUp')}</H2>
      {own.addedUp.length > 0 ? (
        <>
          <List items={own.addedUp.map(({ toolName, metrics }) => `${toolName}: ${metrics.map(title).join(', ')}`)} />
          <Text>{t('mine.addedUpText')}</Text>
          <Text>{t('mine.people')}</Text>
        </>
      ) : (
        <Text>{t('mine.addedUpNone')}</Text>
      )}
      <H2>{t('mine.locked')}</H2>
      {own.quarantines.length > 0 ? (
        <>
          {own.quarantines.some(({ ended }) => !ended) ? <Text>{t('mine.lockedText')}</Text> : null}
          {own.quarantines.map((one) => (
            <Locked key={one.id} own={one} today={own.today} />
          ))}
        </>
      ) : (
        <Text>{t('mine.lockedNone')}</Text>
      )}
    </Shell>
  );
};

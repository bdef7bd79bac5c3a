import { inLanguage, text } from '../../../platform/i18n/index.js';
import { Card, H1, H2, Lead, Link, List, Shell, Stack, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { ladderCatalogue, STEPS } from '../ladder/ladder.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import type { Contacts } from './own-pages.js';

const useText = () => text(ladderCatalogue, usePage().language);
const COMPLAINTS = '/complaints';
const COMPLAIN = '/complaints/new';
const RIGHTS = '/me/rights/new';
/** The pages without a name know no session: the language goes with the address. */
const useAnonymous = (): string => inLanguage('/report', usePage().language);

/** One door: it stops for me, or I tell somebody. */
export const DoorPage = () => {
  const t = useText();
  const anonymous = useAnonymous();
  return (
    <Shell title={t('door.title')}>
      <H1>{t('door.title')}</H1>
      <Lead>{t('door.lead')}</Lead>
      <Stack>
        <Card>
          <H2>
            <Link href={objectionPaths.start}>{t('door.stop')}</Link>
          </H2>
          <Text>{t('door.stopText')}</Text>
        </Card>
        <Card>
          <H2>
            <Link href={COMPLAIN}>{t('door.report')}</Link>
          </H2>
          <Text>{t('door.reportText')}</Text>
        </Card>
        <Card>
          <H2>
            <Link href={anonymous}>{t('door.anonymous')}</Link>
          </H2>
          <Text>{t('door.anonymousText')}</Text>
        </Card>
      </Stack>
      <H2>{t('door.more')}</H2>
      <List
        items={[
          <Link href={objectionPaths.mine}>{t('door.mine')}</Link>,
          <Link href={COMPLAINTS}>{t('door.complaints')}</Link>,
          <Link href={objectionPaths.detriment}>{t('door.detriment')}</Link>,
          <Link href={RIGHTS}>{t('door.rights')}</Link>,
          <Link href={objectionPaths.ladder}>{t('door.ladder')}</Link>,
        ]}
      />
    </Shell>
  );
};

interface LadderPageProps {
  /** Null for a visitor without an account: names of people are for those who work here. */
  readonly contacts: Contacts | null;
}
/** Who can help, what each can do, and what not. */
export const LadderPage = ({ contacts }: LadderPageProps) => {
  const t = useText();
  const anonymous = useAnonymous();
  return (
    <Shell title={t('ladder.title')}>
      <H1>{t('ladder.title')}</H1>
      <Lead>{t('ladder.lead')}</Lead>
      {STEPS.map((step) => (
        <section key={step}>
          <H2>{t(`step.${step}`)}</H2>
          <Summary
            rows={[
              { key: t('ladder.can'), value: t(`step.${step}.can`) },
              { key: t('ladder.cannot'), value: t(`step.${step}.cannot`) },
              ...(step === 'adviser' && contacts?.adviser ? [{ key: t('ladder.contact'), value: contacts.adviser }] : []),
              ...(step === 'adviser' && contacts?.outside ? [{ key: t('ladder.outside'), value: contacts.outside }] : []),
            ]}
          />
        </section>
      ))}
      <Text>{t('ladder.public')}</Text>
      <Text>
        {contacts ? <Link href={objectionPaths.door}>{t('ladder.door')}</Link> : <Link href={anonymous}>{t('ladder.report')}</Link>}
      </Text>
    </Shell>
  );
};

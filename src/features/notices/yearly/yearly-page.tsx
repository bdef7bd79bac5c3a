import { text } from '../../../platform/i18n/index.js';
import { ButtonGroup, ButtonLink, H1, H2, Link, List, Shell, Small, Text, usePage } from '../../../platform/ui/index.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { noticePaths } from '../notices.paths.js';
import { yearlyCatalogue } from './yearly.catalogue.js';

/** Doors of features beside this one. */
const ME = '/me';
const OBJECT = '/me/objections/new';
const COMPLAIN = '/complaints';

export interface YearlyPageProps {
  readonly sentOn: string;
  readonly tools: readonly { readonly id: string; readonly name: string }[];
}
/** The tools that were on for this person's group, and the right to object. */
export const YearlyPage = ({ sentOn, tools }: YearlyPageProps) => {
  const { language } = usePage();
  const t = text(yearlyCatalogue, language);
  const crumb = { text: text(noticesCatalogue, language)('inbox.title'), href: noticePaths.inbox };
  return (
    <Shell title={t('title')} crumbs={[crumb, { text: t('title') }]}>
      <H1>{t('title')}</H1>
      <Small>{t('sent', { date: sentOn })}</Small>
      <Text>{t('intro')}</Text>
      <List
        items={tools.map(({ id, name }) => (
          <Link href={`${ME}/tools/${id}`}>{name}</Link>
        ))}
      />
      <Text>{t('now')}</Text>
      <Text>
        <Link href={ME}>{t('nowLink')}</Link>
      </Text>
      <H2>{t('objectTitle')}</H2>
      <Text>{t('objectText')}</Text>
      <Text>{t('objectWhere')}</Text>
      <ButtonGroup>
        <ButtonLink kind="secondary" href={OBJECT}>
          {t('object')}
        </ButtonLink>
        <Link href={COMPLAIN}>{t('complain')}</Link>
      </ButtonGroup>
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import { ButtonGroup, ButtonLink, H1, H2, Link, List, Shell, Table, Tag, type TagKind, Time, usePage } from '../../../platform/ui/index.js';
import type { ObjectionStateName } from '../domain/objection-state.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';

/** The page of another feature, a level above. */
const RIGHTS = '/me/rights';

const useText = () => text(objectionsCatalogue, usePage().language);

export const STATE_TAGS: Readonly<Record<ObjectionStateName, Exclude<TagKind, 'neutral'>>> = {
  received: 'waiting',
  acknowledged: 'waiting',
  extended: 'waiting',
  upheld: 'met',
  rejected: 'blocked',
  withdrawn: 'na',
  converted: 'na',
};

export interface Contacts {
  readonly adviser: string | null;
  readonly outside: string | null;
}
/** Where somebody who disagrees can go next. */
export const Ladder = ({ contacts }: { readonly contacts: Contacts }) => {
  const t = useText();
  return (
    <section>
      <H2>{t('ladder.title')}</H2>
      <List
        kind="number"
        items={[
          t('ladder.adviser', { contact: contacts.adviser ? ` (${contacts.adviser})` : '' }),
          ...(contacts.outside ? [t('ladder.outside', { address: contacts.outside })] : []),
          t('ladder.dpo'),
          t('ladder.council'),
          t('ladder.ap'),
          t('ladder.court'),
        ]}
      />
    </section>
  );
};

export interface ListPageProps {
  readonly objections: readonly {
    readonly href: string;
    readonly tool: string;
    readonly state: ObjectionStateName;
    readonly dueOn: string;
  }[];
}
export const OwnListPage = ({ objections }: ListPageProps) => {
  const t = useText();
  return (
    <Shell title={t('own.listTitle')}>
      <H1>{t('own.listTitle')}</H1>
      <Table
        caption={t('own.title')}
        stacks
        head={[t('own.tool'), t('own.state'), t('own.due')]}
        rows={objections.map((row) => [
          <Link href={row.href}>{row.tool}</Link>,
          <Tag kind={STATE_TAGS[row.state]}>{t(`state.${row.state}`)}</Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('own.empty')}
      />
      <ButtonGroup>
        <ButtonLink href={objectionPaths.start}>{t('own.new')}</ButtonLink>
        <Link href={RIGHTS}>{t('own.rights')}</Link>
        <Link href="/complaints">{t('own.complain')}</Link>
      </ButtonGroup>
    </Shell>
  );
};

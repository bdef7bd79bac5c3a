import { roleName } from '../../../platform/i18n/index.js';
import { H1, H2, Link, Shell, Small, Summary, Table, Tag, Text, usePage, formatInstant } from '../../../platform/ui/index.js';
import { factLabel, valueWords } from '../facts.catalogue.js';
import type { FactView, OrganisationView } from '../organisation.service.js';
import { peoplePaths } from '../people.paths.js';
import { useText } from './texts.js';

/** A page of another feature, some levels above. */
const ERASURES = '/requests/erasure';
const COMPUTED = ['jurisdiction', 'representativeBody', 'dpoAppointed', 'trustedPerson'] as const;

const FactState = ({ fact }: { readonly fact: FactView }) => {
  const t = useText();
  const { language } = usePage();
  if (!fact.answeredAt) return <Tag kind="neutral">{t('org.open')}</Tag>;
  return (
    <>
      {fact.awaits.length > 0 ? (
        t('org.awaits', { roles: fact.awaits.map((role) => roleName(role, language)).join(', ') })
      ) : (
        <Tag kind="met">{t('org.counts')}</Tag>
      )}{' '}
      {fact.answeredBy ? (
        <Small>{t('org.answeredBy', { name: fact.answeredBy, when: formatInstant(fact.answeredAt, language) })}</Small>
      ) : null}
    </>
  );
};

const FactActs = ({ fact }: { readonly fact: FactView }) => {
  const t = useText();
  return (
    <>
      {fact.mayAnswer ? <Link href={peoplePaths.fact(fact.name)}>{t('org.change')}</Link> : null}{' '}
      {fact.mayConfirm ? <Link href={peoplePaths.factConfirmation(fact.name)}>{t('org.confirm')}</Link> : null}{' '}
      {fact.document ? <Link href={peoplePaths.factDocument(fact.name)}>{t('org.document')}</Link> : null}
    </>
  );
};

/** Every fact with its owner's answer, its state, and what the reader can do. */
export const OrganisationPage = ({ view, mayErase }: { readonly view: OrganisationView; readonly mayErase: boolean }) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell title={t('org.title')}>
      <H1 caption={view.name}>{t('org.title')}</H1>
      <Text>{t('org.text')}</Text>
      <Text>{t('org.persons', { n: view.persons })}</Text>
      <Table
        caption={t('org.typed')}
        head={[t('org.fact'), t('org.value'), t('org.state'), t('org.act')]}
        rows={view.facts.map((fact) => [
          factLabel(fact.name, language),
          fact.answeredAt ? valueWords(fact.value, language) : '',
          <FactState fact={fact} />,
          <FactActs fact={fact} />,
        ])}
      />
      <H2>{t('org.computed')}</H2>
      <Text>{t('org.computedText')}</Text>
      <Summary rows={COMPUTED.map((name) => ({ key: factLabel(name, language), value: valueWords(view.reads[name], language) }))} />
      {mayErase ? <Link href={ERASURES}>{t('org.erase')}</Link> : null}
    </Shell>
  );
};

import { formatInstant, roleName, text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  ButtonGroup,
  ButtonLink,
  Code,
  Document,
  H1,
  H2,
  H3,
  Lead,
  Link,
  List,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import { clausesOf, type Parties } from '../agreement-text.js';
import { agreementCatalogue } from '../agreement.catalogue.js';
import { agreementPaths } from '../agreement.paths.js';
import type { Proposal } from '../agreement.repository.js';
import type { ReadAgreement } from '../agreement.service.js';
import { stillWaiting } from '../domain/agreement.js';

export const useTexts = () => text(agreementCatalogue, usePage().language);
export const useCrumbs = () => [{ text: useTexts()('crumb.council'), href: '/council' }];

/** The words of an agreement, as they are printed. */
export const AgreementText = ({ proposal, parties }: { readonly proposal: Proposal; readonly parties: Parties }) => {
  const t = useTexts();
  const { language } = usePage();
  const state = proposal.recordedAt ? 'recorded' : proposal.declinedAt ? 'declined' : 'proposed';
  return (
    <Document label={t('title')}>
      <H2>{t('title')}</H2>
      <Text>{t('between', { organisation: parties.organisation, body: t(`body.${parties.body}`) })}</Text>
      <Text>{t(`state.${state}`)}</Text>
      {clausesOf(proposal, parties, language).map((clause, at) => (
        <section key={clause.heading}>
          <H3>{`${at + 1}. ${clause.heading}`}</H3>
          <Text>{clause.text}</Text>
        </section>
      ))}
      <H3>{t('signed')}</H3>
      <List
        items={proposal.signatures.map(({ byRole, at }) => [
          roleName(byRole as Parameters<typeof roleName>[0], language),
          ', ',
          <Time at={at} />,
        ])}
      />
      <Summary
        rows={[
          { key: t('reference'), value: proposal.reference },
          { key: t('fingerprint'), value: <Code value={proposal.fingerprint} copy /> },
        ]}
      />
    </Document>
  );
};

/** For whom a proposal still waits. */
export const Waits = ({ proposal }: { readonly proposal: Proposal }) => {
  const t = useTexts();
  const { director, officers } = stillWaiting(proposal.signatures);
  return <List items={[...(director > 0 ? [t('waits.director')] : []), ...(officers > 0 ? [t('waits.officers', { n: officers })] : [])]} />;
};

export const AgreementPage = ({ parties, recorded, open, mayPropose }: ReadAgreement) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <Shell title={t('title')} crumbs={[...useCrumbs(), { text: t('title') }]}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      {open ? (
        <Banner kind="warning" heading={t('open.heading')}>
          <Text>{t('open.text')}</Text>
          <Text>{t('waits.heading')}:</Text>
          <Waits proposal={open} />
          <Link href={agreementPaths.proposal(open.id)}>{t('open.link')}</Link>
        </Banner>
      ) : null}
      {recorded?.recordedAt ? (
        <>
          <Text>{t('since', { when: formatInstant(recorded.recordedAt, language) })}</Text>
          <AgreementText proposal={recorded} parties={parties} />
          <ButtonGroup>
            <ButtonLink href={agreementPaths.pdf} kind="secondary">
              {t('pdf')}
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <Text>{t('none')}</Text>
      )}
      {mayPropose ? <ButtonLink href={agreementPaths.propose}>{t(recorded ? 'proposeChange' : 'propose')}</ButtonLink> : null}
    </Shell>
  );
};

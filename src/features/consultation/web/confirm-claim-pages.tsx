import { Link, Summary, Text } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { OpenClaim, OpenRuling } from '../overview-items.repository.js';
import { ActPage, type Typed, useTexts } from './act-page.js';
import { useCouncilCrumbs } from './member-pages.js';

export const ClaimConfirmPage = ({ claim, errors, identity }: Typed & { readonly claim: OpenClaim }) => {
  const t = useTexts();
  return (
    <ActPage
      title={t('claimConfirm.title')}
      crumbs={useCouncilCrumbs()}
      lead={t('claimConfirm.lead')}
      before={
        <Summary
          rows={[
            { key: t('council.tool'), value: claim.toolName },
            { key: t('claim.route'), value: t(claim.route === 'cba' ? 'claim.cba' : 'claim.notRequired') },
            { key: t('claim.ground'), value: claim.ground },
            ...(claim.agreementReference ? [{ key: t('claim.agreement'), value: claim.agreementReference }] : []),
          ]}
        />
      }
      action={consultationPaths.claimConfirmation(claim.id)}
      button={t('claimConfirm.button')}
      errors={errors}
      identity={identity}
      danger
    />
  );
};

export const RulingConfirmPage = ({ ruling, errors, identity }: Typed & { readonly ruling: OpenRuling }) => {
  const t = useTexts();
  return (
    <ActPage
      title={t('rulingConfirm.title')}
      crumbs={useCouncilCrumbs()}
      lead={t('rulingConfirm.lead')}
      before={
        <>
          <Summary
            rows={[
              { key: t('council.tool'), value: ruling.toolName },
              { key: t('ruling.kind'), value: t(`ruling.${ruling.kind}`) },
              { key: t('ruling.outcome'), value: t(`ruling.${ruling.outcome}`) },
              { key: t('ruling.reference'), value: ruling.reference },
            ]}
          />
          <Text>
            <Link href={consultationPaths.rulingFile(ruling.id)}>{t('ruling.read')}</Link>
          </Text>
        </>
      }
      action={consultationPaths.rulingConfirmation(ruling.id)}
      button={t('rulingConfirm.button')}
      errors={errors}
      identity={identity}
    />
  );
};

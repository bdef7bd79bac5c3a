import { formatNumber, text } from '../../../platform/i18n/index.js';
import { H1, Lead, Shell, Small, Table, Time, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';
import type { LeasesPerDay } from '../agents.service.js';
import { STEP } from '../domain/lease-steps.js';

/** Leases for each tool and day, in steps of ten, of days that are over: enough to see that a tool works, too little to follow anybody. */
export const LeasesPage = ({ days, tools }: LeasesPerDay) => {
  const { language } = usePage();
  const t = text(agentsCatalogue, language);
  const between = (step: number): string =>
    step === 0
      ? t('leases.few', { n: STEP })
      : t('leases.step', { from: formatNumber(step, language), to: formatNumber(step + STEP, language) });
  return (
    <Shell title={t('leases.title')} crumbs={[{ href: agentPaths.list, text: t('list.title') }, { text: t('leases.title') }]}>
      <H1>{t('leases.title')}</H1>
      <Lead>{t('leases.lead')}</Lead>
      <Table
        caption={t('leases.title')}
        captionHidden
        stacks
        head={[t('leases.tool'), t('leases.day'), t('leases.given')]}
        rows={tools.flatMap(({ name, steps }) => days.map((day, at) => [name, <Time on={day} />, between(steps[at] ?? 0)]))}
        empty={t('leases.empty')}
      />
      <Small>{t('leases.note')}</Small>
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import { Bars, H1, Lead, Shell, Small, Text, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';

const KNOWN = [
  'requirement.missing',
  'tool.not_activated',
  'tool.suspended',
  'tool.stopped',
  'platform.not_active',
  'settings.differ',
  'agent.blocked',
  'receipt.missing',
  'proof.invalid',
] as const;
type KnownRefusal = (typeof KNOWN)[number];
const isKnown = (code: string): code is KnownRefusal => KNOWN.some((known) => known === code);

export interface RefusalsPageProps {
  readonly rows: readonly { readonly code: string; readonly agents: number }[];
  /** Agents in use. */
  readonly agents: number;
  readonly days: number;
}

/** Counts of devices, never of people. */
export const RefusalsPage = ({ rows, agents, days }: RefusalsPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  const label = (code: string): string => (isKnown(code) ? t(`refusal.${code}`) : t('refusal.other'));
  return (
    <Shell title={t('refusals.title')} crumbs={[{ href: agentPaths.list, text: t('list.title') }, { text: t('refusals.title') }]}>
      <H1>{t('refusals.title')}</H1>
      <Lead>{t('refusals.lead', { days })}</Lead>
      {rows.length === 0 ? (
        <Text>{t('refusals.empty', { days })}</Text>
      ) : (
        <Bars
          caption={t('refusals.caption')}
          captionHidden
          rows={rows.map((row) => ({ label: label(row.code), value: row.agents, of: Math.max(agents, row.agents) }))}
          smallest={0}
        />
      )}
      <Small>{t('refusals.note')}</Small>
    </Shell>
  );
};

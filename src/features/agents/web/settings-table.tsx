import { text } from '../../../platform/i18n/index.js';
import { H2, Small, Table, Tag, Text, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import type { SettingDifference } from '../domain/settings-sheet.js';

export interface SettingsTableProps {
  readonly number: number;
  readonly differences: readonly SettingDifference[] | null;
  readonly meanings: ReadonlyMap<string, string>;
  readonly hashOnly: boolean;
}

/** What it means first; its name in the system under it, for who has to find it there. */
const NamedSetting = ({ name, meaning }: { readonly name: string; readonly meaning: string | undefined }) =>
  meaning ? (
    <>
      {meaning} <Small>{name}</Small>
    </>
  ) : (
    <>{name}</>
  );

/** Approved against here, a line for each setting. */
export const SettingsTable = ({ number, differences, meanings, hashOnly }: SettingsTableProps) => {
  const t = text(agentsCatalogue, usePage().language);
  const title = t('diff.title', { number });
  if (!differences && !hashOnly) return null;
  return (
    <section id="settings">
      <H2>{title}</H2>
      {differences ? (
        <Table
          caption={title}
          captionHidden
          stacks
          head={[t('diff.setting'), t('diff.approved'), t('diff.here'), t('diff.result')]}
          rows={differences.map(({ name, approved, here, same }) => [
            <NamedSetting name={name} meaning={meanings.get(name)} />,
            approved ?? t('diff.absent'),
            here ?? t('diff.absent'),
            same ? t('diff.same') : <Tag kind="blocked">{t('diff.differs')}</Tag>,
          ])}
        />
      ) : (
        <Text>{t('diff.hashOnly')}</Text>
      )}
      {differences?.every(({ same }) => same) ? null : <Text>{t('diff.howToRestore')}</Text>}
    </section>
  );
};

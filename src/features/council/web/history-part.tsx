import { formatInstant } from '../../../platform/i18n/index.js';
import { Details, H2, Link, Text, usePage } from '../../../platform/ui/index.js';
import type { CouncilChange } from '../changes.repository.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import type { SettingsView } from '../settings.service.js';
import { ChangeTable } from './change-table.js';

export const History = ({ history, names }: Pick<SettingsView, 'history' | 'names'>) => {
  const t = useTexts();
  const { language } = usePage();
  const name = (id: string | null): string => names.get(id ?? '') ?? '…';
  const ended = (change: CouncilChange): string =>
    t(`history.${change.outcome ?? 'applied'}`, {
      when: change.endedAt ? formatInstant(change.endedAt, language) : '',
      name: name(change.proposedBy),
      others: change.confirmedBy.map(name).join(', '),
      other: name(change.endedBy),
      reason: change.reason ?? '',
    });
  return (
    <section id="history">
      <H2>{t('history')}</H2>
      {history.length === 0 ? <Text>{t('history.none')}</Text> : null}
      {history.map((change) => (
        <Details key={change.id} summary={`${t(`kind.${change.kind}`)}. ${ended(change)}`}>
          <ChangeTable change={change} names={names} past />
          <Link href={councilPaths.change(change.id)}>{t('change.look')}</Link>
        </Details>
      ))}
    </section>
  );
};

import type { Language } from '../../kernel/actor.js';
import { formatDay, formatInstant, formatNumber, text } from '../../platform/i18n/index.js';
import type { SummaryRow } from '../../platform/ui/index.js';
import { unitText, valueLabel } from '../tools/index.js';
import { closesAt, waitsUntil } from './domain/course.js';
import { individualCatalogue } from './individual.catalogue.js';
import type { ReadView } from './individual.service.js';
import type { Looked } from './looking.service.js';

const dated = (at: Date | null, language: Language): string => (at ? formatInstant(at, language) : '');

/** What happens next, and when. */
const nowOf = ({ view, stage, closesAt: closes, tellBy }: ReadView, language: Language): string => {
  const t = text(individualCatalogue, language);
  const date = {
    waiting: dated(waitsUntil(view), language),
    open: dated(closes, language),
    over: tellBy ? formatDay(tellBy, language) : '',
    lapsed: '',
    refused: '',
    told: '',
  }[stage];
  if (stage === 'over' && !view.isReachable) return t('now.unreachable');
  if (stage === 'told' && view.toldHow) return t('now.toldOutside');
  return t(`now.${stage}`, { date });
};

const rowsOf = ({ view, stage, closesAt: closes, tellBy, looks }: ReadView, language: Language): readonly SummaryRow[] => {
  const t = text(individualCatalogue, language);
  const opened: readonly (SummaryRow | null)[] = view.openedAt
    ? [
        { key: t('openedAt'), value: dated(view.openedAt, language) },
        { key: t('closesAt'), value: dated(closes, language) },
        { key: t('looks'), value: t('looksText', { n: looks.length }) },
        view.toldAt || !tellBy ? null : { key: t('tellBy'), value: formatDay(tellBy, language) },
      ]
    : [];
  const told: readonly (SummaryRow | null)[] =
    stage === 'told'
      ? [
          { key: t('toldAt'), value: dated(view.toldAt, language) },
          view.toldHow && view.toldOn
            ? { key: t('toldHow'), value: t(`toldHow.${view.toldHow}`, { date: formatDay(view.toldOn, language) }) }
            : null,
          { key: t('toldText'), value: view.toldText || t('toldItself') },
        ]
      : [];
  return [
    { key: t('person'), value: `${view.personName} (${view.staffNumber})` },
    { key: t('tool'), value: view.toolName },
    { key: t('grounds'), value: t(`grounds.${view.grounds}`) },
    { key: t('purpose'), value: valueLabel('purposes[].code', view.purpose, language) },
    { key: t('reason'), value: view.reason },
    { key: t('hours'), value: t('hoursText', { n: view.hours }) },
    { key: t('asker'), value: `${view.askerName}, ${dated(view.askedAt, language)}` },
    { key: t('second'), value: view.secondName ?? t('nobody') },
    view.refusedText ? { key: t('refusedText'), value: view.refusedText } : null,
    ...opened,
    ...told,
  ].filter((row): row is SummaryRow => row !== null);
};

export const viewProps = (read: ReadView, language: Language) => {
  const t = text(individualCatalogue, language);
  const { view, stage, may, identity } = read;
  return {
    id: view.id,
    title: t('title'),
    reference: view.reference,
    stage,
    now: nowOf(read, language),
    hours: formatHours(view.hours, language),
    rows: rowsOf(read, language),
    isReachable: view.isReachable,
    may,
    identity,
  };
};

const formatHours = (n: number, language: Language): string => {
  const unit = language === 'nl' ? 'uur' : n === 1 ? 'hour' : 'hours';
  return `${formatNumber(n, language)} ${unit}`;
};

export const dataProps = ({ view, metrics, days }: Looked, language: Language) => ({
  reference: view.reference,
  name: view.personName,
  toolName: view.toolName,
  until: dated(closesAt(view), language),
  rows: days.map(({ day, metric, total, values }) => {
    const declared = metrics.find(({ code }) => code === metric);
    const title = declared ? (language === 'nl' ? declared.titleNl : declared.titleEn) : metric;
    return [
      formatDay(day, language),
      title,
      `${formatNumber(total, language)} ${declared ? unitText(declared.unit, language) : ''}`.trim(),
      formatNumber(values, language),
    ];
  }),
});

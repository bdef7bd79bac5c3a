import { text } from '../../../platform/i18n/index.js';
import { Code, formatNumber, Table, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { LineReason } from '../domain/check-lines.js';
import type { MeasuredOfTool } from '../measured.service.js';
import { measurementsCatalogue } from '../measurements.catalogue.js';

const useText = () => text(measurementsCatalogue, usePage().language);

interface Of {
  readonly measured: MeasuredOfTool;
}

export const Kept = ({ measured }: Of) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Table
      caption={t('tool.kept')}
      head={[t('tool.metric'), t('tool.level'), t('tool.days')]}
      rows={measured.metrics.map(({ metric, days }) => [
        language === 'nl' ? metric.titleNl : metric.titleEn,
        t(`tool.level.${metric.level}`),
        days === null ? t('tool.days.none') : t('tool.days.n', { n: days }),
      ])}
      empty={t('tool.noMetrics')}
    />
  );
};

export const Refused = ({ measured }: Of) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Table
      caption={t('tool.refused')}
      head={[t('tool.reason'), t('tool.lines')]}
      rows={measured.refused.map(({ reason, lines }) => [t(`reason.${reason as LineReason}`), formatNumber(lines, language)])}
      empty={t('tool.refusedNone')}
    />
  );
};

export const Deletions = ({ measured }: Of) => {
  const t = useText();
  const { language } = usePage();
  const titleOf = (code: string): string => {
    const found = measured.metrics.find(({ metric }) => metric.code === code)?.metric;
    return (language === 'nl' ? found?.titleNl : found?.titleEn) ?? code;
  };
  const table = (
    <Table
      caption={t('tool.deletions')}
      stacks
      head={[t('tool.when'), t('tool.metric'), t('tool.reason'), t('tool.gone'), t('tool.keptBack'), t('tool.reference')]}
      rows={measured.deletions.map((one) => [
        <Time at={one.at} />,
        titleOf(one.metric),
        t(`cause.${one.cause}`),
        t('tool.gone.text', { rows: one.due, figures: one.rollups }),
        formatNumber(one.kept, language),
        <Code value={one.reference} plain />,
      ])}
      empty={t('tool.deletionsNone')}
    />
  );
  return (
    <>
      {table}
      <Text>{t('tool.goneNote')}</Text>
    </>
  );
};

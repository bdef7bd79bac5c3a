import { type Dossier, runsOnLeases } from '../../../policy/index.js';
import type { OnePagerInput, Writer } from './one-pager.js';

const yesNo = ({ t }: Writer, value: boolean | null | undefined): string =>
  value === true ? t('a.yes') : value === false ? t('a.no') : t('a.unknown');

const milder = ({ assessment }: Dossier, w: Writer): string => {
  const looked = assessment?.alternatives ?? [];
  const reason = looked.find(({ rejectedReason }) => rejectedReason)?.rejectedReason;
  return [w.t('a.milder', { n: looked.length }), ...(reason ? [w.t('a.rejected', { reason: w.cut(reason, 14) })] : [])].join(' ');
};
const impact = ({ dpia }: Dossier, w: Writer): string =>
  dpia?.done && dpia.residualRisk
    ? w.t('a.dpia', { risk: w.label('dpia.residualRisk', dpia.residualRisk).toLowerCase() })
    : w.t('a.notdone');
const judged = ({ tool, purposes }: Dossier, w: Writer): string => {
  const pay = tool?.automatedDecisions?.payOrDisciplineFromRawMetric;
  if (purposes?.some(({ code }) => code === 'evaluation' || code === 'productivity')) return w.t('a.yes');
  return yesNo(w, pay);
};
const abroad = ({ transfers }: Dossier, w: Writer): string => {
  if (!transfers) return w.t('a.unknown');
  if (transfers.length === 0) return w.t('a.no');
  return w.t('a.abroad', {
    countries: transfers
      .slice(0, 3)
      .map(({ country }) => w.cut(country, 2))
      .join(', '),
  });
};
const precise = ({ purposes }: Dossier, w: Writer): string =>
  purposes?.length
    ? yesNo(
        w,
        purposes.every(({ specific }) => specific === true) ? true : purposes.some(({ specific }) => specific === false) ? false : null,
      )
    : w.t('a.unknown');
const effect = ({ purposes }: Dossier, w: Writer): string =>
  w.cut(purposes?.find(({ effectiveness }) => effectiveness?.metric)?.effectiveness?.metric, 10) || w.t('a.unknown');
const told = ({ dossier: { tool }, enforcement }: OnePagerInput, w: Writer): string => {
  if (tool?.covert !== false) return w.t(tool?.covert ? 'a.covert' : 'a.unknown');
  return w.t(runsOnLeases(enforcement) ? 'a.told' : 'a.toldAttested');
};

/** What the regulator tells works councils to ask, with the dossier's own answers. An open question says so. */
export const answersOf = (input: OnePagerInput, w: Writer): readonly (readonly [string, string])[] => [
  [w.t('q.purpose'), precise(input.dossier, w)],
  [w.t('q.milder'), milder(input.dossier, w)],
  [w.t('q.dpia'), impact(input.dossier, w)],
  [w.t('q.told'), told(input, w)],
  [w.t('q.judged'), judged(input.dossier, w)],
  [w.t('q.abroad'), abroad(input.dossier, w)],
  [w.t('q.effect'), effect(input.dossier, w)],
];

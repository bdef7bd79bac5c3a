import type { NoticeItem } from '../domain/notice-items.js';
import type { ProposalKey } from './proposal.catalogue.js';
import { bullets, inSentence, lines, purposeNames, type Proposed, type Words } from './words.js';

type Write = (words: Words) => Proposed;

const APPRAISAL = ['evaluation', 'productivity'];
const SIGNALS = ['per_event', 'afterwards', 'none'];

const place = ({ source: { dossier }, t }: Words): string => {
  const home = dossier.home?.enabled;
  const office = dossier.office?.enabled;
  if (home && office) return t('N16.homeAlso');
  if (home && office === false) return t('N16.homeOnly');
  return home === false ? t('N16.homeOff') : '';
};

const recording = ({ source: { dossier }, t, label }: Words): readonly string[] => {
  const { capture } = dossier;
  const modes = (capture?.modes ?? []).map((mode) => inSentence(label('capture.modes', mode))).join('; ');
  const live = (capture?.modes ?? []).includes('live_view');
  return [
    modes && t('N16.how', { modes }),
    live && t('N16.liveView'),
    live && capture?.liveView?.announced === true && t('N16.announced'),
    live && capture?.liveView?.logged === true && t('N16.logged'),
    capture?.buffer?.lengthSeconds ? t('N16.buffer', { seconds: capture.buffer.lengthSeconds }) : '',
    capture?.sampling?.rate ? t('N16.sampling', { percentage: Math.round(capture.sampling.rate * 100) }) : '',
    capture?.signal && SIGNALS.includes(capture.signal) ? t(`N16.signal.${capture.signal}` as ProposalKey) : '',
  ].filter((line): line is string => typeof line === 'string' && line !== '');
};

const whatWhenHow: Write = (words) => {
  const { source, language, t } = words;
  const { dossier, toolName } = source;
  if (source.measured[language].length === 0) return '';
  return lines(
    t('N16.what', { tool: toolName }),
    bullets(source.measured[language]),
    source.notMeasured[language].length > 0 && t('N16.not', { tool: toolName }),
    bullets(source.notMeasured[language]),
    ...recording(words),
    source.units.length > 0 && t('N16.units', { units: source.units.join(', ') }),
    place(words),
    dossier.capture?.schedule?.workingHoursOnly === true && t('N16.hours'),
    dossier.capture?.schedule?.breaksExcluded === true && t('N16.breaks'),
  );
};

const use: Write = (words) => {
  const { source, t } = words;
  const purposes = purposeNames(words);
  if (!purposes) return '';
  const appraised = (source.dossier.purposes ?? []).some(({ code }) => APPRAISAL.includes(code ?? ''));
  const harmless = source.dossier.tool?.automatedDecisions?.payOrDisciplineFromRawMetric === false && !appraised;
  return lines(
    t('N17.uses', { purposes }),
    harmless && t('N17.noAppraisal'),
    appraised && t('N17.appraisal'),
    source.dossier.security?.accessLog === true && t('N17.access'),
  );
};

const ladder: Write = ({ source: { trustedPerson, outsideAddress }, t }) => {
  const known = trustedPerson ? [trustedPerson.name, trustedPerson.mailAddress].filter(Boolean).join(', ') : '';
  return lines(t('N18.ladder', { trusted: known ? ` (${known})` : '' }), outsideAddress && t('N18.outside', { address: outsideAddress }));
};

const decided: Write = ({ source: { decision, dossier }, t, day }) => {
  if (!decision) return '';
  const decidedOn = day(decision.decidedOn);
  return lines(
    decision.consentedOn ? t('N19.consented', { decidedOn, consentedOn: day(decision.consentedOn) }) : t('N19.decided', { decidedOn }),
    decision.conditions.length > 0 && t('N19.conditions'),
    bullets(decision.conditions),
    dossier.dpia?.done === true && t('N19.dpia'),
  );
};

const version: Write = ({ source, t, day }) => {
  const values = { version: source.versionNumber, tool: source.toolName };
  return source.decision ? t('N22.effective', { ...values, effectiveOn: day(source.decision.effectiveOn) }) : t('N22', values);
};

const freeTime: Write = ({ source, t }) => {
  const schedule = source.dossier.capture?.schedule;
  return schedule?.workingHoursOnly && schedule.breaksExcluded ? t('N24') : '';
};

const thirdParties: Write = (words) => {
  const { source, t } = words;
  const purposes = purposeNames(words);
  if (!purposes) return '';
  const refusable = (source.dossier.purposes ?? []).some(({ optOut }) => optOut === true);
  return lines(t('N25', { purposes }), refusable && t('N25.optOut'), source.dossier.notice?.thirdParty?.fullNoticeLink && t('N25.link'));
};

/** The items that case law, the regulator and the product add. */
export const PRACTICE_ITEMS: Partial<Record<NoticeItem, Write>> = {
  N16: whatWhenHow,
  N17: use,
  N18: ladder,
  N19: decided,
  N20: ({ t }) => t('N20'),
  N22: version,
  N23: ({ t }) => t('N23'),
  N24: freeTime,
  N25: thirdParties,
};

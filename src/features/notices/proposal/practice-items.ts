import type { NoticeItem } from '../domain/notice-items.js';
import { dashboardText, individualText } from '../../tools/index.js';
import type { ProposalKey } from './proposal.catalogue.js';
import { whatWhenHow } from './what-when-how.js';
import { bullets, lines, purposeNames, recipientNames, type Proposed, type Words } from './words.js';

type Write = (words: Words) => Proposed;

const APPRAISAL = ['evaluation', 'productivity'];
const RISKS = ['low', 'medium', 'high'];
const ADVICES = ['positive', 'conditional', 'negative'];

/** Whether appraisal is one of the purposes, and whether the dossier says that no outcome touches pay or discipline. */
export const appraisalOf = ({ source: { dossier } }: Words): 'yes' | 'no' | 'unknown' => {
  if ((dossier.purposes ?? []).some(({ code }) => APPRAISAL.includes(code ?? ''))) return 'yes';
  return dossier.tool?.automatedDecisions?.payOrDisciplineFromRawMetric === false ? 'no' : 'unknown';
};

/** The approved dashboards, and whether anyone may look at one person: said as soon as the version declares what it counts. */
const shown = ({ source, language, t }: Words): readonly Proposed[] => {
  const { metrics, dashboards, individualView } = source.dossier.declared ?? {};
  const overviews = (dashboards ?? []).map((one) => dashboardText(one, language));
  const counts = (metrics ?? []).length > 0;
  return [
    overviews.length > 0 ? lines(t('N17.dashboards'), bullets(overviews)) : '',
    counts ? lines(t('N17.individual'), bullets([individualText(individualView ?? null, source.enforcement, language)])) : '',
  ];
};

const use: Write = (words) => {
  const { source, t } = words;
  const purposes = purposeNames(words);
  const recipients = recipientNames(words);
  if (!purposes) return '';
  const appraisal = appraisalOf(words);
  return lines(
    recipients.length > 0 && lines(t('N17.who'), bullets(recipients)),
    ...shown(words),
    t('N17.uses', { purposes }),
    t('N17.nothingElse'),
    appraisal === 'no' && t('N17.noAppraisal'),
    appraisal === 'yes' && t('N17.appraisal'),
    source.dossier.security?.accessLog === true && t('N17.access'),
  );
};

const ladder: Write = ({ source: { trustedPerson, outsideAddress }, t }) => {
  const known = trustedPerson ? [trustedPerson.name, trustedPerson.mailAddress].filter(Boolean).join(', ') : '';
  return lines(t('N18.ladder', { trusted: known ? ` (${known})` : '' }), outsideAddress && t('N18.outside', { address: outsideAddress }));
};

const decided: Write = ({ source: { decision }, t, day }) => {
  if (!decision) return '';
  const decidedOn = day(decision.decidedOn);
  const { residualRisk, advice } = decision;
  return lines(
    decision.consentedOn ? t('N19.consented', { decidedOn, consentedOn: day(decision.consentedOn) }) : t('N19.decided', { decidedOn }),
    decision.conditions.length > 0 && t('N19.conditions'),
    bullets(decision.conditions),
    advice && ADVICES.includes(advice) && t(`N19.advice.${advice}` as ProposalKey),
    residualRisk && RISKS.includes(residualRisk) && t(`N19.risk.${residualRisk}` as ProposalKey),
  );
};

const version: Write = ({ source, t, day }) => {
  const values = { version: source.versionNumber, tool: source.toolName };
  const { changes } = source;
  return lines(
    source.decision ? t('N22.effective', { ...values, effectiveOn: day(source.decision.effectiveOn) }) : t('N22', values),
    changes && t('N22.changed', { number: changes.since, wider: changes.wider, stricter: changes.stricter }),
  );
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
  const told = source.dossier.notice?.thirdParty;
  const channel = (words.language === 'en' && told?.otherChannelEn) || told?.otherChannel;
  return lines(
    t('N25', { purposes }),
    refusable && t('N25.optOut'),
    channel && t('N25.channel', { channel: channel.trim().replace(/\.+$/, '') }),
    told?.fullNoticeLink && t('N25.link'),
  );
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

import type { Dossier } from '../../../policy/index.js';
import { metricText, stopWords } from '../../tools/index.js';
import type { ProposalKey } from './proposal.catalogue.js';
import { bullets, inSentence, lines, sentence, type Proposed, type Words } from './words.js';

const SIGNALS = ['per_event', 'afterwards', 'none'];
type Profile = NonNullable<Dossier['home']>;
/** What makes one place stricter than the other when it is higher. */
const HIGHER = ['contentLevel', 'modeRank', 'samplingRate', 'audioVideo', 'liveView', 'retentionDays', 'viewers'] as const;

const high = (value: number | boolean | null | undefined): number => Number(value ?? 0);
/** A shorter interval is stricter, and none is the least strict. */
const pace = ({ intervalSeconds }: Profile): number => (intervalSeconds ? 1 / intervalSeconds : 0);
const exceeds = (one: Profile, other: Profile): boolean =>
  HIGHER.some((name) => high(one[name]) > high(other[name])) || pace(one) > pace(other);

/** Home beside the office: the same, more, less, or each in another way. Nothing is said while one of the two is unknown. */
export const placeKey = ({ home, office }: Dossier): ProposalKey | null => {
  if (home?.enabled === false) return 'N16.homeOff';
  if (!home?.enabled || typeof office?.enabled !== 'boolean') return null;
  if (!office.enabled) return 'N16.homeOnly';
  const [more, less] = [exceeds(home, office), exceeds(office, home)];
  if (more && less) return 'N16.homeOther';
  if (more) return 'N16.homeMore';
  return less ? 'N16.homeLess' : 'N16.homeAlso';
};

const listed = ({ label }: Words, attribute: string, values: readonly string[] | null | undefined): string =>
  (values ?? [])
    .map((value) => inSentence(label(attribute, value)))
    .filter(Boolean)
    .join('; ');

const liveView = (words: Words): readonly Proposed[] => {
  const { source, t } = words;
  const { modes, liveView: live } = source.dossier.capture ?? {};
  if (!(modes ?? []).includes('live_view')) return [];
  const who = listed(words, 'tool.recipients[].role', live?.who);
  return [
    t('N16.liveView'),
    who && t('N16.liveWho', { who }),
    live?.announced === true ? t('N16.announced') : '',
    live?.logged === true ? t('N16.logged') : '',
  ];
};

const sampling = (words: Words): readonly Proposed[] => {
  const given = words.source.dossier.capture?.sampling;
  if (!given?.rate) return [];
  const percentage = Math.round(given.rate * 1000) / 10;
  const reviewers = listed(words, 'tool.recipients[].role', given.reviewers);
  return [
    words.t(given.random === true ? 'N16.samplingRandom' : 'N16.sampling', { percentage }),
    given.appliedAt === 'selection' ? words.t('N16.samplingAfter') : '',
    reviewers && words.t('N16.reviewers', { reviewers }),
  ];
};

const buffer = ({ source, t }: Words): readonly Proposed[] => {
  const given = source.dossier.capture?.buffer;
  if (!given?.lengthSeconds) return [];
  return [
    t('N16.buffer', { seconds: given.lengthSeconds }),
    given.triggerCriteria ? t('N16.bufferKept', { criteria: sentence(given.triggerCriteria) }) : '',
    given.startSignal === true ? t('N16.bufferSignal') : '',
  ];
};

/** When it stands still by itself, what is only cut out afterwards, and whether anyone can listen meanwhile. */
const pauses = (words: Words): readonly Proposed[] => {
  const { label, source, t } = words;
  const given = source.dossier.capture?.pause;
  const live = given?.live ?? [];
  const cut = (given?.postEdit ?? []).filter((one) => !live.includes(one));
  const named = (attribute: string, values: readonly string[]) => bullets(values.map((value) => label(attribute, value)));
  return [
    live.length > 0 ? lines(t('N16.pause'), named('capture.pause.live', live)) : '',
    cut.length > 0 ? lines(t('N16.pauseCut'), named('capture.pause.postEdit', cut)) : '',
    live.length > 0 && given?.audibleWhilePaused === true ? t('N16.audible') : '',
  ];
};

const recording = (words: Words): readonly Proposed[] => {
  const { source, t } = words;
  const { capture } = source.dossier;
  const modes = listed(words, 'capture.modes', capture?.modes);
  return [
    modes && t('N16.how', { modes }),
    ...liveView(words),
    ...buffer(words),
    ...sampling(words),
    ...pauses(words),
    capture?.signal && SIGNALS.includes(capture.signal) ? t(`N16.signal.${capture.signal}` as ProposalKey) : '',
  ];
};

const household = ({ source: { dossier }, t, label }: Words): Proposed => {
  const kind = dossier.capture?.householdProtection;
  if (!kind || kind === 'none' || !dossier.home?.enabled) return '';
  return t('N16.household', { how: inSentence(label('capture.householdProtection', kind)) });
};

/** What is counted, and how the tool is stopped where IT described it. */
const declared = ({ source, language, t }: Words): readonly Proposed[] => {
  const { metrics, grade } = source.dossier.declared ?? {};
  const counted = (metrics ?? []).map((metric) => metricText(metric, language));
  const held = { enforcement: source.enforcement, grade: grade ?? null, leaseMinutes: source.dossier.tool?.leaseMinutes ?? null };
  const stopLines = stopWords(held, language)
    .slice(0, 3)
    .flatMap((word) => word.lines);
  return [counted.length > 0 ? lines(t('N16.counted'), bullets(counted)) : '', grade ? lines(t('N16.stops'), bullets(stopLines)) : ''];
};

/** What, when and how: the capabilities that are on and off, the modes, the places, the hours, the pauses and the signals. */
export const whatWhenHow = (words: Words): Proposed => {
  const { source, language, t } = words;
  const { dossier, toolName } = source;
  const place = placeKey(dossier);
  if (source.measured[language].length === 0) return '';
  return lines(
    t('N16.what', { tool: toolName }),
    bullets(source.measured[language]),
    source.notMeasured[language].length > 0 && t('N16.not', { tool: toolName }),
    bullets(source.notMeasured[language]),
    ...recording(words),
    source.units.length > 0 && t('N16.units', { units: source.units.join(', ') }),
    ...declared(words),
    place && t(place),
    household(words),
    dossier.capture?.schedule?.workingHoursOnly === true && t('N16.hours', { tool: toolName }),
    dossier.capture?.schedule?.breaksExcluded === true && t('N16.breaks', { tool: toolName }),
  );
};

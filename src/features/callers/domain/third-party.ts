import { type CapabilityAnswer, type CapabilityCode, type Dossier, THIRD_PARTIES } from '../../../policy/index.js';

/** What HR typed, in Dutch; in English too where somebody wrote that. */
export interface Typed {
  readonly nl: string;
  readonly en: string | null;
}
export interface PurposeTold {
  readonly code: string;
  readonly description: Typed | null;
  readonly legalBasis: string | null;
  readonly criterion: Typed | null;
  readonly maxDays: number | null;
  readonly autoDelete: boolean;
}
export interface ThirdPartyFacts {
  /** How people outside meet it: on the phone, before a camera, or otherwise. */
  readonly way: 'calls' | 'cameras' | 'other';
  readonly recording: 'all' | 'sample' | 'listening' | null;
  /** Of every ten or hundred calls, where a sample is taken: between 0 and 1. */
  readonly sampleRate: number | null;
  readonly pausesOnHold: boolean;
  readonly categories: readonly string[];
  readonly purposes: readonly PurposeTold[];
  readonly viewers: readonly { readonly role: string; readonly personsMax: number | null }[];
  readonly suppliers: readonly { readonly name: string; readonly country: string | null }[];
  readonly countries: readonly string[];
  readonly optOut: { readonly available: boolean; readonly reason: Typed | null } | null;
  readonly key: string | null;
  readonly otherChannel: Typed | null;
  readonly callsBack: boolean;
  readonly noCallback: Typed | null;
}

/** A secret investigation is told afterwards, never here. */
export const isSecret = ({ tool }: Dossier): boolean => tool?.covert === true;

type Purpose = NonNullable<Dossier['purposes']>[number];
/** Where nobody said whom a purpose is about, it is about everyone. */
const aboutOutsiders = ({ subjects }: Purpose): boolean =>
  !subjects || subjects.length === 0 || subjects.some((subject) => THIRD_PARTIES.includes(subject));

/** The dossier with only what is done with the data of people outside. */
export const forOutsiders = (dossier: Dossier): Dossier => ({ ...dossier, purposes: (dossier.purposes ?? []).filter(aboutOutsiders) });

const mayBeOn = (answers: readonly CapabilityAnswer[], ...codes: readonly CapabilityCode[]): boolean =>
  answers.some(({ code, can, on }) => codes.includes(code) && can === true && on !== false);

const recordingOf = (answers: readonly CapabilityAnswer[]): ThirdPartyFacts['recording'] => {
  if (mayBeOn(answers, 'calls_recorded')) return 'all';
  if (mayBeOn(answers, 'calls_sampled')) return 'sample';
  return mayBeOn(answers, 'calls_listened_in') ? 'listening' : null;
};

const written = (value: string | null | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const typed = (nl: string | null | undefined, en: string | null | undefined): Typed | null => {
  const dutch = written(nl);
  return dutch === null ? null : { nl: dutch, en: written(en) };
};

const purposeTold = (purpose: Purpose): PurposeTold => ({
  code: purpose.code ?? '',
  description: typed(purpose.description, purpose.descriptionEn),
  legalBasis: purpose.legalBasis ?? null,
  criterion: typed(purpose.retention?.criterion, purpose.retention?.criterionEn),
  maxDays: purpose.retention?.maxDays ?? null,
  autoDelete: purpose.retention?.autoDelete === true,
});

const categoriesOf = ({ tool }: Dossier, codes: ReadonlySet<string>): readonly string[] =>
  (tool?.dataCategories ?? []).flatMap(({ code, purposes }) =>
    code && (!purposes || purposes.length === 0 || purposes.some((purpose) => codes.has(purpose))) ? [code] : [],
  );

const optOutOf = ({ objectionHandling }: Dossier): ThirdPartyFacts['optOut'] => {
  const given = objectionHandling?.optOut;
  if (!given || given.available === null || given.available === undefined) return null;
  return { available: given.available, reason: typed(given.reason, given.reasonEn) };
};

/** Everything that callers and visitors are told, read from one version. Nothing is typed for a page of its own. */
export const thirdPartyFacts = (whole: Dossier, capabilities: readonly CapabilityAnswer[]): ThirdPartyFacts => {
  const dossier = forOutsiders(whole);
  const purposes = (dossier.purposes ?? []).map(purposeTold);
  const recording = recordingOf(capabilities);
  const told = dossier.notice?.thirdParty;
  const optOut = optOutOf(dossier);
  return {
    way: recording ? 'calls' : mayBeOn(capabilities, 'site_cameras', 'site_cameras_live') ? 'cameras' : 'other',
    recording,
    sampleRate: recording === 'sample' ? (dossier.capture?.sampling?.rate ?? null) : null,
    pausesOnHold: (dossier.capture?.pause?.live ?? []).includes('hold'),
    categories: categoriesOf(dossier, new Set(purposes.map(({ code }) => code))),
    purposes,
    viewers: (dossier.tool?.recipients ?? []).map(({ role, personsMax }) => ({ role: role ?? '', personsMax: personsMax ?? null })),
    suppliers: (dossier.processors ?? []).flatMap(({ name, country }) => (name ? [{ name, country: country ?? null }] : [])),
    countries: (dossier.transfers ?? []).flatMap(({ country }) => (country ? [country] : [])),
    optOut,
    key: optOut?.available === true ? written(told?.key) : null,
    otherChannel: typed(told?.otherChannel, told?.otherChannelEn),
    callsBack: purposes.some(({ code }) => code === 'callback_research'),
    noCallback: typed(told?.noCallback, told?.noCallbackEn),
  };
};

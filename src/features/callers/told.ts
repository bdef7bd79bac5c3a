import type { Language } from '../../kernel/actor.js';
import { text, type Values } from '../../platform/i18n/index.js';
import { plainName, valueLabel } from '../tools/index.js';
import type { PurposeTold, ThirdPartyFacts, Typed } from './domain/third-party.js';
import { toldCatalogue, type ToldKey } from './told.catalogue.js';

const BASES = ['contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest', 'consent'];
const words = (language: Language) => text(toldCatalogue, language);

const sentence = (typed: string): string => (/[.!?]$/.test(typed) ? typed : `${typed}.`);
/** As it stands after "until": people write that word themselves too. */
const afterUntil = (typed: string): string => typed.replace(/^(tot|until)\s+/i, '').replace(/\.+$/, '');
const withoutStop = (typed: string): string => typed.replace(/\.+$/, '');
/** In the reader's language, put as it must stand there; where there is only Dutch, that, and the word that it is. */
const inLanguage = ({ nl, en }: Typed, language: Language, put: (typed: string) => string): string => {
  if (language === 'nl') return put(nl);
  return en === null ? words(language)('onlyDutch', { words: withoutStop(nl) }) : put(en);
};
export const typedSentence = (typed: Typed, language: Language): string => sentence(inLanguage(typed, language, sentence));
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A share as people say it: 1 in 10, else so many in 100. */
const share = (rate: number): Values => {
  const inTen = Math.round(rate * 10);
  return Math.abs(rate * 10 - inTen) < 0.001 && inTen > 0 ? { n: inTen, of: 10 } : { n: Math.max(1, Math.round(rate * 100)), of: 100 };
};

export const keyName = (key: string, language: Language): string => {
  if (key === '*') return words(language)('key.star');
  return key === '#' ? words(language)('key.hash') : key;
};

export const purposeName = (code: string, language: Language): string => valueLabel('purposes[].code', code, language);
export const basisText = ({ legalBasis }: PurposeTold, language: Language): string =>
  words(language)(`basis.${legalBasis && BASES.includes(legalBasis) ? legalBasis : 'unknown'}` as ToldKey);

/** How long the data for a purpose stay, and what ends it earlier. */
export const keptText = ({ criterion, maxDays, autoDelete }: PurposeTold, language: Language): string => {
  const t = words(language);
  if (!maxDays) return t('kept.unknown');
  const kept = criterion
    ? t('kept', { criterion: inLanguage(criterion, language, afterUntil), days: maxDays })
    : t('kept.most', { days: maxDays });
  return autoDelete ? `${kept} ${t('kept.erased')}` : kept;
};

export const recordedLines = (facts: ThirdPartyFacts, language: Language): readonly string[] => {
  const t = words(language);
  const { recording, sampleRate, way } = facts;
  const lines = [
    recording === 'sample' && sampleRate ? t('recorded.sampleRate', share(sampleRate)) : null,
    recording === 'sample' && !sampleRate ? t('recorded.sample') : null,
    recording === 'all' ? t('recorded.all') : null,
    recording === 'listening' ? t('recorded.listening') : null,
    way === 'cameras' ? t('recorded.cameras') : null,
    ...facts.categories.map((code) => capital(plainName(code, language))),
  ];
  return lines.filter((line): line is string => line !== null);
};
export const holdText = (facts: ThirdPartyFacts, language: Language): string | null =>
  facts.pausesOnHold && facts.recording !== null ? words(language)('recorded.hold') : null;

export const viewerLines = (facts: ThirdPartyFacts, language: Language): readonly string[] => {
  const t = words(language);
  const viewers = facts.viewers.map(({ role, personsMax }) => {
    const name = capital(valueLabel('tool.recipients[].role', role, language));
    return personsMax ? t('viewer.most', { role: name, n: personsMax }) : t('viewer', { role: name });
  });
  const suppliers = facts.suppliers.map(({ name, country }) => (country ? t('supplier.in', { name, country }) : t('supplier', { name })));
  return [...viewers, ...suppliers];
};

const saidFirst = (facts: ThirdPartyFacts, language: Language): string => {
  const t = words(language);
  if (facts.recording === 'sample' && facts.sampleRate) return t('say.sampleRate', share(facts.sampleRate));
  if (facts.recording) return t(`say.${facts.recording}`);
  if (facts.way === 'cameras') return t('say.cameras');
  return t('say.other', { what: facts.categories.map((code) => plainName(code, language)).join(', ') || '…' });
};
const purposesSaid = (facts: ThirdPartyFacts, language: Language): string | null => {
  const names = [...new Set(facts.purposes.map(({ code }) => purposeName(code, language)))].filter(Boolean);
  return names.length > 0 ? words(language)('say.purposes', { purposes: names.join(', ').toLowerCase() }) : null;
};

/** How somebody stays out of it: the key, or a word to the employee. */
export const refusalText = (facts: ThirdPartyFacts, language: Language): string | null => {
  if (!facts.optOut?.available) return null;
  const t = words(language);
  return facts.key ? t('say.key', { key: keyName(facts.key, language) }) : t('say.tell');
};
export const channelText = ({ otherChannel }: ThirdPartyFacts, language: Language): string | null =>
  otherChannel ? words(language)('say.channel', { channel: inLanguage(otherChannel, language, withoutStop) }) : null;
export const noOptOutText = ({ optOut }: ThirdPartyFacts, language: Language): string | null =>
  optOut?.available === false && optOut.reason
    ? words(language)('answer.noOptOut', { reason: typedSentence(optOut.reason, language) })
    : null;
export const callbackText = ({ callsBack, noCallback }: ThirdPartyFacts, language: Language): string | null => {
  if (!callsBack) return null;
  const t = words(language);
  return t('say.callback', { how: noCallback ? typedSentence(noCallback, language) : t('say.callbackTell') });
};

const present = (line: string | null): line is string => line !== null && line !== '';

/** What people hear at the start of a call, or read on a sign at the door. */
export const announcementText = (facts: ThirdPartyFacts, address: string, language: Language): string =>
  [
    saidFirst(facts, language),
    purposesSaid(facts, language),
    refusalText(facts, language),
    channelText(facts, language),
    callbackText(facts, language),
    words(language)('say.address', { address }),
  ]
    .filter(present)
    .join(' ');

export interface ScriptLine {
  readonly question: string;
  readonly answers: readonly string[];
}

const refusalAnswers = (facts: ThirdPartyFacts, address: string, language: Language): readonly string[] => {
  const t = words(language);
  const settled = [refusalText(facts, language), noOptOutText(facts, language)].filter(present);
  return [
    ...(settled.length > 0 ? settled : [t('answer.optOutUnknown')]),
    channelText(facts, language),
    t('answer.objection', { address }),
  ].filter(present);
};

/** What staff at the phone or the desk answer, question by question. */
export const scriptLines = (facts: ThirdPartyFacts, address: string, language: Language): readonly ScriptLine[] => {
  const t = words(language);
  const why = facts.purposes.map(({ code, description }) =>
    description ? typedSentence(description, language) : `${purposeName(code, language)}.`,
  );
  const viewers = viewerLines(facts, language);
  const kept = [...new Set(facts.purposes.map((purpose) => keptText(purpose, language)))];
  const callback = callbackText(facts, language);
  return [
    {
      question: t(facts.recording ? 'ask.recorded' : 'ask.recordedOther'),
      answers: [saidFirst(facts, language), holdText(facts, language)].filter(present),
    },
    { question: t('ask.why'), answers: why.length > 0 ? why : [t('answer.whyUnknown')] },
    { question: t('ask.howLong'), answers: kept.length > 0 ? kept : [t('kept.unknown')] },
    { question: t('ask.who'), answers: viewers.length > 0 ? viewers.map(sentence) : [t('answer.nobody')] },
    { question: t('ask.refuse'), answers: refusalAnswers(facts, address, language) },
    ...(callback ? [{ question: t('ask.callback'), answers: [callback] }] : []),
    { question: t('ask.rights'), answers: [t('answer.rights', { address }), t('answer.help')] },
  ];
};

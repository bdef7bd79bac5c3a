import { text, type Values } from '../../../platform/i18n/index.js';
import type { NoticeItem } from '../domain/notice-items.js';
import { SHORT_LIMIT } from '../domain/summary-limits.js';
import { appraisalOf } from './practice-items.js';
import { N10_OF } from './source.js';
import { summaryCatalogue, type SummaryKey } from './summary.catalogue.js';
import { afterUntil, bullets, inSentence, lines, recipientNames, sentence, type Proposed, type Words } from './words.js';
import { placeKey } from './what-when-how.js';

type Say = (key: SummaryKey, values?: Values) => string;
type Write = (words: Words, say: Say) => Proposed;

const SHOWN = 4;
const LONG_TEXT = 160;

/** The first few, and how many more there are. */
const few = (all: readonly string[], say: Say): readonly string[] =>
  all.length <= SHOWN ? all : [...all.slice(0, SHOWN - 1), say('more', { n: all.length - SHOWN + 1 })];
const inOneLine = (all: readonly string[], say: Say): string => few(all.map(inSentence), say).join('; ');
const firstSentence = (typed: string): string => /^.*?[.!?](?=\s|$)/s.exec(typed.trim())?.[0] ?? sentence(typed);

/** One purpose in its own words when they are short; else the names of the purposes. */
const why: Write = ({ source, label }, say) => {
  const purposes = source.dossier.purposes ?? [];
  const [only] = purposes;
  const told = only?.description ? firstSentence(only.description) : '';
  if (purposes.length === 1 && told !== '' && told.length <= LONG_TEXT) return told;
  return bullets(few([...new Set(purposes.map(({ code }) => label('purposes[].code', code)))].filter(Boolean), say));
};

const howLong: Write = ({ source, label }, say) => {
  const kept = (source.dossier.purposes ?? []).map(({ code, retention }) => ({ code, ...retention }));
  if (kept.length === 0 || kept.some(({ criterion, maxDays }) => !criterion || !maxDays)) return '';
  const [first] = kept;
  const days = first?.maxDays ?? 0;
  const until = afterUntil(first?.criterion ?? '');
  if (kept.every(({ maxDays }) => maxDays === days))
    return lines(kept.length === 1 && until.length <= LONG_TEXT && say('N08.until', { criterion: until }), say('N08.same', { days }));
  return bullets(
    few(
      kept.map((one) => say('N08.line', { purpose: label('purposes[].code', one.code), days: one.maxDays ?? 0 })),
      say,
    ),
  );
};

const what: Write = ({ source, language, label, t }, say) => {
  const { capture } = source.dossier;
  const place = placeKey(source.dossier);
  const modes = (capture?.modes ?? []).map((mode) => label('capture.modes', mode));
  if (source.measured[language].length === 0) return '';
  const sentences = [
    place && t(place),
    capture?.schedule?.workingHoursOnly === true && say('N16.hours'),
    capture?.schedule?.breaksExcluded === true && say('N16.breaks'),
  ];
  return lines(
    say('N16.measured', { list: inOneLine(source.measured[language], say) }),
    source.notMeasured[language].length > 0 && say('N16.not', { list: inOneLine(source.notMeasured[language], say) }),
    modes.length > 0 && say('N16.how', { list: inOneLine(modes, say) }),
    sentences.filter(Boolean).join(' '),
  );
};

const whoLooks: Write = (words, say) => {
  const recipients = recipientNames(words);
  const appraisal = appraisalOf(words);
  if ((words.source.dossier.purposes ?? []).length === 0) return '';
  return lines(
    recipients.length > 0 && say('N17.who', { list: inOneLine(recipients, say) }),
    appraisal === 'no' && say('N17.noAppraisal'),
    appraisal === 'yes' && say('N17.appraisal'),
    say('N17.nothingElse'),
  );
};

const WRITERS: Partial<Record<NoticeItem, Write>> = {
  N03: why,
  N08: howLong,
  N10: ({ source }, say) => say(N10_OF[source.enforcement]),
  N16: what,
  N17: whoLooks,
  N18: (_words, say) => say('N18'),
};

const cut = (written: string): string => {
  if (written.length <= SHORT_LIMIT) return written;
  const fitting = written.slice(0, SHORT_LIMIT - 1);
  return `${fitting.slice(0, Math.max(fitting.lastIndexOf(' '), 1))}…`;
};

/** The short text of an item: one or two sentences, from the same facts as the full one. */
export const shortText = (words: Words, item: NoticeItem): Proposed =>
  cut(WRITERS[item]?.(words, text(summaryCatalogue, words.language)) ?? '');

import type { Language } from '../../kernel/actor.js';
import { formatDay, text, type Text } from '../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.js';
import { resetWords } from '../council/index.js';
import { limitText } from '../tools/index.js';
import type { Condition, CouncilDecision, SentRequest } from './domain/case-file.js';
import type { OnePager } from './one-pager/one-pager.js';
import { papersCatalogue, type PapersKey } from './papers.catalogue.js';

export interface Pen {
  readonly t: Text<PapersKey>;
  readonly language: Language;
  readonly day: (day: string | null) => string;
}
export const penOf = (language: Language): Pen => {
  const t = text(papersCatalogue, language);
  return { t, language, day: (day) => (day ? formatDay(day, language) : t('none')) };
};

export interface PaperHead {
  readonly title: Extract<PapersKey, `title.${string}`>;
  readonly toolName: string;
  readonly reference: string;
  readonly fingerprint?: string;
}

/** One paper in both languages: Dutch first, English after it, one fingerprint for all who get it. */
export const paper = ({ title, toolName, reference, fingerprint }: PaperHead, write: (pen: Pen) => readonly PdfBlock[]): PdfDocument => {
  const [nl, en] = [penOf('nl'), penOf('en')];
  return {
    language: 'nl',
    title: nl.t(title, { tool: toolName }),
    blocks: write(nl),
    translation: { language: 'en', title: en.t(title, { tool: toolName }), blocks: write(en) },
    reference,
    ...(fingerprint ? { fingerprint } : {}),
  };
};

export const fact = (pen: Pen, key: Extract<PapersKey, `fact.${string}`>, value: string): readonly [string, string] => [pen.t(key), value];

/** The one page as blocks of a paper. */
export const onePageBlocks = (page: OnePager): readonly PdfBlock[] => [
  { kind: 'heading', level: 1, text: page.title },
  { kind: 'text', text: page.lead },
  ...page.sections.flatMap(({ heading, lines, table }): PdfBlock[] => [
    ...(table ? [] : [{ kind: 'heading', level: 2, text: heading } as const]),
    ...lines.map((line) => ({ kind: 'text', text: line }) as const),
    ...(table ? [{ kind: 'table', ...table } as const] : []),
  ]),
  { kind: 'heading', level: 2, text: page.questions.heading },
  { kind: 'facts', rows: page.questions.rows },
];

export const requestFacts = (request: Omit<SentRequest, 'sentAt' | 'withdrawnAt'>, pen: Pen): readonly PdfBlock[] => [
  {
    kind: 'facts',
    rows: [
      fact(pen, 'fact.decision', request.intendedDecision),
      fact(pen, 'fact.reasons', request.reasons),
      fact(pen, 'fact.consequences', request.consequences),
      fact(pen, 'fact.grounds', request.grounds.join(', ')),
      ...(request.alsoAdvice ? [fact(pen, 'fact.also-advice', pen.t('yes'))] : []),
      fact(pen, 'fact.start', pen.day(request.intendedStartOn)),
      fact(pen, 'fact.evaluation', pen.day(request.evaluationOn)),
      ...(request.trialUntil ? [fact(pen, 'fact.trial', pen.day(request.trialUntil))] : []),
      fact(pen, 'fact.fingerprint', request.fingerprint),
      fact(pen, 'fact.bundle', request.bundleHash),
    ],
  },
  ...(request.trialUntil ? [{ kind: 'notice', text: pen.t('trial') } as const] : []),
  ...(request.aiNamed ? [{ kind: 'notice', text: pen.t('ai.named') } as const] : []),
  { kind: 'notice', text: pen.t('silence') },
];

/** As it stands before a full stop of our own. */
const sentence = (text: string): string => text.replace(/\.+$/, '');

export const conditionText = (condition: Pick<Condition, 'text' | 'limit' | 'promiseOwner' | 'dueOn'>, pen: Pen): string =>
  condition.limit
    ? pen.t('condition.limit', { text: sentence(condition.text), limit: limitText(condition.limit, pen.language) })
    : pen.t('condition.promise', { text: sentence(condition.text), owner: condition.promiseOwner ?? '', due: pen.day(condition.dueOn) });

type Decided = Pick<
  CouncilDecision,
  'decision' | 'decidedOn' | 'votesFor' | 'votesAgainst' | 'votesAbstained' | 'expiresOn' | 'reasons' | 'fingerprint' | 'resets'
> & {
  readonly conditions: readonly Pick<Condition, 'text' | 'limit' | 'promiseOwner' | 'dueOn'>[];
  readonly paperSignatureId?: string | null;
};
const votesText = ({ votesFor, votesAgainst, votesAbstained }: Decided, pen: Pen): string =>
  votesFor === null || votesAgainst === null || votesAbstained === null
    ? pen.t('votes.hidden')
    : pen.t('votes', { for: votesFor, against: votesAgainst, abstained: votesAbstained });

export const decisionBlocks = (decision: Decided, pen: Pen): readonly PdfBlock[] => [
  {
    kind: 'facts',
    rows: [
      fact(pen, 'fact.outcome', pen.t(`outcome.${decision.decision}`)),
      fact(pen, 'fact.decided', pen.day(decision.decidedOn)),
      fact(pen, 'fact.votes', votesText(decision, pen)),
      fact(pen, 'fact.reasons', decision.reasons),
      ...(decision.expiresOn ? [fact(pen, 'fact.expires', pen.day(decision.expiresOn))] : []),
      ...(decision.paperSignatureId ? [fact(pen, 'fact.signature', pen.t('by-hand'))] : []),
      fact(pen, 'fact.fingerprint', decision.fingerprint),
    ],
  },
  ...(decision.conditions.length > 0
    ? ([
        { kind: 'heading', level: 2, text: pen.t('fact.conditions') },
        { kind: 'list', items: decision.conditions.map((condition) => conditionText(condition, pen)) },
      ] as const)
    : []),
  ...(decision.resets ?? []).map((reset) => ({ kind: 'notice', text: resetWords(reset, pen.language) }) as const),
  { kind: 'notice', text: pen.t('forgeable') },
];

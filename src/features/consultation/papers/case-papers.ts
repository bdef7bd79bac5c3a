import type { Language } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { text, type Text } from '../../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.js';
import { type Bundle, declaredIn } from '../bundle.js';
import type { Body, Condition, CouncilDecision, FinalDecision, Meeting, PersonnelMeeting } from '../domain/case-file.js';
import { conditionText, decisionBlocks, onePageBlocks, type Pen, penOf, requestFacts } from '../papers.js';
import type { FoundRequest } from '../requests.repository.js';
import { leftOutBy } from '../domain/takeover.js';
import { casePapersCatalogue } from './case-papers.catalogue.js';
import { paperCode, paperFingerprint } from './domain/paper-code.js';

type Words = Text<keyof (typeof casePapersCatalogue)['nl']>;
interface Writing extends Pen {
  readonly w: Words;
}
const writingIn = (language: Language): Writing => ({ ...penOf(language), w: text(casePapersCatalogue, language) });

type Title = Extract<keyof (typeof casePapersCatalogue)['nl'], `title.${string}`>;
type About = Pick<FoundRequest, 'toolName' | 'number' | 'fingerprint'> & { readonly reference: string };

/** One paper of a case, in Dutch with its English translation: dossier, version, fingerprint and reference stand in the foot of each page. */
const casePaper = (title: Title, about: About, write: (writing: Writing) => readonly PdfBlock[]): PdfDocument => {
  const part = (language: Language) => {
    const writing = writingIn(language);
    return { language, title: writing.w(title, { tool: about.toolName }), blocks: write(writing) };
  };
  const dossier = { name: about.toolName, number: about.number };
  return { ...part('nl'), translation: part('en'), dossier, fingerprint: about.fingerprint, reference: about.reference };
};

/** The frame of a letter: from, to and day, the text, and room to sign. */
const letterBlocks = (
  { w, day }: Writing,
  head: { readonly from: string; readonly to: string; readonly on: string },
  body: readonly PdfBlock[],
): readonly PdfBlock[] => [
  { kind: 'address', lines: [head.from, head.to, w('letter.on', { date: day(head.on) })] },
  ...body,
  { kind: 'signature', lines: [w('sign.name'), w('sign.signature')] },
];

const lines = (said: string): readonly PdfBlock[] => [{ kind: 'text', text: said }];
const KIND = { assessment: 'attachment.assessment', dpia: 'attachment.dpia', advice: 'attachment.advice' } as const;
const OTHER = { deviation: 'attachment.deviation', notice: 'attachment.notice' } as const;

/** Everything that the council saw: the one page first, then the request, and every paper as it was frozen. */
export const bundlePaper = (request: FoundRequest, bundle: Bundle): PdfDocument =>
  casePaper('title.bundle', request, (writing) => {
    const { t, w, language } = writing;
    return [
      ...onePageBlocks(bundle.onePage[language]),
      { kind: 'heading', level: 1, text: w('part.request') },
      ...requestFacts(request, writing),
      ...bundle.texts.flatMap((one): readonly PdfBlock[] => [
        { kind: 'heading', level: 1, text: t({ ...KIND, ...OTHER }[one.kind]) },
        ...(one.heading === '' ? [] : [{ kind: 'heading', level: 2, text: one.heading } as const]),
        ...lines(one.text),
      ]),
      {
        kind: 'table',
        caption: w('part.sheet'),
        head: [w('sheet.meaning'), w('sheet.value'), w('sheet.setting')],
        rows: bundle.sheet.map((one) => [language === 'nl' ? one.meaningNl : one.meaningEn, one.value, one.name]),
      },
      ...declaredIn(bundle, language).flatMap(({ title, rows }): readonly PdfBlock[] => [
        { kind: 'heading', level: 1, text: title },
        ...rows.map(({ key, lines: of }): PdfBlock => ({ kind: 'list', items: key === null ? of : of.map((line) => `${key} ${line}`) })),
      ]),
      { kind: 'heading', level: 1, text: w('part.agreements') },
      ...(bundle.agreements.length === 0
        ? lines(w('none'))
        : [
            {
              kind: 'list',
              items: bundle.agreements.map(({ processor, fileName }) =>
                w('agreement.file', { processor, file: fileName ?? w('agreement.none') }),
              ),
            } as const,
          ]),
    ];
  });

export const minutesPaper = (request: FoundRequest, meeting: Meeting): PdfDocument =>
  casePaper('title.minutes', request, ({ w, day }) => [
    {
      kind: 'facts',
      rows: [
        [w('minutes.held'), day(meeting.heldOn)],
        [w('minutes.council'), meeting.presentCouncil],
        [w('minutes.employer'), meeting.presentEmployer],
      ],
    },
    ...lines(meeting.minutes.trim() === '' ? w('minutes.file') : meeting.minutes),
  ]);

export const personnelMinutesPaper = (request: FoundRequest, meeting: PersonnelMeeting): PdfDocument =>
  casePaper('title.minutes', request, ({ w, day }) => [
    {
      kind: 'facts',
      rows: [
        [w('minutes.held'), day(meeting.heldOn)],
        [w('minutes.quarter'), w(meeting.quarterAffected ? 'yes' : 'no')],
        [w('minutes.advice'), w(meeting.adviceAsked ? 'yes' : 'no')],
        [w('minutes.confirmedBy'), w('minutes.people', { n: meeting.confirmedBy.length })],
      ],
    },
    ...lines(meeting.minutes),
  ]);

export const decisionPaper = (request: FoundRequest, decision: CouncilDecision): PdfDocument =>
  casePaper('title.decision', { ...request, reference: decision.reference }, (writing) => decisionBlocks(decision, writing));

type Decided = Pick<FinalDecision, 'kind' | 'text' | 'effectiveOn' | 'reference' | 'decidedAt' | 'takesOver'>;
const titleOf = (final: Decided, left: readonly Condition[]) => {
  if (final.kind === 'introduction') return 'title.introduction' as const;
  return left.length > 0 ? ('title.left-out' as const) : ('title.letter' as const);
};
/** The employer's decision, as the letter that tells it. */
export const finalPaper = (
  about: Omit<About, 'reference'> & { readonly body: Body },
  final: Decided,
  conditions: readonly Condition[],
): PdfDocument => {
  const left = leftOutBy({ conditions }, final);
  const taken = conditions.filter((condition) => !left.includes(condition));
  return casePaper(titleOf(final, left), { ...about, reference: final.reference }, (writing) => {
    const { t, w, day } = writing;
    const listed = (notice: 'left-out' | 'taken-over-partly' | 'taken-over', list: readonly Condition[]) =>
      list.length === 0
        ? []
        : ([
            { kind: 'notice', text: t(notice) },
            { kind: 'list', items: list.map((condition) => conditionText(condition, writing)) },
          ] as const);
    const to = w('letter.to', { body: w(`body.${about.body}`) });
    return letterBlocks(writing, { from: w('letter.from'), to, on: dayOf(final.decidedAt) }, [
      ...lines(final.text),
      ...lines(t('effective.from', { date: day(final.effectiveOn) })),
      ...listed('left-out', left),
      ...listed(left.length > 0 ? 'taken-over-partly' : 'taken-over', taken),
    ]);
  });
};

/** The decision as one officer wrote it down, for another to sign with a pen. */
export const signSheet = (request: FoundRequest, decision: CouncilDecision): PdfDocument => {
  const print = paperFingerprint(decision);
  return casePaper('title.sheet', { ...request, reference: decision.reference }, (writing) => {
    const { w } = writing;
    return [
      ...lines(w('sheet.lead')),
      ...decisionBlocks(decision, writing),
      { kind: 'code', label: w('sheet.code'), value: paperCode(print) },
      ...lines(w('sheet.print', { print })),
      { kind: 'signature', lines: [w('sign.name'), w('sign.role'), w('sign.date'), w('sign.signature')] },
      ...lines(w('sheet.next')),
    ];
  });
};

/** What stands under every paper that goes to the members. */
export const verified = (document: PdfDocument): PdfDocument => {
  const ending = (language: Language): PdfBlock => ({ kind: 'text', text: text(casePapersCatalogue, language)('verify') });
  const { translation } = document;
  return {
    ...document,
    blocks: [...document.blocks, ending('nl')],
    ...(translation ? { translation: { ...translation, blocks: [...translation.blocks, ending('en')] } } : {}),
  };
};

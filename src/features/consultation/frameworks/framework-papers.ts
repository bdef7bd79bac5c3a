import type { Language } from '../../../kernel/actor.js';
import { formatDay, text, type Text } from '../../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.js';
import type { Bundle } from '../bundle.js';
import { onePageBlocks } from '../papers.js';
import { classWords } from './class-words.js';
import type { AgreedClass, Framework, FrameworkDecision, TypedFrameworkDecision } from './domain/framework.js';
import { frameworksCatalogue } from './frameworks.catalogue.js';

type T = Text<keyof (typeof frameworksCatalogue)['nl']>;
type Title = 'proposed' | 'recorded' | 'confirmed' | 'rejected' | 'told' | 'objected' | 'accepted';

interface Head {
  readonly title: Title;
  readonly names: { readonly title: string; readonly tool: string };
  readonly reference: string;
  readonly fingerprint?: string;
}
/** One paper in both languages, Dutch first. */
const bilingual = (
  { title, names, reference, fingerprint }: Head,
  write: (t: T, language: Language) => readonly PdfBlock[],
): PdfDocument => {
  const of = <L extends Language>(language: L) => {
    const t = text(frameworksCatalogue, language);
    return { language, title: t(`paper.${title}`, names), blocks: write(t, language) };
  };
  return { ...of('nl'), translation: of('en'), reference, ...(fingerprint ? { fingerprint } : {}) };
};

const classBlocks = (agreed: AgreedClass, t: T, language: Language): readonly PdfBlock[] => [
  { kind: 'heading', level: 2, text: t('class', { colour: t(`colour.${agreed.colour}`) }) },
  { kind: 'text', text: t(`means.${agreed.colour}`) },
  { kind: 'facts', rows: classWords(agreed, language) },
];
const frameworkBlocks = (framework: Omit<Framework, 'decisions'>, t: T, language: Language): readonly PdfBlock[] => [
  {
    kind: 'facts',
    rows: [
      [t('reasons'), framework.reasons],
      [t('consequences'), framework.consequences],
      [t('grounds'), framework.grounds.join(', ')],
      [t('endsOn'), formatDay(framework.endsOn, language)],
    ],
  },
  ...framework.classes.flatMap((one) => classBlocks(one, t, language)),
  { kind: 'notice', text: t('silence') },
];

export const proposalPaper = (framework: Omit<Framework, 'decisions'>): PdfDocument =>
  bilingual({ title: 'proposed', names: { title: framework.title, tool: '' }, reference: framework.reference }, (t, language) =>
    frameworkBlocks(framework, t, language),
  );

export const decisionPaper = (
  title: 'recorded' | 'confirmed',
  framework: Omit<Framework, 'decisions'>,
  decision: TypedFrameworkDecision | FrameworkDecision,
  reference: string,
): PdfDocument =>
  bilingual({ title, names: { title: framework.title, tool: '' }, reference }, (t, language) => [
    {
      kind: 'facts',
      rows: [
        [t('decide.word'), t(`word.${decision.decision}`)],
        [t('decide.on'), formatDay(decision.decidedOn, language)],
        [t('votesKey'), t('votes', { for: decision.votesFor, against: decision.votesAgainst, abstained: decision.votesAbstained })],
        [t('paper.reason'), decision.reasons],
      ],
    },
    ...(decision.metOn
      ? ([
          {
            kind: 'text',
            text: t('met', {
              day: formatDay(decision.metOn, language),
              council: decision.presentCouncil ?? '',
              employer: decision.presentEmployer ?? '',
            }),
          },
          { kind: 'text', text: decision.minutes ?? '' },
        ] as const)
      : []),
    ...frameworkBlocks(framework, t, language),
  ]);

/** A paper of one act with its reason and who did it. */
export const reasonPaper = (head: Head, { reason, role }: { readonly reason: string | null; readonly role: string }): PdfDocument =>
  bilingual(head, (t) => [
    { kind: 'facts', rows: [[t('paper.by'), t('role', { role })], ...(reason ? [[t('paper.reason'), reason] as const] : [])] },
  ]);

export interface Told {
  readonly framework: Pick<Framework, 'title' | 'reference'>;
  readonly agreed: AgreedClass;
  readonly explanation: string;
  readonly bundle: Bundle;
  readonly reference: string;
}
export const toldPaper = ({ framework, agreed, explanation, bundle, reference }: Told): PdfDocument =>
  bilingual(
    { title: 'told', names: { title: framework.title, tool: bundle.tool }, reference, fingerprint: bundle.fingerprint },
    (t, language) => [
      ...onePageBlocks(bundle.onePage[language]),
      {
        kind: 'facts',
        rows: [
          [t('light.explanation'), explanation],
          [t('reference'), framework.reference],
        ],
      },
      ...classBlocks(agreed, t, language),
      { kind: 'notice', text: t('paper.until') },
      { kind: 'notice', text: t('silence') },
    ],
  );

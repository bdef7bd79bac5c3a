import { formatDay } from '../../platform/i18n/index.js';
import type { Dossier } from '../../policy/index.js';
import type { Risk } from '../assessments/index.js';
import type { AttachedText } from '../consultation/index.js';
import { noticeAsText, type NoticeContent } from '../notices/index.js';
import { valueLabel } from '../tools/index.js';

interface Advised {
  readonly advice: keyof typeof ADVICE;
  readonly reasons: string;
  readonly conditions: readonly string[];
  readonly comments?: readonly {
    readonly verdict: 'agreed' | 'add';
    readonly text: string;
    readonly question: string;
    readonly row: string | null;
  }[];
}

const line = (label: string, value: string | null | undefined): string => (value ? `${label}: ${value}` : '');
const lines = (...all: readonly string[]): string => all.filter((one) => one !== '').join('\n');

const assessmentText = ({ assessment, purposes }: Dossier): string =>
  lines(
    ...(purposes ?? []).map((purpose) =>
      lines(
        line('Doel', purpose.description ?? purpose.code),
        line('Grondslag', purpose.legalBasis && valueLabel('purposes[].legalBasis', purpose.legalBasis, 'nl')),
        line('Belang', purpose.balancingTest?.interest),
        line('Noodzaak', purpose.balancingTest?.necessity),
        line('Resultaat waaraan het wordt gemeten', purpose.effectiveness?.metric),
      ),
    ),
    ...(assessment?.alternatives ?? []).map((one) => lines(line('Alternatief', one.description), line('Waarom niet', one.rejectedReason))),
    line('Waarom de inhoud nodig is', assessment?.contentJustification),
  );

const SIX: readonly (readonly [string, string])[] = [
  ['priorNotice', 'Vooraf gezegd'],
  ['extent', 'Hoe ver het gaat'],
  ['legitimateReason', 'Reden'],
  ['lessIntrusive', 'Minder ingrijpend'],
  ['consequences', 'Gevolgen'],
  ['safeguards', 'Waarborgen'],
];

const GRADES = { low: 'laag', medium: 'midden', high: 'hoog' } as const;
const gradeName = (grade: string | null | undefined): string | undefined => Object.entries(GRADES).find(([code]) => code === grade)?.[1];
const riskText = ({ who, what, chance, harm, measure, measureOwner, rest }: Risk): string =>
  `Risico voor ${who}: ${what} Kans ${GRADES[chance]}, ernst ${GRADES[harm]}. Maatregel (${measureOwner}): ${measure} Wat overblijft: ${GRADES[rest]}.`;

const dpiaText = ({ assessment, dpia }: Dossier, risks: readonly Risk[]): string =>
  lines(
    ...SIX.map(([key, label]) =>
      line(label, (assessment?.barbulescu as Readonly<Record<string, string | null>> | null | undefined)?.[key]),
    ),
    ...risks.map(riskText),
    line('Wat de mensen ervan vinden', dpia?.viewsSought),
    line('Restrisico', gradeName(dpia?.residualRisk)),
    line('Opnieuw beoordelen voor', dpia?.reviewDue && formatDay(dpia.reviewDue, 'nl')),
  );

const ADVICE = { positive: 'Positief', conditional: 'Positief, met voorwaarden', negative: 'Negatief' } as const;

/** What the DPO said of single answers: the words one by one, and how many answers the DPO only agreed with. */
const commentLines = ({ comments = [] }: Advised): readonly string[] => {
  const said = comments.filter(({ verdict, text }) => verdict === 'add' || text !== '');
  const agreed = comments.length - said.length;
  return [
    ...said.map(({ question, row, verdict, text }) =>
      line(`Opmerking bij "${row ? `${question} (${row})` : question}"`, `${verdict === 'add' ? 'aanvullen' : 'akkoord'}. ${text}`),
    ),
    agreed > 0 ? `Akkoord met ${agreed} ${agreed === 1 ? 'antwoord' : 'antwoorden'}.` : '',
  ];
};

/** What the council reads with a request, as texts: the assessment, the DPIA, the advice, a deviation from it, the draft notice. */
export const attachedTexts = (
  { dossier, risks }: { readonly dossier: Dossier; readonly risks: readonly Risk[] },
  advice: Advised | null,
  deviation: string | null,
  notice: NoticeContent,
): readonly AttachedText[] => [
  { kind: 'assessment', heading: 'Beoordeling', text: assessmentText(dossier) },
  { kind: 'dpia', heading: 'DPIA', text: dpiaText(dossier, risks) },
  ...(advice
    ? [
        {
          kind: 'advice' as const,
          heading: 'Advies van de FG',
          text: lines(line('Advies', ADVICE[advice.advice]), advice.reasons, ...advice.conditions, ...commentLines(advice)),
        },
      ]
    : []),
  ...(deviation ? [{ kind: 'deviation' as const, heading: 'Afwijking van het advies', text: deviation }] : []),
  { kind: 'notice', heading: 'Concept van het bericht', text: noticeAsText(notice, 'nl'), language: 'nl' },
  { kind: 'notice', heading: 'Draft of the notice', text: noticeAsText(notice, 'en'), language: 'en' },
];

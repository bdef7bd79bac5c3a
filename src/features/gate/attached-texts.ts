import type { Dossier } from '../../policy/index.js';
import type { Risk } from '../assessments/index.js';
import type { AttachedText } from '../consultation/index.js';

interface Advised {
  readonly advice: string;
  readonly reasons: string;
  readonly conditions: readonly string[];
}

const line = (label: string, value: string | null | undefined): string => (value ? `${label}: ${value}` : '');
const lines = (...all: readonly string[]): string => all.filter((one) => one !== '').join('\n');

const assessmentText = ({ assessment, purposes }: Dossier): string =>
  lines(
    ...(purposes ?? []).map((purpose) =>
      lines(
        line('Doel', purpose.description ?? purpose.code),
        line('Grondslag', purpose.legalBasis),
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
const riskText = ({ who, what, chance, harm, measure, measureOwner, rest }: Risk): string =>
  `Risico voor ${who}: ${what} Kans ${GRADES[chance]}, ernst ${GRADES[harm]}. Maatregel (${measureOwner}): ${measure} Wat overblijft: ${GRADES[rest]}.`;

const dpiaText = ({ assessment, dpia }: Dossier, risks: readonly Risk[]): string =>
  lines(
    ...SIX.map(([key, label]) =>
      line(label, (assessment?.barbulescu as Readonly<Record<string, string | null>> | null | undefined)?.[key]),
    ),
    ...risks.map(riskText),
    line('Wat de mensen ervan vinden', dpia?.viewsSought),
    line('Restrisico', dpia?.residualRisk),
    line('Opnieuw beoordelen voor', dpia?.reviewDue),
  );

const noticeText = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([item, text]) => `${item}\n${text}`)
    .join('\n\n');

/** What the council reads with a request, as texts: the assessment, the DPIA, the advice, a deviation from it, the draft notice. */
export const attachedTexts = (
  { dossier, risks }: { readonly dossier: Dossier; readonly risks: readonly Risk[] },
  advice: Advised | null,
  deviation: string | null,
  notice: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly AttachedText[] => [
  { kind: 'assessment', heading: 'Beoordeling', text: assessmentText(dossier) },
  { kind: 'dpia', heading: 'DPIA', text: dpiaText(dossier, risks) },
  ...(advice
    ? [
        {
          kind: 'advice' as const,
          heading: 'Advies van de FG',
          text: lines(line('Advies', advice.advice), advice.reasons, ...advice.conditions),
        },
      ]
    : []),
  ...(deviation ? [{ kind: 'deviation' as const, heading: 'Afwijking van het advies', text: deviation }] : []),
  { kind: 'notice', heading: 'Concept van het bericht', text: noticeText(notice['nl'] ?? {}), language: 'nl' },
  { kind: 'notice', heading: 'Draft of the notice', text: noticeText(notice['en'] ?? {}), language: 'en' },
];

import type { Language } from '../kernel/actor.js';
import type { LimitKind, MachineLimit } from './limits.js';

type Words = Readonly<Record<Language, string>>;

/** The kinds of limits, as somebody who sets a condition chooses between them. */
export const LIMIT_LABELS: Readonly<Record<LimitKind, Words>> = {
  retention_max_days: { nl: 'Langste bewaartermijn in dagen', en: 'Longest retention in days' },
  smallest_group: { nl: 'Kleinste groep in overzichten', en: 'Smallest group in figures' },
  working_hours_only: { nl: 'Alleen tijdens werktijd', en: 'In working hours only' },
  forbidden_mode: { nl: 'Een manier van vastleggen die niet mag', en: 'A way of capturing that is not allowed' },
  forbidden_category: { nl: 'Een gegeven dat niet mag', en: 'A kind of data that is not allowed' },
  sampling_max_rate: { nl: 'Grootste steekproef (0,1 is 1 op de 10)', en: 'Largest sample (0.1 is 1 in 10)' },
  viewers_only: { nl: 'De enige functies die mogen kijken', en: 'The only roles that may look' },
  no_individual_use: { nl: 'Niet gebruiken over 1 persoon', en: 'Not used about one person' },
  ends_on: { nl: 'Einddatum', en: 'Last day' },
  evaluate_on: { nl: 'Evaluatie uiterlijk op', en: 'Evaluation by' },
};

const retentionWords = ({ purpose, days }: { readonly purpose: string | null; readonly days: number }): Words => ({
  nl: purpose === null ? `Niets langer bewaren dan ${days} dagen` : `Voor het doel ${purpose} niets langer bewaren dan ${days} dagen`,
  en: purpose === null ? `Keep nothing longer than ${days} days` : `For the purpose ${purpose}, keep nothing longer than ${days} days`,
});

const wordsOf = (limit: MachineLimit): Words => {
  switch (limit.kind) {
    case 'retention_max_days':
      return retentionWords(limit.value);
    case 'smallest_group':
      return { nl: `Cijfers alleen over groepen van ${limit.value} of meer`, en: `Figures only of groups of ${limit.value} or more` };
    case 'working_hours_only':
    case 'no_individual_use':
      return LIMIT_LABELS[limit.kind];
    case 'forbidden_mode':
      return { nl: `Deze manier van vastleggen mag niet: ${limit.value}`, en: `This way of capturing is not allowed: ${limit.value}` };
    case 'forbidden_category':
      return { nl: `Dit gegeven mag niet: ${limit.value}`, en: `This kind of data is not allowed: ${limit.value}` };
    case 'sampling_max_rate':
      return {
        nl: `Een steekproef van ten hoogste ${String(limit.value).replace('.', ',')} (1 is alles)`,
        en: `A sample of at most ${limit.value} (1 is all)`,
      };
    case 'viewers_only':
      return {
        nl: `Alleen deze functies mogen kijken: ${limit.value.join(', ')}`,
        en: `Only these roles may look: ${limit.value.join(', ')}`,
      };
    case 'ends_on':
      return { nl: `Uiterlijk aan tot en met ${limit.value}`, en: `On until ${limit.value} at the latest` };
    case 'evaluate_on':
      return { nl: `Uiterlijk op ${limit.value} evalueren`, en: `Evaluate by ${limit.value}` };
  }
};

/** A limit in one sentence. */
export const limitText = (limit: MachineLimit, language: Language): string => wordsOf(limit)[language];

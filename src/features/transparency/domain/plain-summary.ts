import { CAPABILITIES, type CapabilityAnswer, type CapabilityCode, type Dossier } from '../../../policy/index.js';

export interface Kept {
  readonly code: string;
  readonly can: boolean | null;
  readonly on: boolean | null;
}

/** Every capability there is; one that nobody answered is unknown, and unknown is never "not measured". */
export const allCapabilities = (rows: readonly Kept[]): readonly CapabilityAnswer[] =>
  CAPABILITIES.map(({ code }: { readonly code: CapabilityCode }) => {
    const row = rows.find((one) => one.code === code);
    return { code, can: row?.can ?? null, on: row ? row.on : null, reach: null };
  });

export interface PurposeSummary {
  readonly code: string;
  readonly description: string | null;
  readonly legalBasis: string | null;
  readonly criterion: string | null;
  readonly maxDays: number | null;
  readonly autoDelete: boolean;
}
export interface PlainSummary {
  readonly purposes: readonly PurposeSummary[];
  readonly recipients: readonly { readonly role: string; readonly personsMax: number | null }[];
  readonly categories: readonly string[];
  readonly workingHoursOnly: boolean;
  readonly breaksExcluded: boolean;
}

/** What an employee asks of a dossier: why, who sees it, how long, on what ground. */
export const plainSummary = ({ purposes, tool, capture }: Dossier): PlainSummary => ({
  purposes: (purposes ?? []).map((purpose) => ({
    code: purpose.code ?? '',
    description: purpose.description ?? null,
    legalBasis: purpose.legalBasis ?? null,
    criterion: purpose.retention?.criterion ?? null,
    maxDays: purpose.retention?.maxDays ?? null,
    autoDelete: purpose.retention?.autoDelete === true,
  })),
  recipients: (tool?.recipients ?? []).map(({ role, personsMax }) => ({ role: role ?? '', personsMax: personsMax ?? null })),
  categories: (tool?.dataCategories ?? []).flatMap(({ code }) => (code ? [code] : [])),
  workingHoursOnly: capture?.schedule?.workingHoursOnly === true,
  breaksExcluded: capture?.schedule?.breaksExcluded === true,
});

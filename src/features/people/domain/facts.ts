import type { Role } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { type Dossier, writersOf } from '../../../policy/index.js';
import { representativeBodyOf } from './representative-body.js';

export type FactKind = 'integer' | 'boolean' | 'languages' | 'powers' | 'text' | 'long_text';

interface Fact {
  readonly path: string;
  readonly kind: FactKind;
  /** Counts only with a document. */
  readonly document?: true;
  readonly confirmedBy?: 'dpo' | 'pvt_contact';
}

/** The organisation facts that somebody types. What is computed has no form and no door. */
const FACTS = {
  headcount: { path: 'organisation.headcount', kind: 'integer' },
  workforceLanguages: { path: 'organisation.workforceLanguages', kind: 'languages' },
  publicBody: { path: 'organisation.publicBody', kind: 'boolean', confirmedBy: 'dpo' },
  largeScaleCore: { path: 'organisation.largeScaleCore', kind: 'boolean', confirmedBy: 'dpo' },
  worksCouncilExemptionReference: {
    path: 'organisation.worksCouncilExemptionReference',
    kind: 'text',
    document: true,
    confirmedBy: 'dpo',
  },
  staffRepresentationExtraPowers: {
    path: 'organisation.staffRepresentationExtraPowers',
    kind: 'powers',
    document: true,
    confirmedBy: 'pvt_contact',
  },
  collectiveAgreementReference: { path: 'organisation.collectiveAgreementReference', kind: 'text' },
  collectiveAgreementSubstantive: { path: 'organisation.collectiveAgreementSubstantive', kind: 'boolean' },
  noRetaliationRule: { path: 'objectionHandling.noRetaliationRule', kind: 'long_text' },
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as FactName[];
export const isFactName = (name: string): name is FactName => Object.hasOwn(FACTS, name);
export const factOf = (name: FactName): Fact => FACTS[name];
export const mayAnswer = (role: Role, name: FactName): boolean => writersOf(FACTS[name].path).includes(role);

export interface FactRow {
  readonly attribute: string;
  readonly value: Json;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly fileId: string | null;
}

/** What of an answer decides whether it counts. */
export type StandingFact = Pick<FactRow, 'attribute' | 'value' | 'confirmedBy' | 'fileId'>;

/** What the register itself says: nobody types it. */
export interface Register {
  readonly jurisdiction: string | null;
  readonly persons: number;
  readonly languages: readonly string[];
  readonly council: boolean;
  readonly staffRepresentation: boolean;
  readonly dpos: number;
  readonly trustedPersons: number;
}

/**
 * Who confirms a fact; nobody where it stands by itself. The DPO's confirmation falls to council officers or staff contacts where no DPO
 * is appointed, and to nobody where there is no body either: then everyone is told. An exemption from the council always waits for a DPO.
 */
export const confirmersOf = (name: FactName, register: Register): readonly Role[] => {
  const { confirmedBy, document } = factOf(name);
  if (confirmedBy !== 'dpo' || document || register.dpos > 0) return confirmedBy ? [confirmedBy] : [];
  if (register.council) return ['or_chair', 'or_secretary'];
  return register.staffRepresentation ? ['pvt_contact'] : [];
};

const standing = (name: FactName, row: StandingFact, register: Register): boolean => {
  if (factOf(name).document && row.fileId === null) return false;
  return row.confirmedBy !== null || confirmersOf(name, register).length === 0;
};

export type FactValues = { readonly [Name in FactName]?: Json };

/** Each answered fact that counts; an unconfirmed one is left out. */
export const countingFacts = (rows: readonly StandingFact[], register: Register): FactValues =>
  Object.fromEntries(
    rows.flatMap((row) => (isFactName(row.attribute) && standing(row.attribute, row, register) ? [[row.attribute, row.value]] : [])),
  );

const integer = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);
const words = (value: Json | undefined): string[] | null =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;
const flag = (value: Json | undefined): boolean | null => (typeof value === 'boolean' ? value : null);
const line = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The organisation as the rules read it. Headcount and languages never say less than the register does. */
export const organisationOf = (rows: readonly StandingFact[], register: Register): NonNullable<Dossier['organisation']> => {
  const facts = countingFacts(rows, register);
  const typed = integer(facts.headcount);
  const headcount = typed === null ? null : Math.max(typed, register.persons);
  const languages = words(facts.workforceLanguages);
  return {
    jurisdiction: register.jurisdiction,
    headcount,
    representativeBody: representativeBodyOf({ ...register, headcount }),
    staffRepresentationExtraPowers: words(facts.staffRepresentationExtraPowers),
    publicBody: flag(facts.publicBody),
    largeScaleCore: flag(facts.largeScaleCore),
    dpoAppointed: register.dpos > 0,
    trustedPerson: register.trustedPersons >= 2,
    workforceLanguages: languages && [...new Set([...languages, ...register.languages])].sort(),
    collectiveAgreementReference: line(facts.collectiveAgreementReference),
    collectiveAgreementSubstantive: flag(facts.collectiveAgreementSubstantive),
    worksCouncilExemptionReference: line(facts.worksCouncilExemptionReference),
  };
};

/** What the register forbids to answer: fewer people or fewer languages than it holds. */
export const answerRefusal = (name: FactName, value: Json, register: Register): string | null => {
  if (name === 'headcount' && typeof value === 'number' && value < register.persons) return 'headcount.below-register';
  const said = words(value) ?? [];
  if (name === 'workforceLanguages' && register.languages.some((language) => !said.includes(language))) return 'languages.below-register';
  return null;
};

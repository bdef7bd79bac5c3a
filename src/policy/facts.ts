import type { Dossier } from './dossier.js';
import { section, type Loose, type Truth } from './reading.js';

type Readable<T> = Exclude<T, null | undefined>;
/** Lists and the day stay as they came; a part that is an object can always be read from. */
type Section<T> = Readable<T> extends string | readonly unknown[] ? Loose<Readable<T>> : Readable<T>;

/** What several rules ask about the same facts, once it was worked out. */
interface Known {
  dpiaDue: Truth | null;
  consentRequired: Truth | null;
  positive: Truth | null;
  purposeCodes: Loose<readonly unknown[]>;
}
/** A dossier as the rules read it: no part is trusted to have its type. */
export type Facts = { readonly [K in keyof Dossier]-?: Section<Dossier[K]> } & { readonly known: Known };

const isObject = (value: unknown): value is Dossier => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything that is no object is read as an empty dossier. */
export const readFacts = (given: unknown): Facts => {
  const d: Dossier = isObject(given) ? given : {};
  return {
    today: d.today ?? null,
    dossier: section(d.dossier),
    organisation: section(d.organisation),
    tool: section(d.tool),
    capture: section(d.capture),
    home: section(d.home),
    office: section(d.office),
    purposes: d.purposes ?? null,
    transfers: d.transfers ?? null,
    processors: d.processors ?? null,
    security: section(d.security),
    assessment: section(d.assessment),
    dpia: section(d.dpia),
    dpoAdvice: section(d.dpoAdvice),
    representation: section(d.representation),
    notice: section(d.notice),
    objectionHandling: section(d.objectionHandling),
    covertCheck: section(d.covertCheck),
    runtime: section(d.runtime),
    enforcement: d.enforcement ?? null,
    settings: d.settings ?? null,
    declared: section(d.declared),
    known: { dpiaDue: null, consentRequired: null, positive: null, purposeCodes: null },
  };
};

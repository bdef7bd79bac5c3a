import { addDays, dayOf, type Day } from '../../../../kernel/clock.js';
import { type Dossier, type FrameworkSubject, lightObjectionLastDay, type Outside, outsideOf } from '../../../../policy/index.js';
import type { Mailing } from '../../domain/known.js';
import { type AgreedClass, endOf, type Framework, grantOf } from './framework.js';

export interface LightObjection {
  readonly byPerson: string;
  readonly reason: string;
  readonly at: Date;
}
/** One version that the employer told the council about under a framework. */
export interface LightConsent {
  readonly id: string;
  readonly frameworkId: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly explanation: string;
  readonly reference: string;
  readonly toldAt: Date;
  readonly framework: Omit<Framework, 'classes'>;
  readonly agreed: AgreedClass;
  readonly objections: readonly LightObjection[];
  /** From when the council took it back; null while it did not. */
  readonly revokedAt: Date | null;
  /** Amber: the officers who said yes. */
  readonly acceptances: readonly { readonly byPerson: string; readonly byRole: string; readonly at: Date }[];
}

/**
 * `unmailed`: a copy has yet to leave, so the days do not count yet. `running`: members may still object. `yes_missing`: amber, and both officers
 * have not said yes. `revoked`: the council took it back. `outside`: not (or no longer) shown to lie inside the class. `ended`: the council ended the framework before it could count.
 */
export type LightState = 'stands' | 'unmailed' | 'running' | 'yes_missing' | 'outside' | 'ended' | 'objected' | 'revoked';

const OFFICERS_ASKED = 2;

/** The last day on which a member may object: the days count from the day on which the last copy left. Null: one has yet to leave. */
export const objectionLastDay = (
  { toldAt, reference }: Pick<LightConsent, 'toldAt' | 'reference'>,
  mailings: readonly Mailing[],
): Day | null => {
  const told = mailings.findLast((mailing) => mailing.reference === reference);
  if (!told?.handedOverAt || told.recipients === 0) return null;
  return lightObjectionLastDay(dayOf(told.handedOverAt > toldAt ? told.handedOverAt : toldAt));
};

export const mayObject = (light: LightConsent, mailings: readonly Mailing[], today: Day): boolean => {
  const lastDay = objectionLastDay(light, mailings);
  return light.objections.length === 0 && (lastDay === null || today <= lastDay);
};

const saidYes = ({ acceptances }: LightConsent): Date | null => {
  const first = acceptances[0];
  const other = acceptances.find(({ byPerson }) => byPerson !== first?.byPerson);
  return acceptances.length >= OFFICERS_ASKED && other ? other.at : null;
};

/** The first day on which the consent counts: after the term, and for amber after the officers' yes. Null: not yet known. */
const countsFrom = (light: LightConsent, mailings: readonly Mailing[]): Day | null => {
  const lastDay = objectionLastDay(light, mailings);
  if (lastDay === null) return null;
  const after = addDays(lastDay, 1);
  if (light.agreed.colour === 'green') return after;
  const yes = saidYes(light);
  return yes && (dayOf(yes) > after ? dayOf(yes) : after);
};

export interface LightKnown {
  readonly dossier: Dossier;
  readonly capabilities: FrameworkSubject['capabilities'];
  readonly residualRisk: string | null;
  readonly mailings: readonly Mailing[];
  readonly today: Day;
}
/** What the class is judged on: the version's facts with the residual risk of its DPIA, on this day. */
export const subjectOf = ({ dossier, capabilities, residualRisk, today }: Omit<LightKnown, 'mailings'>): FrameworkSubject => ({
  dossier: { ...dossier, today, dpia: { ...dossier.dpia, residualRisk } },
  capabilities,
});
const outsideNow = (light: LightConsent, known: LightKnown): readonly Outside[] => outsideOf(withoutTexts(light.agreed), subjectOf(known));
export const withoutTexts = ({ colour, scope, limits }: AgreedClass) => ({ colour, scope, limits: limits.map(({ limit }) => limit) });

/** Where a light consent stands. It never follows from time alone: what consents is the decision of the council on the framework. */
export const lightStateOf = (light: LightConsent, known: LightKnown): LightState => {
  if (light.objections.length > 0) return 'objected';
  if (light.revokedAt) return 'revoked';
  if (!grantOf(light.framework) || outsideNow(light, known).length > 0) return 'outside';
  const from = countsFrom(light, known.mailings);
  const ended = endOf(light.framework)?.confirmedAt ?? null;
  if (ended && (from === null || dayOf(ended) < from)) return 'ended';
  const lastDay = objectionLastDay(light, known.mailings);
  if (lastDay === null) return 'unmailed';
  if (known.today <= lastDay) return 'running';
  return from === null || known.today < from ? 'yes_missing' : 'stands';
};

/** What the full case knows of this fingerprint. Where it was taken there is no light way beside it. */
export interface FullCase {
  readonly requested: boolean;
  readonly refused: boolean;
}
interface Decided {
  readonly decision: string;
  readonly confirmedAt: Date | null;
  readonly rejectedAt: Date | null;
}
export const fullCaseOf = (
  { decisions }: { readonly decisions: readonly Decided[] },
  { request, claim }: { readonly request: object | null; readonly claim: object | null },
): FullCase => ({
  requested: request !== null || claim !== null,
  refused: decisions.some((one) => one.decision === 'refused' && one.confirmedAt !== null && one.rejectedAt === null),
});
/** Whether the light way is open at all: no full case, no refusal, no member who objected and no consent that was taken back, whatever the framework. */
export const lightIsOpen = (lights: readonly LightConsent[], { requested, refused }: FullCase): boolean =>
  !requested && !refused && lights.every(({ objections, revokedAt }) => objections.length === 0 && revokedAt === null);
export const lightInHand = (lights: readonly LightConsent[], full: FullCase): LightConsent | null =>
  lightIsOpen(lights, full) ? (lights.findLast(({ framework }) => grantOf(framework) !== null) ?? null) : null;

import type { Json } from '../../../kernel/canonical.js';
import type { Dashboard, Metric } from '../../../policy/index.js';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/**
 * A proposed answer: shown filled in to the attribute's owner, and an answer only once that owner saved the page.
 * `item` names the row of a list (`''` for an attribute outside a list; `row.subrow` for a list in a list). A text that
 * stands in both languages is proposed in the language of whoever fills the page in.
 */
export interface ProposedAnswer {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json | Bilingual;
}

/** Who can switch a capability that is off back on. */
export const REACHES = ['nobody', 'one_admin', 'two_persons', 'version_change'] as const;
export type Reach = (typeof REACHES)[number];

export interface ProposedCapability {
  readonly code: string;
  readonly can: boolean;
  readonly isOn: boolean;
  readonly reach: Reach;
}

/** Which way a setting becomes stricter; null: no change of it is. */
export const STRICTER = ['lower', 'higher', 'off', 'on'] as const;
export type StricterIs = (typeof STRICTER)[number];

export interface ProposedSetting {
  readonly name: string;
  readonly value: string;
  readonly meaning: Bilingual;
  readonly stricterIs: StricterIs | null;
}

export type RiskGrade = 'low' | 'medium' | 'high';
export interface ProposedRisk {
  readonly who: Bilingual;
  readonly what: Bilingual;
  readonly chance: RiskGrade;
  readonly harm: RiskGrade;
  readonly measure: Bilingual;
  readonly measureOwner: Bilingual;
  readonly rest: RiskGrade;
}

/** What a starter proposes for the DPIA besides the answers of step 3. */
export interface ProposedDpia {
  readonly risks: readonly ProposedRisk[];
}

export interface ProposedMetric extends Omit<Metric, 'titleNl' | 'titleEn'> {
  readonly title: Bilingual;
}
export interface ProposedDashboard extends Pick<Dashboard, 'code' | 'metric' | 'shown' | 'period' | 'viewers'> {
  readonly title: Bilingual;
  readonly question: Bilingual;
}
/** What a starter proposes to count and to show; its groups are the departments in scope. */
export interface ProposedDeclarations {
  readonly metrics: readonly ProposedMetric[];
  readonly dashboards: readonly ProposedDashboard[];
}

/** A dossier that somebody wrote before: proposals for steps 2 and 3, never facts. */
export interface Starter {
  readonly code: string;
  readonly name: Bilingual;
  readonly summary: Bilingual;
  readonly answers: readonly ProposedAnswer[];
  readonly capabilities: readonly ProposedCapability[];
  readonly sheet: readonly ProposedSetting[];
  readonly dpia?: ProposedDpia;
  readonly declared?: ProposedDeclarations;
}

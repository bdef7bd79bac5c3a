import type { Role } from '../../kernel/actor.js';
import type { RuleId } from '../rules/rule.js';

interface Titled {
  readonly nl: string;
  readonly en: string;
}
interface RequirementText {
  readonly id: `E${number}`;
  readonly code: string;
  readonly owner: Role;
  readonly title: Titled;
  readonly source: Titled;
  readonly rules: readonly RuleId[];
}

/** The sixteen requirements that people see, in the order of `missing`, and the rules behind each. */
export const REQUIREMENTS = [
  {
    id: 'E1',
    code: 'purpose_and_need',
    owner: 'privacy_officer',
    title: { nl: 'Doel en noodzaak beschreven', en: 'Purpose and need described' },
    source: { nl: 'AVG art. 5 lid 1 onder b en c', en: 'GDPR 5(1)(b)(c)' },
    rules: [
      'EU-GDPR-05-01',
      'EU-GDPR-05-03',
      'EU-GDPR-05-04',
      'EU-GDPR-05-06',
      'EU-NEC-01',
      'EU-NEC-02',
      'EU-NEC-03',
      'EU-NEC-04',
      'EU-GDPR-09-02',
      'EU-FAIR-01',
      'EU-ECHR-08-01',
    ],
  },
  {
    id: 'E2',
    code: 'legal_basis',
    owner: 'privacy_officer',
    title: { nl: 'Grondslag onderbouwd', en: 'Legal basis substantiated' },
    source: { nl: 'AVG art. 6 lid 1', en: 'GDPR 6(1)' },
    rules: ['EU-GDPR-06-01', 'EU-GDPR-06-02', 'EU-GDPR-06-03', 'EU-GDPR-06-04', 'EU-GDPR-09-01', 'EU-GDPR-10-01', 'NL-UAVG-29-01'],
  },
  {
    id: 'E3',
    code: 'dpia',
    owner: 'privacy_officer',
    title: { nl: 'DPIA afgerond, dossier compleet', en: 'Impact assessment done, dossier complete' },
    source: { nl: 'AVG art. 35; AP, lijst verplichte DPIA', en: 'GDPR 35; AP list of processing that needs a DPIA' },
    rules: ['GEN-DOS-01', 'NL-AP-COV-01', 'EU-GDPR-35-01', 'EU-GDPR-35-03'],
  },
  {
    id: 'E4',
    code: 'forbidden_functions_off',
    owner: 'tool_owner',
    title: { nl: 'Verboden functies uit, instellingen zoals goedgekeurd', en: 'Forbidden functions off, settings as approved' },
    source: { nl: 'AI-verordening art. 5 lid 1 onder f; AVG art. 22', en: 'AI Act 5(1)(f); GDPR 22' },
    rules: ['GEN-DOS-02', 'EU-GDPR-22-01', 'EU-GDPR-22-02', 'EU-AIA-05-01', 'EU-AIA-06-01', 'NL-CASE-01'],
  },
  {
    id: 'E5',
    code: 'dpo_advice',
    owner: 'dpo',
    title: { nl: 'Advies FG ontvangen', en: 'DPO advice received' },
    source: { nl: 'AVG art. 35 lid 2 en art. 39', en: 'GDPR 35(2), 39' },
    rules: ['EU-GDPR-35-02'],
  },
  {
    id: 'E6',
    code: 'dpo_conditions',
    owner: 'hr_registrar',
    title: { nl: 'Voorwaarden FG verwerkt of afwijking uitgelegd', en: 'DPO conditions carried out, or deviation explained' },
    source: { nl: 'AVG art. 24 en art. 35', en: 'GDPR 24, 35' },
    rules: [],
  },
  {
    id: 'E7',
    code: 'consent_request',
    owner: 'director',
    title: { nl: 'Verzoek om instemming verstuurd', en: 'Request for consent sent' },
    source: { nl: 'WOR art. 27 lid 1 onder k en l en lid 2', en: 'WOR 27(1)(k)(l), 27(2)' },
    rules: ['NL-WOR-27-02', 'NL-WOR-27-09', 'NL-WOR-02-01'],
  },
  {
    id: 'E8',
    code: 'consultation_meeting',
    owner: 'or_secretary',
    title: { nl: 'Overleg gehouden', en: 'Consultation held' },
    source: { nl: 'WOR art. 27 lid 2', en: 'WOR 27(2)' },
    rules: ['NL-WOR-27-03'],
  },
  {
    id: 'E9',
    code: 'council_consent',
    owner: 'or_chair',
    title: { nl: 'Besluit over instemming vastgelegd', en: 'Decision on consent recorded' },
    source: { nl: 'WOR art. 27 lid 2 en 4', en: 'WOR 27(2), 27(4)' },
    rules: ['NL-WOR-27-01', 'NL-WOR-27-04', 'NL-WOR-27-06', 'NL-WOR-27-07', 'NL-WOR-35-01', 'NL-WOR-35-02'],
  },
  {
    id: 'E10',
    code: 'employer_decision',
    owner: 'director',
    title: { nl: 'Voorwaarden verwerkt, besluit werkgever meegedeeld', en: 'Conditions carried out, employer’s decision told' },
    source: { nl: 'WOR art. 27 lid 2', en: 'WOR 27(2)' },
    rules: ['NL-WOR-27-05', 'NL-WOR-27-08'],
  },
  {
    id: 'E11',
    code: 'notices_delivered',
    owner: 'hr_registrar',
    title: { nl: 'Iedereen geïnformeerd', en: 'Everyone informed' },
    source: { nl: 'AVG art. 13 en art. 14', en: 'GDPR 13, 14' },
    rules: ['EU-GDPR-05-02', 'EU-GDPR-13-01', 'EU-GDPR-13-02', 'EU-GDPR-13-03', 'EU-GDPR-13-04', 'NL-AP-REC-02'],
  },
  {
    id: 'E12',
    code: 'objection_and_complaints',
    owner: 'hr_registrar',
    title: { nl: 'Bezwaar en klachten geregeld', en: 'Objections and complaints arranged' },
    source: { nl: 'AVG art. 12, art. 18 en art. 21', en: 'GDPR 12, 18, 21' },
    rules: ['EU-GDPR-12-01', 'EU-GDPR-21-01', 'EU-GDPR-21-02', 'EU-GDPR-21-03', 'NL-OBJ-01', 'NL-OBJ-02'],
  },
  {
    id: 'E13',
    code: 'prior_consultation',
    owner: 'privacy_officer',
    title: { nl: 'Voorafgaande raadpleging AP', en: 'Prior consultation of the AP' },
    source: { nl: 'AVG art. 36', en: 'GDPR 36' },
    rules: ['EU-GDPR-36-01'],
  },
  {
    id: 'E14',
    code: 'high_risk_ai_told',
    owner: 'hr_registrar',
    title: { nl: 'Hoogrisico-AI', en: 'High-risk AI' },
    source: { nl: 'AI-verordening art. 26', en: 'AI Act 26' },
    rules: ['EU-AIA-26-01'],
  },
  {
    id: 'E15',
    code: 'home_parity',
    owner: 'privacy_officer',
    title: { nl: 'Thuis niet strenger dan op kantoor', en: 'At home no stricter than at the office' },
    source: { nl: 'Kamerbrief minister Koolmees (2021); EVRM art. 8', en: 'Letter of minister Koolmees (2021); ECHR 8' },
    rules: ['NL-PAR-01', 'NL-HOME-01', 'EU-WP249-01', 'EU-WP249-02'],
  },
  {
    id: 'E16',
    code: 'supplier_and_recording',
    owner: 'privacy_officer',
    title: { nl: 'Leverancier, doorgifte, beveiliging en opname op orde', en: 'Supplier, transfers, security and recording in order' },
    source: { nl: 'AVG art. 24 tot en met 32 en art. 44 tot en met 49', en: 'GDPR 24-32, 44-49' },
    rules: [
      'EU-GDPR-04-01',
      'EU-GDPR-04-02',
      'EU-GDPR-04-03',
      'EU-GDPR-04-04',
      'EU-GDPR-05-05',
      'EU-GDPR-24-01',
      'EU-GDPR-25-01',
      'EU-GDPR-28-01',
      'EU-GDPR-28-02',
      'EU-GDPR-30-01',
      'EU-GDPR-32-01',
      'EU-GDPR-44-01',
      'EU-GDPR-44-02',
      'NL-AP-REC-01',
      'NL-SR-139-01',
      'NL-REC-01',
      'NL-REC-02',
      'NL-REC-03',
      'NL-REC-04',
      'NL-REC-05',
      'NL-REC-06',
    ],
  },
] as const satisfies readonly RequirementText[];

export type Requirement = RequirementText & { readonly id: RequirementId; readonly code: RequirementCode };
export type RequirementId = (typeof REQUIREMENTS)[number]['id'];
export type RequirementCode = (typeof REQUIREMENTS)[number]['code'];

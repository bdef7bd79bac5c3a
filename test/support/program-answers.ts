import type { Role } from '../../src/kernel/actor.js';

/** A question of a version, as its door for programs tells it. */
export interface Question {
  readonly attribute: string;
  readonly item: string;
  readonly owners: readonly string[];
  readonly isAnswered: boolean;
  readonly isProposed: boolean;
  readonly value: unknown;
}
type Answers = Readonly<Record<string, unknown>>;

/** What this organisation says instead of what the example proposes. */
const OWN: Answers = {
  'tool.vendor|': 'Aanmeld BV',
  'tool.version|': '2.0',
  'processors[].name|r1': 'Aanmeld BV',
  'purposes[].legalBasis|r1': 'public_task',
  'purposes[].legalBasisReference|r1': 'Gemeentewet art. 160 lid 1',
  'processors[].processingAgreementSigned|r1': true,
  'processors[].processingAgreementComplete|r1': true,
  'dpia.viewsSought|': 'Vier medewerkers lazen mee.',
};
/** What a role answers: its own words, or else what stands there or is proposed. */
export const answersFor = (questions: readonly Question[], role: Role): { attribute: string; item: string; value: unknown }[] =>
  questions
    .filter(({ owners }) => owners.includes(role))
    .filter(({ attribute, item, isAnswered, isProposed }) => isAnswered || isProposed || `${attribute}|${item}` in OWN)
    .map(({ attribute, item, value }) => ({ attribute, item, value: OWN[`${attribute}|${item}`] ?? value }));

import { instant } from '../../kernel/clock.js';
import { aCount, anInstant, aText, type Given, listOf, orNull, pageOf, record } from '../../platform/http/index.js';
import { REQUIREMENTS } from '../../policy/index.js';
import type { Language } from '../../kernel/actor.js';
import type { Listed } from './summaries.repository.js';
import type { Gate } from './read-gate.js';

export const TOOL = record({
  toolId: aText(),
  name: aText(),
  versionId: aText(),
  number: aCount('The newest version that you may see'),
  state: aText(),
  openRequirements: listOf(aText()),
});
export const TOOLS = pageOf(TOOL);

export const GATE = record({
  toolId: aText(),
  versionId: aText(),
  version: aCount('The version’s number'),
  fingerprint: aText(),
  state: aText(),
  verdict: aText(),
  missing: listOf(aText(), 'The codes of what is missing, in the order of the chain'),
  requirements: listOf(
    record({
      id: aText(),
      code: aText(),
      title: aText(),
      state: aText(),
      failingRules: listOf(aText()),
      unacceptedWarnings: listOf(aText()),
      turn: orNull(aText('The role whose turn it is')),
    }),
  ),
  suspended: orNull(record({ cause: aText(), at: anInstant() })),
  activation: orNull(record({ id: aText(), versionId: aText(), activatedAt: anInstant() })),
});

export const ACTIVATED = record({ reference: aText(), activationId: aText() });
export const DONE = record({ reference: aText('The reference of the act, as people see it') });

export const toolShown = ({ toolId, toolName, versionId, number, state, open }: Listed): Given<typeof TOOL> => ({
  toolId,
  name: toolName,
  versionId,
  number,
  state,
  openRequirements: open,
});

export const gateShown = (gate: Gate, language: Language): Given<typeof GATE> => ({
  toolId: gate.version.toolId,
  versionId: gate.version.id,
  version: gate.version.number,
  fingerprint: gate.version.fingerprint,
  state: gate.state,
  verdict: gate.evaluation.verdict,
  missing: gate.missing,
  requirements: gate.states.map(({ id, code, state, failing, unaccepted, turn }) => ({
    id,
    code,
    title: REQUIREMENTS.find((one) => one.id === id)?.title[language] ?? id,
    state,
    failingRules: failing,
    unacceptedWarnings: unaccepted,
    turn: turn ?? null,
  })),
  suspended: gate.suspension ? { cause: gate.suspension.cause, at: instant(gate.suspension.at) } : null,
  activation: gate.activation
    ? { id: gate.activation.id, versionId: gate.activation.version_id, activatedAt: instant(gate.activation.activated_at) }
    : null,
});

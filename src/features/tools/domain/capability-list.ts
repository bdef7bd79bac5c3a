import type { Actor } from '../../../kernel/actor.js';
import { Problem } from '../../../kernel/problem.js';
import { REACHES, type Reach } from '../starters/starter.js';
import type { CapabilityRow } from '../version.js';
import { CAPABILITY_CODES, isCapability } from './capabilities.js';

/** What is said of one capability. `undefined`: as it was. */
export interface CapabilityInput {
  readonly code: string;
  readonly can: boolean;
  readonly on?: boolean | null;
  readonly reach?: Reach | null;
}

const OFF = { on: false, reach: 'nobody' } as const;

const check = (inputs: readonly CapabilityInput[]): void => {
  const wrong = inputs.filter(
    ({ code, reach }) => !isCapability(code) || (reach !== undefined && reach !== null && !REACHES.includes(reach)),
  );
  if (wrong.length === 0) return;
  throw new Problem(
    422,
    'input.unusable',
    wrong.map(({ code }) => ({ code: 'capability.unknown', field: `capabilities|${code}`.slice(0, 100) })),
  );
};

const rowOf = (
  code: string,
  input: CapabilityInput | undefined,
  was: CapabilityRow | undefined,
): Pick<CapabilityRow, 'can' | 'on' | 'reach'> => {
  const can = input?.can ?? was?.can ?? false;
  if (!can) return { can, ...OFF };
  const earlier = was?.can === true ? was : undefined;
  return {
    can,
    on: input?.on === undefined ? (earlier?.on ?? null) : input.on,
    reach: input?.reach === undefined ? (earlier?.reach ?? null) : input.reach,
  };
};

const STANDING: readonly string[] = ['tool_owner', 'it_admin', 'system'];

/**
 * The whole list after this answer. A row that HR leaves as it is keeps the name of IT that said so; IT's save puts IT's
 * name under every row.
 */
export const capabilityRows = (
  before: readonly CapabilityRow[],
  inputs: readonly CapabilityInput[],
  actor: Actor,
): readonly CapabilityRow[] => {
  check(inputs);
  return [...CAPABILITY_CODES].sort().map((code) => {
    const was = before.find((row) => row.code === code);
    const said = rowOf(
      code,
      inputs.find((input) => input.code === code),
      was,
    );
    const same = was !== undefined && was.can === said.can && was.on === said.on && was.reach === said.reach;
    if (same && (!STANDING.includes(actor.role) || STANDING.includes(was.answeredRole))) return was;
    return { code, ...said, answeredBy: actor.personId ?? 'system', answeredRole: actor.role };
  });
};

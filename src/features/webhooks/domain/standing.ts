import type { EventKind } from './event.js';

export type State = 'active' | 'suspended' | 'stopped';

/** What receivers were last told of a tool; null state: nothing yet. */
export interface Told {
  readonly state: State | null;
  readonly activationId: string | null;
}

/** How a tool stands now. While Countersign itself is suspended, what runs goes on under its own consent. */
export interface Facts {
  /** The open activation. */
  readonly activationId: string | null;
  /** Causes of the suspensions that nobody lifted. */
  readonly causes: readonly string[];
}

export interface Change {
  readonly kind: Exclude<EventKind, 'devices'>;
  readonly state: State;
  readonly activationId: string | null;
  /** Codes only. What somebody wrote as a reason stays with the act. */
  readonly causes: readonly string[];
}

const stateIn = ({ activationId, causes }: Facts): State | null => {
  if (causes.includes('stopped')) return 'stopped';
  if (causes.length > 0) return 'suspended';
  return activationId ? 'active' : null;
};

const KIND_OF = { active: 'activated', suspended: 'suspended', stopped: 'stopped' } as const satisfies Record<State, EventKind>;

/** What receivers have to hear, or null when nothing changed for them. A tool that was on and has no activation any more is stopped. */
export const changeOf = (told: Told, facts: Facts): Change | null => {
  const state = stateIn(facts) ?? (told.state === null ? null : 'stopped');
  if (state === null) return null;
  const { activationId } = facts;
  const causes = state === 'active' ? [] : [...new Set(facts.causes)].sort();
  if (state !== told.state) return { kind: KIND_OF[state], state, activationId, causes };
  const replaced = state === 'active' && activationId !== told.activationId;
  return replaced ? { kind: 'changed', state, activationId, causes } : null;
};

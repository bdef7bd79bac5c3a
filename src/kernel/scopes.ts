/** What a key may be used for. Who may do it is decided by the role it acts in, as for people. */
export const SCOPES = ['chain:read', 'chain:write', 'decisions', 'devices'] as const;
export type Scope = (typeof SCOPES)[number];

/** On a handler: a program whose key has this scope may call it too. */
export type ProgramAllowed = `program:${Scope}`;

const PREFIX = 'program:';
export const isProgramAllowed = (allowed: string): allowed is ProgramAllowed => allowed.startsWith(PREFIX);
export const scopeOf = (allowed: ProgramAllowed): Scope => allowed.slice(PREFIX.length) as Scope;

/** Whoever may write may read what it wrote. */
export const holdsScope = (held: readonly Scope[], asked: Scope): boolean =>
  held.includes(asked) || (asked === 'chain:read' && held.includes('chain:write'));

/** One thing that stands in the way, in the order state, reason, source, owner, next step. */
export interface Reason {
  /** `subject.state`, e.g. `consent.stale`. */
  readonly code: string;
  readonly requirement?: string;
  readonly rules?: readonly string[];
  /** Whose turn it is: a role. */
  readonly turn?: string;
  /** Plain words in the reader's language, put in by the door. */
  readonly nextStep?: string;
  /** The field of the request that must change. */
  readonly field?: string;
  /** What the field takes: a bound, the choices, a pattern. */
  readonly expected?: string;
  /** What kind of thing came, never what it says: `string of 512`. */
  readonly found?: string;
}

/** The one error that the product throws on purpose. `status` is an HTTP status; `code` is `subject.state`. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503,
    readonly code: string,
    readonly reasons: readonly Reason[] = [],
    /** Further members of the problem+json answer, never personal data. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

export const notFound = (): Problem => new Problem(404, 'page.unknown');
export const refused = (code: string, reasons: readonly Reason[] = []): Problem =>
  new Problem(409, code, reasons.length ? reasons : [{ code }]);
export const unusable = (field: string, code: string): Problem => new Problem(422, 'input.unusable', [{ code, field }]);

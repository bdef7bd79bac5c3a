export interface Reason {
  readonly code: string;
  readonly requirement?: string;
  readonly turn?: string;
  readonly nextStep?: string;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
}

/** The server did not answer, or could not now: nothing was granted and nothing was refused. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const readBody = async (answer: Response): Promise<Readonly<Record<string, unknown>>> => {
  const value: unknown = await answer.json().catch(() => null);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};

export const ask = async (url: string, init: RequestInit, patience: number): Promise<Answer> => {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) });
    const body = await readBody(answer);
    if (answer.status >= 500 || answer.status === 429) throw new Unreachable(`the server answers ${answer.status}`);
    return { status: answer.status, body };
  } catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable('the server cannot be reached', { cause: error });
  }
};

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const reasonsOf = (value: unknown): readonly Reason[] =>
  Array.isArray(value) ? value.filter((one): one is Reason => typeof (one as Partial<Reason> | null)?.code === 'string') : [];

export const refusalOf = ({ status, body }: Answer): Refusal => ({
  status,
  code: typeof body['code'] === 'string' ? body['code'] : 'answer.unreadable',
  missing: strings(body['missing']),
  reasons: reasonsOf(body['reasons']),
});

export const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

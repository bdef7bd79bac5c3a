/** Somebody with a browser without scripts: cookies, pages, forms. */
export interface Answer {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const hiddenOf = (html: string, name: string): string | undefined => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];

export class Visitor {
  private readonly cookies = new Map<string, string>();
  private last: Answer | null = null;

  /** `cookies`: those of a session that is open already. */
  constructor(
    readonly origin: string,
    cookies: Readonly<Record<string, string>> = {},
  ) {
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  /** What a browser that takes over this visit must hold. */
  cookieList(): { readonly name: string; readonly value: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value }));
  }

  async get(path: string): Promise<Answer> {
    return this.follow(await this.fetch(path, {}), path);
  }

  /** Posts a form as the page that was opened last would: with its hidden fields. Follows the redirect. */
  async post(path: string, fields: Fields = {}, from?: string): Promise<Answer> {
    if (from) await this.get(from);
    const body = new URLSearchParams();
    const csrf = hiddenOf(this.last?.html ?? '', '_csrf');
    if (csrf !== undefined) body.append('_csrf', csrf);
    const once = hiddenOf(this.last?.html ?? '', '_idempotency');
    if (once !== undefined && !('_idempotency' in fields)) body.append('_idempotency', once);
    for (const [name, value] of Object.entries(fields))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    const response = await this.fetch(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    return this.follow(response, path);
  }

  async json(
    path: string,
    init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; body: unknown; headers: Headers }> {
    const response = await this.fetch(path, {
      method: init.method ?? 'GET',
      headers: { accept: 'application/json', ...(init.body === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers },
      body: init.body === undefined ? undefined : typeof init.body === 'string' ? init.body : JSON.stringify(init.body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown), headers: response.headers };
  }

  /** Sends anything, as this visitor, and follows nothing. */
  async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('sec-fetch-site') && !headers.has('origin')) headers.set('sec-fetch-site', 'same-origin');
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.origin), { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((attribute) => /max-age=0|expires=thu, 01 jan 1970/i.test(attribute));
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  private async follow(response: Response, path: string, hops = 0): Promise<Answer> {
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location && hops < 5) {
      const next = new URL(location, new URL(path, this.origin));
      return this.follow(await this.fetch(next.pathname + next.search, {}), next.pathname + next.search, hops + 1);
    }
    this.last = { status: response.status, path, html: await response.text(), headers: response.headers };
    return this.last;
  }
}

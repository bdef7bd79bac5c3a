import pg from 'pg';

const RETRY_MS = 1000;

export interface Heard {
  /** What was said on the channel. */
  readonly onSaid: (payload: string) => void;
  /** The connection was lost, or is back: what was said meanwhile is not known. */
  readonly onGap: () => void;
}

/** Hears what transactions say with NOTIFY when they commit, on a connection of its own that is opened again when it is lost. */
export class Listener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: Heard,
  ) {
    if (!/^[a-z_]+$/.test(channel)) throw new Error('Expected: a channel of lower-case letters and underscores.');
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5000, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.heard.onSaid(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.heard.onGap();
    } catch {
      this.lost(client);
    }
  }

  /** Says it on its own channel: heard again, it shows that everything said before it was heard. Nothing when there is no connection. */
  async say(payload: string): Promise<void> {
    await this.client?.query('select pg_notify($1, $2)', [this.channel, payload]).catch(() => undefined);
  }

  /** Gives up a connection that no longer answers, and opens another. */
  renew(): void {
    if (this.client) this.lost(this.client);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.heard.onGap();
    this.retry = setTimeout(() => void this.open(), RETRY_MS);
    this.retry.unref();
  }
}

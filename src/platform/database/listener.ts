import pg from 'pg';
import { newSecret } from '../../kernel/ids.js';

const RETRY_MS = 1000;

export interface Heard {
  /** What was said on the channel. */
  readonly onSaid: (payload: string) => void;
  /** The connection was lost, or is back: what was said meanwhile is not known. */
  readonly onGap: () => void;
  /** Every so many ms it says something to itself; what it does not hear four times running is a connection that was lost without a word. */
  readonly beatEveryMs?: number;
}

const BEAT = 'beat:';
const MOST_UNHEARD = 4;

/** Hears what transactions say with NOTIFY when they commit, on a connection of its own that is opened again when it is lost. */
export class Listener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isClosed = false;
  private readonly beat = `${BEAT}${newSecret(6)}`;
  private unheard = 0;
  private beating: NodeJS.Timeout | null = null;

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
    client.on('notification', ({ payload }) => this.hears(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
      this.heard.onGap();
      this.beginBeating();
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
    if (this.beating) clearInterval(this.beating);
    await this.client?.end().catch(() => undefined);
  }

  /** Another process's beat is nobody's business; a beat is not what was said. */
  private hears(payload: string): void {
    if (payload === this.beat) this.unheard = 0;
    if (!this.heard.beatEveryMs || !payload.startsWith(BEAT)) this.heard.onSaid(payload);
  }

  /** Counted in turns of this process, not by the clock: one that is busy hears late, and has lost nothing. */
  private beginBeating(): void {
    const { beatEveryMs } = this.heard;
    if (!beatEveryMs || this.beating) return;
    this.beating = setInterval(() => {
      if (this.unheard >= MOST_UNHEARD) this.renew();
      this.unheard += 1;
      void this.say(this.beat);
    }, beatEveryMs);
    this.beating.unref();
  }

  private lost(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = null;
    this.unheard = 0;
    client.end().catch(() => undefined);
    this.heard.onGap();
    this.retry = setTimeout(() => void this.open(), RETRY_MS);
    this.retry.unref();
  }
}

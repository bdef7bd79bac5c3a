import type { KeyObject } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** Texts to be signed with one key: all begin alike. */
interface Order {
  readonly key: KeyObject;
  readonly begun: string;
  readonly ends: string[];
}
interface Answers {
  readonly held: readonly boolean[];
  readonly signatures: readonly (readonly string[])[];
}

interface Waiting<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** What is asked in one turn of the event loop: it is sent, and answered, in one piece. */
class Batch {
  /** An Ed25519 key `x` (RFC 8037), a text and a signature in turn: in one list of texts they cost least to send. */
  private readonly checks: string[] = [];
  private readonly orders: Order[] = [];
  private readonly checkers: Waiting<boolean>[] = [];
  private readonly signers: Waiting<string>[][] = [];

  check(x: string, text: string, signature: string): Promise<boolean> {
    this.checks.push(x, text, signature);
    return new Promise((resolve, reject) => this.checkers.push({ resolve, reject }));
  }

  sign(key: KeyObject, begun: string, end: string): Promise<string> {
    const found = this.orders.findIndex((order) => order.key === key && order.begun === begun);
    const at = found < 0 ? this.orders.push({ key, begun, ends: [] }) - 1 : found;
    this.orders[at]!.ends.push(end);
    return new Promise((resolve, reject) => (this.signers[at] ??= []).push({ resolve, reject }));
  }

  sendTo(thread: Worker): void {
    thread.postMessage({ checks: this.checks, orders: this.orders });
  }

  answer({ held, signatures }: Answers): void {
    this.checkers.forEach(({ resolve }, at) => resolve(held[at] === true));
    this.signers.forEach((signers, at) => signers.forEach(({ resolve }, of) => resolve(signatures[at]![of]!)));
  }

  fail(error: unknown): void {
    for (const { reject } of [...this.checkers, ...this.signers.flat()]) reject(error);
  }
}

/**
 * Signatures on a thread of their own, for where thousands are asked at once: they take a third of the work, and one thread for all of them leaves the others
 * what they need. It starts when it is first asked, and anew after it ended; whoever waited for one that ended gets an error, never an answer.
 */
class SigningThread {
  private thread: Worker | null = null;
  private next: Batch | null = null;
  private sent: Batch[] = [];

  /** Whether the key `x` signed this text; the signature is in base64url. */
  check(x: string, text: string, signature: string): Promise<boolean> {
    return this.batch().check(x, text, signature);
  }

  /** The signature of `begun` and `end`, in base64url. */
  sign(key: KeyObject, begun: string, end: string): Promise<string> {
    return this.batch().sign(key, begun, end);
  }

  private batch(): Batch {
    if (this.next) return this.next;
    this.next = new Batch();
    setImmediate(() => this.send());
    return this.next;
  }

  private send(): void {
    const batch = this.next;
    this.next = null;
    if (!batch) return;
    this.sent.push(batch);
    try {
      this.thread ??= this.started();
      batch.sendTo(this.thread);
    } catch (error) {
      this.ended(this.thread, error);
    }
  }

  private started(): Worker {
    const thread = new Worker(new URL('./signing-thread.mjs', import.meta.url));
    thread.unref();
    thread.on('message', (answers: Answers) => {
      if (thread === this.thread) this.sent.shift()?.answer(answers);
    });
    thread.on('error', (error) => this.ended(thread, error));
    thread.on('exit', () => this.ended(thread, new Error('The thread that signs ended.')));
    return thread;
  }

  private ended(thread: Worker | null, error: unknown): void {
    if (thread !== this.thread) return;
    this.thread = null;
    const waiting = this.sent;
    this.sent = [];
    for (const batch of waiting) batch.fail(error);
    void thread?.terminate();
  }
}

export const signingThread = new SigningThread();

import type { KeyObject } from 'node:crypto';
import { toBase64url } from './base64url.js';
import { headerOf } from './jws.js';
import { LEASE_TYPE, type LeaseClaims } from './lease-token.js';
import { signingThread } from './signing-thread.js';

/** What every lease says that one activation gives at one time. */
export type AlikeClaims = Pick<LeaseClaims, 'iss' | 'aud' | 'act' | 'case' | 'scope' | 'pol' | 'lim'>;
export type OwnClaims = Omit<LeaseClaims, keyof AlikeClaims>;

/** The beginning of an object, up to a byte after which base64 begins anew. */
const begunOf = (members: object): string => {
  const open = `${JSON.stringify(members).slice(0, -1)},`;
  const over = Buffer.byteLength(open) % 3;
  return toBase64url(open + ' '.repeat((3 - over) % 3));
};

/** Leases that are alike but for whom they are: what all of them say is written once. */
export class AlikeLeases {
  private readonly claims: string;
  private begun: { readonly kid: string; readonly text: string } | null = null;

  constructor(claims: AlikeClaims) {
    this.claims = begunOf(claims);
  }

  /** One of them, signed on another thread with a key whose name is known. */
  async sign(own: OwnClaims, { key, kid }: { readonly key: KeyObject; readonly kid: string }): Promise<string> {
    const begun = this.begunWith(kid);
    const end = toBase64url(JSON.stringify(own).slice(1));
    return `${begun}${end}.${await signingThread.sign(key, begun, end)}`;
  }

  private begunWith(kid: string): string {
    if (this.begun?.kid !== kid) this.begun = { kid, text: `${headerOf({ typ: LEASE_TYPE, kid })}.${this.claims}` };
    return this.begun.text;
  }
}

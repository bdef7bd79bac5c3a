import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { instant } from '../../kernel/clock.js';
import { type FastAnswers, parseJson } from '../../platform/http/index.js';
import { isLeaseId, isPersonId, isSettingsHash, isSheet } from './agents.dto.js';
import { agentPaths } from './agents.paths.js';
import { type IssuedLease, LeaseService } from './lease.service.js';
import type { Asked } from './record-settings.js';

const ADDRESS = /^\/api\/v1\/agents\/([\w-]{1,60})\/leases$/;
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
/** What can stand for a NUL or half of a character: looked at where every field is. */
const ODD = /\\u(?:0000|d[89a-f])|\0/i;
/** What a browser sends, whose requests are looked at otherwise. */
const OF_A_BROWSER = ['cookie', 'origin', 'sec-fetch-site', 'content-encoding'] as const;

/** What is given for a lease. */
export const leaseBody = ({ lease, expiresAt, renewAfter }: IssuedLease) => ({
  lease,
  expiresAt: instant(expiresAt),
  renewAfter: instant(renewAfter),
});

const written = new WeakMap<Date, string>();
/** Leases that are given together share their instants, so these are written once. */
const instantOnce = (at: Date): string => {
  const known = written.get(at) ?? instant(at);
  written.set(at, known);
  return known;
};

/** The same as it is sent: nothing in it needs to be escaped. */
const leaseJson = ({ lease, expiresAt, renewAfter }: IssuedLease): string =>
  `{"lease":"${lease}","expiresAt":"${instantOnce(expiresAt)}","renewAfter":"${instantOnce(renewAfter)}"}`;

const isAsked = (given: unknown): given is Asked => {
  if (typeof given !== 'object' || given === null || !('person' in given) || !isPersonId(given.person)) return false;
  if ('previous' in given && !isLeaseId(given.previous)) return false;
  if (Object.keys(given).length !== ('previous' in given ? 3 : 2)) return false;
  return 'settings' in given ? isSheet(given.settings) : 'settingsHash' in given && isSettingsHash(given.settingsHash);
};
const readAsked = (text: string): Asked | null => {
  if (ODD.test(text)) return null;
  try {
    const given = parseJson(text);
    return isAsked(given) ? given : null;
  } catch {
    return null;
  }
};

/** Requests for a lease that are whole, past the framework: the service decides over them as over all others, and the handler tells its refusals. */
@Injectable()
export class LeaseLane implements FastAnswers {
  readonly status = 201;
  readonly loggedAs = agentPaths.lease(':agentId');

  constructor(private readonly leases: LeaseService) {}

  takes(url: string): boolean {
    return ADDRESS.test(url);
  }

  answer(headers: IncomingHttpHeaders, body: Buffer, url: string): Promise<string> | null {
    const agentId = ADDRESS.exec(url)?.[1];
    if (!agentId || !JSON_TYPE.test(headers['content-type'] ?? '') || OF_A_BROWSER.some((name) => headers[name] !== undefined)) return null;
    const asked = isUtf8(body) ? readAsked(body.toString('utf8')) : null;
    return asked && this.leases.lease(agentId, headers['dpop'], asked).then(leaseJson);
  }
}

import { fingerprint, type Json } from '../../../../kernel/canonical.js';
import { readCrockford } from '../../../../kernel/ids.js';
import type { CouncilDecision } from '../../domain/case-file.js';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** What somebody signs for by hand: everything that the decision says, and the version that it is about. */
export const paperFingerprint = (decision: CouncilDecision): string => {
  const { id, requestId, fingerprint: version, decision: word, reasons, decidedOn, expiresOn, reference } = decision;
  const { votesFor, votesAgainst, votesAbstained, ballotId } = decision;
  const conditions = decision.conditions.map(({ text, limit, promiseOwner, dueOn }) => ({ text, limit, promiseOwner, dueOn }));
  const said = { scheme: 'decision-paper/1', id, requestId, version, word, reasons, decidedOn, expiresOn, reference, conditions };
  return fingerprint(JSON.parse(JSON.stringify({ ...said, votesFor, votesAgainst, votesAbstained, ballotId })) as Json);
};

/** The short code on the paper, which a member reads from the scan: made from its fingerprint, in letters that are not mistaken for each other. */
export const paperCode = (print: string): string => {
  const bytes = Buffer.from(print.slice(print.indexOf(':') + 1), 'base64url');
  const letters = Array.from({ length: LENGTH }, (_, at) => LETTERS[(bytes[at] ?? 0) % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** Whether somebody typed the code of this paper: spaces, dashes and small letters do not matter. */
export const isPaperCode = (typed: string, print: string): boolean => readCrockford(typed) === readCrockford(paperCode(print));

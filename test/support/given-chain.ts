import { fingerprint } from '../../src/kernel/canonical.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import type { Tx } from '../../src/platform/database/index.js';
import { noticeDraft } from '../../src/features/notices/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { givenCaseKey } from './given-case-keys.js';
import type { Staff } from './given-people.js';

/** The acts of the chain, in their order. */
export const ACTS = ['dpia', 'advice', 'request', 'meeting', 'decision', 'final', 'copies', 'notice', 'channels', 'warning'] as const;
export type ChainPart = (typeof ACTS)[number];

export interface ChainWishes {
  /** Acts that are left out. */
  readonly without?: readonly ChainPart[];
  readonly startedAt?: string;
  readonly conditions?: readonly { readonly text: string; readonly limit?: object; readonly owner?: string; readonly dueOn?: string }[];
  readonly expiresOn?: string | null;
  readonly residualRisk?: 'low' | 'medium' | 'high';
}

export interface Chain {
  readonly requestId: string;
  readonly decisionId: string;
  readonly finalId: string;
  readonly noticeId: string;
}

const DAY_MS = 86_400_000;
const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Rows as the real acts leave them, from the DPIA to the notice that everyone in scope opened: for tests that need a tool at the end of its chain. */
export const givenChain = async (tx: Tx, version: Version, staff: Staff, wishes: ChainWishes = {}): Promise<Chain> => {
  const start = new Date(wishes.startedAt ?? '2026-01-12T09:00:00Z');
  const at = (days: number): Date => new Date(start.getTime() + days * DAY_MS);
  const has = (part: ChainPart): boolean => !wishes.without?.includes(part);
  const { toolId, id: versionId, fingerprint: print } = version;
  const chain = { requestId: newId('r'), decisionId: newId('d'), finalId: newId('d'), noticeId: newId('n') };
  await givenAgreement(tx, version, staff, at(0));
  await givenSignature(tx, version, staff, at(0));
  if (has('dpia')) await givenDpia(tx, version, staff, at(0), wishes.residualRisk ?? 'low');
  if (has('advice')) await givenAdvice(tx, version, staff, at(2));
  if (has('request')) {
    await tx.query(
      `insert into consent_requests (id, tool_id, version_id, fingerprint, body, route, intended_decision, reasons, consequences, grounds, also_advice,
         evaluation_on, ai_named, snapshot, bundle_hash, reference, sent_by, sent_at)
       values ($1, $2, $3, $4, 'or', 'consent', 'Invoeren', 'Redenen', 'Gevolgen', '{k,l}', false, $5, false, '{}', 'sha-256:x', $6, $7, $8)`,
      [chain.requestId, toolId, versionId, print, day(at(300)), newReference(), staff.director.id, at(4)],
    );
  }
  if (has('request') && has('meeting')) await givenMeeting(tx, chain, staff, at(14));
  if (has('request') && has('decision')) await givenDecision(tx, version, chain, staff, at(21), wishes);
  if (has('request') && has('decision') && has('final')) {
    const conditions: { id: string }[] = await tx.query(`select id from decision_conditions where decision_id = $1`, [chain.decisionId]);
    await tx.query(
      `insert into final_decisions (id, tool_id, version_id, fingerprint, decision_id, kind, text, effective_on, takes_over, reference, decided_by, decided_at)
       values ($1, $2, $3, $4, $5, 'final_decision', 'Wij voeren het in.', $6, $7, $8, $9, $10)`,
      [
        chain.finalId,
        toolId,
        versionId,
        print,
        chain.decisionId,
        day(at(24)),
        conditions.map(({ id }) => id),
        'FINA-L001',
        staff.director.id,
        at(23),
      ],
    );
    if (has('copies')) await givenCopies(tx, toolId, 'FINA-L001', staff, at(23));
  }
  if (has('notice')) await givenOpenedNotice(tx, version, chain.noticeId, staff, at(25));
  if (has('channels')) await givenChannels(tx, staff);
  if (has('warning'))
    await tx.query(
      `insert into accepted_warnings (id, tool_id, fingerprint, rule, reason, accepted_by, accepted_at) values ($1, $2, $3, 'EU-GDPR-06-04', 'Gewone bedrijfsvoering', $4, $5)`,
      [newId('w'), toolId, print, staff.privacyOfficer.id, at(25)],
    );
  return chain;
};

/** A signed agreement for every processor. */
const givenAgreement = async (tx: Tx, { id }: Version, staff: Staff, at: Date): Promise<void> => {
  const fileId = newId('f');
  await tx.query(
    `insert into files (id, name, type, bytes, sha256, uploaded_by, uploaded_at) values ($1, 'overeenkomst.pdf', 'application/pdf', '\\x00', 'sha-256:x', $2, $3)`,
    [fileId, staff.privacyOfficer.id, at],
  );
  await tx.query(`insert into version_files (version_id, file_id, kind, item) values ($1, $2, 'processing_agreement', 'p1')`, [id, fileId]);
};

/** The director's signature under the three-step test, which the running application withdraws when the text changes. */
const givenSignature = (tx: Tx, { id }: Version, staff: Staff, at: Date): Promise<unknown> =>
  tx.query(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
     values ($1, 'purposes[].balancingTest.signedBy', 'attendance', '"bestuurder"', $2, 'director', $3)
     on conflict (version_id, attribute, item) do update set value = excluded.value`,
    [id, staff.director.id, at],
  );

const givenDpia = async (
  tx: Tx,
  { toolId, id, fingerprint: print }: Version,
  staff: Staff,
  at: Date,
  residualRisk: string,
): Promise<void> => {
  await tx.query(
    `insert into finished_sections (version_id, section, finished_by, finished_at)
     select $1, s, $2, $3 from unnest('{purpose,basis,people,capture,alternatives,risks,measures}'::text[]) s on conflict do nothing`,
    [id, staff.privacyOfficer.id, at],
  );
  await tx.query(
    `insert into dpia_fixings (id, tool_id, version_id, fingerprint, residual_risk, review_due, fixed_by, fixed_at) values ($1, $2, $3, $4, $8, $5, $6, $7)`,
    [newId('x'), toolId, id, print, day(new Date(at.getTime() + 365 * DAY_MS)), staff.privacyOfficer.id, at, residualRisk],
  );
};

const givenAdvice = async (tx: Tx, { toolId, id, fingerprint: print }: Version, staff: Staff, at: Date): Promise<void> => {
  const requestId = newId('r');
  await tx.query(`insert into advice_requests (id, tool_id, version_id, fingerprint, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)`, [
    requestId,
    toolId,
    id,
    print,
    staff.hr.id,
    at,
  ]);
  await tx.query(
    `insert into advices (id, request_id, tool_id, version_id, fingerprint, advice, reasons, advised_by, advised_at) values ($1, $2, $3, $4, $5, 'positive', 'Goed.', $6, $7)`,
    [newId('a'), requestId, toolId, id, print, staff.dpo.id, at],
  );
};

const givenMeeting = async (tx: Tx, { requestId }: Chain, staff: Staff, at: Date): Promise<void> => {
  const id = newId('m');
  await tx.query(
    `insert into meetings (id, request_id, held_on, minutes, present_council, present_employer, recorded_by, recorded_at) values ($1, $2, $3, 'Verslag', 'Allen', 'De bestuurder', $4, $5)`,
    [id, requestId, day(at), staff.secretary.id, at],
  );
  await tx.query(`insert into meeting_confirmations (meeting_id, by_person, at) values ($1, $2, $3)`, [id, staff.director.id, at]);
};

const givenDecision = async (tx: Tx, version: Version, chain: Chain, staff: Staff, at: Date, wishes: ChainWishes): Promise<void> => {
  const conditions = wishes.conditions ?? [];
  await tx.query(
    `insert into council_decisions (id, request_id, tool_id, fingerprint, decision, reasons, decided_on, votes_for, votes_against, votes_abstained, expires_on, reference, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, 'Het doel is duidelijk.', $6, 7, 1, 1, $7, $8, $9, $10)`,
    [
      chain.decisionId,
      chain.requestId,
      version.toolId,
      version.fingerprint,
      conditions.length > 0 ? 'granted_with_conditions' : 'granted',
      day(at),
      wishes.expiresOn ?? null,
      newReference(),
      staff.chair.id,
      at,
    ],
  );
  for (const condition of conditions) {
    await tx.query(
      `insert into decision_conditions (id, decision_id, text, machine_limit, promise_owner, due_on) values ($1, $2, $3, $4, $5, $6)`,
      [
        newId('k'),
        chain.decisionId,
        condition.text,
        condition.limit ? JSON.stringify(condition.limit) : null,
        condition.owner ?? null,
        condition.dueOn ?? null,
      ],
    );
  }
  await tx.query(`insert into decision_confirmations (decision_id, by_person, at) values ($1, $2, $3)`, [
    chain.decisionId,
    staff.secretary.id,
    at,
  ]);
};

export const givenCopies = async (tx: Tx, toolId: string, reference: string, staff: Staff, at: Date): Promise<void> => {
  const id = newId('m');
  await tx.query(
    `insert into council_mailings (id, tool_id, act, reference, document, document_hash, pdf, at) values ($1, $2, 'final-decision.sent', $3, 'Besluit', 'sha-256:x', '\\x00', $4)`,
    [id, toolId, reference, at],
  );
  await tx.query(
    `insert into council_mailing_recipients (mailing_id, person_id, handed_over_at) select $1, p, $2 from unnest($3::text[]) p`,
    [id, at, [staff.chair.id, staff.secretary.id, staff.member.id]],
  );
};

const givenOpenedNotice = async (tx: Tx, version: Version, noticeId: string, staff: Staff, at: Date): Promise<void> => {
  const { content } = await noticeDraft(tx, version);
  await tx.query(
    `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at) values ($1, $2, $3, $4, 'notice', $5, $6, $7, $8, $9)`,
    [noticeId, version.toolId, version.id, version.fingerprint, JSON.stringify(content), fingerprint({}), newReference(), staff.hr.id, at],
  );
  await tx.query(
    `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at) select distinct $1, person_id, unit_id, $2::timestamptz, $2::timestamptz from people_in_scope where version_id = $3`,
    [noticeId, at, version.id],
  );
};

export const givenChannels = async (tx: Tx, staff: Staff): Promise<void> => {
  for (const kind of ['objection', 'access', 'rectification', 'erasure', 'restriction']) {
    await givenChannel(tx, kind, staff.objectionHandler.id, staff.objectionDeputy.id);
  }
  await givenChannel(tx, 'complaint', staff.complaintHandler.id, staff.complaintDeputy.id);
  for (const { id } of [staff.complaintHandler, staff.complaintDeputy, staff.objectionHandler, staff.objectionDeputy])
    await givenCaseKey((sql, parameters) => tx.query(sql, parameters), id);
  await tx.query(
    `insert into channels (kind, is_open, outside_address, changed_by, changed_at) values ('outside', true, 'Postbus 1', 'p_setup', '2026-01-05T08:00:00Z') on conflict do nothing`,
  );
};

const givenChannel = (tx: Tx, kind: string, handlerId: string, deputyId: string): Promise<unknown> =>
  tx.query(
    `insert into channels (kind, handler_id, deputy_id, is_open, changed_by, changed_at) values ($1, $2, $3, true, 'p_setup', '2026-01-05T08:00:00Z') on conflict do nothing`,
    [kind, handlerId, deputyId],
  );

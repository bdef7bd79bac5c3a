import type { LightColour } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** Something that happened to a version under a framework. Its instant is that of its entry in the log. */
export interface LightAct {
  readonly consentId: string;
  readonly type: 'framework.version-told' | 'framework.objected' | 'framework.accepted';
  readonly at: Date;
  /** What a member said who objected. */
  readonly reason: string | null;
  readonly byPerson: string;
}

/** What happened to the versions of a tool that were told about under a framework, oldest first. */
export const lightActsOf = (tx: Tx, toolId: string): Promise<LightAct[]> =>
  tx.query(
    `select a."consentId", a.type, a.at, a.reason, a."byPerson" from (
       select x.id as "consentId", 'framework.version-told' as type, x.told_at as at, null as reason, x.told_by as "byPerson", x.written_as
         from framework_consents x where x.tool_id = $1
       union all select o.consent_id, 'framework.objected', o.at, o.reason, o.by_person, x.written_as
         from framework_objections o join framework_consents x on x.id = o.consent_id where x.tool_id = $1
       union all select y.consent_id, 'framework.accepted', y.at, null, y.by_person, x.written_as
         from framework_acceptances y join framework_consents x on x.id = y.consent_id where x.tool_id = $1) a
     order by a.at, a.written_as, a.type`,
    [toolId],
  );

/** A version under a framework, as it stands among the cases of the council. */
export interface LightCase {
  readonly id: string;
  readonly toolName: string;
  readonly number: number;
  readonly colour: LightColour;
  readonly toldAt: Date;
  readonly objectedAt: Date | null;
  readonly revokedAt: Date | null;
  /** A full case was begun on the same version. */
  readonly fullCase: boolean;
}
/** Every version told about under a framework, newest first: one query whatever their number. */
export const lightCases = (tx: Tx): Promise<LightCase[]> =>
  tx.query(
    `select x.id, t.name as "toolName", v.number, x.colour, x.told_at as "toldAt",
       (select min(o.at) from framework_objections o where o.consent_id = x.id) as "objectedAt",
       (select max(k.at) from light_consents_revoked k where k.consent_id = x.id) as "revokedAt",
       exists (select 1 from consent_requests r where r.version_id = x.version_id
         and not exists (select 1 from request_withdrawals w where w.request_id = r.id)) as "fullCase"
     from framework_consents x join tools t on t.id = x.tool_id join tool_versions v on v.id = x.version_id order by x.written_as desc limit 2000`,
  );

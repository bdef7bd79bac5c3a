import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What proves a requirement must still count at the activation: a claim that leaves the council out is confirmed, a view or a meeting is of this tool,
 * conditions of the DPO are settled, and the day after the final decision has passed. The rules themselves stay with the service.
 */
const UP = `
create function claim_is_confirmed(claim text, ruling text, council boolean, fingerprints text[]) returns boolean language sql stable set search_path = public, pg_temp as $$
  select not council
    or exists (select 1 from court_rulings u join ruling_confirmations c on c.ruling_id = u.id
      where u.id = ruling and u.kind = 'exemption' and u.outcome = 'granted' and u.fingerprint = any (fingerprints))
    or exists (select 1 from claims x
      join claim_confirmations one on one.claim_id = x.id and one.by_role = 'or_chair' and one.by_person <> x.claimed_by
      join claim_confirmations other on other.claim_id = x.id and other.by_role = 'or_secretary' and other.by_person <> x.claimed_by
      where x.id = claim and one.by_person <> other.by_person)
$$;
create function advice_is_carried_out(of_tool text, fingerprints text[]) returns boolean language sql stable set search_path = public, pg_temp as $$
  select not exists (
    select 1 from advice_conditions c
    where c.machine_limit is null
      and c.advice_id = (select a.id from advices a where a.tool_id = of_tool and a.fingerprint = any (fingerprints) order by a.ordinal desc limit 1)
      and coalesce((select k.kind from advice_condition_acts k where k.condition_id = c.id and k.fingerprint = any (fingerprints) order by k.place desc limit 1), 'open')
        not in ('confirmed', 'refused'))
$$;
create function risk_is_cleared(of_tool text, of_version text, fingerprints text[]) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce((select x.residual_risk <> 'high' or exists (select 1 from lowered_risks l where l.version_id = x.version_id)
      from dpia_fixings x where x.tool_id = of_tool and x.fingerprint = any (fingerprints) order by x.ordinal desc limit 1), true)
    or exists (select 1 from answers a where a.version_id = of_version and a.attribute = 'dpia.priorConsultation' and a.value = '"cleared"')
$$;
create function a_day_has_passed(of_tool text, of_reference text, at timestamptz) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from (
      select m.id, p.handed_over_at, p.bounced_at from council_mailings m join council_mailing_recipients p on p.mailing_id = m.id
      where m.tool_id = of_tool and m.reference = of_reference
      union all
      select a.id, p.handed_over_at, p.bounced_at from staff_announcements a join staff_announcement_recipients p on p.announcement_id = a.id
      where a.tool_id = of_tool and a.reference = of_reference) told
    group by told.id
    having bool_and(coalesce(told.handed_over_at, told.bounced_at) is not null)
      and max(coalesce(told.handed_over_at, told.bounced_at)) + interval '24 hours' <= at)
$$;
create function a_dispute_is_open(of_tool text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (
    select 1 from disputes d where d.tool_id = of_tool
      and not exists (select 1 from dispute_answers one join dispute_answers other on other.dispute_id = one.dispute_id and other.by_person <> one.by_person
        where one.dispute_id = d.id and ((one.by_role = 'or_chair' and other.by_role = 'or_secretary') or (one.by_role = 'pvt_contact' and other.by_role = 'pvt_contact'))))
$$;
create function consent_counts(r evaluation_requirements, of_tool text, fingerprints text[]) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
declare
  council boolean := exists (select 1 from role_grants g where g.role in ('or_chair', 'or_secretary') and g.accepted_at is not null and g.ended_at is null);
begin
  return (r.claim_id is null or claim_is_confirmed(r.claim_id, r.ruling_id, council, fingerprints))
    and (r.ruling_id is null or exists (select 1 from court_rulings u
      where u.id = r.ruling_id and u.tool_id = of_tool and u.outcome = 'granted' and u.fingerprint = any (fingerprints)))
    and (r.view_id is null or exists (select 1 from body_views v join consent_requests q on q.id = v.request_id
      where v.id = r.view_id and q.tool_id = of_tool and v.fingerprint = any (fingerprints)))
    and (r.personnel_meeting_id is null or exists (select 1 from personnel_meetings p join consent_requests q on q.id = p.request_id
      where p.id = r.personnel_meeting_id and q.tool_id = of_tool and q.fingerprint = any (fingerprints)
        and (select count(*) from personnel_meeting_confirmations c where c.meeting_id = p.id and c.by_person <> p.recorded_by) >= 2))
    and (r.requirement <> 'E9' or not exists (select 1 from nullity_invocations n left join nullity_ends e on e.invocation_id = n.id
      where n.tool_id = of_tool and n.fingerprint = any (fingerprints) and coalesce(e.status, 'upheld') = 'upheld'));
end $$;
alter function requirement_is_proven(evaluation_requirements, text, text) rename to requirement_has_its_act;
create function requirement_is_proven(r evaluation_requirements, of_tool text, of_fingerprint text) returns boolean language plpgsql stable as $$
declare
  fingerprints text[] := array(select accepted_fingerprints(of_tool, of_fingerprint));
  e evaluations%rowtype;
begin
  if not requirement_has_its_act(r, of_tool, of_fingerprint) then return false; end if;
  select * into e from evaluations where id = r.evaluation_id;
  case r.requirement
    when 'E4' then return not exists (select 1 from settings_reports s where s.tool_id = of_tool and s.retired_at is null and not s.matches);
    when 'E6' then return advice_is_carried_out(of_tool, fingerprints);
    when 'E7', 'E8', 'E9' then return consent_counts(r, of_tool, fingerprints);
    when 'E10' then return not a_dispute_is_open(of_tool) and exists (select 1 from final_decisions f
      where f.id = r.final_decision_id and f.effective_on <= e.on_day and a_day_has_passed(of_tool, f.reference, e.evaluated_at));
    when 'E13' then return risk_is_cleared(of_tool, e.version_id, fingerprints);
    else return true;
  end case;
end $$;
`;

const DOWN = `
drop function requirement_is_proven(evaluation_requirements, text, text);
alter function requirement_has_its_act(evaluation_requirements, text, text) rename to requirement_is_proven;
drop function consent_counts;
drop function a_dispute_is_open;
drop function a_day_has_passed;
drop function risk_is_cleared;
drop function advice_is_carried_out;
drop function claim_is_confirmed;
`;

export class ProveWhatStands1795000005530 implements MigrationInterface {
  name = 'ProveWhatStands1795000005530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

import type { Actor, Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { queueMails } from '../../platform/mail/index.js';
import { record } from '../evidence/index.js';
import type { PersonInput } from './domain/person-line.js';
import { memberLeavesMail } from './mails.catalogue.js';
import { councilMembers } from './roles.repository.js';

/** Those in the council of whom these lines change the last day. */
const councilLeavers = async (tx: Tx, persons: readonly PersonInput[]): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select p.id from persons p join unnest($1::text[], $2::date[]) as line (number, ends_on) on line.number = p.staff_number
     where p.ends_on is distinct from line.ends_on and p.left_at is null and exists (select from role_grants g where g.person_id = p.id
       and g.role in ('or_member', 'or_chair', 'or_secretary') and g.accepted_at is not null and g.ended_at is null)`,
    [persons.map(({ staffNumber }) => staffNumber), persons.map(({ endsOn }) => endsOn)],
  );
  return rows.map(({ id }) => id);
};

const LANGUAGES: readonly Language[] = ['nl', 'en'];

const tellOfLeavers = async (tx: Tx, actor: Actor, now: Date, leaving: readonly string[]): Promise<void> => {
  if (leaving.length === 0) return;
  const members = await councilMembers(tx);
  for (const language of LANGUAGES) {
    const told = members.filter((member) => member.language === language && member.mailAddress !== null);
    await queueMails(tx, {
      ...memberLeavesMail(leaving.length, language),
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen (reference, address)',
        parameters: [told.map(({ personId }) => personId), told.map(({ mailAddress }) => mailAddress)],
      },
    });
  }
  for (const personId of leaving) await record(tx, actor, now, 'council.last-day-changed', { personId });
};

/** Whoever leaves loses the seat, and with it a vote that is open: every member hears of it from here, the one concerned too. */
export const tellingOfLeavers = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  { persons, write }: { readonly persons: readonly PersonInput[]; readonly write: () => Promise<void> },
): Promise<void> => {
  const leaving = await councilLeavers(tx, persons);
  await write();
  await tellOfLeavers(tx, actor, now, leaving);
};

import type { Json } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../database/index.js';
import { enqueue } from '../jobs/index.js';
import type { Mail, MailToMany } from './mail.js';

export const SEND = 'mail.send';
export const SEND_MANY = 'mail.send-many';
const PER_JOB = 1000;

const contentOf = (mail: Omit<Mail, 'to'>): { [key: string]: Json } => ({
  subject: mail.subject,
  text: mail.text,
  page: mail.page ?? null,
  attachments: (mail.attachments ?? []).map((attachment) => ({ ...attachment })),
  report: mail.report ? { job: mail.report.job, payload: mail.report.payload } : null,
});

/** Queues one mail in this transaction. */
export const queueMail = (tx: Tx, mail: Mail): Promise<void> => enqueue(tx, SEND, { id: newId('mail'), to: mail.to, ...contentOf(mail) });

/** Queues one text to everyone the query names, in one statement whatever their number. Answers how many there are. */
export const queueMails = async (tx: Tx, mail: MailToMany): Promise<number> => {
  const { sql, parameters } = mail.recipients;
  const at = (offset: number): string => `$${parameters.length + offset}`;
  const rows: { people: number }[] = await tx.query(
    `with chosen as (select reference::text as reference, address::text as address from (${sql}) as named where address is not null),
      numbered as (select chosen.*, (row_number() over (order by reference) - 1) / ${PER_JOB} as batch from chosen),
      batches as (
        select batch, count(*)::int as people, json_agg(json_build_object('reference', reference, 'to', address) order by reference) as recipients
        from numbered group by batch
      ),
      queued as (
        select people, (graphile_worker.add_job(
          ${at(1)}::text,
          (${at(2)}::jsonb || jsonb_build_object('id', ${at(3)}::text || '-' || batch, 'recipients', recipients))::json
        )).id from batches
      )
    select coalesce(sum(people), 0)::int as people from queued where id is not null`,
    [...parameters, SEND_MANY, JSON.stringify(contentOf(mail)), newId('mail')],
  );
  return rows[0]?.people ?? 0;
};

import type { Language } from '../../kernel/actor.js';
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
export const queueMails = (tx: Tx, { recipients, ...mail }: MailToMany): Promise<number> =>
  queueVariants(
    tx,
    { one: contentOf(mail) },
    { ...recipients, sql: `select reference, address, 'one' as variant from (${recipients.sql}) as one` },
  );

/** The same with a text in each language: the query has a third column, `language`. One statement as well. */
export const queueMailsInLanguages = (
  tx: Tx,
  mails: Readonly<Record<Language, Omit<Mail, 'to'>>>,
  recipients: MailToMany['recipients'],
): Promise<number> =>
  queueVariants(
    tx,
    { nl: contentOf(mails.nl), en: contentOf(mails.en) },
    { ...recipients, sql: `select reference, address, language as variant from (${recipients.sql}) as one` },
  );

type Variants = { readonly [variant: string]: Json };

const queueVariants = async (tx: Tx, variants: Variants, { sql, parameters }: MailToMany['recipients']): Promise<number> => {
  const at = (offset: number): string => `$${parameters.length + offset}`;
  const rows: { people: number }[] = await tx.query(
    `with numbered as (
        select reference::text as reference, address::text as address, variant,
          (row_number() over (partition by variant order by reference) - 1) / ${PER_JOB} as batch
        from (${sql}) as named where address is not null),
      batches as (
        select variant, batch, count(*)::int as people, json_agg(json_build_object('reference', reference, 'to', address)) as recipients
        from numbered group by variant, batch
      ),
      queued as (
        select people, (graphile_worker.add_job(
          ${at(1)}::text,
          (left((${at(2)}::json -> variant)::text, -1) || ',"id":"' || ${at(3)}::text || '-' || variant || '-' || batch || '","recipients":' || recipients::text || '}')::json
        )).id from batches
      )
    select coalesce(sum(people), 0)::int as people from queued where id is not null`,
    [...parameters, SEND_MANY, JSON.stringify(variants), newId('mail')],
  );
  return rows[0]?.people ?? 0;
};

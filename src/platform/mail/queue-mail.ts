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

/**
 * The same to at most a thousand people, as a part of a statement of the caller's own: `with ... , ${tables} select ... (${count}) ...`. The query of
 * recipients (`address`, `language`) may name the tables before it; `parameters` are numbered from `first` on. Queued only where the count is read.
 */
export const mailsInLanguagesWithin = (
  mails: Readonly<Record<Language, Omit<Mail, 'to' | 'report'>>>,
  recipients: string,
  first: number,
): { readonly tables: string; readonly count: string; readonly parameters: readonly unknown[] } => ({
  tables: `
    mail_batches as (
      select language as variant, 0 as batch, count(*)::int as people, json_agg(json_build_object('to', address)) as recipients
      from (${recipients}) as named where address is not null group by language),
    ${queuedFrom(first)}`,
  count: QUEUED,
  parameters: jobOf({ nl: contentOf(mails.nl), en: contentOf(mails.en) }),
});

type Variants = { readonly [variant: string]: Json };

const jobOf = (variants: Variants): readonly unknown[] => [SEND_MANY, JSON.stringify(variants), newId('mail')];
const QUEUED = 'select coalesce(sum(people), 0)::int from mails_queued where id is not null';
const queuedFrom = (first: number): string => `
      mails_queued as (
        select people, (graphile_worker.add_job(
          $${first}::text,
          (left(($${first + 1}::json -> variant)::text, -1) || ',"id":"' || $${first + 2}::text || '-' || variant || '-' || batch || '","recipients":' || recipients::text || '}')::json
        )).id from mail_batches
      )`;

const queueVariants = async (tx: Tx, variants: Variants, { sql, parameters }: MailToMany['recipients']): Promise<number> => {
  const rows: { people: number }[] = await tx.query(
    `with numbered as (
        select reference::text as reference, address::text as address, variant,
          (row_number() over (partition by variant order by reference) - 1) / ${PER_JOB} as batch
        from (${sql}) as named where address is not null),
      mail_batches as (
        select variant, batch, count(*)::int as people, json_agg(json_build_object('reference', reference, 'to', address)) as recipients
        from numbered group by variant, batch
      ),
      ${queuedFrom(parameters.length + 1)}
    select (${QUEUED}) as people`,
    [...parameters, ...jobOf(variants)],
  );
  return rows[0]?.people ?? 0;
};

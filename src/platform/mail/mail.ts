import type { Json } from '../../kernel/canonical.js';

/** A file that goes with a mail. The queue names it only; its bytes are read when the mail leaves. */
export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  /** Who keeps it, as registered with `AttachmentSources`. */
  readonly source: string;
  readonly key: string;
};

/** What is told when the mail left, or was refused for good by the receiver's server. */
export type Report = {
  readonly job: string;
  readonly payload: { readonly [key: string]: Json };
};

/** One mail to one person. Plain text; the subject never holds personal data. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The page that the mail leads to, as a path: its whole address stands on the last line. */
  readonly page?: string;
  readonly attachments?: readonly Attachment[];
  /** This job is queued afterwards with its payload and `outcome`: `sent` or `refused`. */
  readonly report?: Report;
}

/** One text to many people: each gets a mail of their own. */
export interface MailToMany extends Omit<Mail, 'to'> {
  /** A query with two columns, `reference` and `address`. The report gets the references, in lists `sent` and `refused`. */
  readonly recipients: { readonly sql: string; readonly parameters: readonly unknown[] };
}

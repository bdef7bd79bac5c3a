import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import type { Json } from '../../kernel/canonical.js';
import { ConfigToken, type Config } from '../config/index.js';
import { Transactions } from '../database/index.js';
import { enqueue, JobRegistry } from '../jobs/index.js';
import { AttachmentSources } from './attachment-sources.js';
import type { Attachment, Report } from './mail.js';
import { SEND, SEND_MANY } from './queue-mail.js';
import { intoFolder, overSmtp, type Deliver } from './transport.js';

/** What `queueMail` and `queueMails` put into the queue. */
type Content = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly page: string | null;
  readonly attachments: readonly Attachment[];
  readonly report: Report | null;
};
type One = Content & {
  readonly to: string;
};
type Many = Content & {
  readonly recipients: readonly { readonly reference: string; readonly to: string }[];
};

type Files = readonly { readonly filename: string; readonly contentType: string; readonly content: Buffer }[];

/** Mails of one text that are on their way at the same time. */
const AT_ONCE = 4;

type MailSettings = Pick<Config, 'mailUrl' | 'mailFrom' | 'mailFolder' | 'baseUrl'>;

@Injectable()
export class Mailer implements OnModuleInit {
  private readonly deliver: Deliver;

  constructor(
    @Inject(ConfigToken) private readonly settings: MailSettings,
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
    private readonly sources: AttachmentSources,
  ) {
    this.deliver = settings.mailUrl ? overSmtp(settings.mailUrl) : intoFolder(settings.mailFolder);
  }

  onModuleInit(): void {
    this.registry.add({ name: SEND, run: (payload, now) => this.sendOne(payload as One, now) });
    this.registry.add({ name: SEND_MANY, run: (payload, now) => this.sendMany(payload as Many, now) });
  }

  private async sendOne(mail: One, now: Date): Promise<void> {
    const files = await this.filesOf(mail);
    const outcome = await this.deliver(mail.id, this.messageOf(mail, files, { id: mail.id, to: mail.to, now }));
    await this.tell(mail.report, { outcome });
  }

  /** A mail that fails for the moment is queued again by itself, so that nobody gets the others twice. */
  private async sendMany(mail: Many, now: Date): Promise<void> {
    const { recipients, ...content } = mail;
    const outcomes = { sent: [] as string[], refused: [] as string[] };
    const later: One[] = [];
    const files = await this.filesOf(mail);
    const deliverTo = async ({ reference, to }: Many['recipients'][number], index: number): Promise<void> => {
      const id = `${mail.id}-${index}`;
      const outcome = await this.deliver(id, this.messageOf(mail, files, { id, to, now })).catch(() => 'later' as const);
      if (outcome === 'later') later.push({ ...content, id, to, report: reportFor(mail.report, reference) });
      else outcomes[outcome].push(reference);
    };
    for (let from = 0; from < recipients.length; from += AT_ONCE)
      await Promise.all(recipients.slice(from, from + AT_ONCE).map((one, at) => deliverTo(one, from + at)));
    await this.transactions.run(async (tx) => {
      for (const one of later) await enqueue(tx, SEND, one);
    });
    await this.tell(mail.report, outcomes);
  }

  private async tell(report: Report | null, outcome: { readonly [key: string]: Json }): Promise<void> {
    if (report) await this.transactions.run((tx) => enqueue(tx, report.job, { ...report.payload, ...outcome }));
  }

  private filesOf({ attachments }: Content): Promise<Files> {
    if (attachments.length === 0) return Promise.resolve([]);
    return this.transactions.read((tx) =>
      Promise.all(
        attachments.map(async ({ filename, contentType, source, key }) => ({
          filename,
          contentType,
          content: await this.sources.read(tx, source, key),
        })),
      ),
    );
  }

  private messageOf(content: Content, files: Files, { id, to, now }: { id: string; to: string; now: Date }): SendMailOptions {
    const domain = /@([^>\s]+)/.exec(this.settings.mailFrom)?.[1] ?? 'localhost';
    return {
      from: this.settings.mailFrom,
      to: { name: '', address: to },
      subject: content.subject,
      text: content.page ? `${content.text}\n\n${this.settings.baseUrl}${content.page}` : content.text,
      date: now,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [...files],
    };
  }
}

const reportFor = (report: Report | null, reference: string): Report | null =>
  report && { ...report, payload: { ...report.payload, reference } };

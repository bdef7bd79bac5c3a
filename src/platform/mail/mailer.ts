import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import type { Json } from '../../kernel/canonical.js';
import { ConfigToken, type Config } from '../config/index.js';
import { Transactions } from '../database/index.js';
import { enqueue, JobRegistry } from '../jobs/index.js';
import type { Attachment, Report } from './mail.js';
import { SEND, SEND_MANY } from './queue-mail.js';
import { intoFolder, overSmtp, type Deliver } from './transport.js';

/** What `queueMail` and `queueMails` put into the queue. */
type Content = {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly report: Report | null;
};
type One = Content & {
  readonly to: string;
};
type Many = Content & {
  readonly recipients: readonly { readonly reference: string; readonly to: string }[];
};

type MailSettings = Pick<Config, 'mailUrl' | 'mailFrom' | 'mailFolder'>;

@Injectable()
export class Mailer implements OnModuleInit {
  private readonly deliver: Deliver;

  constructor(
    @Inject(ConfigToken) private readonly settings: MailSettings,
    private readonly transactions: Transactions,
    private readonly registry: JobRegistry,
  ) {
    this.deliver = settings.mailUrl ? overSmtp(settings.mailUrl) : intoFolder(settings.mailFolder);
  }

  onModuleInit(): void {
    this.registry.add({ name: SEND, run: (payload, now) => this.sendOne(payload as One, now) });
    this.registry.add({ name: SEND_MANY, run: (payload, now) => this.sendMany(payload as Many, now) });
  }

  private async sendOne(mail: One, now: Date): Promise<void> {
    const outcome = await this.deliver(mail.id, this.messageOf(mail, mail.to, mail.id, now));
    await this.tell(mail.report, { outcome });
  }

  /** A mail that fails for the moment is queued again by itself, so that nobody gets the others twice. */
  private async sendMany(mail: Many, now: Date): Promise<void> {
    const { recipients, ...content } = mail;
    const outcomes = { sent: [] as string[], refused: [] as string[] };
    const later: One[] = [];
    for (const [index, { reference, to }] of recipients.entries()) {
      const id = `${mail.id}-${index}`;
      const outcome = await this.deliver(id, this.messageOf(mail, to, id, now)).catch(() => 'later' as const);
      if (outcome === 'later') later.push({ ...content, id, to, report: reportFor(mail.report, reference) });
      else outcomes[outcome].push(reference);
    }
    await this.transactions.run(async (tx) => {
      for (const one of later) await enqueue(tx, SEND, one);
    });
    await this.tell(mail.report, outcomes);
  }

  private async tell(report: Report | null, outcome: { readonly [key: string]: Json }): Promise<void> {
    if (report) await this.transactions.run((tx) => enqueue(tx, report.job, { ...report.payload, ...outcome }));
  }

  private messageOf(content: Content, to: string, id: string, now: Date): SendMailOptions {
    const domain = /@([^>\s]+)/.exec(this.settings.mailFrom)?.[1] ?? 'localhost';
    return {
      from: this.settings.mailFrom,
      to: { name: '', address: to },
      subject: content.subject,
      text: content.text,
      date: now,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: content.attachments.map(({ filename, contentType, contentBase64 }) => ({
        filename,
        contentType,
        content: Buffer.from(contentBase64, 'base64'),
      })),
    };
  }
}

const reportFor = (report: Report | null, reference: string): Report | null =>
  report && { ...report, payload: { ...report.payload, reference } };

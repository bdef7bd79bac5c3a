import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import type { Json } from '../../kernel/canonical.js';
import { ConfigToken, type Config } from '../config/index.js';
import { Transactions, type Tx } from '../database/index.js';
import { enqueue, JobRegistry } from '../jobs/index.js';
import { AttachmentSources } from './attachment-sources.js';
import type { Attachment, Report } from './mail.js';
import { SEND, SEND_MANY } from './queue-mail.js';
import { beginProgress, claimTurn, endProgress, turnDone } from './progress.js';
import { type Delivery, intoFolder, overSmtp } from './transport.js';

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
  /** Without a reference where nobody is told whom it reached. */
  readonly recipients: readonly { readonly reference?: string; readonly to: string }[];
};

type Files = readonly { readonly filename: string; readonly contentType: string; readonly content: Buffer }[];

type Outcome = 'sent' | 'refused' | 'again';

/** Mails of one text that are on their way at the same time. */
const AT_ONCE = 4;

type MailSettings = Pick<Config, 'mailUrl' | 'mailFrom' | 'mailFolder' | 'baseUrl'>;

@Injectable()
export class Mailer implements OnModuleInit {
  private readonly deliver: Delivery;

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
    const outcome = await this.deliver.send(mail.id, this.messageOf(mail, files, { id: mail.id, to: mail.to, now }));
    await this.tell(mail.report, { outcome });
  }

  /**
   * Each turn is claimed before it leaves, so that a mailer that was killed sends nobody a second mail. What it had claimed then is uncertain: it
   * is taken as sent, unless the sending must be proven or the same mail can be written twice.
   */
  private async sendMany(mail: Many, now: Date): Promise<void> {
    const { recipients } = mail;
    const files = await this.filesOf(mail);
    const begun = await this.transactions.run((tx) => beginProgress(tx, mail.id, now));
    if (begun.ended) return;
    const sendAgain = this.deliver.writesOnce || mail.report !== null;
    for (let from = sendAgain ? begun.done : begun.claimed; from < recipients.length; from += AT_ONCE) {
      const turn = recipients.slice(from, from + AT_ONCE);
      await this.transactions.run((tx) => claimTurn(tx, mail.id, from + turn.length));
      const outcomes = await Promise.all(turn.map((one, at) => this.sendOf(mail, files, one.to, from + at, now)));
      const placesOf = (outcome: Outcome): number[] => outcomes.flatMap((found, at) => (found === outcome ? [from + at] : []));
      await this.transactions.run((tx) =>
        turnDone(tx, mail.id, { done: from + turn.length, refused: placesOf('refused'), again: placesOf('again') }),
      );
    }
    await this.transactions.run((tx) => this.settle(tx, mail));
  }

  private sendOf(mail: Many, files: Files, to: string, place: number, now: Date): Promise<Outcome> {
    const id = `${mail.id}-${place}`;
    return this.deliver.send(id, this.messageOf(mail, files, { id, to, now })).catch(() => 'again' as const);
  }

  /** A mail that failed for the moment is queued again by itself, so that nobody gets the others twice. */
  private async settle(tx: Tx, { recipients, ...content }: Many): Promise<void> {
    const { refused, again } = await endProgress(tx, content.id);
    for (const [place, { reference, to }] of recipients.entries())
      if (again.includes(place))
        await enqueue(tx, SEND, { ...content, id: `${content.id}-${place}`, to, report: reportFor(content.report, reference) });
    const referencesAt = (wanted: (place: number) => boolean): string[] =>
      recipients.flatMap(({ reference }, place) => (reference !== undefined && wanted(place) ? [reference] : []));
    const outcome = {
      sent: referencesAt((place) => !refused.includes(place) && !again.includes(place)),
      refused: referencesAt((place) => refused.includes(place)),
    };
    if (content.report) await enqueue(tx, content.report.job, { ...content.report.payload, ...outcome });
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

const reportFor = (report: Report | null, reference: string | undefined): Report | null =>
  report && { ...report, payload: { ...report.payload, reference: reference ?? null } };

import { Inject, Injectable } from '@nestjs/common';
import { createPublicKey } from 'node:crypto';
import { sha256 } from '../../kernel/canonical.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { isSignedBy, readJws, writeJws } from '../../platform/signing/index.js';
import { recordConfidential } from '../evidence/index.js';
import { mailPersons, organisationName } from '../people/index.js';
import { caseMail } from './complaints.mail.js';
import { complaintPaths } from './complaints.paths.js';
import { type Complaint, insertMessage, lockComplaint, messagesOf, readComplaint } from './complaints.repository.js';
import { type ComplaintState, complaintState, type MessageKind } from './domain/complaint-state.js';
import { caseIdOf, caseKeyOf, receiptSaltOf } from './domain/receipt-code.js';
import { HouseKeys } from './house-keys.js';
import { eraseContents, fileIdsOf } from './sealed.repository.js';
import { readCase, type Told, writeText } from './sealed-case.js';

export type FollowView = Told & { readonly complaint: Complaint; readonly state: ComplaintState; readonly files: number };

/** What a receipt says. */
export interface Receipt {
  readonly organisation: string;
  readonly reference: string;
  readonly lodgedOn: string;
  /** SHA-256 over the salt and the text. */
  readonly content: string;
  readonly salt: string;
  readonly text: string;
  /** The same without text and salt, signed. */
  readonly token: string;
}
export interface ReceiptClaims {
  readonly organisation: string;
  readonly reference: string;
  readonly lodgedOn: string;
  readonly content: string;
}

const RECEIPT = 'countersign-receipt';
const contentOf = (salt: string, text: string): string => sha256(`${salt}\n${text}`);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whoever has the code: reads, answers, keeps a proof, withdraws. */
@Injectable()
export class FollowService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly keys: HouseKeys,
  ) {}

  /** Null for a code that opens nothing. */
  follow(code: string): Promise<FollowView | null> {
    return this.transactions.read(async (tx) => {
      const complaint = await readComplaint(tx, caseIdOf(code));
      return complaint && this.view(tx, complaint, code);
    });
  }

  answer(code: string, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.openCase(tx, code);
      const id = await this.add(tx, complaint, 'reply');
      await writeText(tx, { id: complaint.id, key: caseKeyOf(code) }, id, text);
      await recordConfidential(tx, this.clock.now(), { kind: 'complaint.reply', complaint: complaint.id });
      await mailPersons(tx, [complaint.handlerId], caseMail('news', `${this.config.baseUrl}${complaintPaths.cases}`));
    });
  }

  /** Ends the case and erases what was written: what is left says that there was a complaint. */
  withdraw(code: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const complaint = await this.openCase(tx, code);
      await this.add(tx, complaint, 'withdrawn');
      await this.add(tx, complaint, 'erased');
      await eraseContents(tx, [complaint.id]);
      await recordConfidential(tx, this.clock.now(), { kind: 'complaint.withdrawn', complaint: complaint.id });
    });
  }

  /** Shows, to whoever is handed it, that this text was filed on that day. */
  receipt(code: string): Promise<Receipt> {
    return this.transactions.read(async (tx) => {
      const complaint = await readComplaint(tx, caseIdOf(code));
      const told = complaint && (await this.view(tx, complaint, code));
      if (!told?.story) throw notFound();
      const organisation = (await organisationName(tx)) ?? '';
      const { text } = told.story;
      const salt = receiptSaltOf(code);
      const claims = {
        organisation,
        reference: told.complaint.reference,
        lodgedOn: told.complaint.lodgedOn,
        content: contentOf(salt, text),
      };
      const { key, jwk } = this.keys.receipts();
      return { ...claims, salt, text, token: writeJws({ typ: RECEIPT, kid: jwk.kid }, claims, key) };
    });
  }

  /** What a receipt says, when this organisation signed it; null for anything else. */
  check(token: string): ReceiptClaims | null {
    const jws = readJws(token.replace(/\s/g, ''));
    if (!jws || jws.header['typ'] !== RECEIPT || !isSignedBy(jws, createPublicKey(this.keys.receipts().key))) return null;
    const { organisation, reference, lodgedOn, content } = jws.claims;
    return { organisation: textIn(organisation), reference: textIn(reference), lodgedOn: textIn(lodgedOn), content: textIn(content) };
  }

  private async view(tx: Tx, complaint: Complaint, code: string): Promise<FollowView> {
    const messages = (await messagesOf(tx, [complaint.id])).get(complaint.id) ?? [];
    const own = messages.filter(({ kind }) => kind !== 'note' && kind !== 'reminded');
    const told = await readCase(tx, { id: complaint.id, key: caseKeyOf(code) }, own);
    const files = (await fileIdsOf(tx, complaint.id)).length;
    return { ...told, complaint, files, state: complaintState(complaint, messages, this.clock.now()) };
  }

  private async openCase(tx: Tx, code: string): Promise<Complaint> {
    const complaint = await lockComplaint(tx, caseIdOf(code));
    if (!complaint) throw notFound();
    const messages = (await messagesOf(tx, [complaint.id])).get(complaint.id) ?? [];
    if (!complaintState(complaint, messages, this.clock.now()).isOpen) throw refused('complaint.closed');
    return complaint;
  }

  private async add(tx: Tx, complaint: Complaint, kind: MessageKind): Promise<string> {
    const id = newId('m');
    await insertMessage(tx, {
      id,
      complaintId: complaint.id,
      kind,
      side: kind === 'erased' ? 'house' : 'reporter',
      onDay: dayOf(this.clock.now()),
    });
    return id;
  }
}

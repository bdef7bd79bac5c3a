import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, type Upload } from '../../platform/http/index.js';
import { seal, unseal } from '../../platform/signing/index.js';
import { recordConfidential } from '../evidence/index.js';
import { holdersOf, mailPersons, personsCalled } from '../people/index.js';
import { channelIsLive } from './assign-handler.js';
import { namedHandlers } from './case-keys.repository.js';
import { cleanFile } from './clean-file.js';
import { caseMail } from './complaints.mail.js';
import { type NamedTool, takenOver, toolsKnownTo, waitingObjections } from './complaints.repository.js';
import { type Category, type Desk, FROM_OBJECTION } from './domain/complaint-state.js';
import type { CleanFile } from './domain/contents.js';
import { caseIdOf, caseKeyOf, newReceiptCode, readReceiptCode } from './domain/receipt-code.js';
import { HouseKeys } from './house-keys.js';
import { claimsOf, endClaim, fileIdsOf, insertClaim } from './sealed.repository.js';
import { writeFile } from './sealed-case.js';
import { storeComplaint, type Stored } from './store-complaint.js';

/** What somebody tells, with a name or without. The code was drawn when the form was opened. */
export interface Complaining {
  readonly code: string;
  readonly toolId: string | null;
  readonly category: Category;
  readonly text: string;
  readonly when: string;
  readonly tool: string;
  readonly about: string;
  readonly barredIds: readonly string[];
  readonly desk: Desk;
  readonly isDisclosure: boolean;
}
export interface Contact {
  readonly personId: string;
  readonly name: string;
  readonly desk: Desk;
}

const MOST_FILES = 5;
const contactsOf = async (tx: Tx): Promise<readonly Contact[]> => {
  const named = await namedHandlers(tx);
  const holders = await holdersOf(tx, ['complaint_handler', 'trusted_person']);
  return holders
    .filter(({ role, personId }) => role === 'trusted_person' || named.includes(personId))
    .map(({ personId, name, role }) => ({ personId, name, desk: role === 'trusted_person' ? 'adviser' : 'handler' }));
};
const claimPurpose = (complaintId: string): string => `claim of ${complaintId}`;

/** Complaints come in here. Who complained is sealed with the text: nothing that is written, queued or mailed names that person. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly keys: HouseKeys,
  ) {}

  newCode(): string {
    return newReceiptCode();
  }

  tools(actor: Actor): Promise<readonly NamedTool[]> {
    return this.transactions.read((tx) => toolsKnownTo(tx, actor.personId ?? ''));
  }

  isLive(): Promise<boolean> {
    return this.transactions.read(channelIsLive);
  }

  /** Who may come to read a complaint: whoever complains can ask that one of them does not. */
  contacts(): Promise<readonly Contact[]> {
    return this.transactions.read(contactsOf);
  }

  /** With a name. The employee hears by the code, like everyone: a mail would show the employer who complained. */
  async lodge(actor: Actor, told: Complaining): Promise<void> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    const kept = await this.transactions.run(async (tx) => {
      const known = told.toolId === null || (await toolsKnownTo(tx, personId)).some(({ toolId }) => toolId === told.toolId);
      if (!known) throw unusable('tool', 'complaint.tool_unknown');
      return this.store(tx, told, personId);
    });
    if (kept === 'nobody') await this.refuseForNobody();
  }

  /** Without a name. */
  async report(told: Complaining): Promise<void> {
    const kept = await this.transactions.run((tx) => this.store(tx, { ...told, toolId: null }, null));
    if (kept === 'nobody') await this.refuseForNobody();
  }

  /** Files on their way with a complaint or an answer. Answers how many the case has now. */
  async addFiles(code: string, uploads: readonly Upload[]): Promise<number> {
    const id = caseIdOf(code);
    const there = (await this.transactions.read((tx) => fileIdsOf(tx, id))).length;
    if (there + uploads.length > MOST_FILES * 2 || uploads.length > MOST_FILES) throw unusable('files', 'complaint.files-many');
    const clean: CleanFile[] = [];
    for (const [at, upload] of uploads.entries()) clean.push(await cleanFile(upload, there + at + 1));
    await this.transactions.run(async (tx) => {
      for (const one of clean) await writeFile(tx, { id, key: caseKeyOf(code) }, newId('f'), one, dayOf(this.clock.now()));
    });
    return there + clean.length;
  }

  filesSoFar(code: string): Promise<number> {
    return this.transactions.read(async (tx) => (await fileIdsOf(tx, caseIdOf(code))).length);
  }

  /** An objection without a right to object goes on as a complaint, with its own day of receipt. Its code waits for whoever objected. */
  async takeOver(objectionId: string): Promise<void> {
    const kept = await this.transactions.run(async (tx) => {
      const objection = await takenOver(tx, objectionId);
      if (!objection) return null;
      const story = { text: objection.situation, when: '', tool: '', about: '', aboutIds: [], barredIds: [], authorId: objection.personId };
      const code = newReceiptCode();
      const route = { route: 'objection', fromObjectionId: objectionId, desk: 'handler', category: FROM_OBJECTION } as const;
      const given = { ...route, code, story, toolId: objection.toolId, isDisclosure: false, lodgedAt: objection.lodgedAt };
      const kept = await storeComplaint(tx, this.clock.now(), given, this.config.baseUrl);
      const id = caseIdOf(code);
      if (kept === 'kept') await insertClaim(tx, id, seal(this.keys.claims(), claimPurpose(id), Buffer.from(code)));
      return kept;
    });
    if (kept === 'nobody') await this.tellDpo();
  }

  /** Those that nobody could open when they came. */
  async takeOverWaiting(): Promise<void> {
    for (const id of await this.transactions.read(waitingObjections)) await this.takeOver(id);
  }

  /** The code of a complaint that began as this person's objection: shown once. */
  claim(actor: Actor, complaintId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const claim = (await claimsOf(tx, actor.personId ?? '')).find((one) => one.complaintId === complaintId);
      const opened = claim && unseal(this.keys.claims(), claimPurpose(complaintId), claim.sealedCode);
      const code = opened && readReceiptCode(opened.toString('utf8'));
      if (!code) throw notFound();
      await endClaim(tx, complaintId);
      await recordConfidential(tx, this.clock.now(), { kind: 'complaint.claimed', complaint: complaintId });
      return code;
    });
  }

  waitingCodes(actor: Actor): Promise<readonly { readonly complaintId: string; readonly toolName: string }[]> {
    return this.transactions.read((tx) => claimsOf(tx, actor.personId ?? ''));
  }

  private async refuseForNobody(): Promise<never> {
    await this.tellDpo();
    throw refused('complaint.nobody');
  }

  /** The DPO hears that a complaint came that nobody may handle, or that nobody who may can open: nothing of it. */
  private tellDpo(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const dpos = (await holdersOf(tx, ['dpo'])).map(({ personId }) => personId);
      await mailPersons(tx, dpos, caseMail('unhandled', `${this.config.baseUrl}/settings/channels`));
      await recordConfidential(tx, this.clock.now(), { kind: 'complaint.unhandled' });
    });
  }

  private async store(tx: Tx, told: Complaining, authorId: string | null): Promise<Stored> {
    const { code, toolId, category, desk, isDisclosure, text, when, tool, about, barredIds } = told;
    const contacts = barredIds.length === 0 ? [] : (await contactsOf(tx)).map(({ personId }) => personId);
    if (!barredIds.every((id) => contacts.includes(id))) throw unusable('barred', 'complaint.barred-unknown');
    const aboutIds = about === '' ? [] : (await personsCalled(tx, [about])).map(({ id }) => id);
    const story = { text, when, tool, about, aboutIds, barredIds, authorId };
    const route = authorId === null ? ('anonymous' as const) : ('named' as const);
    const now = this.clock.now();
    const given = { code, story, toolId, category, desk, isDisclosure, route, fromObjectionId: null, lodgedAt: now };
    return storeComplaint(tx, now, given, this.config.baseUrl);
  }
}

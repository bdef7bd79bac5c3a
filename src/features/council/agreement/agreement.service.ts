import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, once } from '../../../platform/http/index.js';
import type { PdfDocument } from '../../../platform/pdf/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked, SMALLEST_GROUP, writeSetting } from '../../people/index.js';
import { fingerprintOfAgreement, type Parties } from './agreement-text.js';
import {
  findOpen,
  findProposal,
  findRecorded,
  insertDecline,
  insertProposal,
  insertSignature,
  lockAgreement,
  type Proposal,
} from './agreement.repository.js';
import {
  type AgreedSettings,
  isRecorded,
  isSmallestGroup,
  keptFromSigning,
  sameSettings,
  seesProposals,
  sideOf,
  type Signature,
} from './domain/agreement.js';
import { COPIES_KEPT_BY, LIGHT_CLASSES_SETTING, partiesOf, printedAs } from './read-agreement.js';
import { tellSigners } from './tell-signers.js';

export interface ReadAgreement {
  readonly parties: Parties;
  readonly recorded: Proposal | null;
  /** Null for whoever belongs to neither side. */
  readonly open: Proposal | null;
  readonly mayPropose: boolean;
}
export interface ReadProposal {
  readonly parties: Parties;
  readonly recorded: Proposal | null;
  readonly proposal: Proposal;
  /** Null: this reader can record it. Otherwise why not, or that this reader signs for neither side. */
  readonly kept: string | null;
  readonly mayDecline: boolean;
  readonly identity: IdentityAsked;
}
interface Press {
  /** Null: this act binds nobody, and asks nobody again who it is. */
  readonly identity: Identity | null;
  readonly key: string | undefined;
}

type Confirmed = Press & { readonly identity: Identity };

/** The agreement of employer and body. Its settings change when both sides recorded the change, and not before. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  read(actor: Actor): Promise<ReadAgreement> {
    return this.transactions.read(async (tx) => {
      const parties = await partiesOf(tx);
      const open = seesProposals(actor, parties.body) ? await findOpen(tx) : null;
      return { parties, recorded: await findRecorded(tx), open, mayPropose: sideOf(actor, parties.body) !== null && open === null };
    });
  }

  proposal(actor: Actor, id: string): Promise<ReadProposal> {
    return this.transactions.read(async (tx) => {
      const parties = await partiesOf(tx);
      const proposal = seesProposals(actor, parties.body) ? await findProposal(tx, id) : null;
      if (!proposal) throw notFound();
      const side = sideOf(actor, parties.body);
      const open = proposal.recordedAt === null && proposal.declinedAt === null;
      return {
        parties,
        recorded: await findRecorded(tx),
        proposal,
        kept: side && open ? keptFromSigning(proposal.signatures, actor.personId ?? '', side) : 'agreement.not-open',
        mayDecline: side !== null && open,
        identity: await identityAsked(tx, this.clock.now(), actor),
      };
    });
  }

  asked(actor: Actor): Promise<IdentityAsked> {
    return this.transactions.read((tx) => identityAsked(tx, this.clock.now(), actor));
  }

  /** As both sides recorded it; a proposal, for those who see proposals. */
  paper(actor: Actor, proposalId: string | null, language: Language): Promise<PdfDocument> {
    return this.transactions.read(async (tx) => {
      const parties = await partiesOf(tx);
      const visible = proposalId === null || seesProposals(actor, parties.body);
      const found = visible ? await (proposalId === null ? findRecorded(tx) : findProposal(tx, proposalId)) : null;
      if (!found) throw notFound();
      return printedAs(tx, found, parties, language);
    });
  }

  /** Puts new words on the table: who proposes records it for the own side. Nothing changes yet. */
  propose(actor: Actor, settings: AgreedSettings, press: Confirmed): Promise<string> {
    if (!isSmallestGroup(settings.smallestGroup)) throw unusable('smallestGroup', 'agreement.group');
    return this.act(actor, { route: 'agreement.propose', press, body: { ...settings } }, async (tx, now, signer) => {
      const parties = await partiesOf(tx);
      if (await findOpen(tx)) throw refused('agreement.open');
      const recorded = await findRecorded(tx);
      if (recorded && sameSettings(recorded, settings)) throw refused('agreement.same');
      const [id, reference] = [newId('a'), newReference()];
      const words = { fingerprint: fingerprintOfAgreement(settings, parties), reference };
      await insertProposal(tx, { ...settings, ...words, id, proposedBy: signer.byPerson, proposedRole: signer.byRole, proposedAt: now });
      await insertSignature(tx, id, signer);
      await tellSigners(tx, { except: signer.byPerson, body: parties.body, baseUrl: this.config.baseUrl, news: 'proposed' });
      await record(tx, actor, now, 'agreement.proposed', { subjectId: id }, words);
      return id;
    });
  }

  /** One more of the two sides records it. With the last of them it holds, and its settings with it. */
  sign(actor: Actor, proposalId: string, press: Confirmed): Promise<string> {
    return this.act(actor, { route: 'agreement.sign', press, body: { proposalId } }, async (tx, now, signer) => {
      const { body } = await partiesOf(tx);
      const proposal = await openProposal(tx, proposalId);
      const kept = keptFromSigning(proposal.signatures, signer.byPerson, sideOf(actor, body) ?? 'body');
      if (kept) throw refused(kept);
      await insertSignature(tx, proposalId, signer);
      const done = isRecorded([...proposal.signatures, signer]);
      if (done) await this.bringIntoForce(tx, actor, now, proposal);
      await tellSigners(tx, { except: signer.byPerson, body, baseUrl: this.config.baseUrl, news: done ? 'recorded' : 'signed' });
      const { fingerprint, reference } = proposal;
      await record(tx, actor, now, done ? 'agreement.recorded' : 'agreement.signed', { subjectId: proposalId }, { fingerprint, reference });
      return reference;
    });
  }

  /** Takes a proposal off the table, the own one or the other side's. What held before holds on. */
  decline(actor: Actor, proposalId: string, reason: string, key: string | undefined): Promise<string> {
    const press = { identity: null, key };
    return this.act(actor, { route: 'agreement.decline', press, body: { proposalId, reason } }, async (tx, now, signer) => {
      const { body } = await partiesOf(tx);
      const { reference } = await openProposal(tx, proposalId);
      await insertDecline(tx, proposalId, reason, signer);
      await tellSigners(tx, { except: signer.byPerson, body, baseUrl: this.config.baseUrl, news: 'declined' });
      await record(tx, actor, now, 'agreement.declined', { subjectId: proposalId }, { reference });
      return reference;
    });
  }

  private act(
    actor: Actor,
    { route, press, body }: { route: string; press: Press; body: { readonly [key: string]: string | number } },
    work: (tx: Tx, now: Date, signer: Signature) => Promise<string>,
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const personId = actor.personId;
      if (!personId || sideOf(actor, (await partiesOf(tx)).body) === null) throw new Problem(403, 'act.not-yours');
      return once(tx, now, { personId, route, key: press.key, body }, async () => {
        if (press.identity) await confirmIdentity(tx, now, actor, press.identity);
        await lockAgreement(tx);
        return work(tx, now, { byPerson: personId, byRole: actor.role, at: now });
      });
    });
  }

  private async bringIntoForce(tx: Tx, actor: Actor, now: Date, agreed: AgreedSettings): Promise<void> {
    await writeSetting(tx, actor, now, SMALLEST_GROUP, agreed.smallestGroup);
    await writeSetting(tx, actor, now, COPIES_KEPT_BY, agreed.copiesKeptBy);
    await writeSetting(tx, actor, now, LIGHT_CLASSES_SETTING, agreed.lightClasses);
  }
}

const openProposal = async (tx: Tx, id: string): Promise<Proposal> => {
  const proposal = await findProposal(tx, id);
  if (!proposal) throw notFound();
  if (proposal.recordedAt || proposal.declinedAt) throw refused('agreement.not-open');
  return proposal;
};

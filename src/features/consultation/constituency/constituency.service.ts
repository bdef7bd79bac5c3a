import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language, Role } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { queueMails } from '../../../platform/mail/index.js';
import { roomOf } from '../../council/index.js';
import { record, recordConfidential } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked, smallestGroup } from '../../people/index.js';
import { knownRequest, personIn, pressedOnce, requestKnownTo } from '../acting.js';
import { type Bundle, readBundle } from '../bundle.js';
import { type FoundRequest, readSnapshot } from '../requests.repository.js';
import { constituencyCatalogue } from './constituency.catalogue.js';
import { constituencyPaths } from './constituency.paths.js';
import * as rows from './constituency.repository.js';
import { type Choice, closesOnOf, type CountedChoice, isRunning, type Outcome, outcomeOf, ROUNDS_PER_CASE } from './reactions.js';

const MEMBERS: readonly Role[] = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer'];
const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer'];
const LANGUAGES: readonly Language[] = ['nl', 'en'];

export interface Round {
  readonly publication: rows.Publication;
  /** Null while it runs: nobody sees what came in, so nobody can subtract what came in since. */
  readonly closed: { readonly outcome: Outcome; readonly remarks: readonly string[] } | null;
}
export interface ReadRounds {
  readonly request: FoundRequest;
  readonly bundle: Bundle | null;
  readonly rounds: readonly Round[];
  readonly mayPublish: boolean;
  readonly smallest: number;
  readonly identity: IdentityAsked;
}
export interface ReadSummary {
  readonly publication: rows.Publication;
  readonly toolName: string;
  readonly bundle: Bundle | null;
  readonly running: boolean;
  readonly reacted: boolean;
}

/** The body asks those concerned what they think of a case: counts in groups, and nobody's name. */
@Injectable()
export class ConstituencyService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  rounds(actor: Actor, requestId: string): Promise<ReadRounds> {
    return this.transactions.read(async (tx) => {
      const request = await knownToMember(tx, actor, requestId);
      const [now, smallest] = [this.clock.now(), await smallestGroup(tx)];
      const publications = await rows.listPublications(tx, requestId);
      const closed = publications.filter((one) => !isRunning(one, dayOf(now))).map(({ id }) => id);
      const said = {
        units: await rows.concernedUnits(tx, request.versionId),
        counts: await rows.readCounts(tx, closed),
        remarks: await rows.readRemarks(tx, closed),
      };
      const rounds = publications.map((publication): Round => {
        if (!closed.includes(publication.id)) return { publication, closed: null };
        return { publication, closed: closedRound(publication, said, Math.max(publication.smallestGroup, smallest)) };
      });
      return {
        request,
        bundle: readBundle(await readSnapshot(tx, requestId)),
        rounds,
        mayPublish: OFFICERS.some((role) => role === actor.role) && rounds.every(({ closed }) => closed) && rounds.length < ROUNDS_PER_CASE,
        smallest,
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  publish(
    actor: Actor,
    requestId: string,
    typed: { message: string; days: number },
    press: { identity: Identity; key: string | undefined },
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await knownToMember(tx, actor, requestId);
      const person = personIn(actor, OFFICERS);
      return pressedOnce(tx, now, actor, { route: 'summary.publish', key: press.key, body: { requestId, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        await rows.lockRounds(tx, requestId);
        const earlier = await rows.listPublications(tx, requestId);
        if (earlier.some((one) => isRunning(one, dayOf(now)))) throw refused('summary.running');
        if (earlier.length >= ROUNDS_PER_CASE) throw refused('summary.too-many');
        if (!readBundle(await readSnapshot(tx, requestId))) throw refused('summary.no-page');
        const [id, reference, closesOn] = [newId('s'), newReference(), closesOnOf(dayOf(now), typed.days)];
        const publication = { id, requestId, message: typed.message, reference, publishedBy: person, publishedAt: now, closesOn };
        await rows.insertPublication(tx, { ...publication, smallestGroup: await smallestGroup(tx) });
        await this.tellConcerned(tx, request, id, now);
        await record(tx, actor, now, 'summary.published', { toolId: request.toolId, subjectId: id }, { closesOn, reference });
        return reference;
      });
    });
  }

  /** Ends a round before its last day. From then on its outcome can be read, and nothing comes in any more. */
  end(actor: Actor, requestId: string, publicationId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await knownToMember(tx, actor, requestId);
      const person = personIn(actor, OFFICERS);
      await rows.lockRounds(tx, requestId);
      const publication = await rows.findPublication(tx, publicationId);
      if (publication?.requestId !== requestId) throw notFound();
      if (!isRunning(publication, dayOf(now))) throw refused('summary.closed');
      await rows.insertPublicationEnd(tx, publicationId, person, now);
      return record(tx, actor, now, 'summary.closed', { toolId: request.toolId, subjectId: publicationId });
    });
  }

  mine(actor: Actor): Promise<readonly rows.ListedSummary[]> {
    return this.transactions.read((tx) => rows.summariesFor(tx, actor.personId ?? '', dayOf(this.clock.now())));
  }

  /** For somebody concerned; for everybody else the page does not exist. */
  look(actor: Actor, publicationId: string): Promise<ReadSummary> {
    return this.transactions.read(async (tx) => {
      const { publication, request, person } = await this.concerning(tx, actor, publicationId);
      return {
        publication,
        toolName: request.toolName,
        bundle: readBundle(await readSnapshot(tx, request.id)),
        running: isRunning(publication, dayOf(this.clock.now())),
        reacted: await rows.hasReacted(tx, publicationId, person),
      };
    });
  }

  /** Once for each person. What was chosen is added up; nothing ties it to who chose it. */
  react(actor: Actor, publicationId: string, typed: { choice: Choice; remark: string }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { publication, person, unitId } = await this.concerning(tx, actor, publicationId);
      await rows.shareRounds(tx, publication.requestId);
      const current = await rows.findPublication(tx, publicationId);
      if (!current || !isRunning(current, dayOf(now))) throw refused('summary.closed');
      if (!(await rows.insertGiver(tx, publicationId, person))) throw refused('reaction.given');
      await rows.countReaction(tx, publicationId, { ...typed, unitId });
      await recordConfidential(tx, now, { kind: 'reaction.given', subject: publicationId });
    });
  }

  private async concerning(tx: Tx, actor: Actor, publicationId: string) {
    const person = actor.personId;
    const publication = await rows.findPublication(tx, publicationId);
    if (!publication || !person) throw notFound();
    const request = await knownRequest(tx, publication.requestId);
    const unitId = await rows.concernedUnit(tx, request.versionId, dayOf(this.clock.now()), person);
    if (!unitId) throw notFound();
    return { publication, request, person, unitId };
  }

  private async tellConcerned(tx: Tx, { versionId }: FoundRequest, publicationId: string, now: Date): Promise<void> {
    for (const language of LANGUAGES) {
      const t = text(constituencyCatalogue, language);
      await queueMails(tx, {
        recipients: rows.concernedIn(versionId, dayOf(now), language),
        subject: t('mail.subject'),
        text: t('mail.text', { link: `${this.config.baseUrl}${constituencyPaths.summary(publicationId)}` }),
      });
    }
  }
}

type OfRound<T> = readonly (T & { readonly publicationId: string })[];
interface Said {
  readonly units: readonly string[];
  readonly counts: OfRound<CountedChoice>;
  readonly remarks: OfRound<{ readonly text: string }>;
}
/** Remarks are shown only beside a total: with fewer people one could be known by the words. */
const closedRound = ({ id }: rows.Publication, { units, counts, remarks }: Said, smallest: number): NonNullable<Round['closed']> => {
  const own = <T extends { readonly publicationId: string }>(list: readonly T[]) =>
    list.filter(({ publicationId }) => publicationId === id);
  const outcome = outcomeOf(units, own(counts), smallest);
  return { outcome, remarks: outcome.total ? own(remarks).map(({ text: words }) => words) : [] };
};

const knownToMember = async (tx: Tx, actor: Actor, requestId: string): Promise<FoundRequest> => {
  if (!roomOf(actor) || !MEMBERS.some((role) => role === actor.role)) throw notFound();
  return requestKnownTo(tx, actor, requestId);
};

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, Problem, type Reason } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { type Holder, holdersOf } from '../people/index.js';
import { listChannels, noRetaliationRule, outsideAddress, provenOpeners, saveChannels } from './channels.repository.js';
import { type Channel, CHANNEL_KINDS, type ChannelKind, handlerRole, NEVER_HANDLERS, OUTSIDE } from './domain/channels.js';

export interface ChannelChoice {
  readonly kind: ChannelKind;
  readonly handlerId: string | null;
  readonly deputyId: string | null;
  readonly isOpen: boolean;
}
export interface Candidate {
  readonly personId: string;
  readonly name: string;
}
export interface ChannelsView {
  readonly channels: readonly ChannelChoice[];
  readonly candidates: Readonly<Record<ChannelKind, readonly Candidate[]>>;
  readonly outsideAddress: string | null;
  readonly rule: string | null;
}

@Injectable()
export class ChannelsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(): Promise<ChannelsView> {
    return this.transactions.read(async (tx) => {
      const channels = await listChannels(tx);
      const people = await this.people(tx);
      return {
        channels: CHANNEL_KINDS.map((kind) => channels.find((one) => one.kind === kind) ?? closed(kind)).map(asChoice),
        candidates: Object.fromEntries(CHANNEL_KINDS.map((kind) => [kind, people.for(kind)])) as ChannelsView['candidates'],
        outsideAddress: channels.find(({ kind }) => kind === OUTSIDE)?.outsideAddress ?? null,
        rule: await noRetaliationRule(tx),
      };
    });
  }

  /** Where people can go besides: the confidential adviser and the outside address. */
  contacts(): Promise<{ adviser: string | null; outside: string | null }> {
    return this.transactions.read(async (tx) => {
      const [adviser] = await holdersOf(tx, ['trusted_person']);
      return {
        adviser: adviser ? [adviser.name, adviser.mailAddress].filter(Boolean).join(', ') : null,
        outside: await outsideAddress(tx),
      };
    });
  }

  /** Who handles what. A channel opens only with a handler and a deputy, two persons who hold the role and are not HR. */
  save(actor: Actor, choices: readonly ChannelChoice[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      const people = await this.people(tx);
      const reasons = choices.flatMap((choice) => refusalsOf(choice, people));
      if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
      const now = this.clock.now();
      await saveChannels(
        tx,
        choices.map((choice) => ({ ...choice, outsideAddress: null })),
        actor.personId ?? actor.role,
        now,
      );
      await record(tx, actor, now, 'channels.set', {}, { open: choices.filter(({ isOpen }) => isOpen).map(({ kind }) => kind) });
    });
  }

  /** The confidential adviser names where people can go outside the organisation; empty takes it away. */
  nameOutside(actor: Actor, address: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      if (actor.role !== 'trusted_person') throw notFound();
      const now = this.clock.now();
      const row = { kind: OUTSIDE, handlerId: null, deputyId: null, isOpen: address !== '', outsideAddress: address || null } as const;
      await saveChannels(tx, [row], actor.personId ?? actor.role, now);
      await record(tx, actor, now, 'outside-channel.named', {}, { named: address !== '' });
    });
  }

  private async people(tx: Tx): Promise<People> {
    const holders = await holdersOf(tx, ['objection_handler', 'complaint_handler']);
    const barred = new Set((await holdersOf(tx, NEVER_HANDLERS)).map(({ personId }) => personId));
    return new People(holders, barred, new Set(await provenOpeners(tx)));
  }
}

const closed = (kind: ChannelKind): Channel => ({ kind, handlerId: null, deputyId: null, isOpen: false, outsideAddress: null });
const asChoice = ({ kind, handlerId, deputyId, isOpen }: Channel): ChannelChoice => ({
  kind: kind as ChannelKind,
  handlerId,
  deputyId,
  isOpen,
});

class People {
  constructor(
    private readonly holders: readonly Holder[],
    private readonly barred: ReadonlySet<string>,
    private readonly openers: ReadonlySet<string>,
  ) {}

  canOpen(kind: ChannelKind, personId: string): boolean {
    return kind !== 'complaint' || this.openers.has(personId);
  }

  for(kind: ChannelKind): readonly Candidate[] {
    return this.holders
      .filter(({ role, personId }) => role === handlerRole(kind) && !this.barred.has(personId))
      .map(({ personId, name }) => ({ personId, name }));
  }
  refusal(kind: ChannelKind, personId: string): string | null {
    if (this.barred.has(personId)) return 'channel.handler_conflict';
    return this.for(kind).some((one) => one.personId === personId) ? null : 'channel.handler_unknown';
  }
}

const refusalsOf = ({ kind, handlerId, deputyId, isOpen }: ChannelChoice, people: People): readonly Reason[] => {
  const named = [
    { id: handlerId, field: `${kind}_handler` },
    { id: deputyId, field: `${kind}_deputy` },
  ];
  const wrong = named.flatMap(({ id, field }) => {
    const code = id === null ? null : (people.refusal(kind, id) ?? (isOpen && !people.canOpen(kind, id) ? 'channel.not_proven' : null));
    return code ? [{ code, field }] : [];
  });
  if (handlerId !== null && handlerId === deputyId) wrong.push({ code: 'channel.same_person', field: `${kind}_deputy` });
  if (isOpen && (handlerId === null || deputyId === null)) wrong.push({ code: 'channel.not_staffed', field: `${kind}_open` });
  return wrong;
};

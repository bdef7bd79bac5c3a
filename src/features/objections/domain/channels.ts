import type { Role } from '../../../kernel/actor.js';
import { type Dossier, type Enforcement, runsOnLeases } from '../../../policy/index.js';

export const RIGHTS = ['access', 'rectification', 'erasure', 'restriction', 'portability'] as const;
export type Right = (typeof RIGHTS)[number];
/** What a person may come with, each with a form, a handler and a deputy. `outside` is an address the confidential adviser names. */
export const CHANNEL_KINDS = ['objection', 'complaint', ...RIGHTS] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
export const OUTSIDE = 'outside';

export interface Channel {
  readonly kind: ChannelKind | typeof OUTSIDE;
  readonly handlerId: string | null;
  readonly deputyId: string | null;
  readonly isOpen: boolean;
  readonly outsideAddress: string | null;
  /** False where handler and deputy have not both shown that they can open what is sealed for them. */
  readonly canOpen?: boolean;
}

/** Who handles objections, rights or complaints is none of these. */
export const NEVER_HANDLERS: readonly Role[] = ['hr_registrar', 'director', 'dpo', 'or_member', 'or_chair', 'or_secretary'];
/** The role that a handler holds. */
export const handlerRole = (kind: ChannelKind): Role => (kind === 'complaint' ? 'complaint_handler' : 'objection_handler');

/** A channel works when its form is open, a handler and a deputy are named, and both can open what comes in. */
const works = (channel: Channel): boolean =>
  channel.isOpen && channel.handlerId !== null && channel.deputyId !== null && channel.canOpen !== false;

const RIGHTS_IN_THE_LAW: readonly string[] = ['objection', ...RIGHTS];

export interface HandlingInput {
  readonly channels: readonly Channel[];
  /** Everyone who is HR now. */
  readonly hr: readonly string[];
  readonly enforcement: Enforcement;
  readonly personOutShown: boolean;
  readonly noRetaliationRule: boolean;
  readonly smallestGroup: number;
  readonly optOut: NonNullable<Dossier['objectionHandling']>['optOut'];
}

/** House policy: requests are answered within this many days; the legal date is the calendar month. */
const SLA_DAYS = 30;

/** The facts of objection and complaint handling, computed from what works. */
export const handlingOf = (input: HandlingInput): NonNullable<Dossier['objectionHandling']> => {
  const working = input.channels.filter(works);
  return {
    rightsChannels: working.map(({ kind }) => kind).filter((kind) => RIGHTS_IN_THE_LAW.includes(kind)),
    slaDays: SLA_DAYS,
    perPersonPause: runsOnLeases(input.enforcement) || input.personOutShown,
    optOut: input.optOut,
    repReportIdentities: false,
    repReportMinGroup: input.smallestGroup,
    anonymousChannel:
      working.some(({ kind, canOpen }) => kind === 'complaint' && canOpen === true) ||
      input.channels.some(({ kind, isOpen, outsideAddress }) => kind === OUTSIDE && isOpen && Boolean(outsideAddress)),
    noRetaliationRule: input.noRetaliationRule,
  };
};

/** E12's own check: objections and complaints each have a handler and a deputy, and none of them is HR. */
export const handlersStand = ({ channels, hr }: Pick<HandlingInput, 'channels' | 'hr'>): boolean =>
  (['objection', 'complaint'] as const).every((wanted) => {
    const channel = channels.find(({ kind }) => kind === wanted);
    return channel !== undefined && works(channel) && ![channel.handlerId, channel.deputyId].some((id) => hr.includes(id ?? ''));
  });

import type { Role } from '../../../kernel/actor.js';
import type { Dossier } from '../../../policy/index.js';
import type { Body } from './case-file.js';
import type { GroupLevel } from '../competence/domain/competence.js';

/** Who speaks for the staff here, and with which right (domain/mapping.md, Bodies). */
export interface Standing {
  readonly body: Body;
  /** The consent right of a works council, or of a staff representation with extra powers by agreement (WOR 32). */
  readonly consents: boolean;
  readonly headcount: number;
  readonly dpoAppointed: boolean;
}

const isBody = (value: unknown): value is Body => value === 'or' || value === 'pvt' || value === 'personnel_meeting' || value === 'none';

/** An organisation that has not answered has a council: the strictest reading. `competent`: the group council that decides in its place. */
export const standingOf = (organisation: Dossier['organisation'], competent: GroupLevel | null = null): Standing => {
  const local = isBody(organisation?.representativeBody) ? organisation.representativeBody : 'or';
  const body = local === 'or' && competent ? competent : local;
  return {
    body,
    consents: local === 'or' || (body === 'pvt' && (organisation?.staffRepresentationExtraPowers ?? []).includes('kl')),
    headcount: organisation?.headcount ?? Number.POSITIVE_INFINITY,
    dpoAppointed: organisation?.dpoAppointed === true,
  };
};

/** The council of several enterprises (WOR 33). */
export const isGroup = (body: Body): body is GroupLevel => body === 'cor' || body === 'gor';
/** Who records for the body; a second of them confirms. */
export const officersOf = (body: Body): readonly Role[] =>
  body === 'pvt' ? ['pvt_contact'] : isGroup(body) ? ['group_officer'] : ['or_chair', 'or_secretary'];
/** Who keeps the minutes. */
export const secretariesOf = (body: Body): readonly Role[] =>
  body === 'pvt' ? ['pvt_contact'] : isGroup(body) ? ['group_officer'] : ['or_secretary'];
export const hasMembers = (body: Body): boolean => body === 'or' || body === 'pvt' || isGroup(body);

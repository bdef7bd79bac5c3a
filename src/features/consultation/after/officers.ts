import type { Role } from '../../../kernel/actor.js';

/** Who acts for the body that has members: chair and secretary, or the contacts of a staff representation. */
export const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact'];

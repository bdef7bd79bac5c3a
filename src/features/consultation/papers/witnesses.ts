import type { Role } from '../../../kernel/actor.js';
import { officersOf } from '../domain/body.js';
import type { Body } from '../domain/case-file.js';

/** Who may say that a scan is of this paper: any member of the body. */
export const witnessesOf = (body: Body): readonly Role[] => (body === 'or' ? ['or_member', 'or_chair', 'or_secretary'] : officersOf(body));

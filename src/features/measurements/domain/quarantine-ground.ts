import { addDays, type Day, dayOf } from '../../../kernel/clock.js';

export interface SuspensionFacts {
  readonly cause: string;
  readonly versionSince: Date;
  readonly activeSince: Date;
  readonly consentUntil: Day | null;
}
export interface QuarantineGround {
  readonly cause: 'void' | 'expired' | 'exceeded';
  readonly fromOn: Day;
}

/**
 * From which day what a suspended tool measured rests on nothing; null: the suspension says nothing about that. A void consent never held, so all of the
 * version goes; a broken condition makes suspect what the activation measured; an ended consent only what came after its end.
 */
export const groundIn = ({ cause, versionSince, activeSince, consentUntil }: SuspensionFacts, now: Date): QuarantineGround | null => {
  if (cause === 'nullity') return { cause: 'void', fromOn: dayOf(versionSince) };
  if (cause === 'condition_broken') return { cause: 'exceeded', fromOn: dayOf(activeSince) };
  if (cause === 'gate_closed' && consentUntil !== null && consentUntil < dayOf(now))
    return { cause: 'expired', fromOn: addDays(consentUntil, 1) };
  return null;
};

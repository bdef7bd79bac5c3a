import { asMildAtHome, PRESUMED_DISPROPORTIONATE_AT_HOME } from '../derived.js';
import { atMost, both, contains, either, equals, holds, lacks, negate, oneOf, truth, of } from '../reading.js';
import type { Rule } from './rule.js';

const SCREENS = ['screenshot', 'screen_recording'] as const;
const RECORDERS = ['call_recording', 'microphone', 'webcam', 'screen_recording'] as const;
const INVESTIGATION_DAYS = 30;

/** ECHR 8, case law, WP249, the AP and the Criminal Code. */
export const PRIVATE_LIFE_RULES: readonly Rule[] = [
  {
    id: 'EU-ECHR-08-01',
    must: (f) => {
      const { priorNotice, extent, legitimateReason, lessIntrusive, consequences, safeguards } = of(f.assessment.barbulescu);
      return (
        holds(priorNotice) && holds(extent) && holds(legitimateReason) && holds(lessIntrusive) && holds(consequences) && holds(safeguards)
      );
    },
  },
  {
    id: 'NL-CASE-01',
    when: (f) => {
      const category = f.tool.category;
      const modes = f.capture.modes;
      const filmed = both(f.capture.video, negate(oneOf(category, SCREENS)));
      return both(
        both(f.home.enabled, either(equals(category, 'webcam'), filmed)),
        either(contains(modes, 'continuous'), contains(modes, 'live_view')),
      );
    },
    must: () => false,
  },
  {
    id: 'EU-WP249-01',
    when: (f) => both(f.home.enabled, oneOf(f.tool.category, PRESUMED_DISPROPORTIONATE_AT_HOME)),
    must: (f) => {
      const investigation = of(f.runtime.investigation);
      return (
        f.tool.groupScope === 'individual' &&
        holds(investigation.suspicionDocumented) &&
        atMost(investigation.maxDays, INVESTIGATION_DAYS) === true
      );
    },
  },
  {
    id: 'EU-WP249-02',
    when: (f) => contains(f.tool.deviceOwnership, 'private'),
    must: (f) => holds(f.tool.containerised) && holds(f.tool.telecomActGround),
  },
  {
    id: 'NL-AP-COV-01',
    when: (f) => truth(f.tool.covert),
    must: (f) =>
      holds(f.covertCheck.reasonableSuspicion) &&
      holds(f.covertCheck.otherMeansExhausted) &&
      holds(f.covertCheck.periodEnd) &&
      holds(f.covertCheck.informAfterwards) &&
      holds(f.dpia.done),
  },
  {
    id: 'NL-AP-REC-01',
    when: (f) => both(oneOf(f.tool.category, RECORDERS), f.capture.stores),
    must: (f) => equals(f.capture.signal, 'per_event'),
    severity: (f) => (f.capture.signal === 'afterwards' ? 'warns' : null),
  },
  {
    id: 'NL-AP-REC-02',
    when: (f) => contains(f.tool.dataSubjects, 'customers'),
    must: (f) => {
      const told = of(f.notice.thirdParty);
      return holds(told.atStart) && holds(told.purposesTold) && holds(told.fullNoticeLink);
    },
  },
  {
    id: 'NL-PAR-01',
    when: (f) => truth(f.home.enabled),
    must: asMildAtHome,
    severity: (f) => {
      const exception = of(f.assessment.parityException);
      return holds(exception.securityMeasure) && holds(exception.dpoEndorsed) ? 'warns' : null;
    },
  },
  {
    id: 'NL-SR-139-01',
    when: (f) => either(f.capture.audio, f.capture.video),
    must: (f) => lacks(f.capture.audioNonParticipants) && lacks(both(both(f.tool.covert, f.home.enabled), f.capture.video)),
  },
];

/** The situation at home. */
export const HOME_RULES: readonly Rule[] = [
  {
    id: 'NL-HOME-01',
    when: (f) => truth(f.home.enabled),
    must: (f) => {
      const schedule = of(f.capture.schedule);
      if (!holds(schedule.workingHoursOnly) || !holds(schedule.breaksExcluded)) return false;
      const sensing = either(either(f.capture.audio, f.capture.video), f.capture.location);
      return either(negate(sensing), f.capture.householdProtection);
    },
  },
];

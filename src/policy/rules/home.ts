import { BARBULESCU_CRITERIA, PRESUMED_DISPROPORTIONATE_AT_HOME, stricterDims } from '../derived.js';
import { at, atMost, both, contains, either, equals, holds, lacks, negate, oneOf, truth } from '../reading.js';
import type { Rule } from './rule.js';

const SCREENS = ['screenshot', 'screen_recording'] as const;
const RECORDERS = ['call_recording', 'microphone', 'webcam', 'screen_recording'] as const;
const INVESTIGATION_DAYS = 30;

/** ECHR 8, case law, WP249, the AP and the Criminal Code. */
export const PRIVATE_LIFE_RULES: readonly Rule[] = [
  {
    id: 'EU-ECHR-08-01',
    must: (f) => BARBULESCU_CRITERIA.every((criterion) => holds(at(at(f.assessment, 'barbulescu'), criterion))),
  },
  {
    id: 'NL-CASE-01',
    when: (f) => {
      const category = at(f.tool, 'category');
      const modes = at(f.capture, 'modes');
      const filmed = both(at(f.capture, 'video'), negate(oneOf(category, SCREENS)));
      return both(
        both(at(f.home, 'enabled'), either(equals(category, 'webcam'), filmed)),
        either(contains(modes, 'continuous'), contains(modes, 'live_view')),
      );
    },
    must: () => false,
  },
  {
    id: 'EU-WP249-01',
    when: (f) => both(at(f.home, 'enabled'), oneOf(at(f.tool, 'category'), PRESUMED_DISPROPORTIONATE_AT_HOME)),
    must: (f) => {
      const investigation = at(f.runtime, 'investigation');
      return (
        at(f.tool, 'groupScope') === 'individual' &&
        holds(at(investigation, 'suspicionDocumented')) &&
        atMost(at(investigation, 'maxDays'), INVESTIGATION_DAYS) === true
      );
    },
  },
  {
    id: 'EU-WP249-02',
    when: (f) => contains(at(f.tool, 'deviceOwnership'), 'private'),
    must: (f) => holds(at(f.tool, 'containerised')) && holds(at(f.tool, 'telecomActGround')),
  },
  {
    id: 'NL-AP-COV-01',
    when: (f) => truth(at(f.tool, 'covert')),
    must: (f) =>
      holds(at(f.covertCheck, 'reasonableSuspicion')) &&
      holds(at(f.covertCheck, 'otherMeansExhausted')) &&
      holds(at(f.covertCheck, 'periodEnd')) &&
      holds(at(f.covertCheck, 'informAfterwards')) &&
      holds(at(f.dpia, 'done')),
  },
  {
    id: 'NL-AP-REC-01',
    when: (f) => both(oneOf(at(f.tool, 'category'), RECORDERS), at(f.capture, 'stores')),
    must: (f) => equals(at(f.capture, 'signal'), 'per_event'),
    severity: (f) => (at(f.capture, 'signal') === 'afterwards' ? 'warns' : null),
  },
  {
    id: 'NL-AP-REC-02',
    when: (f) => contains(at(f.tool, 'dataSubjects'), 'customers'),
    must: (f) => {
      const told = at(f.notice, 'thirdParty');
      return holds(at(told, 'atStart')) && holds(at(told, 'purposesTold')) && holds(at(told, 'fullNoticeLink'));
    },
  },
  {
    id: 'NL-PAR-01',
    when: (f) => truth(at(f.home, 'enabled')),
    must: (f) => {
      const stricter = stricterDims(f);
      return Array.isArray(stricter) && stricter.length === 0;
    },
    severity: (f) => {
      const exception = at(f.assessment, 'parityException');
      return holds(at(exception, 'securityMeasure')) && holds(at(exception, 'dpoEndorsed')) ? 'warns' : null;
    },
  },
  {
    id: 'NL-SR-139-01',
    when: (f) => either(at(f.capture, 'audio'), at(f.capture, 'video')),
    must: (f) =>
      lacks(at(f.capture, 'audioNonParticipants')) &&
      lacks(both(both(at(f.tool, 'covert'), at(f.home, 'enabled')), at(f.capture, 'video'))),
  },
];

/** The situation at home. */
export const HOME_RULES: readonly Rule[] = [
  {
    id: 'NL-HOME-01',
    when: (f) => truth(at(f.home, 'enabled')),
    must: (f) => {
      const schedule = at(f.capture, 'schedule');
      if (!holds(at(schedule, 'workingHoursOnly')) || !holds(at(schedule, 'breaksExcluded'))) return false;
      const sensing = either(either(at(f.capture, 'audio'), at(f.capture, 'video')), at(f.capture, 'location'));
      return either(negate(sensing), at(f.capture, 'householdProtection'));
    },
  },
];

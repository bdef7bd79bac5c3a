import { missingNoticeItems } from '../derived.js';
import {
  at,
  atMost,
  both,
  contains,
  daysApart,
  either,
  every,
  holds,
  lacks,
  notEmpty,
  oneOf,
  orElse,
  pluck,
  some,
  truth,
  within,
} from '../reading.js';
import type { Rule } from './rule.js';

const RIGHTS = ['access', 'rectification', 'erasure', 'restriction', 'objection'] as const;
const OBJECTION_DAYS = 30;
const EXTENDED_OBJECTION_DAYS = 90;
const LEAD_DAYS = 14;
const SMALLEST_GROUP = 5;

/** GDPR 12, 13 and 14: rights channels and the notice. */
export const NOTICE_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-12-01',
    must: (f) => {
      const channels = at(f.objectionHandling, 'rightsChannels');
      if (within(RIGHTS, channels) !== true || atMost(at(f.objectionHandling, 'slaDays'), OBJECTION_DAYS) !== true) return false;
      if (within(at(f.organisation, 'workforceLanguages'), at(f.notice, 'languages')) !== true) return false;
      const portable = some(f.purposes, (p) => oneOf(at(p, 'legalBasis'), ['contract', 'consent']));
      return portable === true ? contains(channels, 'portability') : lacks(portable);
    },
  },
  {
    id: 'EU-GDPR-13-01',
    must: (f) => {
      const missing = missingNoticeItems(f);
      return Array.isArray(missing) && missing.length === 0;
    },
  },
  { id: 'EU-GDPR-13-02', must: (f) => within(pluck(f.purposes, 'code'), orElse(at(f.notice, 'retentionStatedFor'), [])) },
  {
    id: 'EU-GDPR-13-03',
    must: (f) => {
      const published = at(f.notice, 'publishedOn');
      const activation = at(f.runtime, 'activationOn');
      return (
        holds(published) && (lacks(activation) || daysApart(published, activation, 1) === true) && lacks(at(f.notice, 'undeliveredActive'))
      );
    },
  },
  {
    id: 'EU-GDPR-13-04',
    when: (f) => truth(at(f.runtime, 'activationOn')),
    must: (f) => daysApart(at(f.notice, 'publishedOn'), at(f.runtime, 'activationOn'), LEAD_DAYS),
  },
];

/** GDPR 21 and 22: objection and automated decisions. */
export const OBJECTION_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-21-01',
    when: (f) => some(f.purposes, (p) => oneOf(at(p, 'legalBasis'), ['legitimate_interest', 'public_task'])),
    must: (f) =>
      contains(at(f.objectionHandling, 'rightsChannels'), 'objection') === true &&
      holds(at(f.notice, 'objectionSeparate')) &&
      holds(at(f.objectionHandling, 'perPersonPause')),
  },
  {
    id: 'EU-GDPR-21-02',
    must: (f) => {
      const optOut = at(f.objectionHandling, 'optOut');
      return either(at(optOut, 'available'), at(optOut, 'reason'));
    },
  },
  {
    id: 'EU-GDPR-21-03',
    when: (f) => notEmpty(orElse(at(f.runtime, 'openObjections'), [])),
    must: (f) =>
      every(at(f.runtime, 'openObjections'), (x) => {
        const age = at(x, 'ageDays');
        const extended = both(at(x, 'extensionNotified'), atMost(age, EXTENDED_OBJECTION_DAYS));
        return holds(at(x, 'suspended')) && either(atMost(age, OBJECTION_DAYS), extended) === true;
      }),
  },
  {
    id: 'EU-GDPR-22-01',
    when: (f) => {
      const decisions = at(f.tool, 'automatedDecisions');
      return both(at(decisions, 'solelyAutomated'), at(decisions, 'significantEffect'));
    },
    must: (f) => {
      const decisions = at(f.tool, 'automatedDecisions');
      return holds(at(decisions, 'exceptionReference')) && holds(at(decisions, 'humanReview')) && holds(at(decisions, 'contestRoute'));
    },
  },
  { id: 'EU-GDPR-22-02', must: (f) => lacks(at(at(f.tool, 'automatedDecisions'), 'payOrDisciplineFromRawMetric')) },
];

/** What the council may see, and the safety of who complains. */
export const COMPLAINT_RULES: readonly Rule[] = [
  {
    id: 'NL-OBJ-01',
    must: (f) =>
      lacks(at(f.objectionHandling, 'repReportIdentities')) &&
      atMost(SMALLEST_GROUP, at(f.objectionHandling, 'repReportMinGroup')) === true,
  },
  {
    id: 'NL-OBJ-02',
    must: (f) =>
      holds(at(f.organisation, 'trustedPerson')) &&
      holds(at(f.objectionHandling, 'anonymousChannel')) &&
      holds(at(f.objectionHandling, 'noRetaliationRule')),
  },
];

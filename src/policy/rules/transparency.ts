import { purposeCodes } from '../derived.js';
import { noticeIsComplete } from '../notice-due.js';
import {
  atMost,
  both,
  contains,
  daysApart,
  either,
  every,
  holds,
  lacks,
  NOTHING,
  notEmpty,
  oneOf,
  orElse,
  some,
  truth,
  within,
  of,
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
      const channels = f.objectionHandling.rightsChannels;
      if (within(RIGHTS, channels) !== true || atMost(f.objectionHandling.slaDays, OBJECTION_DAYS) !== true) return false;
      if (within(f.organisation.workforceLanguages, f.notice.languages) !== true) return false;
      const portable = some(f.purposes, (p) => oneOf(p.legalBasis, ['contract', 'consent']));
      return portable === true ? contains(channels, 'portability') : lacks(portable);
    },
  },
  {
    id: 'EU-GDPR-13-01',
    must: noticeIsComplete,
  },
  { id: 'EU-GDPR-13-02', must: (f) => within(purposeCodes(f), orElse(f.notice.retentionStatedFor, NOTHING)) },
  {
    id: 'EU-GDPR-13-03',
    must: (f) => {
      const published = f.notice.publishedOn;
      const activation = f.runtime.activationOn;
      return holds(published) && (lacks(activation) || daysApart(published, activation, 1) === true) && lacks(f.notice.undeliveredActive);
    },
  },
  {
    id: 'EU-GDPR-13-04',
    when: (f) => truth(f.runtime.activationOn),
    must: (f) => daysApart(f.notice.publishedOn, f.runtime.activationOn, LEAD_DAYS),
  },
];

/** GDPR 21 and 22: objection and automated decisions. */
export const OBJECTION_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-21-01',
    when: (f) => some(f.purposes, (p) => oneOf(p.legalBasis, ['legitimate_interest', 'public_task'])),
    must: (f) =>
      contains(f.objectionHandling.rightsChannels, 'objection') === true &&
      holds(f.notice.objectionSeparate) &&
      holds(f.objectionHandling.perPersonPause),
  },
  {
    id: 'EU-GDPR-21-02',
    must: (f) => {
      const optOut = of(f.objectionHandling.optOut);
      return either(optOut.available, optOut.reason);
    },
  },
  {
    id: 'EU-GDPR-21-03',
    when: (f) => notEmpty(orElse(f.runtime.openObjections, NOTHING)),
    must: (f) =>
      every(f.runtime.openObjections, (x) => {
        const age = x.ageDays;
        const extended = both(x.extensionNotified, atMost(age, EXTENDED_OBJECTION_DAYS));
        return holds(x.suspended) && either(atMost(age, OBJECTION_DAYS), extended) === true;
      }),
  },
  {
    id: 'EU-GDPR-22-01',
    when: (f) => {
      const decisions = of(f.tool.automatedDecisions);
      return both(decisions.solelyAutomated, decisions.significantEffect);
    },
    must: (f) => {
      const decisions = of(f.tool.automatedDecisions);
      return holds(decisions.exceptionReference) && holds(decisions.humanReview) && holds(decisions.contestRoute);
    },
  },
  { id: 'EU-GDPR-22-02', must: (f) => lacks(of(f.tool.automatedDecisions).payOrDisciplineFromRawMetric) },
];

/** What the council may see, and the safety of who complains. */
export const COMPLAINT_RULES: readonly Rule[] = [
  {
    id: 'NL-OBJ-01',
    must: (f) => lacks(f.objectionHandling.repReportIdentities) && atMost(SMALLEST_GROUP, f.objectionHandling.repReportMinGroup) === true,
  },
  {
    id: 'NL-OBJ-02',
    must: (f) =>
      holds(f.organisation.trustedPerson) && holds(f.objectionHandling.anonymousChannel) && holds(f.objectionHandling.noRetaliationRule),
  },
];

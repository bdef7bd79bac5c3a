import { purposeCodes, retentionCeilingDays } from '../derived.js';
import {
  atMost,
  both,
  contains,
  either,
  equals,
  every,
  everyWhere,
  holds,
  isUnreadable,
  negate,
  NOTHING,
  notEmpty,
  oneOf,
  orElse,
  pluck,
  some,
  truth,
  within,
  of,
} from '../reading.js';
import type { Rule } from './rule.js';

const SOFT_CLAIMS = ['anonymised', 'no_personal_data', 'not_biometric'] as const;

/** GDPR 4 and 5: what counts as processing, and the principles. */
export const PROCESSING_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-04-01',
    when: (f) => contains(f.capture.modes, 'live_view'),
    must: (f) => {
      const view = of(f.capture.liveView);
      return holds(view.declared) && holds(view.announced) && holds(view.logged);
    },
  },
  {
    id: 'EU-GDPR-04-02',
    when: (f) => truth(of(f.capture.buffer).lengthSeconds),
    must: (f) => truth(of(f.capture.buffer).declared),
  },
  {
    id: 'EU-GDPR-04-03',
    when: (f) => some(f.tool.vendorClaims, (v) => both(v.reliedOn, oneOf(v.claim, SOFT_CLAIMS))),
    must: (f) =>
      everyWhere(
        f.tool.vendorClaims,
        (v) => both(v.reliedOn, oneOf(v.claim, SOFT_CLAIMS)),
        (v) => v.evidence === 'independent_test' && negate(v.contradictedByAuthority) === true,
      ),
  },
  {
    id: 'EU-GDPR-04-04',
    when: (f) => truth(f.capture.onDeviceAnonymisation),
    must: (f) => truth(f.capture.preprocessingDeclared),
  },
  {
    id: 'EU-GDPR-05-01',
    must: (f) => notEmpty(f.purposes) === true && every(f.purposes, (p) => equals(p.code, 'other') === false && holds(p.specific)),
  },
  {
    id: 'EU-GDPR-05-02',
    must: (f) => {
      const codes = purposeCodes(f);
      return (
        within(orElse(f.runtime.actualUses, NOTHING), codes) === true &&
        within(codes, orElse(f.notice.purposes, NOTHING)) === true &&
        everyWhere(
          f.purposes,
          (p) => p.secondaryOf,
          (p) => p.compatibility === 'compatible' && holds(p.notifiedBeforeReuse),
        )
      );
    },
  },
  {
    id: 'EU-GDPR-05-03',
    when: (f) => equals(f.capture.contentLevel, 2),
    must: (f) => truth(f.assessment.contentJustification),
  },
  {
    id: 'EU-GDPR-05-04',
    must: (f) =>
      every(f.purposes, (p) => {
        const retention = of(p.retention);
        return holds(retention.criterion) && holds(retention.maxDays);
      }),
  },
  {
    id: 'EU-GDPR-05-05',
    must: (f) => {
      const category = f.tool.category;
      const ceiling = isUnreadable(category) ? category : retentionCeilingDays(category);
      return every(f.purposes, (p) => {
        const retention = of(p.retention);
        const short = atMost(orElse(retention.maxDays, 0), ceiling);
        return either(short, retention.justification) === true && holds(retention.autoDelete);
      });
    },
  },
  {
    id: 'EU-GDPR-05-06',
    must: (f) => {
      const categories = f.tool.dataCategories;
      return (
        within(
          orElse(f.runtime.actualCategories, NOTHING),
          pluck(categories, (x) => x.code),
        ) === true && every(categories, (x) => holds(x.purposes))
      );
    },
  },
];

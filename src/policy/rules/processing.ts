import { retentionCeilingDays } from '../derived.js';
import {
  at,
  atMost,
  both,
  contains,
  either,
  equals,
  ERROR,
  every,
  everyWhere,
  holds,
  negate,
  notEmpty,
  oneOf,
  orElse,
  pluck,
  some,
  truth,
  within,
} from '../reading.js';
import type { Rule } from './rule.js';

const SOFT_CLAIMS = ['anonymised', 'no_personal_data', 'not_biometric'] as const;

/** GDPR 4 and 5: what counts as processing, and the principles. */
export const PROCESSING_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-04-01',
    when: (f) => contains(at(f.capture, 'modes'), 'live_view'),
    must: (f) => {
      const view = at(f.capture, 'liveView');
      return holds(at(view, 'declared')) && holds(at(view, 'announced')) && holds(at(view, 'logged'));
    },
  },
  {
    id: 'EU-GDPR-04-02',
    when: (f) => truth(at(at(f.capture, 'buffer'), 'lengthSeconds')),
    must: (f) => truth(at(at(f.capture, 'buffer'), 'declared')),
  },
  {
    id: 'EU-GDPR-04-03',
    when: (f) => some(at(f.tool, 'vendorClaims'), (v) => both(at(v, 'reliedOn'), oneOf(at(v, 'claim'), SOFT_CLAIMS))),
    must: (f) =>
      everyWhere(
        at(f.tool, 'vendorClaims'),
        (v) => both(at(v, 'reliedOn'), oneOf(at(v, 'claim'), SOFT_CLAIMS)),
        (v) => at(v, 'evidence') === 'independent_test' && negate(at(v, 'contradictedByAuthority')) === true,
      ),
  },
  {
    id: 'EU-GDPR-04-04',
    when: (f) => truth(at(f.capture, 'onDeviceAnonymisation')),
    must: (f) => truth(at(f.capture, 'preprocessingDeclared')),
  },
  {
    id: 'EU-GDPR-05-01',
    must: (f) =>
      notEmpty(f.purposes) === true && every(f.purposes, (p) => equals(at(p, 'code'), 'other') === false && holds(at(p, 'specific'))),
  },
  {
    id: 'EU-GDPR-05-02',
    must: (f) => {
      const codes = pluck(f.purposes, 'code');
      return (
        within(orElse(at(f.runtime, 'actualUses'), []), codes) === true &&
        within(codes, orElse(at(f.notice, 'purposes'), [])) === true &&
        everyWhere(
          f.purposes,
          (p) => at(p, 'secondaryOf'),
          (p) => at(p, 'compatibility') === 'compatible' && holds(at(p, 'notifiedBeforeReuse')),
        )
      );
    },
  },
  {
    id: 'EU-GDPR-05-03',
    when: (f) => equals(at(f.capture, 'contentLevel'), 2),
    must: (f) => truth(at(f.assessment, 'contentJustification')),
  },
  {
    id: 'EU-GDPR-05-04',
    must: (f) =>
      every(f.purposes, (p) => {
        const retention = at(p, 'retention');
        return holds(at(retention, 'criterion')) && holds(at(retention, 'maxDays'));
      }),
  },
  {
    id: 'EU-GDPR-05-05',
    must: (f) => {
      const category = at(f.tool, 'category');
      const ceiling = category === ERROR ? ERROR : retentionCeilingDays(category);
      return every(f.purposes, (p) => {
        const retention = at(p, 'retention');
        const short = atMost(orElse(at(retention, 'maxDays'), 0), ceiling);
        return either(short, at(retention, 'justification')) === true && holds(at(retention, 'autoDelete'));
      });
    },
  },
  {
    id: 'EU-GDPR-05-06',
    must: (f) => {
      const categories = at(f.tool, 'dataCategories');
      return (
        within(orElse(at(f.runtime, 'actualCategories'), []), pluck(categories, 'code')) === true &&
        every(categories, (x) => holds(at(x, 'purposes')))
      );
    },
  },
];

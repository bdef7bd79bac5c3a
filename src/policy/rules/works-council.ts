import { consentRequired, GRANTED, positive } from '../derived.js';
import {
  at,
  both,
  contains,
  daysApart,
  either,
  equals,
  every,
  holds,
  lacks,
  moreThan,
  atLeast,
  negate,
  notAfter,
  oneOf,
  orElse,
  overlaps,
  some,
  truth,
  ERROR,
} from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const STATUTORY_GROUNDS = ['refusal_unreasonable', 'weighty_business_reasons'] as const;
const COUNCIL_FROM = 50;
const MEETING_FROM = 10;

const claimFits = (f: Facts): boolean => {
  const route = at(f.representation, 'route');
  if (route === 'cba')
    return holds(at(f.organisation, 'collectiveAgreementReference')) && holds(at(f.organisation, 'collectiveAgreementSubstantive'));
  if (route !== 'consent_not_required') return false;
  return either(negate(at(f.tool, 'suitableForMonitoring')), equals(at(f.tool, 'groupScope'), 'individual')) === true;
};

/** WOR 27: the consent of the works council. */
const CONSENT_RULES: readonly Rule[] = [
  {
    id: 'NL-WOR-27-01',
    when: consentRequired,
    must: (f) => {
      if (oneOf(at(f.representation, 'decision'), GRANTED) === true) return true;
      const court = at(f.representation, 'court');
      return at(court, 'outcome') === 'granted' && oneOf(at(court, 'ground'), STATUTORY_GROUNDS) === true;
    },
  },
  {
    id: 'NL-WOR-27-02',
    when: (f) => truth(at(at(f.representation, 'request'), 'submittedOn')),
    must: (f) => {
      const request = at(f.representation, 'request');
      return (
        holds(at(request, 'written')) &&
        holds(at(request, 'reasons')) &&
        holds(at(request, 'consequences')) &&
        overlaps(at(request, 'grounds'), ['k', 'l']) === true &&
        holds(at(request, 'attachmentsComplete'))
      );
    },
  },
  {
    id: 'NL-WOR-27-03',
    when: (f) => both(at(f.representation, 'decision'), negate(equals(at(f.representation, 'route'), 'cba'))),
    must: (f) => {
      const submittedOn = at(at(f.representation, 'request'), 'submittedOn');
      const decidedOn = at(f.representation, 'decidedOn');
      return some(at(f.representation, 'meetings'), (day) => both(notAfter(submittedOn, day), notAfter(day, decidedOn)));
    },
  },
  {
    id: 'NL-WOR-27-04',
    when: (f) => truth(at(f.representation, 'decision')),
    must: (f) =>
      holds(at(f.representation, 'decisionWritten')) &&
      holds(at(f.representation, 'decisionReasoned')) &&
      holds(at(f.representation, 'decidedByBody')),
  },
  {
    id: 'NL-WOR-27-05',
    when: positive,
    must: (f) => {
      const final = at(f.representation, 'final');
      const activation = at(f.runtime, 'activationOn');
      const effective = at(final, 'effectiveOn');
      return (
        holds(at(final, 'written')) &&
        holds(at(final, 'communicatedOn')) &&
        holds(effective) &&
        (lacks(activation) || daysApart(effective, activation, 0) === true)
      );
    },
  },
  {
    id: 'NL-WOR-27-06',
    when: (f) => truth(at(at(f.representation, 'nullity'), 'invokedOn')),
    must: (f) => oneOf(at(at(f.representation, 'nullity'), 'status'), ['declared_unjustified', 'resolved_by_consent']),
  },
  {
    id: 'NL-WOR-27-07',
    when: positive,
    must: (f) => equals(at(f.representation, 'versionHash'), at(f.dossier, 'versionHash')),
  },
  {
    id: 'NL-WOR-27-08',
    when: positive,
    must: (f) => {
      const expiresOn = at(f.representation, 'expiresOn');
      return (
        every(orElse(at(f.representation, 'conditions'), []), (x) => holds(at(x, 'inFinalDecision')) && holds(at(x, 'fulfilled'))) &&
        (lacks(expiresOn) || notAfter(f.today, expiresOn) === true)
      );
    },
  },
  {
    id: 'NL-WOR-27-09',
    when: (f) =>
      either(
        oneOf(at(f.representation, 'route'), ['cba', 'consent_not_required']),
        both(equals(at(f.organisation, 'representativeBody'), 'or'), negate(consentRequired(f))),
      ),
    must: (f) => {
      const exemption = at(f.representation, 'exemption');
      return either(at(exemption, 'confirmedOn'), at(exemption, 'courtReference')) === true && claimFits(f);
    },
  },
];

/** WOR 35b, 35c and 2: where there is no council. */
const SMALL_BODY_RULES: readonly Rule[] = [
  {
    id: 'NL-WOR-35-01',
    when: (f) => equals(at(f.organisation, 'representativeBody'), 'pvt'),
    must: (f) => {
      const asCouncil = contains(orElse(at(f.organisation, 'staffRepresentationExtraPowers'), []), 'kl');
      if (asCouncil === ERROR) return ERROR;
      return asCouncil ? oneOf(at(f.representation, 'decision'), GRANTED) : truth(at(f.representation, 'consultedOn'));
    },
  },
  {
    id: 'NL-WOR-35-02',
    when: (f) => {
      const body = at(f.organisation, 'representativeBody');
      const headcount = at(f.organisation, 'headcount');
      const middle = both(atLeast(headcount, MEETING_FROM), moreThan(COUNCIL_FROM, headcount));
      return either(equals(body, 'personnel_meeting'), both(equals(body, 'none'), middle));
    },
    must: (f) =>
      holds(at(f.representation, 'personnelMeetingOn')) &&
      either(negate(at(f.representation, 'quarterAffected')), at(f.representation, 'adviceAsked')) === true,
  },
  {
    id: 'NL-WOR-02-01',
    when: (f) => atLeast(at(f.organisation, 'headcount'), COUNCIL_FROM),
    must: (f) => either(equals(at(f.organisation, 'representativeBody'), 'or'), at(f.organisation, 'worksCouncilExemptionReference')),
  },
];

export const WORKS_COUNCIL_RULES: readonly Rule[] = [...CONSENT_RULES, ...SMALL_BODY_RULES];

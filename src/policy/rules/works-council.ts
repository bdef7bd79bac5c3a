import { consentRequired, GRANTED, positive } from '../derived.js';
import {
  both,
  contains,
  daysApart,
  either,
  equals,
  every,
  holds,
  lacks,
  NOTHING,
  moreThan,
  atLeast,
  negate,
  notAfter,
  oneOf,
  orElse,
  overlaps,
  truth,
  ERROR,
  of,
  someValue,
} from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const STATUTORY_GROUNDS = ['refusal_unreasonable', 'weighty_business_reasons'] as const;
const COUNCIL_FROM = 50;
const MEETING_FROM = 10;

const claimFits = (f: Facts): boolean => {
  const route = f.representation.route;
  if (route === 'cba') return holds(f.organisation.collectiveAgreementReference) && holds(f.organisation.collectiveAgreementSubstantive);
  if (route !== 'consent_not_required') return false;
  return either(negate(f.tool.suitableForMonitoring), equals(f.tool.groupScope, 'individual')) === true;
};

/** WOR 27: the consent of the works council. */
const CONSENT_RULES: readonly Rule[] = [
  {
    id: 'NL-WOR-27-01',
    when: consentRequired,
    must: (f) => {
      if (oneOf(f.representation.decision, GRANTED) === true) return true;
      const court = of(f.representation.court);
      return court.outcome === 'granted' && oneOf(court.ground, STATUTORY_GROUNDS) === true;
    },
  },
  {
    id: 'NL-WOR-27-02',
    when: (f) => truth(of(f.representation.request).submittedOn),
    must: (f) => {
      const request = of(f.representation.request);
      return (
        holds(request.written) &&
        holds(request.reasons) &&
        holds(request.consequences) &&
        overlaps(request.grounds, ['k', 'l']) === true &&
        holds(request.attachmentsComplete)
      );
    },
  },
  {
    id: 'NL-WOR-27-03',
    when: (f) => both(f.representation.decision, negate(equals(f.representation.route, 'cba'))),
    must: (f) => {
      const submittedOn = of(f.representation.request).submittedOn;
      const decidedOn = f.representation.decidedOn;
      return someValue(f.representation.meetings, (day) => both(notAfter(submittedOn, day), notAfter(day, decidedOn)));
    },
  },
  {
    id: 'NL-WOR-27-04',
    when: (f) => truth(f.representation.decision),
    must: (f) =>
      holds(f.representation.decisionWritten) && holds(f.representation.decisionReasoned) && holds(f.representation.decidedByBody),
  },
  {
    id: 'NL-WOR-27-05',
    when: positive,
    must: (f) => {
      const final = of(f.representation.final);
      const activation = f.runtime.activationOn;
      const effective = final.effectiveOn;
      return (
        holds(final.written) &&
        holds(final.communicatedOn) &&
        holds(effective) &&
        (lacks(activation) || daysApart(effective, activation, 0) === true)
      );
    },
  },
  {
    id: 'NL-WOR-27-06',
    when: (f) => truth(of(f.representation.nullity).invokedOn),
    must: (f) => oneOf(of(f.representation.nullity).status, ['declared_unjustified', 'resolved_by_consent']),
  },
  {
    id: 'NL-WOR-27-07',
    when: positive,
    must: (f) => equals(f.representation.versionHash, f.dossier.versionHash),
  },
  {
    id: 'NL-WOR-27-08',
    when: positive,
    must: (f) => {
      const expiresOn = f.representation.expiresOn;
      return (
        every(orElse(f.representation.conditions, NOTHING), (x) => holds(x.inFinalDecision) && holds(x.fulfilled)) &&
        (lacks(expiresOn) || notAfter(f.today, expiresOn) === true)
      );
    },
  },
  {
    id: 'NL-WOR-27-09',
    when: (f) =>
      either(
        oneOf(f.representation.route, ['cba', 'consent_not_required']),
        both(equals(f.organisation.representativeBody, 'or'), negate(consentRequired(f))),
      ),
    must: (f) => {
      const exemption = of(f.representation.exemption);
      return either(exemption.confirmedOn, exemption.courtReference) === true && claimFits(f);
    },
  },
];

/** WOR 35b, 35c and 2: where there is no council. */
const SMALL_BODY_RULES: readonly Rule[] = [
  {
    id: 'NL-WOR-35-01',
    when: (f) => equals(f.organisation.representativeBody, 'pvt'),
    must: (f) => {
      const asCouncil = contains(orElse(f.organisation.staffRepresentationExtraPowers, NOTHING), 'kl');
      if (asCouncil === ERROR) return ERROR;
      return asCouncil ? oneOf(f.representation.decision, GRANTED) : truth(f.representation.consultedOn);
    },
  },
  {
    id: 'NL-WOR-35-02',
    when: (f) => {
      const body = f.organisation.representativeBody;
      const headcount = f.organisation.headcount;
      const middle = both(atLeast(headcount, MEETING_FROM), moreThan(COUNCIL_FROM, headcount));
      return either(equals(body, 'personnel_meeting'), both(equals(body, 'none'), middle));
    },
    must: (f) =>
      holds(f.representation.personnelMeetingOn) && either(negate(f.representation.quarterAffected), f.representation.adviceAsked) === true,
  },
  {
    id: 'NL-WOR-02-01',
    when: (f) => atLeast(f.organisation.headcount, COUNCIL_FROM),
    must: (f) => either(equals(f.organisation.representativeBody, 'or'), f.organisation.worksCouncilExemptionReference),
  },
];

export const WORKS_COUNCIL_RULES: readonly Rule[] = [...CONSENT_RULES, ...SMALL_BODY_RULES];

import { answerRefusal, confirmersOf, FACT_NAMES, type FactRow, mayAnswer, organisationOf, type Register } from './facts.js';

const AT = new Date('2026-03-05T09:00:00Z');
const register: Register = {
  jurisdiction: 'NL',
  persons: 214,
  languages: ['en', 'nl'],
  council: true,
  staffRepresentation: false,
  dpos: 1,
  trustedPersons: 2,
};
const row = (attribute: string, value: FactRow['value'], more: Partial<FactRow> = {}): FactRow => ({
  attribute,
  value,
  answeredBy: 'p_1',
  answeredAt: AT,
  confirmedBy: null,
  confirmedAt: null,
  fileId: null,
  ...more,
});

describe('the organisation facts', () => {
  it('are unknown as long as nobody answered, except what the register itself says', () => {
    expect(organisationOf([], register)).toEqual({
      jurisdiction: 'NL',
      headcount: null,
      representativeBody: 'or',
      staffRepresentationExtraPowers: null,
      publicBody: null,
      largeScaleCore: null,
      dpoAppointed: true,
      trustedPerson: true,
      workforceLanguages: null,
      collectiveAgreementReference: null,
      collectiveAgreementSubstantive: null,
      worksCouncilExemptionReference: null,
    });
  });

  it('never count fewer people or languages than the register, also when it grew later', () => {
    const said = organisationOf([row('headcount', 9), row('workforceLanguages', ['nl', 'pl'])], register);
    expect(said.headcount).toBe(214);
    expect(said.workforceLanguages).toEqual(['en', 'nl', 'pl']);
    expect(organisationOf([row('headcount', 300)], register).headcount).toBe(300);
  });

  it('read as unknown until the DPO confirms', () => {
    expect(organisationOf([row('publicBody', false)], register).publicBody).toBeNull();
    expect(organisationOf([row('publicBody', false, { confirmedBy: 'p_dpo' })], register).publicBody).toBe(false);
  });

  it('count an exemption only with its document and the DPO, also where no DPO is', () => {
    const exemption = (more: Partial<FactRow>) =>
      organisationOf([row('worksCouncilExemptionReference', 'SER 12', more)], { ...register, dpos: 0 });
    expect(exemption({ fileId: 'f_1' }).worksCouncilExemptionReference).toBeNull();
    expect(exemption({ confirmedBy: 'p_dpo' }).worksCouncilExemptionReference).toBeNull();
    expect(exemption({ fileId: 'f_1', confirmedBy: 'p_dpo' }).worksCouncilExemptionReference).toBe('SER 12');
  });

  it('let the council, then the staff representation, confirm where no DPO is', () => {
    expect(confirmersOf('publicBody', register)).toEqual(['dpo']);
    expect(confirmersOf('publicBody', { ...register, dpos: 0 })).toEqual(['or_chair', 'or_secretary']);
    expect(confirmersOf('publicBody', { ...register, dpos: 0, council: false, staffRepresentation: true })).toEqual(['pvt_contact']);
    expect(confirmersOf('publicBody', { ...register, dpos: 0, council: false })).toEqual([]);
    expect(confirmersOf('worksCouncilExemptionReference', { ...register, dpos: 0, council: false })).toEqual(['dpo']);
  });

  it('need two holders before there is a confidential adviser with a deputy', () => {
    expect(organisationOf([], { ...register, trustedPersons: 1 }).trustedPerson).toBe(false);
  });

  it('ignore an answer of the wrong type', () => {
    expect(organisationOf([row('headcount', 'many'), row('workforceLanguages', 'nl')], register)).toMatchObject({
      headcount: null,
      workforceLanguages: null,
    });
  });
});

describe('an answer', () => {
  it('below the register is refused', () => {
    expect(answerRefusal('headcount', 213, register)).toBe('headcount.below-register');
    expect(answerRefusal('headcount', 214, register)).toBeNull();
    expect(answerRefusal('workforceLanguages', ['nl'], register)).toBe('languages.below-register');
    expect(answerRefusal('workforceLanguages', ['nl', 'en'], register)).toBeNull();
  });

  it('comes from its one owner', () => {
    const may = (role: Parameters<typeof mayAnswer>[0]) => FACT_NAMES.filter((name) => mayAnswer(role, name));
    expect(may('hr_registrar')).toEqual(['headcount', 'workforceLanguages']);
    expect(may('org_admin')).toEqual(['publicBody', 'largeScaleCore']);
    expect(may('pvt_contact')).toEqual(['staffRepresentationExtraPowers']);
    expect(may('director')).toEqual([
      'worksCouncilExemptionReference',
      'collectiveAgreementReference',
      'collectiveAgreementSubstantive',
      'noRetaliationRule',
    ]);
    for (const role of ['employee', 'dpo', 'or_chair', 'it_admin'] as const) expect(may(role)).toEqual([]);
  });
});

import { balancingTests, canBeSigned, digestOf, SIGNATURE, staleSignatures } from './balancing.js';

const answer = (attribute: string, value: string, item = 'r1') => ({ attribute, item, value });
const WON = [
  answer('purposes[].code', 'training'),
  answer('purposes[].legalBasis', 'legitimate_interest'),
  answer('purposes[].balancingTest.interest', 'Good answers'),
  answer('purposes[].balancingTest.necessity', 'The call itself'),
  answer('purposes[].balancingTest.balance', 'employer'),
];
const signed = (answers: typeof WON, by = 'p_1') => new Set([`r1 ${digestOf(answers, 'r1')} ${by}`]);

describe('a balancing test', () => {
  it('can be signed when it is complete and won', () => expect(balancingTests(WON).map(canBeSigned)).toEqual([true]));
  it.each(['interest', 'necessity', 'balance'])('cannot be signed without its %s', (step) =>
    expect(balancingTests(WON.filter(({ attribute }) => !attribute.endsWith(step))).map(canBeSigned)).toEqual([false]),
  );
  it('cannot be signed when the employee’s interest weighs more', () =>
    expect(balancingTests([...WON.slice(0, 4), answer('purposes[].balancingTest.balance', 'employee')]).map(canBeSigned)).toEqual([false]));
  it('is asked only for a legitimate interest', () => expect(balancingTests([answer('purposes[].legalBasis', 'public_task')])).toEqual([]));
});

describe('a signature', () => {
  const withSignature = [...WON, answer(SIGNATURE, 'p_1')];
  it('stands for the text that was signed', () => expect(staleSignatures(withSignature, signed(WON))).toEqual([]));
  it('does not stand for another text, another signer, or nothing signed', () => {
    const changed = withSignature.map((one) => (one.attribute.endsWith('necessity') ? { ...one, value: 'Everything' } : one));
    expect(staleSignatures(changed, signed(WON))).toEqual(['r1']);
    expect(staleSignatures(withSignature, signed(WON, 'p_2'))).toEqual(['r1']);
    expect(staleSignatures(withSignature, new Set())).toEqual(['r1']);
  });
});

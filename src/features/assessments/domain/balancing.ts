import { fingerprint, type Json } from '../../../kernel/canonical.js';

export const SIGNATURE = 'purposes[].balancingTest.signedBy';
/** What a director signs for: a change of one of these takes the signature away. */
const SIGNED = [
  'purposes[].code',
  'purposes[].description',
  'purposes[].legalBasis',
  'purposes[].balancingTest.interest',
  'purposes[].balancingTest.necessity',
  'purposes[].balancingTest.balance',
];

interface Answer {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}
type Answers = readonly Answer[];
const valueOf = (answers: Answers, attribute: string, item: string) =>
  answers.find((answer) => answer.attribute === attribute && answer.item === item)?.value ?? null;

/** The digest of one purpose's balancing test. */
export const digestOf = (answers: Answers, item: string): string =>
  fingerprint(Object.fromEntries(SIGNED.map((attribute) => [attribute, valueOf(answers, attribute, item)])));

export interface BalancingTest {
  readonly item: string;
  readonly code: string;
  readonly interest: string | null;
  readonly necessity: string | null;
  readonly balance: string | null;
  readonly signedBy: string | null;
}
const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The tests of the purposes that rest on a legitimate interest. */
export const balancingTests = (answers: Answers): readonly BalancingTest[] =>
  answers
    .filter(({ attribute, value }) => attribute === 'purposes[].legalBasis' && value === 'legitimate_interest')
    .map(({ item }) => ({
      item,
      code: asText(valueOf(answers, 'purposes[].code', item)) ?? item,
      interest: asText(valueOf(answers, 'purposes[].balancingTest.interest', item)),
      necessity: asText(valueOf(answers, 'purposes[].balancingTest.necessity', item)),
      balance: asText(valueOf(answers, 'purposes[].balancingTest.balance', item)),
      signedBy: asText(valueOf(answers, SIGNATURE, item)),
    }));

/** A test that is complete and won; one that is lost or open cannot be signed. */
export const canBeSigned = (test: BalancingTest): boolean =>
  test.interest !== null && test.necessity !== null && test.balance === 'employer';

/** The rows whose signature is not of this text by this person. */
export const staleSignatures = (answers: Answers, signed: ReadonlySet<string>): readonly string[] =>
  answers
    .filter(
      ({ attribute, item, value }) => attribute === SIGNATURE && !signed.has(`${item} ${digestOf(answers, item)} ${asText(value) ?? ''}`),
    )
    .map(({ item }) => item);

import { type DecisionFacts, refusalsOf, type TypedDecision } from './decision.js';
import { type ObjectionAct, objectionState } from './objection-state.js';

const OWN =
  'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Een telefoon met wachtdienst kon niet.';
const BALANCE =
  'Klanten krijgen op tijd iemand aan de lijn en zonder cijfers over aanmelden weten wij niet hoeveel mensen er op een dag zijn en hoe lang zij wachten.';
const lodged = { lodgedAt: new Date('2026-03-05T09:00:00Z'), converted: false };
const act = (kind: ObjectionAct['kind'], at: string, detail: ObjectionAct['detail'] = null): ObjectionAct => ({
  kind,
  at: new Date(at),
  effectiveOn: null,
  detail,
});
const ASKED = act('advice_asked', '2026-03-06T09:00:00Z');
const facts = (acts: readonly ObjectionAct[], over: Partial<DecisionFacts> = {}, at = '2026-03-10T09:00:00Z'): DecisionFacts => {
  const now = new Date(at);
  return { state: objectionState(lodged, acts, now), hasDpo: true, earlier: [BALANCE], now, ...over };
};
const REJECTED: TypedDecision = {
  decision: 'rejected',
  reasons: 'Omdat',
  ground: 'compelling_grounds',
  demonstration: OWN,
  deviation: '',
  alternative: '',
};
const UPHELD: TypedDecision = {
  decision: 'upheld',
  reasons: 'Omdat',
  ground: null,
  demonstration: '',
  deviation: '',
  alternative: 'U meldt u per telefoon.',
};
const codes = (typed: TypedDecision, given: DecisionFacts) => refusalsOf(typed, given).map(({ field, code }) => `${field}: ${code}`);
const ADVISED = [ASKED, act('advised', '2026-03-09T09:00:00Z', 'reject')];

describe('a rejection', () => {
  it('stands with advice, a ground and a justification of its own', () => expect(codes(REJECTED, facts(ADVISED))).toEqual([]));
  it('waits for the advice of the DPO', () => {
    expect(codes(REJECTED, facts([]))).toEqual(['decision: objection.advice_first']);
    expect(codes(REJECTED, facts([ASKED]))).toEqual(['decision: objection.advice_waits']);
  });
  it('waits five working days, to the last instant, and then goes on without advice', () => {
    expect(codes(REJECTED, facts([ASKED], {}, '2026-03-13T22:59:59Z'))).toEqual(['decision: objection.advice_waits']);
    expect(codes(REJECTED, facts([ASKED], {}, '2026-03-13T23:00:00Z'))).toEqual([]);
  });
  it('needs no advice where there is no DPO', () => expect(codes(REJECTED, facts([], { hasDpo: false }))).toEqual([]));
  it('against the advice says why', () => {
    const against = facts([ASKED, act('advised', '2026-03-09T09:00:00Z', 'uphold')]);
    expect(codes(REJECTED, against)).toEqual(['deviation: objection.deviation_needed']);
    expect(codes({ ...REJECTED, deviation: 'De FG weegt het anders.' }, against)).toEqual([]);
  });
  it('names one of the two grounds of the law', () =>
    expect(codes({ ...REJECTED, ground: null }, facts(ADVISED))).toEqual(['ground: objection.ground_needed']));
  it('that repeats the balancing test is refused', () =>
    expect(codes({ ...REJECTED, demonstration: BALANCE }, facts(ADVISED))).toEqual(['demonstration: objection.demonstration_repeats']));
  it('that says too little is refused', () =>
    expect(codes({ ...REJECTED, demonstration: 'Het is nodig.' }, facts(ADVISED))).toEqual([
      'demonstration: objection.demonstration_short',
    ]));
  it('gives reasons', () => expect(codes({ ...REJECTED, reasons: ' ' }, facts(ADVISED))).toEqual(['reasons: objection.needed']));
});

describe('upholding', () => {
  it('needs no advice, no ground and no justification', () => expect(codes(UPHELD, facts([]))).toEqual([]));
  it('offers another way of working, and gives reasons', () =>
    expect(codes({ ...UPHELD, alternative: ' ', reasons: '' }, facts([]))).toEqual([
      'reasons: objection.needed',
      'alternative: objection.needed',
    ]));
});

import { decideLease } from '../domain/lease-decision.js';
import { type OwnFacts, Refusals, type ToolFacts } from './refusals.js';

const EITHER = [true, false];
const all: OwnFacts[] = EITHER.flatMap((settingsMatch) =>
  EITHER.flatMap((owesReceipt) => EITHER.map((covered) => ({ settingsMatch, owesReceipt, covered }))),
);
const open: ToolFacts = { missing: [], activated: true, suspension: null, platformActive: true, withinHours: true };

describe('what the leases of one tool are refused for', () => {
  it.each([open, { ...open, suspension: 'stopped' as const }, { ...open, activated: false, withinHours: false }])(
    'is decided for each as if it came alone, whoever came before',
    (tool) => {
      for (const order of [all, all.toReversed()]) {
        const refusals = new Refusals(tool);
        for (const own of [...order, ...order]) {
          const decision = decideLease({ ...tool, ...own });
          expect(refusals.of(own)).toEqual(decision.granted ? null : decision);
        }
      }
    },
  );

  it('stands in the way of nobody when all holds', () => {
    const refusals = new Refusals(open);
    expect(all.filter((own) => refusals.of(own) === null)).toEqual([{ settingsMatch: true, owesReceipt: false, covered: true }]);
  });
});

import { deciderStep } from './chain-words.js';

describe('the step in which the staff decides', () => {
  it.each([
    [{}, {}, 'chain.decision'],
    [{ representativeBody: 'or' }, { bodyLevel: 'or' }, 'chain.decision'],
    [{ representativeBody: 'or' }, { bodyLevel: 'gor' }, 'chain.decision.gor'],
    [{ representativeBody: 'or' }, { bodyLevel: 'cor' }, 'chain.decision.cor'],
    [{ representativeBody: 'pvt' }, {}, 'chain.decision.pvt'],
    [{ representativeBody: 'personnel_meeting' }, {}, 'chain.decision.staff'],
    [{ representativeBody: 'none' }, {}, 'chain.decision.staff'],
  ] as const)('is named after who speaks: %j %j', (organisation, representation, step) =>
    expect(deciderStep({ organisation, representation })).toBe(step),
  );
});

import { allCapabilities, plainSummary } from './plain-summary.js';

describe('what is measured, to the person it is about', () => {
  it('leaves what nobody answered as unknown, never as off', () => {
    const found = allCapabilities([{ code: 'keystrokes', can: true, on: false }]);
    expect(found.find(({ code }) => code === 'keystrokes')).toMatchObject({ can: true, on: false });
    expect(found.find(({ code }) => code === 'webcam')).toMatchObject({ can: null, on: null });
  });
  it('reads an empty dossier as nothing known', () =>
    expect(plainSummary({})).toEqual({ purposes: [], recipients: [], categories: [], workingHoursOnly: false, breaksExcluded: false }));
  it('takes why, who, how long and on what ground from the dossier', () =>
    expect(
      plainSummary({
        purposes: [
          { code: 'attendance', legalBasis: 'public_task', retention: { criterion: 'de maand voorbij is', maxDays: 30, autoDelete: true } },
        ],
        tool: { recipients: [{ role: 'planner', personsMax: 2 }], dataCategories: [{ code: 'sign_in' }, {}] },
      }),
    ).toMatchObject({
      purposes: [{ code: 'attendance', legalBasis: 'public_task', maxDays: 30, autoDelete: true, description: null }],
      recipients: [{ role: 'planner', personsMax: 2 }],
      categories: ['sign_in'],
    }));
});

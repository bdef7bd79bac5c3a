import type { Actor } from '../../../kernel/actor.js';
import { countedCapabilities, factsAsTyped, factsOf, CAPABILITY_CODES } from './capabilities.js';
import { chosenStates, readCapabilities } from './capability-form.js';
import { capabilityRows } from './capability-list.js';

const actor = (role: Actor['role']): Actor => ({ personId: `p_${role}`, role, roles: [], language: 'nl' });
const HR = actor('hr_registrar');
const IT = actor('it_admin');
const SIGN_IN = [{ code: 'sign_in_times', can: true, on: true, reach: 'two_persons' as const }];

describe('the capability list', () => {
  it('says nothing as long as only HR has filled it in', () => {
    const rows = capabilityRows([], SIGN_IN, HR);
    expect(countedCapabilities(rows)).toEqual([]);
    expect(factsOf(countedCapabilities(rows))).toEqual({ category: null, unneededFeaturesOff: null, isAi: null, inferredByAi: null });
    expect(factsAsTyped(rows).category).toBe('login_presence');
  });

  it('counts once IT has saved it, and stops counting when HR changes a row', () => {
    const confirmed = capabilityRows(capabilityRows([], SIGN_IN, HR), [], IT);
    expect(factsOf(countedCapabilities(confirmed)).category).toBe('login_presence');
    expect(capabilityRows(confirmed, SIGN_IN, HR)).toEqual(confirmed);
    const friendlier = capabilityRows(confirmed, [{ code: 'sign_in_times', can: false }], HR);
    expect(countedCapabilities(friendlier)).toEqual([]);
  });

  it('counts a capability that is off but within reach of one administrator', () => {
    const rows = capabilityRows([], [...SIGN_IN, { code: 'keystrokes', can: true, on: false, reach: 'one_admin' }], IT);
    expect(factsOf(countedCapabilities(rows))).toMatchObject({ category: 'keystroke_logger', unneededFeaturesOff: false });
    const locked = capabilityRows([], [...SIGN_IN, { code: 'keystrokes', can: true, on: false, reach: 'version_change' }], IT);
    expect(factsOf(countedCapabilities(locked))).toMatchObject({ category: 'login_presence', unneededFeaturesOff: true });
  });

  it('counts as on what the product can do while nobody said whether it is on', () => {
    const rows = capabilityRows([], [{ code: 'mood', can: true }], IT);
    expect(factsOf(countedCapabilities(rows))).toMatchObject({ isAi: true, inferredByAi: true, unneededFeaturesOff: false });
  });

  it('refuses a capability or a reach that does not exist', () => {
    expect(() => capabilityRows([], [{ code: 'friendly_presence', can: false }], IT)).toThrow('input.unusable');
    expect(() => capabilityRows([], [{ code: 'webcam', can: true, on: false, reach: 'everybody' as never }], IT)).toThrow('input.unusable');
  });
});

describe('the form of the capability list', () => {
  it('asks every capability', () => {
    expect(readCapabilities({}).missing).toEqual(CAPABILITY_CODES);
    const all = Object.fromEntries(CAPABILITY_CODES.map((code) => [`capability|${code}`, 'no']));
    expect(readCapabilities({ ...all, _csrf: 'x' })).toMatchObject({ missing: [], stray: [] });
    expect(readCapabilities({ ...all, 'capability|webcam': 'sometimes' }).missing).toEqual(['webcam']);
    expect(readCapabilities({ ...all, 'tool.category': 'login_presence' }).stray).toEqual(['tool.category']);
  });

  it('shows what was answered before what a starter proposes', () => {
    const proposed = [{ code: 'webcam', can: true, isOn: true, reach: 'two_persons' as const }];
    expect(chosenStates([], proposed).get('webcam')).toBe('on');
    expect(chosenStates([], proposed).get('keystrokes')).toBe('no');
    expect(chosenStates([], []).size).toBe(0);
    expect(chosenStates(capabilityRows([], SIGN_IN, HR), proposed).get('webcam')).toBe('no');
  });
});

import { overlaid, scenario } from '../../test/support/published-dossiers.js';
import {
  capabilityFacts,
  categoryOf,
  dossiersPerCapability,
  evaluateCapabilities,
  type CapabilityAnswer,
  type Reach,
} from './capabilities.js';
import { CAPABILITIES, type CapabilityCode } from './catalogue/capabilities.catalogue.js';
import type { Dossier } from './dossier.js';
import { evaluate } from './evaluate.js';

const on = (code: CapabilityCode): CapabilityAnswer => ({ code, can: true, on: true, reach: 'version_change' });
const off = (code: CapabilityCode, reach: Reach | null): CapabilityAnswer => ({ code, can: true, on: false, reach });
const failing = (dossier: Dossier, answers: readonly CapabilityAnswer[]) =>
  evaluateCapabilities(dossier, answers)
    .rules.filter((rule) => rule.outcome === 'FAIL')
    .map((rule) => rule.id);

describe('a single capability', () => {
  it.each([
    ['S14', 'calls_sampled'],
    ['S04', 'calls_recorded'],
    ['S07', 'calls_recorded'],
    ['S09', 'sign_in_times'],
    ['S08', 'screenshots'],
    ['S01', 'site_cameras_live'],
    ['S12', 'calls_recorded'],
  ] as const)('%s keeps its category, capture and findings with %s', (id, code) => {
    const dossier = scenario(id);
    const [only] = dossiersPerCapability(dossier, [on(code)]);
    expect(only?.tool?.category).toBe(dossier.tool?.category);
    expect(only?.capture).toMatchObject({
      contentLevel: dossier.capture?.contentLevel,
      audio: dossier.capture?.audio,
      video: dossier.capture?.video,
    });
    expect(only?.capture?.modes).toEqual(expect.arrayContaining([...(dossier.capture?.modes ?? [])]));
    expect(failing(dossier, [on(code)])).toEqual(
      evaluate(dossier)
        .rules.filter((rule) => rule.outcome === 'FAIL')
        .map((rule) => rule.id),
    );
  });
  it('finds mood detection in a headset, on the sensor it works with', () => {
    const headset = [on('microphone'), on('mood')];
    expect(categoryOf(headset)).toBe('microphone');
    expect(capabilityFacts(headset)).toMatchObject({ isAi: true, inferredByAi: true, unneededFeaturesOff: true });
    expect(failing(scenario('S11'), headset)).toEqual(
      evaluate(scenario('S11'))
        .rules.filter((rule) => rule.outcome === 'FAIL')
        .map((rule) => rule.id),
    );
    expect(evaluateCapabilities(scenario('S11'), headset).verdict).toBe('PROHIBITED');
  });
});

describe('reach', () => {
  const login = overlaid({}, scenario('S09'));
  it('judges what one administrator could switch on as if it were on', () => {
    expect(failing(login, [on('sign_in_times'), off('keystrokes', 'one_admin')])).toContain('EU-WP249-01');
    expect(failing(login, [on('sign_in_times'), off('keystrokes', null)])).toContain('EU-WP249-01');
    expect(categoryOf([on('sign_in_times'), off('keystrokes', 'one_admin')])).toBe('keystroke_logger');
  });
  it.each(['nobody', 'two_persons', 'version_change'] as const)('leaves out what is off and needs %s', (reach) => {
    expect(failing(login, [on('sign_in_times'), off('keystrokes', reach)])).not.toContain('EU-WP249-01');
    expect(categoryOf([on('sign_in_times'), off('keystrokes', reach)])).toBe('login_presence');
  });
  it('leaves out what the product cannot do, and takes what is unanswered for on', () => {
    expect(categoryOf([{ code: 'webcam', can: false, on: null, reach: null }, on('sign_in_times')])).toBe('login_presence');
    expect(categoryOf([{ code: 'webcam', can: null, on: null, reach: null }, on('sign_in_times')])).toBe('webcam');
  });
  it('counts features as off only when they are locked', () => {
    expect(capabilityFacts([on('sign_in_times'), off('webcam', 'two_persons')]).unneededFeaturesOff).toBe(true);
    expect(capabilityFacts([on('sign_in_times'), off('webcam', 'one_admin')]).unneededFeaturesOff).toBe(false);
    expect(capabilityFacts([]).unneededFeaturesOff).toBe(false);
  });
});

describe('a friendly name', () => {
  it('does not hide a webcam from the rules', () => {
    const bypass = scenario('B05');
    expect(evaluateCapabilities(bypass, [on('scores'), on('webcam')]).verdict).toBe('PROHIBITED');
    expect(evaluateCapabilities(bypass, [on('scores')]).verdict).toBe('PROHIBITED');
  });
  it('does not let one capability borrow the mode of another', () => {
    const still = overlaid({ capture: { modes: ['event_triggered'], video: true } }, scenario('S09'));
    expect(failing(still, [on('webcam'), on('input_counts')])).not.toContain('NL-CASE-01');
  });
  it('does not level a home that HR says is stricter', () => {
    expect(failing(overlaid({ home: { contentLevel: 2 } }, scenario('S09')), [on('sign_in_times')])).toContain('NL-PAR-01');
  });
  it('brings the special category of what it measures', () => {
    expect(failing(scenario('S09'), [on('worn_sensor')])).toEqual(expect.arrayContaining(['EU-GDPR-09-01']));
  });
  it('gives no category, and no open gate, without any capability', () => {
    expect(categoryOf([])).toBeNull();
    expect(failing(scenario('S07'), [])).toEqual(['GEN-DOS-01']);
  });
  it('knows every category of the exchange format but the catch-all', () =>
    expect(new Set(CAPABILITIES.map((one) => one.category)).size).toBe(18));
});

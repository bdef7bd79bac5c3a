import { BASELINE, overlaid } from '../../test/support/published-dossiers.js';
import { assembleDossier } from './assemble.js';
import { classifyChanges } from './changes.js';
import type { Dossier } from './dossier.js';
import { fingerprintOf } from './fingerprint.js';

const kinds = (overlay: object, base: Dossier = BASELINE) =>
  classifyChanges(base, overlaid(overlay, base)).map(({ path, item, kind }) => [path, item, kind].filter(Boolean).join(' '));

describe('the fingerprint', () => {
  const first = fingerprintOf(BASELINE);
  it('does not see order, texts or later facts', () => {
    const same = [
      { tool: { dataSubjects: ['customers', 'employees'], dataCategories: [...(BASELINE.tool?.dataCategories ?? [])].reverse() } },
      { capture: { pause: { required: ['break', 'mute', 'hold'] } } },
      { assessment: { contentJustification: 'other words' }, dpia: { done: false }, representation: { decision: 'refused' } },
      { tool: { ai: { humanOversight: true }, suitableForMonitoring: null, name: 'Recorder' } },
      { processors: [{ ...BASELINE.processors?.[0], processingAgreementSigned: false }] },
    ];
    for (const overlay of same) expect(fingerprintOf(overlaid(overlay))).toBe(first);
    expect(fingerprintOf({ ...BASELINE, settings: null })).toBe(first);
  });
  it.each([
    { tool: { vendor: 'Ander BV' } },
    { tool: { scope: { units: ['Contact centre'], persons: [] } } },
    { tool: { leaseMinutes: 60 } },
    { capture: { sampling: { rate: 0.2 } } },
    { home: { viewers: 2 } },
    { transfers: [{ country: 'US', mechanism: 'dpf' }] },
    { purposes: [{ ...BASELINE.purposes?.[0], legalBasis: 'public_task' }] },
    { settings: [{ name: 'interval', value: '300' }] },
  ])('changes with a material field: %j', (overlay) => expect(fingerprintOf(overlaid(overlay))).not.toBe(first));
  it('is the same whether a part is missing or empty', () => {
    expect(fingerprintOf({ tool: { scope: { units: null } } })).toBe(fingerprintOf({ tool: {} }));
  });
});

describe('changes', () => {
  it('are none between a version and itself in another order', () => {
    expect(classifyChanges(BASELINE, BASELINE)).toEqual([]);
    expect(
      kinds({ tool: { dataSubjects: ['customers', 'employees'], dataCategories: [...(BASELINE.tool?.dataCategories ?? [])].reverse() } }),
    ).toEqual([]);
  });
  it.each([
    [{ capture: { sampling: { rate: 0.05 } } }, 'capture.sampling.rate stricter'],
    [{ capture: { sampling: { rate: 0.2 } } }, 'capture.sampling.rate wider'],
    [{ capture: { sampling: { rate: null } } }, 'capture.sampling.rate wider'],
    [{ capture: { video: true } }, 'capture.video wider'],
    [{ capture: { audio: false } }, 'capture.audio stricter'],
    [{ capture: { pause: { live: ['hold'] } } }, 'capture.pause.live wider'],
    [{ capture: { pause: { required: ['hold', 'mute', 'break', 'private_call'] } } }, 'capture.pause.required stricter'],
    [{ capture: { pause: { required: ['hold', 'mute', 'private_call'] } } }, 'capture.pause.required wider'],
    [{ capture: { signal: 'afterwards' } }, 'capture.signal wider'],
    [{ capture: { householdProtection: null } }, 'capture.householdProtection wider'],
    [{ capture: { householdProtection: 'push_to_talk' } }, 'capture.householdProtection wider'],
    [{ tool: { groupScope: 'individual' } }, 'tool.groupScope wider'],
    [{ tool: { unneededFeaturesOff: false } }, 'tool.unneededFeaturesOff wider'],
    [{ home: { enabled: false } }, 'home.enabled stricter'],
    [{ home: { viewers: 0 } }, 'home.viewers stricter'],
    [{ tool: { deviceOwnership: ['employer', 'private'] } }, 'tool.deviceOwnership wider'],
    [{ tool: { dataSubjects: ['employees'] } }, 'tool.dataSubjects stricter'],
    [{ tool: { dataSubjects: ['employees', 'visitors'] } }, 'tool.dataSubjects wider'],
    [{ assessment: { contentJustification: 'other words' } }, 'assessment.contentJustification text'],
    [{ transfers: [{ country: 'US', mechanism: 'dpf' }] }, 'transfers US wider'],
    [{ processors: [] }, 'processors Opname BV stricter'],
    [{ settings: [{ name: 'interval', value: '300' }] }, 'settings interval wider'],
  ])('%j is %s', (overlay, expected) => expect(kinds(overlay)).toEqual([expected]));
  it('look inside the items of a list, by name', () => {
    const [purpose] = BASELINE.purposes ?? [];
    const shorter = { purposes: [{ ...purpose, retention: { ...purpose?.retention, maxDays: 30 } }] };
    expect(kinds(shorter)).toEqual(['purposes[].retention.maxDays training stricter']);
    expect(kinds({ purposes: [{ ...purpose, legalBasis: 'contract' }] })).toEqual(['purposes[].legalBasis training wider']);
    expect(kinds({ tool: { recipients: [{ role: 'coach', personsMax: 3, needToKnow: true }] } })).toEqual([
      'tool.recipients[].personsMax coach wider',
    ]);
  });
  it('take a removed setting for wider, for the sheet does not say otherwise', () => {
    const base = overlaid({ settings: [{ name: 'interval', value: '300' }] });
    expect(classifyChanges(base, BASELINE).map((one) => one.kind)).toEqual(['wider']);
  });
});

describe('answers', () => {
  it('become a dossier, items in a stable order', () => {
    const answers = [
      { attribute: 'tool.covert', item: '', value: false },
      { attribute: 'capture.modes', item: '', value: ['sampled'] },
      { attribute: 'purposes[].code', item: '10', value: 'security' },
      { attribute: 'purposes[].code', item: '2', value: 'training' },
      { attribute: 'purposes[].retention.maxDays', item: '2', value: 100 },
      { attribute: 'processors[].name', item: '1', value: 'Opname BV' },
      { attribute: 'processors[].subprocessors[].name', item: '1.1', value: 'Wolk BV' },
      { attribute: 'processors[].subprocessors[].authorised', item: '1.2', value: true },
      { attribute: 'representation.meetings[]', item: '1', value: '2026-09-22' },
      { attribute: 'transfers', item: '', value: [] },
    ];
    const expected = {
      tool: { covert: false },
      capture: { modes: ['sampled'] },
      purposes: [{ code: 'training', retention: { maxDays: 100 } }, { code: 'security' }],
      processors: [{ name: 'Opname BV', subprocessors: [{ name: 'Wolk BV' }, { authorised: true }] }],
      representation: { meetings: ['2026-09-22'] },
      transfers: [],
    };
    expect(assembleDossier(answers)).toEqual(expected);
    expect(assembleDossier([...answers].reverse())).toEqual(expected);
    expect(assembleDossier([])).toEqual({});
  });
});

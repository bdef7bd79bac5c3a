import { readFileSync } from 'node:fs';
import type { Dossier } from '../../../policy/index.js';
import { emptyFields, statedFacts } from '../domain/notice-content.js';
import { requiredItems } from '../domain/notice-items.js';
import { proposeNotice } from './propose-notice.js';
import type { NoticeSource } from './source.js';

const { baseline } = JSON.parse(readFileSync('src/policy/catalogue/scenarios.json', 'utf8')) as { baseline: Dossier };
const whole: Dossier = {
  ...baseline,
  purposes: (baseline.purposes ?? []).map((purpose) => ({ ...purpose, description: 'Wij kijken of de telefoon op tijd wordt opgenomen' })),
  objectionHandling: {
    ...baseline.objectionHandling,
    optOut: { available: false, reason: 'Anders weten wij niet of er genoeg mensen zijn.' },
  },
};
const source = (over: Partial<NoticeSource> = {}): NoticeSource => ({
  dossier: whole,
  organisationName: 'Gemeente Voorbeeld',
  toolName: 'Aanmeldregistratie',
  versionNumber: 2,
  enforcement: 'native',
  measured: { nl: ['Tijd van inloggen'], en: ['Time of signing in'] },
  notMeasured: { nl: ['Wat u typt'], en: ['What you type'] },
  units: ['Klantcontact'],
  dpo: { name: 'Fatima de Graaf', mailAddress: 'fg@voorbeeld.nl' },
  trustedPerson: { name: 'Joris Bos', mailAddress: null },
  outsideAddress: null,
  decision: null,
  label: (_attribute, value) => value,
  ...over,
});
const changed = (over: Partial<Dossier>): NoticeSource => source({ dossier: { ...whole, ...over } });

describe('the notice that is proposed from a whole dossier', () => {
  const notice = proposeNotice(source());
  it('misses no required item in Dutch or English', () => {
    expect(emptyFields(notice, requiredItems(whole))).toEqual([]);
    expect(statedFacts(notice)).toMatchObject({ languages: ['nl', 'en'], objectionSeparate: true });
  });
  it('tells each purpose and its period apart', () => {
    const codes = (whole.purposes ?? []).map(({ code }) => code);
    expect(statedFacts(notice)).toMatchObject({ purposes: codes, retentionStatedFor: codes });
  });
  it('says "until" once, also where HR wrote it too', () => {
    const [purpose] = whole.purposes ?? [];
    const told = (criterion: string, language: string) =>
      proposeNotice(changed({ purposes: [{ ...purpose, retention: { ...purpose?.retention, criterion, maxDays: 45 } }] })).texts[
        language
      ]?.[`N08:${purpose?.code ?? ''}`];
    expect(told('Tot de maand is afgesloten.', 'nl')).toContain(
      'Wij bewaren dit tot: de maand is afgesloten. En nooit langer dan 45 dagen.',
    );
    expect(told('the month is closed', 'en')).toContain('We keep this until: the month is closed. And never longer than 45 days.');
  });
  it('promises no measuring while an objection is decided only where that is certain', () => {
    expect(notice.texts['nl']?.['N10']).toContain('Wij meten u niet zolang wij beslissen');
    const attested = proposeNotice(source({ enforcement: 'attested' })).texts['nl']?.['N10'];
    expect(attested).toContain('binnen 1 werkdag');
    expect(attested).not.toContain('Wij meten u niet');
  });
  it('tells the employer’s decision first and the council’s consent after it', () => {
    const decided = proposeNotice(
      source({
        decision: { consentedOn: '2025-08-20', decidedOn: '2025-08-25', effectiveOn: '2025-09-01', conditions: ['Groepen van 10'] },
      }),
    );
    expect(decided.texts['nl']?.['N19']).toBe(
      "Uw werkgever besloot dit op 25 augustus 2025. De ondernemingsraad stemde in op 20 augustus 2025.\nDe voorwaarden van de ondernemingsraad:\n- Groepen van 10\nWij hebben de risico's voor u onderzocht (DPIA). U kunt de uitkomst bekijken in Countersign.",
    );
  });
  it('names no council where none was asked', () => {
    const decided = proposeNotice(
      source({ decision: { consentedOn: null, decidedOn: '2025-08-25', effectiveOn: '2025-09-01', conditions: [] } }),
    );
    expect(decided.texts['nl']?.['N19']).not.toContain('ondernemingsraad');
  });
});

describe('what the dossier does not tell', () => {
  const empty = (over: Partial<Dossier>, field: string) => expect(proposeNotice(changed(over)).texts['en']?.[field] ?? '').toBe('');
  it('leaves the period empty without a criterion or a maximum', () => {
    const [purpose] = whole.purposes ?? [];
    const code = purpose?.code ?? '';
    empty({ purposes: [{ ...purpose, retention: { maxDays: 30 } }] }, `N08:${code}`);
    empty({ purposes: [{ ...purpose, retention: { criterion: 'tot het gesprek' } }] }, `N08:${code}`);
  });
  it('leaves the balance empty while it is not won', () => {
    const [purpose] = whole.purposes ?? [];
    empty(
      {
        purposes: [
          { ...purpose, legalBasis: 'legitimate_interest', balancingTest: { interest: 'a', necessity: 'b', balance: 'employee' } },
        ],
      },
      'N05',
    );
  });
  it('leaves the legal basis empty while one purpose has none', () =>
    empty({ purposes: [...(whole.purposes ?? []), { code: 'training', description: 'a' }] }, 'N04'));
  it('leaves the choice to take part empty without a reason', () => empty({ objectionHandling: { optOut: { available: false } } }, 'N12'));
  it('says nothing about free time that the tool does not leave free', () =>
    empty({ capture: { ...whole.capture, schedule: { workingHoursOnly: false } } }, 'N24'));
  it('does not claim that appraisal is out when it is a purpose', () => {
    const [purpose] = whole.purposes ?? [];
    const text = proposeNotice(changed({ purposes: [{ ...purpose, code: 'evaluation' }] })).texts['en']?.['N17'];
    expect(text).toContain('They may be used in your appraisal.');
    expect(text).not.toContain('not used to appraise');
  });
  it('never throws on an empty dossier', () => expect(statedFacts(proposeNotice(source({ dossier: {} })))).toMatchObject({ purposes: [] }));
});

import { readFileSync } from 'node:fs';
import { GRADE, LOGINS, PEOPLE, shareOf } from '../../../../test/support/given-declarations.js';
import type { Dossier } from '../../../policy/index.js';
import { emptyFields, statedFacts } from '../domain/notice-content.js';
import { requiredItems, summaryFields } from '../domain/notice-items.js';
import { SHORT_LIMIT } from '../domain/summary-limits.js';
import { hintsOn } from '../plain-language/plain-language.js';
import { proposeNotice } from './propose-notice.js';
import type { NoticeSource } from './source.js';
import { placeKey } from './what-when-how.js';

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
  hr: { name: 'Sanne de Boer', mailAddress: 'hr@voorbeeld.nl' },
  dpo: { name: 'Fatima de Graaf', mailAddress: 'fg@voorbeeld.nl' },
  trustedPerson: { name: 'Joris Bos', mailAddress: null },
  outsideAddress: null,
  decision: null,
  changes: null,
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
  it('says whom to ask about the employer, by name and address, and where in the menu to act', () => {
    expect(notice.texts['nl']?.['N01']).toContain('Stel die aan HR (Sanne de Boer, hr@voorbeeld.nl)');
    expect(notice.texts['en']?.['N01']).toContain('Ask HR (Sanne de Boer, hr@voorbeeld.nl)');
    expect(proposeNotice(source({ hr: null })).texts['nl']?.['N01']).toContain('Stel die aan HR of aan uw leidinggevende');
    for (const item of ['N09', 'N10']) expect(notice.texts['nl']?.[item]).toContain('Stoppen of melden');
  });
  it('tells callers the other channel, each in their own language where there is one', () => {
    const thirdParty = { otherChannel: 'langskomen aan het loket.', otherChannelEn: 'visit our desk' };
    const told = proposeNotice(
      changed({ tool: { ...whole.tool, dataSubjects: ['customers'] }, notice: { ...whole.notice, thirdParty } }),
    ).texts;
    expect(told['nl']?.['N25']).toContain('anders bereiken: langskomen aan het loket.');
    expect(told['en']?.['N25']).toContain('another way: visit our desk.');
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
  it('tells what is counted, shown and stopped, and whether anyone may look at one person', () => {
    const declared = {
      metrics: [LOGINS, PEOPLE],
      dashboards: [shareOf(['u_1'])],
      grade: GRADE,
      individualView: { purpose: 'security', grounds: 'single_investigation', maxHours: 24 },
    } as const;
    const said = proposeNotice(changed({ declared })).texts['nl'];
    expect(said?.['N16']).toContain(
      '- Aantal keer ingelogd (keer, van 0 tot en met 50). Opgeteld per groep. Per persoon wordt er niets bewaard.',
    );
    expect(said?.['N16']).toContain('- Mensen die inlogden. Hoeveel mensen er waren, per groep. Wie dat waren, wordt niet bewaard.');
    expect(said?.['N16']).toContain(`- ${GRADE.cannotStop}`);
    expect(said?.['N17']).toContain('- Wie was er ingelogd? Vraag: Zijn er genoeg mensen');
    expect(said?.['N17']).toContain('Ja, bij 1 onderzoek naar een vermoeden.');
    const closed = proposeNotice(changed({ declared: { ...declared, individualView: null } })).texts['nl'];
    expect(closed?.['N17']).toContain('Nee. Niemand mag de gegevens van 1 persoon bekijken.');
    expect(notice.texts['nl']?.['N17']).not.toContain('1 persoon');
  });
  it('promises no measuring while an objection is decided only where that is certain', () => {
    expect(notice.texts['nl']?.['N10']).toContain('Wij meten u niet zolang wij beslissen');
    const attested = proposeNotice(source({ enforcement: 'attested' })).texts['nl']?.['N10'];
    expect(attested).toContain('binnen 1 werkdag');
    expect(attested).not.toContain('Wij meten u niet');
    for (const [enforcement, who] of [
      ['managed', 'Het beheer van apparaten moet'],
      ['vendor_api', 'bij de leverancier uitzetten'],
    ] as const) {
      const listed = proposeNotice(source({ enforcement })).texts['nl']?.['N10'];
      expect(listed).toContain('binnen 1 uur niet meer op die lijst');
      expect(listed).toContain(who);
      expect(listed).not.toContain('Wij meten u niet');
    }
  });
  it('tells the employer’s decision first and the council’s consent after it', () => {
    const decided = proposeNotice(
      source({
        decision: {
          consentedOn: '2025-08-20',
          decidedOn: '2025-08-25',
          effectiveOn: '2025-09-01',
          conditions: ['Groepen van 10'],
          residualRisk: 'low',
          advice: 'conditional',
        },
      }),
    );
    expect(decided.texts['nl']?.['N19']).toBe(
      'Uw werkgever besloot dit op 25 augustus 2025. De ondernemingsraad stemde in op 20 augustus 2025.\nDe voorwaarden van de ondernemingsraad:\n- Groepen van 10\nDe functionaris gegevensbescherming (FG) adviseerde: akkoord, met voorwaarden.\nWij hebben de risico’s voor u onderzocht (DPIA). Wat er aan risico overblijft, is laag.',
    );
  });
  it('names no council where none was asked', () => {
    const decided = proposeNotice(
      source({ decision: { consentedOn: null, decidedOn: '2025-08-25', effectiveOn: '2025-09-01', conditions: [] } }),
    );
    expect(decided.texts['nl']?.['N19']).not.toContain('ondernemingsraad');
  });
});

/** Everything that a dossier can say, so that every sentence of a proposal is written. */
const told: Partial<Dossier> = {
  tool: {
    ...whole.tool,
    controllerRole: 'joint_controller',
    profiling: true,
    covert: true,
    ai: { isAi: true, classification: 'high_risk_iii_4b' },
    automatedDecisions: { solelyAutomated: true, significantEffect: true, contestRoute: 'Bel HR.', payOrDisciplineFromRawMetric: false },
    dataCategories: [
      { code: 'sign_in', source: 'inferred' },
      { code: 'calls', source: 'third_party', specialCategory: 'health' },
      { code: 'fraud', source: 'observed', criminal: true },
    ],
    recipients: [{ role: 'planner', personsMax: 2 }, { role: 'coach' }],
  },
  capture: {
    ...whole.capture,
    modes: ['sampled', 'live_view'],
    liveView: { announced: true, logged: true, who: ['coach'] },
    buffer: { lengthSeconds: 30, triggerCriteria: 'iemand drukt op de knop', startSignal: true },
    sampling: { rate: 0.125, random: true, appliedAt: 'selection', reviewers: ['coach'] },
    pause: { required: ['hold'], live: ['hold'], postEdit: ['break'], audibleWhilePaused: true },
    schedule: { workingHoursOnly: true, breaksExcluded: true },
    householdProtection: 'headset_only',
  },
  processors: [{ name: 'Meet BV', country: 'NL', ownPurposes: false, subprocessors: [{ name: 'Hulp BV', country: 'DE' }] }],
  transfers: [{ country: 'US', mechanism: 'dpf' }],
};

describe('the words of a proposal', () => {
  const decision = {
    consentedOn: '2025-08-20',
    decidedOn: '2025-08-25',
    effectiveOn: '2025-09-01',
    conditions: ['Groepen van 10'],
    residualRisk: 'low',
    advice: 'positive',
  };
  const typed = ['Ons belang', 'Our interest', 'Waarom dit nodig', 'Why this is needed'];
  it.each(['nl', 'en'] as const)('are plain: no hint finds anything in them (%s)', (language) => {
    const notice = proposeNotice(source({ dossier: { ...whole, ...told }, decision, changes: { since: 1, wider: 2, stricter: 0 } }));
    const all = Object.values(notice.texts[language] ?? {}).join('\n');
    const hints = Object.entries(notice.texts[language] ?? {}).flatMap(([field, text]) =>
      hintsOn(text, language, { whole: all })
        .filter(({ found }) => !typed.some((start) => found.startsWith(start)))
        .map((hint) => ({ field, ...hint })),
    );
    expect(hints).toEqual([]);
  });
  it.each([
    ['pauses', 'In deze gevallen staat het meteen stil:\n- hold'],
    ['what is cut out afterwards', 'achteraf weggehaald:\n- break'],
    ['who listens in', 'Dat mag: coach.'],
    ['how a sample is drawn', '12.5 procent'],
    ['what is kept of a buffer', 'Wanneer er iets van wordt bewaard: iemand drukt op de knop.'],
    ['how people at home are protected', 'uw huisgenoten: headset_only.'],
  ])('tell %s', (_name, expected) => {
    expect(proposeNotice(changed(told)).texts['nl']?.['N16']?.replace(',', '.')).toContain(expected.replace(',', '.'));
    expect(proposeNotice(changed({ capture: { modes: ['continuous'] } })).texts['nl']?.['N16']).not.toContain(expected);
  });
  it('name who looks, before what it is for', () =>
    expect(proposeNotice(changed(told)).texts['nl']?.['N17']).toMatch(
      /^Deze mensen mogen kijken:\n- planner\n- coach\nDe gegevens zijn er voor/,
    ));
  it('count what a new version allows more and less', () => {
    const text = proposeNotice(source({ changes: { since: 1, wider: 2, stricter: 1 } })).texts['nl']?.['N22'];
    expect(text).toContain('Vergeleken met versie 1: op 2 punten mag er meer, op 1 punt mag er minder.');
    expect(proposeNotice(source()).texts['nl']?.['N22']).not.toContain('Vergeleken');
  });
});

describe('home beside the office', () => {
  const places = (home: Dossier['home'], office: Dossier['office']) => placeKey({ home, office });
  const same = { enabled: true, contentLevel: 1, retentionDays: 30, intervalSeconds: 60 };
  it.each([
    ['the same', same, same, 'N16.homeAlso'],
    ['more', { ...same, retentionDays: 31 }, same, 'N16.homeMore'],
    ['more often', { ...same, intervalSeconds: 30 }, same, 'N16.homeMore'],
    ['at intervals where the office has none', same, { ...same, intervalSeconds: null }, 'N16.homeMore'],
    ['less', { ...same, liveView: false }, { ...same, liveView: true }, 'N16.homeLess'],
    ['more and less', { ...same, contentLevel: 2 }, { ...same, viewers: 3 }, 'N16.homeOther'],
    ['only at home', same, { enabled: false }, 'N16.homeOnly'],
    ['only at the office', { enabled: false }, same, 'N16.homeOff'],
    ['unknown', same, {}, null],
    ['unknown at home', {}, same, null],
  ])('%s', (_name, home, office, expected) => expect(places(home, office)).toBe(expected));
});

describe('the summary', () => {
  const shorts = (over: Partial<Dossier> = {}, language = 'nl') => {
    const { items, texts } = proposeNotice(changed(over));
    return summaryFields(items).map((field) => texts[language]?.[field] ?? '');
  };
  it('says why, what, who looks, how long and how to object, in short', () => {
    expect(shorts()).toEqual([
      'Wij kijken of de telefoon op tijd wordt opgenomen.',
      'Wel: tijd van inloggen.\nNiet: wat u typt.\nHoe: sampled.\nThuis wordt hetzelfde vastgelegd als op kantoor. Niet buiten werktijd. Niet in pauzes.',
      'Kijken mogen: coach.\nHet mag niet worden gebruikt om u te beoordelen, te straffen of minder te betalen.\nVoor iets anders dan het doel mag het niet worden gebruikt.',
      'Tot: next quarterly evaluation talk held.\nHoogstens 100 dagen.',
      'Bezwaar maken mag altijd. Wij meten u niet zolang wij beslissen. U hoeft niets te bewijzen. Uw leidinggevende ziet het niet.',
    ]);
  });
  it('fits on one screen however much the dossier holds', () => {
    const many = Array.from({ length: 30 }, (_one, at) => `${'heel lang '.repeat(20)}${at}`);
    const purposes = many.map((code, at) => ({
      code,
      description: code.repeat(9),
      legalBasis: 'public_task',
      retention: { criterion: code, maxDays: at + 1 },
    }));
    for (const language of ['nl', 'en'])
      for (const text of shorts({ ...told, purposes, tool: { ...told.tool, recipients: many.map((role) => ({ role })) } }, language)) {
        expect(text.length).toBeLessThanOrEqual(SHORT_LIMIT);
        expect(text).not.toBe('');
      }
  });
  it('says how many there are beyond the first few', () =>
    expect(shorts({ tool: { ...whole.tool, recipients: ['a', 'b', 'c', 'd', 'e'].map((role) => ({ role })) } })[2]).toContain(
      'Kijken mogen: a; b; c; en nog 2 andere (zie de hele uitleg).',
    ));
  it('tells each period where they differ', () => {
    const [purpose] = whole.purposes ?? [];
    const other = { ...purpose, code: 'quality', retention: { criterion: 'x', maxDays: 7 } };
    expect(shorts({ purposes: [{ ...purpose }, other] })[3]).toBe('- training: hoogstens 100 dagen\n- quality: hoogstens 7 dagen');
  });
  it('says where to go where nobody can object', () => {
    const [purpose] = whole.purposes ?? [];
    const contract = { purposes: [{ ...purpose, legalBasis: 'contract' }] };
    expect(shorts(contract)[4]).toContain('U kunt een klacht indienen');
    expect(emptyFields(proposeNotice(changed(contract)), requiredItems({ ...whole, ...contract }))).toEqual([]);
  });
  it('is missed when it is empty', () => {
    const notice = proposeNotice(source());
    const without = { ...notice, texts: { ...notice.texts, en: { ...notice.texts['en'], 'short:N17': ' ' } } };
    expect(emptyFields(without, requiredItems(whole))).toEqual([{ language: 'en', field: 'short:N17' }]);
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

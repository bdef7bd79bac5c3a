import fc from 'fast-check';
import { GRADE, LOGINS, PEOPLE, shareOf } from '../../../../test/support/given-declarations.js';
import { assembleDossier, type Declarations, type Dossier, GRADES } from '../../../policy/index.js';
import { STARTERS, valueLabel } from '../../tools/index.js';
import { MOST_WORDS, onePager, wordsOf, type OnePagerInput } from './one-pager.js';

const input = (dossier: Dossier, more: Partial<OnePagerInput> = {}): OnePagerInput => ({
  toolName: 'Aanmeldregistratie thuiswerken',
  number: 1,
  fingerprint: 'sha-256:x',
  dossier,
  capabilities: [],
  enforcement: 'attested',
  peopleInScope: 214,
  advice: null,
  ...more,
});
/** A starter's proposals as the dossier they would make, with home working on. */
const dossierOf = (starter: (typeof STARTERS)[number]): Dossier => {
  const said = starter.answers.map(({ attribute, item, value }) => ({ attribute, item, value: isBilingual(value) ? value.nl : value }));
  const dossier = assembleDossier(said);
  return { ...dossier, home: { ...dossier.home, enabled: true } };
};
const isBilingual = (value: unknown): value is { nl: string } => typeof value === 'object' && value !== null && 'nl' in value;
const DECLARED: Declarations = {
  metrics: [LOGINS, PEOPLE],
  dashboards: [shareOf(['u_1'], { smallestGroup: 12 })],
  grade: GRADE,
  individualView: { purpose: 'security', grounds: 'security', maxHours: 24 },
};
const longest = {
  advice: 'conditional',
  reasons: 'woord '.repeat(500),
  conditions: Array.from({ length: 20 }, () => 'bewaar korter '.repeat(40)),
  advisedAt: new Date('2026-03-01T10:00:00Z'),
} as const;

describe('the one page', () => {
  it.each(STARTERS.flatMap((starter) => (['nl', 'en'] as const).map((language) => [starter.code, language, starter] as const)))(
    'of %s has at most 600 words (%s)',
    (_code, language, starter) => {
      const page = onePager(
        input(dossierOf(starter), {
          capabilities: starter.capabilities.map(({ isOn, ...row }) => ({ ...row, on: isOn })),
          advice: longest,
        }),
        valueLabel,
        language,
      );
      expect(wordsOf(page)).toBeLessThanOrEqual(MOST_WORDS);
      expect(wordsOf(page)).toBeGreaterThan(150);
      expect(page.sections).toHaveLength(10);
      expect(page.questions.rows).toHaveLength(7);
    },
  );

  it('has at most 600 words whatever was filled in', () => {
    const long = fc.constantFrom('woord '.repeat(60), 'x'.repeat(300), '', '{n} <b> #let');
    const words = fc.array(long, { maxLength: 40 });
    const dossier = fc.record({
      tool: fc.record({
        dataCategories: fc.array(fc.record({ code: long }), { maxLength: 40 }),
        recipients: fc.array(fc.record({ role: long, personsMax: fc.nat() }), { maxLength: 40 }),
        dataSubjects: words,
      }),
      capture: fc.record({ modes: words, contentLevel: fc.constantFrom(0, 1, 2, null) }),
      home: fc.record({
        enabled: fc.constant(true),
        retentionDays: fc.nat(),
        viewers: fc.nat(),
        contentLevel: fc.nat(2),
        modeRank: fc.nat(4),
        audioVideo: fc.boolean(),
      }),
      office: fc.record({ enabled: fc.constant(true), contentLevel: fc.nat(2), modeRank: fc.nat(4), audioVideo: fc.boolean() }),
      purposes: fc.array(
        fc.record({
          code: long,
          description: long,
          legalBasis: long,
          retention: fc.record({ maxDays: fc.nat(), criterion: long }),
          effectiveness: fc.record({ metric: long }),
        }),
        { maxLength: 30 },
      ),
      processors: fc.array(fc.record({ name: long, country: long }), { maxLength: 20 }),
      transfers: fc.array(fc.record({ country: long }), { maxLength: 20 }),
      assessment: fc.record({ alternatives: fc.array(fc.record({ rejectedReason: long }), { maxLength: 20 }) }),
    });
    const capabilities = fc.array(
      fc.record({ code: long, can: fc.boolean(), on: fc.boolean(), reach: fc.constantFrom('one_admin', 'nobody') }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(dossier, capabilities, fc.constantFrom('nl' as const, 'en' as const), (d, c, language) => {
        expect(wordsOf(onePager(input(d, { capabilities: c, advice: longest }), valueLabel, language))).toBeLessThanOrEqual(MOST_WORDS);
      }),
      { numRuns: 40 },
    );
  });

  it('has at most 600 words when everything is as long as can be', () => {
    const long = 'woord '.repeat(400);
    const many = <T>(value: T): T[] => Array.from({ length: 40 }, () => value);
    const place = {
      enabled: true,
      contentLevel: 2,
      modeRank: 4,
      samplingRate: 1,
      intervalSeconds: 5,
      audioVideo: true,
      liveView: true,
      retentionDays: 9,
      viewers: 9,
    };
    const fullest: Dossier = {
      tool: { dataCategories: many({ code: long }), recipients: many({ role: long, personsMax: 3 }), dataSubjects: many(long) },
      capture: { modes: many(long), contentLevel: 2 },
      home: place,
      office: { enabled: true, contentLevel: 0, modeRank: 0 },
      purposes: many({
        code: long,
        description: long,
        legalBasis: long,
        retention: { maxDays: 1, criterion: long },
        effectiveness: { metric: long },
      }),
      processors: many({ name: long, country: long }),
      transfers: many({ country: long }),
      assessment: { alternatives: many({ rejectedReason: long }) },
    };
    const capabilities = many({ code: long, can: true, on: false, reach: 'nobody' }).concat(
      many({ code: long, can: true, on: false, reach: 'one_admin' }),
    );
    for (const language of ['nl', 'en'] as const) {
      const page = onePager(input(fullest, { toolName: long, capabilities, advice: longest }), valueLabel, language);
      expect(wordsOf(page)).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  const lines = (dossier: Dossier, more: Partial<OnePagerInput> = {}): string =>
    JSON.stringify(onePager(input(dossier, more), valueLabel, 'nl'));

  it('promises nothing that nobody answered', () => {
    expect(lines({})).toContain('Het dossier sluit niets uit.');
    expect(lines({ capture: { audio: false } })).toContain('Mag niet worden vastgelegd: geluid.');
  });
  it('says what one administrator can switch on', () => {
    expect(lines({}, { capabilities: [{ code: 'webcam', can: true, on: false, reach: 'one_admin' }] })).toContain(
      'Eén beheerder kan dit aanzetten: webcam',
    );
  });
  it('shows where home differs from the office', () => {
    const place = { enabled: true, contentLevel: 1, modeRank: 1, retentionDays: 30 };
    expect(lines({ home: place, office: place })).toContain('Thuis hetzelfde als op kantoor.');
    expect(lines({ home: { ...place, retentionDays: 90 }, office: place })).toContain('Dagen bewaren: thuis 90, op kantoor 30.');
    expect(lines({ home: place, office: { enabled: false } })).toContain('Alleen thuis. Op kantoor staat het uit.');
  });
  it('says that the advice follows, and that an attested tool cannot be blocked', () => {
    expect(lines({})).toContain('Het advies volgt');
    expect(lines({})).toContain('Wij kunnen dit niet technisch blokkeren.');
    expect(lines({ tool: { covert: false } })).toContain('Wie dat niet kreeg, mag niet worden gemeten.');
    expect(lines({ tool: { covert: false } }, { enforcement: 'native' })).toContain('Wie dat niet kreeg, wordt niet gemeten.');
    expect(lines({ tool: { leaseMinutes: 5 } }, { enforcement: 'native' })).toContain('binnen 5 minuten');
  });
  it.each(GRADES)('says in its own words how a tool is stopped that is held %s', (enforcement) => {
    const others = GRADES.filter((one) => one !== enforcement);
    const own = lines({}, { enforcement });
    for (const other of others) expect(lines({}, { enforcement: other })).not.toBe(own);
  });
  it('names what is counted, the dashboards with their smallest group, and a view of one person', () => {
    const said = lines({ declared: DECLARED });
    expect(said).toContain('Geteld, alleen per groep: Aantal keer ingelogd, Mensen die inlogden.');
    expect(said).toContain('Leidinggevenden zien groepen van 12 of meer: Wie was er ingelogd?.'.replace('?.', '?'));
    expect(said).toContain('Naar 1 persoon kijken mag bij gevaar voor de beveiliging');
    expect(said).toContain(GRADE.cannotStop);
    expect(lines({ declared: { ...DECLARED, individualView: null, dashboards: [] } })).not.toMatch(/1 persoon|Leidinggevenden/);
    expect(lines({ declared: { ...DECLARED, metrics: [{ ...LOGINS, level: 'person' }] } })).toContain('Geteld, ook per persoon:');
  });
  it('has at most 600 words, however much is declared', () => {
    const long = 'een heel lange titel die niemand leest '.repeat(5);
    const metrics = Array.from({ length: 40 }, (_, at) => ({ ...LOGINS, code: `m${at}`, titleNl: long, titleEn: long }));
    const dashboards = Array.from({ length: 12 }, (_, at) => ({ ...shareOf(['u_1']), code: `d${at}`, titleNl: long, titleEn: long }));
    const declared = { ...DECLARED, metrics, dashboards, grade: { ...GRADE, cannotStop: long.repeat(10) } };
    for (const language of ['nl', 'en'] as const)
      expect(
        wordsOf(onePager(input({ ...dossierOf(STARTERS[0]!), declared }, { advice: longest }), valueLabel, language)),
      ).toBeLessThanOrEqual(MOST_WORDS);
  });
  it('shows one row as the employer would see it', () => {
    const page = onePager(input({ tool: { dataCategories: [{ code: 'login_time' }, { code: 'device_name' }] } }), valueLabel, 'nl');
    expect(page.sections[1]?.table).toMatchObject({
      head: ['Wie', 'moment van inloggen', 'naam van het apparaat'],
      rows: [['M. de Wit', '08.31 uur', 'LAPTOP-0417']],
    });
  });
});

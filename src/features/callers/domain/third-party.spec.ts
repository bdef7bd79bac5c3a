import type { CapabilityAnswer, CapabilityCode, Dossier } from '../../../policy/index.js';
import { announcementText, keptText, recordedLines, scriptLines } from '../told.js';
import { forOutsiders, isSecret, thirdPartyFacts } from './third-party.js';

const on = (...codes: readonly CapabilityCode[]): readonly CapabilityAnswer[] =>
  codes.map((code) => ({ code, can: true, on: true, reach: null }));
const CALLS: Dossier = {
  tool: {
    dataSubjects: ['employees', 'customers'],
    dataCategories: [
      { code: 'voice', purposes: ['training'] },
      { code: 'badge_event', purposes: ['attendance'] },
    ],
    recipients: [{ role: 'coach', personsMax: 1 }],
  },
  capture: { sampling: { rate: 0.1 }, pause: { live: ['hold'] } },
  purposes: [
    {
      code: 'training',
      description: 'Een coach luistert terug',
      subjects: ['employees', 'customers'],
      retention: { criterion: 'Tot het gesprek is gehouden', maxDays: 100, autoDelete: true },
    },
    { code: 'attendance', subjects: ['employees'] },
  ],
  objectionHandling: { optOut: { available: true } },
  notice: { thirdParty: { key: '9', otherChannel: 'langskomen aan het loket.' } },
};
const facts = (over: Dossier = {}, ...codes: readonly CapabilityCode[]) =>
  thirdPartyFacts({ ...CALLS, ...over }, on(...(codes.length > 0 ? codes : (['calls_sampled'] as const))));
const spoken = (over: Dossier = {}, ...codes: readonly CapabilityCode[]) => announcementText(facts(over, ...codes), 'x.nl/callers', 'nl');

describe('what people outside are told', () => {
  it('is only what is done with their data', () => {
    expect(forOutsiders(CALLS).purposes?.map(({ code }) => code)).toEqual(['training']);
    expect(facts().categories).toEqual(['voice']);
    expect(forOutsiders({ purposes: [{ code: 'training' }] }).purposes).toHaveLength(1);
  });
  it('is nothing of a secret investigation', () => {
    expect([isSecret({ tool: { covert: true } }), isSecret({ tool: { covert: false } }), isSecret({})]).toEqual([true, false, false]);
  });
  it('says how long, and what ends it earlier', () => {
    const [purpose] = facts().purposes;
    expect(purpose && keptText(purpose, 'nl')).toBe(
      'Wij bewaren dit tot: het gesprek is gehouden. En nooit langer dan 100 dagen. Daarna wist het systeem het vanzelf.',
    );
  });
});

describe('in English', () => {
  const english = (over: Dossier = {}) => announcementText(facts(over), 'x.nl/callers', 'en');
  it('shows what somebody wrote in English', () => {
    expect(english({ notice: { thirdParty: { otherChannel: 'langskomen aan het loket', otherChannelEn: 'visit our desk.' } } })).toContain(
      'You can also visit our desk.',
    );
    const [purpose] = facts({
      purposes: [{ code: 'training', retention: { criterion: 'Tot het gesprek', criterionEn: 'until the talk was held.', maxDays: 100 } }],
    }).purposes;
    expect(purpose && keptText(purpose, 'en')).toContain('until: the talk was held. ');
  });
  it('says of what is only there in Dutch that it is', () => {
    expect(english()).toContain('You can also “langskomen aan het loket” (in Dutch).');
    const [purpose] = facts().purposes;
    expect(purpose && keptText(purpose, 'en')).toContain('“Tot het gesprek is gehouden” (in Dutch). ');
    const closed = { objectionHandling: { optOut: { available: false, reason: 'de lijn kan niet anders.' } } };
    expect(JSON.stringify(scriptLines(facts(closed), 'x.nl', 'en'))).toContain('“de lijn kan niet anders” (in Dutch).');
  });
});

describe('the announcement', () => {
  it('says all of it, from one version', () => {
    expect(spoken()).toBe(
      'Wij nemen ongeveer 1 van de 10 gesprekken op. Dit gesprek kan daarbij zijn. Dat doen wij voor: opleiding en coaching. Wilt u dat niet? Druk dan op 9. U kunt ook langskomen aan het loket. Meer uitleg staat op x.nl/callers.',
    );
    expect(announcementText(facts(), 'x.nl/callers', 'en')).toContain('We record about 1 in 10 calls.');
  });
  it.each([
    ['all calls', ['calls_recorded'], 'Wij nemen dit gesprek op.'],
    ['listening in', ['calls_listened_in'], 'Een collega kan met dit gesprek meeluisteren.'],
    ['cameras', ['site_cameras'], 'Hier hangen camera’s.'],
    ['anything else', ['sign_in_times'], 'Wij leggen hier iets van u vast: stem'],
  ] as const)('says it of %s', (_, codes, first) => expect(spoken({}, ...codes)).toContain(first));
  it('names no key that nobody chose, and none where there is no way out', () => {
    expect(spoken({ notice: {} })).toContain('Zeg het dan tegen de medewerker.');
    const closed = { objectionHandling: { optOut: { available: false, reason: 'de lijn kan niet anders' } } };
    expect(spoken(closed)).not.toMatch(/Druk|Zeg het/);
    expect(JSON.stringify(scriptLines(facts(closed), 'x.nl', 'nl'))).toContain(
      'U kunt dit niet uitzetten. De reden: de lijn kan niet anders.',
    );
  });
  it('speaks of calling back only where that is done', () => {
    expect(spoken()).not.toContain('terug voor onderzoek');
    expect(spoken({ purposes: [{ code: 'callback_research', subjects: ['customers'] }] })).toContain('Misschien bellen wij u later terug');
  });
});

describe('the script', () => {
  it('answers from the same version, and says of what is unknown that it is', () => {
    const script = scriptLines(facts(), 'x.nl/callers', 'nl');
    expect(script.map(({ question }) => question)).toEqual([
      'Word ik opgenomen?',
      'Waarom?',
      'Hoe lang bewaart u dat?',
      'Wie luistert of kijkt dat terug?',
      'Dat wil ik niet.',
      'Ik wil bezwaar maken, of mijn opname horen of laten wissen.',
    ]);
    expect(script[0]?.answers).toContain('Staat u in de wacht? Dan loopt de opname niet.');
    const unknown = JSON.stringify(scriptLines(thirdPartyFacts({}, []), 'x.nl', 'nl'));
    for (const said of ['staat nog niet vast', 'Ik weet niet of dat kan']) expect(unknown).toContain(said);
  });
  it('counts a share in hundreds where tenths do not do', () => {
    expect(recordedLines(facts({ capture: { sampling: { rate: 0.05 } } }), 'nl')[0]).toBe(
      'Ongeveer 5 van de 100 gesprekken, willekeurig gekozen',
    );
  });
});

import type { Actor, Role } from '../../src/kernel/actor.js';
import { ROLES } from '../../src/kernel/actor.js';
import type { Json } from '../../src/kernel/canonical.js';
import { Problem } from '../../src/kernel/problem.js';
import {
  type AnswerInput,
  confirmFacts,
  createTool,
  dossierFacts,
  fixVersion,
  readVersion,
  registerVersion,
  type Version,
  writeAnswers,
  writeCapabilities,
  writeScope,
  writeSheet,
} from '../../src/features/tools/index.js';
import { ATTRIBUTES, type Attribute, evaluateCapabilities, ownerMayWrite, writersOf } from '../../src/policy/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorIn, givenPerson, givenTool, givenUnit, HR_ANSWERS, IT_ANSWERS, SHEET, SIGN_IN_ONLY } from '../support/given-tools.js';

const NOW = new Date('2026-03-02T09:00:00Z');
const HR = actorIn('hr_registrar');
const IT = actorIn('it_admin');
const ROUNDS = 25;
const SLOW = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await databaseFor('tools');
});
afterAll(() => database.close());

const run = <T>(work: Parameters<TestDatabase['transactions']['run']>[0]): Promise<T> => database.transactions.run(work) as Promise<T>;
const given = (more: Parameters<typeof givenTool>[2] = {}): Promise<Version> => run((tx) => givenTool(tx, NOW, more));
const version = (id: string): Promise<Version> => run((tx) => readVersion(tx, id));
const write = (actor: Actor, versionId: string, answers: readonly AnswerInput[]): Promise<boolean> =>
  run((tx) => writeAnswers(tx, actor, NOW, versionId, answers));
const problem = async (work: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await work.then(
    () => null,
    (found: unknown) => found,
  );
  if (error instanceof Problem) return error;
  throw new Error(`expected a refusal, found ${String(error)}`);
};
const one = (attribute: string, value: Json, item = ''): AnswerInput => ({ attribute, item, value });

describe('a registered tool', () => {
  it('gives the facts that its owners answered, and its number in the register', async () => {
    const tool = await given({ until: 'assessed' });
    const facts = dossierFacts(tool);
    expect(facts.tool?.category).toBe('login_presence');
    expect(facts.dossier).toEqual({
      versionHash: tool.fingerprint,
      processingRecordEntryId: expect.stringMatching(/^VR-2026-\d{3}$/) as string,
    });
    const { rules } = evaluateCapabilities({ ...facts, today: '2026-03-02' }, tool.capabilities);
    const failing = rules.filter((rule) => rule.outcome === 'FAIL').map((rule) => rule.id);
    for (const rule of ['EU-GDPR-05-01', 'EU-GDPR-06-01', 'EU-GDPR-06-03', 'EU-GDPR-25-01', 'EU-GDPR-28-01', 'EU-NEC-01', 'NL-HOME-01'])
      expect(failing).not.toContain(rule);
  });

  it('is registered once, by HR, when HR’s questions are answered', async () => {
    const { versionId } = await run<{ versionId: string }>((tx) => createTool(tx, HR, NOW, { name: 'Half af' }));
    const refusal = await problem(run((tx) => registerVersion(tx, HR, NOW, versionId)));
    expect([refusal.status, refusal.code]).toEqual([409, 'version.incomplete']);
    expect(refusal.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['capabilities.missing', 'scope.empty', 'answer.missing']),
    );
    const tool = await given();
    expect((await problem(run((tx) => registerVersion(tx, HR, NOW, tool.id)))).code).toBe('version.registered');
    expect((await problem(run((tx) => registerVersion(tx, IT, NOW, tool.id)))).status).toBe(403);
  });

  it('numbers the register without gaps or doubles when many register at once', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => given()));
    const numbers = made.map((tool) => Number(tool.tool.recordEntryId?.split('-')[2]));
    expect(new Set(numbers).size).toBe(6);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(5);
  });

  it('has a name of its own, whatever the case of its letters', async () => {
    const first = await given({ name: 'Gespreksopname', until: 'started' });
    const refusal = await problem(run((tx) => createTool(tx, HR, NOW, { name: ' gespreksopname ' })));
    expect([refusal.code, refusal.members['toolId']]).toEqual(['tool.name-taken', first.toolId]);
  });

  it.each(['', '   ', 'x'.repeat(201), 'a\u0000b'])('refuses the name %j', async (name) => {
    expect((await problem(run((tx) => createTool(tx, HR, NOW, { name })))).status).toBe(422);
  });
});

describe('a fact', () => {
  const SAMPLES: Readonly<Record<Attribute['type'], (attribute: Attribute) => Json>> = {
    boolean: () => true,
    integer: ({ min = 0 }) => min,
    number: ({ min = 0 }) => min,
    text: () => 'Getypt',
    day: () => '2027-01-01',
    one_of: ({ values }) => values?.[0] ?? null,
    many_of: () => [],
    list: () => [],
  };
  const inputOf = (attribute: Attribute): AnswerInput => {
    const depth = attribute.path.split('[]').length - 1;
    return { attribute: attribute.path, item: ['', 'r1', 'r1.s1'][depth] ?? '', value: SAMPLES[attribute.type](attribute) };
  };

  it(
    'is refused from every role but its owner’s, attribute by attribute',
    async () => {
      const tool = await given({ until: 'started' });
      const before = await version(tool.id);
      const others = ATTRIBUTES.flatMap((attribute) =>
        ROLES.filter((role) => !ownerMayWrite(role, attribute.path)).map((role) => ({ attribute, role })),
      );
      expect(others.length).toBeGreaterThan(ATTRIBUTES.length * (ROLES.length - 4));
      await run(async (tx) => {
        for (const { attribute, role } of others) {
          const refusal = await problem(writeAnswers(tx, actorIn(role), NOW, tool.id, [inputOf(attribute)]));
          expect([attribute.path, role, [403, 422].includes(refusal.status)]).toEqual([attribute.path, role, true]);
        }
      });
      expect((await version(tool.id)).answers).toEqual(before.answers);
    },
    SLOW,
  );

  it('that is another role’s is refused with whose turn it is, and nothing of the rest is written', async () => {
    const tool = await given({ until: 'started' });
    const refusal = await problem(write(HR, tool.id, [one('tool.covert', false), one('security.mfa', true)]));
    expect([refusal.status, refusal.code]).toEqual([403, 'attribute.other-owner']);
    expect(refusal.reasons).toEqual([{ code: 'attribute.other-owner', field: 'security.mfa|', turn: 'tool_owner' }]);
    expect((await version(tool.id)).answers).toEqual([]);
    await write(HR, tool.id, [one('tool.covert', false)]);
    expect((await version(tool.id)).answers).toHaveLength(1);
  });

  it('that is an act or computed is no answer, not even from its owner', async () => {
    const tool = await given({ until: 'started' });
    const acts: readonly (readonly [Role, string, Json])[] = [
      ['dpo', 'dpoAdvice.advice', 'positive'],
      ['or_chair', 'representation.decision', 'granted'],
      ['director', 'representation.route', 'consent_not_required'],
      ['org_admin', 'organisation.publicBody', false],
      ['hr_registrar', 'tool.category', 'login_presence'],
      ['hr_registrar', 'dossier.versionHash', 'x'],
      ['hr_registrar', 'home.enabled', false],
      ['hr_registrar', 'tool.name', 'Andere naam'],
    ];
    for (const [role, attribute, value] of acts) {
      const refusal = await problem(write(actorIn(role), tool.id, [one(attribute, value)]));
      expect([attribute, [403, 422].includes(refusal.status)]).toEqual([attribute, true]);
    }
  });

  it('is of its type, in a row that its list has', async () => {
    const tool = await given({ until: 'answered' });
    const bad: readonly AnswerInput[] = [
      one('tool.covert', 'no'),
      one('office.contentLevel', 7),
      one('tool.vendor', 'x'.repeat(201)),
      one('tool.vendor', 'a\u0000b'),
      one('tool.vendor', '\ud800'),
      one('tool.groupScope', 'nobody'),
      one('purposes[].code', 'training'),
      one('purposes[].code', 'training', 'r9'),
      one('purposes[].code', 'training', 'attendance.r1'),
      one('processors', ['p1.s1']),
      one('no.such.attribute', true),
      one('__proto__', true),
    ];
    for (const input of bad) expect([input.attribute, (await problem(write(HR, tool.id, [input]))).status]).toEqual([input.attribute, 422]);
  });

  it('of a row goes with the row, and with it what others said about it', async () => {
    const tool = await given({ until: 'assessed' });
    await write(HR, tool.id, [one('processors', ['p2']), one('processors[].name', 'Nieuw BV', 'p2')]);
    const { answers } = await version(tool.id);
    expect(answers.filter(({ item }) => item.startsWith('p1'))).toEqual([]);
    await write(HR, tool.id, [one('processors', ['p1', 'p2'])]);
    expect(dossierFacts(await version(tool.id)).processors).toEqual([{ name: null }, { name: 'Nieuw BV' }]);
  });

  it('that needs confirmation counts only when another role’s other person said so', async () => {
    const tool = await given({ until: 'started' });
    await write(HR, tool.id, [one('tool.profiling', false)]);
    const profiling = async () => dossierFacts(await version(tool.id)).tool?.profiling ?? null;
    expect(await profiling()).toBeNull();
    const confirm = (actor: Actor) => run((tx) => confirmFacts(tx, actor, NOW, tool.id, [{ attribute: 'tool.profiling', item: '' }]));
    expect((await problem(confirm(HR))).status).toBe(403);
    expect((await problem(confirm(actorIn('it_admin', HR.personId!)))).code).toBe('attribute.own-confirmation');
    await confirm(IT);
    expect(await profiling()).toBe(false);
    await write(HR, tool.id, [one('tool.profiling', true)]);
    expect(await profiling()).toBeNull();
  });

  it('about what the product can do counts only from IT or the owner', async () => {
    const tool = await given({ until: 'started' });
    await run((tx) => writeCapabilities(tx, HR, NOW, tool.id, SIGN_IN_ONLY));
    expect(dossierFacts(await version(tool.id)).tool).toMatchObject({ category: null, unneededFeaturesOff: null });
    await run((tx) => writeCapabilities(tx, IT, NOW, tool.id, []));
    expect(dossierFacts(await version(tool.id)).tool).toMatchObject({ category: 'login_presence', unneededFeaturesOff: true });
    expect((await problem(run((tx) => writeCapabilities(tx, actorIn('director'), NOW, tool.id, SIGN_IN_ONLY)))).status).toBe(403);
  });

  it('is recorded as given, by name and without what was typed', async () => {
    const tool = await given({ until: 'started' });
    await write(HR, tool.id, [one('tool.vendor', 'Geheim BV')]);
    const [entry] = await database.asOwner(
      `select e.type, o.payload from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'body'
       where e.tool_id = $1 and e.type = 'answers.given'`,
      [tool.toolId],
    );
    expect(entry?.['payload']).toContain('tool.vendor');
    expect(entry?.['payload']).not.toContain('Geheim');
  });
});

describe('the fingerprint', () => {
  it('changes with a material fact and with nothing else', async () => {
    const tool = await given({ until: 'answered' });
    const after = async (actor: Actor, answers: readonly AnswerInput[]) => {
      await write(actor, tool.id, answers);
      return (await version(tool.id)).fingerprint;
    };
    expect(await after(HR, [one('purposes[].description', 'Anders gezegd.', 'attendance')])).toBe(tool.fingerprint);
    expect(await after(IT, [one('security.mfa', false)])).toBe(tool.fingerprint);
    expect(await after(HR, [one('tool.controllerRole', 'joint_controller')])).toBe(tool.fingerprint);
    const wider = await after(HR, [one('purposes[].retention.maxDays', 90, 'attendance')]);
    expect(wider).not.toBe(tool.fingerprint);
    expect(await after(HR, [one('purposes[].retention.maxDays', 45, 'attendance')])).toBe(tool.fingerprint);
    await run((tx) => writeSheet(tx, IT, NOW, tool.id, [...SHEET, { ...SHEET[0], name: 'extra' }]));
    expect((await version(tool.id)).fingerprint).not.toBe(tool.fingerprint);
  });

  it('does not look at the order in which things were said', async () => {
    const unit = await run<string>((tx) => givenUnit(tx, NOW));
    const name = 'Volgorde';
    const make = async (answers: readonly AnswerInput[], suffix: string) => {
      const tool = await given({ name, until: 'started' });
      await run((tx) => writeCapabilities(tx, IT, NOW, tool.id, SIGN_IN_ONLY));
      await run((tx) => writeScope(tx, HR, NOW, tool.id, { units: [unit], staffNumbers: [] }));
      for (const answer of answers) await write(HR, tool.id, [answer]);
      const { fingerprint } = await version(tool.id);
      await database.asOwner(`update tools set name = name || $2 where id = $1`, [tool.toolId, suffix]);
      return fingerprint;
    };
    const two = [
      one('transfers', ['us', 'uk']),
      one('transfers[].country', 'US', 'us'),
      one('transfers[].country', 'UK', 'uk'),
      one('tool.dataSubjects', ['employees', 'temps']),
    ];
    const other = [
      one('tool.dataSubjects', ['temps', 'employees']),
      one('transfers', ['a', 'b']),
      one('transfers[].country', 'UK', 'a'),
      one('transfers[].country', 'US', 'b'),
    ];
    expect(await make(two, '1')).toBe(await make(other, '2'));
  });

  it('is computed again from what stands there: a change behind its back lapses it', async () => {
    const tool = await given({ until: 'fixed' });
    await database.asOwner(`update answers set value = '900' where version_id = $1 and attribute = 'purposes[].retention.maxDays'`, [
      tool.id,
    ]);
    expect((await version(tool.id)).fingerprint).not.toBe(tool.fingerprint);
  });
});

describe('home', () => {
  it('is on as soon as anyone in scope works at home, also somebody who joins later', async () => {
    const unit = await run<string>((tx) => givenUnit(tx, NOW));
    const tool = await given({ unitIds: [unit], until: 'answered' });
    expect(dossierFacts(tool).home?.enabled).toBe(false);
    await run((tx) => givenPerson(tx, NOW, unit, { worksAtHome: true }));
    const later = await version(tool.id);
    expect(dossierFacts(later).home?.enabled).toBe(true);
    expect(later.fingerprint).not.toBe(tool.fingerprint);
  });

  it('lapses the approvals of a fixed version when the first home worker comes, and stays on when the last one goes', async () => {
    const unit = await run<string>((tx) => givenUnit(tx, NOW));
    const office = await given({ unitIds: [unit], until: 'fixed' });
    const person = await run<string>((tx) => givenPerson(tx, NOW, unit, { worksAtHome: true }));
    expect((await version(office.id)).fingerprint).not.toBe(office.fingerprint);
    const home = await given({ unitIds: [unit], until: 'fixed' });
    await database.asOwner(`update persons set works_at_home = false where id = $1`, [person]);
    expect((await version(home.id)).fingerprint).toBe(home.fingerprint);
    expect((await version(office.id)).fingerprint).toBe(office.fingerprint);
  });
});

describe('a fixed version', () => {
  it('refuses a material change, names the field, and says that the next version is the way', async () => {
    const tool = await given({ until: 'fixed' });
    const refusal = await problem(write(HR, tool.id, [one('purposes[].retention.maxDays', 90, 'attendance')]));
    expect([refusal.status, refusal.code]).toEqual([409, 'version.fixed']);
    expect(refusal.reasons).toEqual([{ code: 'version.fixed', field: 'purposes[].retention.maxDays|attendance' }]);
    for (const part of [
      run((tx) => writeCapabilities(tx, IT, NOW, tool.id, [{ code: 'webcam', can: true, on: true }])),
      run((tx) => writeSheet(tx, IT, NOW, tool.id, [])),
      run((tx) => writeScope(tx, HR, NOW, tool.id, { units: [], staffNumbers: [] })),
    ])
      expect((await problem(part)).code).toBe('version.fixed');
    expect((await version(tool.id)).fingerprint).toBe(tool.fingerprint);
  });

  it('takes what is not material: a text is mended', async () => {
    const tool = await given({ until: 'fixed' });
    expect(await write(HR, tool.id, [one('purposes[].description', 'Beter gezegd.', 'attendance')])).toBe(true);
    expect((await version(tool.id)).fingerprint).toBe(tool.fingerprint);
  });

  it('is kept by the database too, whoever types the SQL', async () => {
    const tool = await given({ until: 'fixed' });
    const asApplication = (sql: string) => database.dataSource.query(sql, [tool.id]);
    for (const sql of [
      `update capabilities set is_on = true, can = true where version_id = $1`,
      `delete from sheet_settings where version_id = $1`,
      `delete from version_units where version_id = $1`,
      `insert into version_persons (version_id, person_id) select $1, id from persons limit 1`,
      `update tool_versions set fingerprint = 'x' where id = $1`,
      `update tool_versions set fixed_at = null where id = $1`,
      `update tool_versions set enforcement = 'attested' where id = $1`,
    ])
      expect([sql, await asApplication(sql).then(() => 'written', String)]).toEqual([
        sql,
        expect.stringContaining('a fixed version is not changed'),
      ]);
    const draft = await given({ until: 'answered' });
    await database.dataSource.query(`update tool_versions set enforcement = 'attested' where id = $1`, [draft.id]);
  });

  it('cannot be made before IT has said what the product can do', async () => {
    const tool = await given({ until: 'started' });
    await run((tx) => writeCapabilities(tx, HR, NOW, tool.id, SIGN_IN_ONLY));
    expect((await problem(run((tx) => fixVersion(tx, HR, NOW, tool.id)))).code).toBe('version.capabilities-unconfirmed');
  });

  it(
    'never holds an edit that raced with the fixing',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const tool = await given({ until: 'answered' });
        const edit = write(HR, tool.id, [one('purposes[].retention.maxDays', 46 + round, 'attendance')]).then(
          () => true,
          () => false,
        );
        const fixing = run<Version>((tx) => fixVersion(tx, actorIn('privacy_officer'), NOW, tool.id));
        const [wasEdited, fixed] = await Promise.all([edit, fixing]);
        const stored = await database.asOwner(`select fingerprint from tool_versions where id = $1`, [tool.id]);
        const now = await version(tool.id);
        expect([now.fingerprint, stored[0]?.['fingerprint']]).toEqual([fixed.fingerprint, fixed.fingerprint]);
        expect(wasEdited).toBe(fixed.fingerprint !== tool.fingerprint);
      }
    },
    SLOW,
  );
});

describe('one or a few persons', () => {
  it('are at most five, by name', async () => {
    const tool = await given({ until: 'started' });
    const unit = await run<string>((tx) => givenUnit(tx, NOW));
    const people = await run<string[]>((tx) => Promise.all(Array.from({ length: 6 }, () => givenPerson(tx, NOW, unit))));
    const numbers = people.map((id) => id.slice(2));
    await write(HR, tool.id, [one('tool.groupScope', 'individual')]);
    const scope = (units: readonly string[], staffNumbers: readonly string[]) =>
      run((tx) => writeScope(tx, HR, NOW, tool.id, { units, staffNumbers }));
    expect((await problem(scope([unit], []))).reasons[0]?.code).toBe('scope.individual-too-wide');
    expect((await problem(scope([], numbers))).reasons[0]?.code).toBe('scope.individual-too-wide');
    await scope([], numbers.slice(0, 5));
    expect((await problem(scope([], ['nobody']))).reasons[0]?.code).toBe('scope.person-unknown');
    expect((await problem(scope(['u_none'], []))).reasons[0]?.code).toBe('scope.unit-unknown');
  });
});

describe('20,000 people in scope', () => {
  it(
    'cost no more queries than 20',
    async () => {
      const queriesWith = async (people: number): Promise<number> => {
        const unit = await run<string>((tx) => givenUnit(tx, NOW));
        await database.asOwner(
          `insert into persons (id, staff_number, name, unit_id, language, starts_on, works_at_home, created_at)
         select $1 || n, $1 || n, 'Mens', $1, 'nl', '2020-01-01', n = $2, now() from generate_series(1, $2::int) n`,
          [unit, people],
        );
        const tool = await given({ unitIds: [unit], until: 'answered' });
        return run<number>(async (tx) => {
          let count = 0;
          const query = tx.query.bind(tx);
          tx.query = (async (...args: Parameters<typeof query>) => {
            count += 1;
            return query(...args);
          }) as typeof tx.query;
          await writeAnswers(tx, HR, NOW, tool.id, [one('tool.vendor', 'Ander BV')]);
          const read = await readVersion(tx, tool.id);
          expect(dossierFacts(read).home?.enabled).toBe(true);
          return count;
        });
      };
      expect(await queriesWith(20_000)).toBe(await queriesWith(20));
    },
    SLOW,
  );
});

describe('everything that HR and IT answer', () => {
  it('belongs to them', () => {
    for (const { attribute } of HR_ANSWERS) expect(writersOf(attribute)).toContain('hr_registrar');
    for (const { attribute } of IT_ANSWERS) expect(writersOf(attribute)).toContain('it_admin');
  });
});

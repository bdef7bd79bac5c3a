import { ObjectionsService } from '../../src/features/objections/index.js';
import { OWN_DATA, OWN_DATA_KINDS } from '../../src/features/rights/own-data/own-data.queries.js';
import { OwnDataService } from '../../src/features/rights/own-data/own-data.service.js';
import { RightsService } from '../../src/features/rights/rights.service.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, countingQueries } from '../support/given-notices.js';
import { CONFIG, givenChannels, givenTold, refusal, type Told } from '../support/given-rights.js';
import { unzipped } from '../support/zip.js';

let database: TestDatabase;
let clock: TestClock;
let data: OwnDataService;
let told: Told;
let other: Told;

beforeAll(async () => {
  database = await databaseFor('own data');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  clock = new TestClock('2026-03-05T09:00:00Z');
  data = new OwnDataService(database.transactions, clock);
  const { manager } = await givenChannels(database, clock);
  told = await givenTold(database, clock, manager.id);
  other = await givenTold(database, clock, manager.id);
  for (const [{ tool, person }, words] of [
    [told, 'Ik zorg voor mijn moeder'],
    [other, 'Ik werk in ploegen'],
  ] as const) {
    await new ObjectionsService(database.transactions, clock, CONFIG).lodge(actorOf(person.id), tool.toolId, words, newId('i'));
    const command = { kind: 'rectification', toolId: null, text: words, wanted: '=HYPERLINK("x")' } as const;
    await new RightsService(database.transactions, clock, CONFIG).lodge(actorOf(person.id), command, newId('i'));
  }
});
afterAll(() => database.close());

const me = () => actorOf(told.person.id);

describe('own data', () => {
  it('says how the person stands in the register, and how much there is of each kind', async () => {
    const { person, counts } = await data.view(me());
    expect(person).toMatchObject({ staff_number: told.person.staffNumber, works_at_home: false });
    expect(counts).toMatchObject({ person: 1, objections: 1, requests: 1, notices: 1, votes: 0 });
    expect(await refusal(data.view(actorOf('p_none')))).toContain('page.unknown');
  });
  it('is one archive: JSON, a CSV of each kind there is, and a cover', async () => {
    clock.advance({ minutes: 1 });
    const files = unzipped(await data.archive(me()));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'voorblad.pdf',
        'gegevens.json',
        'csv/person.csv',
        'csv/objections.csv',
        'csv/requests.csv',
        'csv/notices.csv',
      ]),
    );
    expect(files.has('csv/votes.csv')).toBe(false);
    expect(files.get('voorblad.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    const json = JSON.parse(files.get('gegevens.json')?.toString('utf8') ?? '') as Record<string, unknown>;
    expect(json).toMatchObject({
      organisation: 'Gemeente Voorbeeld',
      madeAt: '2026-03-05T09:01:00Z',
      person: [{ staff_number: told.person.staffNumber }],
      objections: [{ situation: 'Ik zorg voor mijn moeder' }],
      requests: [{ kind: 'rectification', text: 'Ik zorg voor mijn moeder' }],
    });
    expect(files.get('csv/requests.csv')?.toString('utf8')).toContain(`"'=HYPERLINK(""x"")"`);
  });
  it('holds nothing of anybody else, in no file', async () => {
    clock.advance({ minutes: 1 });
    const all = Buffer.concat([...unzipped(await data.archive(me())).values()]).toString('latin1');
    expect(all).toContain(told.person.staffNumber);
    expect(all).not.toContain(other.person.staffNumber);
    expect(all).not.toContain('Ik werk in ploegen');
    for (const secret of ['password_hash', 'totp_secret', 'token_hash']) expect(all).not.toContain(secret);
  });
  it('asks as many queries for a lot as for nothing', async () => {
    const asked = (who: string) => countingQueries(database, () => data.view(actorOf(who)));
    const manager = (await database.asOwner('select manager_id as id from persons where id = $1', [told.person.id]))[0]?.['id'];
    expect(await asked(told.person.id)).toBe(await asked(String(manager)));
  });
  it('cannot be fetched without end', async () => {
    clock.advance({ minutes: 1 });
    for (let n = 0; n < 5; n += 1) await data.archive(me());
    expect(await refusal(data.archive(me()))).toContain('rate.exceeded');
    clock.advance({ minutes: 1 });
    await data.archive(me());
  });
  it('reads every table that points at a person', async () => {
    const rows = await database.asOwner(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.confrelid = 'persons'::regclass and c.contype = 'f' and a.attname = 'person_id' order by 1`,
    );
    const read = OWN_DATA_KINDS.map((kind) => OWN_DATA[kind]).join(' ');
    expect(rows.map(({ name }) => String(name)).filter((name) => !read.includes(` ${name} `) && !(name in NOT_SHOWN))).toEqual([]);
  });
});

/** Tables that point at a person and are not in the export. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  case_keys: 'the key of a handler’s office, locked with a secret that only the handler has',
  erasures: 'whoever is erased reads nothing any more',
  enrolment_codes: 'a code for a device, which is listed once it is used',
  officer_account_changes: 'that an account changed is in the acts',
  officer_resets: 'an officer’s lost second step is in the acts',
  sign_in_steps: 'lives for minutes',
  staff_announcement_recipients: 'that a letter was sent is in the acts of that case',
  version_persons: 'whom a tool is for follows from the tools listed',
};

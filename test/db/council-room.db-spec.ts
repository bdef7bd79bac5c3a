import type { Actor } from '../../src/kernel/actor.js';
import { RoomService } from '../../src/features/council/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenPerson, givenStaff, type GivenPerson, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const START = new Date('2026-03-02T09:00:00Z');
const GENERAL = { requestId: null };
const upload = (name: string, text: string) => ({ name, type: 'text/plain', bytes: Buffer.from(text) });

let database: TestDatabase;
let clock: TestClock;
let staff: Staff;
let contact: GivenPerson;
let rooms: RoomService;
let requestId: string;

beforeAll(async () => {
  database = await databaseFor('council_room');
  clock = new TestClock(START.toISOString());
  staff = await database.transactions.run((tx) => givenStaff(tx));
  contact = await database.transactions.run((tx) => givenPerson(tx, { roles: ['pvt_contact'] }));
  rooms = new RoomService(database.transactions, clock);
  const tool = await database.transactions.run((tx) =>
    givenTool(tx, START, { until: 'fixed', unitIds: [staff.employee.unitId], name: 'Aanmeldregistratie' }),
  );
  const chain = await database.transactions.run((tx) => givenChain(tx, tool, staff, { without: ['meeting', 'decision', 'final'] }));
  requestId = chain.requestId;
});
afterAll(() => database.close());

const member = (): Actor => actorOf(staff.member);
const chair = (): Actor => actorOf(staff.chair);
const write = (actor: Actor, text: string, place: { requestId: string | null } = GENERAL) => rooms.write(actor, place, { text, files: [] });
const read = async (actor: Actor, place: { requestId: string | null } = GENERAL) => (await rooms.read(actor, place, 1)).notes;
const confidential = async (): Promise<number> => Number((await database.asOwner(`select count(*) from confidential_acts`))[0]?.['count']);
const visibleEntries = async (): Promise<number> => Number((await database.asOwner(`select count(*) from evidence_entries`))[0]?.['count']);

describe('the room of a council', () => {
  it('keeps a note for its members, with its file, newest first', async () => {
    await rooms.write(member(), GENERAL, { text: 'Wat vinden wij?', files: [upload('plan.txt', 'Ons plan')] });
    await write(chair(), 'Ik twijfel.');
    const notes = await read(chair());
    expect(notes.map(({ text, writer, mine }) => [text, writer, mine])).toEqual([
      ['Ik twijfel.', staff.chair.name, true],
      ['Wat vinden wij?', staff.member.name, false],
    ]);
    const file = notes[1]?.files[0];
    expect(file?.id).toMatch(/^f_[0-9A-Z]{16}$/);
    expect((await rooms.file(chair(), file?.id ?? '')).bytes.toString()).toBe('Ons plan');
  });

  it('holds the discussion of a case apart from the general room', async () => {
    await write(member(), 'Over deze zaak', { requestId });
    expect((await read(chair(), { requestId })).map(({ text }) => text)).toEqual(['Over deze zaak']);
    expect((await read(chair())).map(({ text }) => text)).not.toContain('Over deze zaak');
  });

  it.each(['hr', 'director', 'dpo', 'orgAdmin', 'it', 'auditor', 'privacyOfficer', 'employee', 'manager', 'adviser', 'toolOwner'] as const)(
    'does not exist for %s, nor do its notes and files',
    async (who) => {
      const [mine] = (await read(member())).filter(({ mine: own }) => own);
      const outside = actorOf(staff[who]);
      await expect(async () => read(outside)).rejects.toMatchObject({ status: 404 });
      await expect(async () => write(outside, 'Ik lees mee')).rejects.toMatchObject({ status: 404 });
      await expect(async () => rooms.file(outside, mine?.files[0]?.id ?? '')).rejects.toMatchObject({ status: 404 });
      await expect(async () => rooms.withdraw(outside, mine?.id ?? '')).rejects.toMatchObject({ status: 404 });
      await expect(rooms.own(outside, mine?.id ?? '')).rejects.toMatchObject({ status: 404 });
    },
  );

  it('does not open for a staff representation that the employer appoints beside it', async () => {
    const [mine] = (await read(member())).filter(({ mine: own }) => own);
    expect(await read(actorOf(contact))).toEqual([]);
    expect(await read(actorOf(contact), { requestId })).toEqual([]);
    await expect(rooms.file(actorOf(contact), mine?.files[0]?.id ?? '')).rejects.toMatchObject({ status: 404 });
    await write(actorOf(contact), 'Van de PVT');
    expect((await read(actorOf(contact))).map(({ text }) => text)).toEqual(['Van de PVT']);
    expect((await read(member())).map(({ text }) => text)).not.toContain('Van de PVT');
  });

  it('is written in by nobody who sends nothing, too many files, or a file of another kind', async () => {
    await expect(async () => write(member(), '')).rejects.toMatchObject({ reasons: [{ field: 'text' }] });
    const four = [1, 2, 3, 4].map((n) => upload(`${n}.txt`, 'x'));
    await expect(async () => rooms.write(member(), GENERAL, { text: 'x', files: four })).rejects.toMatchObject({
      reasons: [{ field: 'file' }],
    });
    await expect(async () => rooms.write(member(), GENERAL, { text: 'x', files: [upload('a.exe', 'x')] })).rejects.toMatchObject({
      reasons: [{ code: 'file.kind-unknown' }],
    });
    await rooms.write(member(), { requestId }, { text: '', files: four.slice(1) });
    expect((await read(member(), { requestId }))[0]?.files).toHaveLength(3);
  });
});

describe('a note', () => {
  it('is corrected by who wrote it, and by nobody else; what it said stays', async () => {
    await write(member(), 'Fout');
    const [note] = await read(member());
    await expect(rooms.correct(chair(), note?.id ?? '', 'Ik weet het beter')).rejects.toMatchObject({ code: 'room.not-yours' });
    await expect(async () => rooms.correct(member(), note?.id ?? '', '')).rejects.toMatchObject({ status: 422 });
    await rooms.correct(member(), note?.id ?? '', 'Goed');
    expect((await read(chair()))[0]).toMatchObject({ text: 'Goed', earlier: ['Fout'], correctedAt: START });
  });

  it('is withdrawn by who wrote it: its words and files are gone from the database', async () => {
    await rooms.write(member(), GENERAL, { text: 'Geheim woord', files: [upload('geheim.txt', 'Geheim woord')] });
    const [note] = await read(member());
    await rooms.correct(member(), note?.id ?? '', 'Nog een geheim woord');
    await expect(rooms.withdraw(chair(), note?.id ?? '')).rejects.toMatchObject({ code: 'room.not-yours' });
    await rooms.withdraw(member(), note?.id ?? '');
    expect((await read(chair()))[0]).toMatchObject({ withdrawnAt: START, text: '', files: [], earlier: [''] });
    const left = await database.asOwner(
      `select text from room_texts where text like '%eheim%' union all select name from room_files where name like '%geheim%'`,
    );
    expect(left).toEqual([]);
    await expect(rooms.correct(member(), note?.id ?? '', 'Terug')).rejects.toMatchObject({ code: 'room.withdrawn' });
    await expect(rooms.withdraw(member(), note?.id ?? '')).rejects.toMatchObject({ code: 'room.withdrawn' });
  });

  it('cannot be changed by whoever types the SQL of the application, nor withdrawn for another', async () => {
    await write(member(), 'Zo is het');
    const [note] = await read(member());
    const asApplication = (sql: string, parameters: unknown[]) => database.transactions.run((tx) => tx.query(sql, parameters));
    await expect(asApplication(`update room_texts set text = 'Anders' where note_id = $1`, [note?.id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApplication(`update room_notes set written_by = 'p_x' where id = $1`, [note?.id])).rejects.toThrow();
    await expect(
      asApplication(`insert into room_withdrawals (note_id, by_person, at) values ($1, $2, $3)`, [note?.id, staff.chair.id, START]),
    ).rejects.toThrow(/who wrote it/);
    await expect(
      asApplication(`insert into room_notes (id, body, corrects, written_by, written_at) values ('n_x', 'or', $1, $2, $3)`, [
        note?.id,
        staff.chair.id,
        START,
      ]),
    ).rejects.toThrow(/who wrote it/);
  });

  it('enters the log among the confidential acts of its day, and nowhere else', async () => {
    const [hidden, shown] = [await confidential(), await visibleEntries()];
    await write(member(), 'Stil', { requestId });
    const [note] = await read(member(), { requestId });
    await rooms.correct(member(), note?.id ?? '', 'Stiller');
    await rooms.withdraw(member(), note?.id ?? '');
    expect([await confidential(), await visibleEntries()]).toEqual([hidden + 3, shown]);
    const payloads = await database.asOwner(`select payload from confidential_acts`);
    expect(JSON.stringify(payloads)).not.toContain('Stil');
  });
});

import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { erasePerson, EvidenceService, onRecord, record, recordConfidential, timelineOf } from '../../src/features/evidence/index.js';
import * as entities from '../../src/features/evidence/evidence.entity.js';
import { commitmentTo, leafHash } from '../../src/features/evidence/domain/commitment.js';
import { sqlState } from '../../src/platform/database/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';

const NOW = new Date('2026-03-05T09:00:00.250Z');
const HR: Actor = { personId: 'p_hr', role: 'hr_registrar', roles: ['employee', 'hr_registrar'], language: 'nl' };

describe('the evidence log', () => {
  let database: TestDatabase;
  let evidence: EvidenceService;
  beforeEach(async () => {
    database = await databaseFor('evidence', Object.values(entities));
    evidence = new EvidenceService(database.transactions);
  });
  afterEach(() => database.close());

  const act = (type: string, toolId: string | null = null, payload = {}) =>
    database.transactions.run((tx) => record(tx, HR, NOW, type, { toolId, subjectId: 'v_1' }, payload));
  const indexes = async (): Promise<number[]> =>
    (await database.asOwner('select index::int as index from evidence_sequence order by index')).map(({ index }) => Number(index));
  const leaves = async () =>
    (await database.asOwner('select id, leaf, type from evidence_entries order by written_as')) as {
      id: string;
      leaf: Buffer;
      type: string;
    }[];

  it('keeps an act as the leaf of interfaces.md 4.3, with a second commitment for who did it', async () => {
    await act('tool.registered', 't_1', { number: 1 });
    const { id, leaf } = (await leaves())[0]!;
    const openings = await database.asOwner(
      'select part, salt, payload, person_id from evidence_openings where entry_id = $1 order by part',
      [id],
    );
    const [body, who] = openings as { salt: Buffer; payload: string; person_id: string | null }[];
    expect(leaf.toString()).toBe(
      `{"at":"2026-03-05T09:00:00Z","body":"${commitmentTo(body!)}","case":"t_1","type":"tool.registered","v":1,"who":"${commitmentTo(who!)}"}`,
    );
    expect(body!.payload).toBe('{"kind":"tool.registered","number":1,"role":"hr_registrar","subject":"v_1"}');
    expect(who!.payload).toBe('{"kind":"tool.registered","person":"p_hr"}');
    expect(leaf.toString()).not.toContain('p_hr');
  });

  it('writes nothing when the act itself is undone', async () => {
    const undone = database.transactions.run(async (tx) => {
      await record(tx, HR, NOW, 'tool.registered', { toolId: 't_1' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await leaves()).toHaveLength(0);
  });

  it('gives a dense index from 0 to eight writers of whom some turn back, with two sequencers at once', async () => {
    const writer = async (w: number) => {
      for (let n = 0; n < 12; n += 1) {
        const work = database.transactions.run(async (tx) => {
          await record(tx, HR, NOW, 'tool.registered', { toolId: `t_${w}` }, { n });
          if ((n + w) % 3 === 0) throw new Error('turns back');
        });
        await work.catch(() => undefined);
        if (n % 2 === 0) await evidence.sequence();
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, w) => writer(w)));
    await evidence.sequence();
    expect(await indexes()).toEqual(Array.from({ length: 64 }, (_, n) => n));
    expect(await evidence.sequence()).toBe(0);
  });

  it('lets one sequencer work at a time', async () => {
    await act('tool.registered');
    await database.transactions.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(4360001)');
      expect(await evidence.sequence()).toBe(0);
    });
    expect(await evidence.sequence()).toBe(1);
  });

  it('indexes in the order of writing, with the leaf hash of RFC 6962', async () => {
    for (const type of ['a.done', 'b.done', 'c.done']) await act(type);
    await evidence.sequence();
    const rows = await database.asOwner(
      'select e.type, e.leaf, s.leaf_hash from evidence_sequence s join evidence_entries e on e.id = s.entry_id order by s.index',
    );
    expect(rows.map(({ type }) => type)).toEqual(['a.done', 'b.done', 'c.done']);
    for (const row of rows) expect(row['leaf_hash']).toEqual(leafHash(row['leaf'] as Buffer));
  });

  it('has an index without a gap whoever types it', async () => {
    await act('a.done');
    const { id } = (await leaves())[0]!;
    const skip = database.dataSource.query('insert into evidence_sequence (index, entry_id, leaf_hash) values (3, $1, $2)', [
      id,
      Buffer.alloc(32),
    ]);
    expect(await skip.then(() => 'done', sqlState)).toBe('23503');
  });

  it('cannot be changed or emptied as the application', async () => {
    await act('a.done');
    await evidence.sequence();
    for (const sql of [
      "update evidence_entries set type = 'b.done'",
      'delete from evidence_entries',
      'delete from evidence_sequence',
      'truncate evidence_entries cascade',
    ])
      expect(await database.dataSource.query(sql).then(() => 'done', sqlState)).toBe('42501');
  });

  it('takes over the reference that stands on the paper of an act, unless another act has it', async () => {
    const recordOne = (type: string, reference: string) =>
      database.transactions.run((tx) => record(tx, SYSTEM, NOW, type, { toolId: 't_paper' }, { reference }));
    expect(await recordOne('paper.sent', 'PAPE-R001')).toBe('PAPE-R001');
    expect(await recordOne('paper.answered', 'PAPE-R001')).not.toBe('PAPE-R001');
    const timeline = await database.transactions.read((tx) => timelineOf(tx, 't_paper'));
    expect(timeline.map(({ type, reference }) => [type, reference === 'PAPE-R001'])).toEqual([
      ['paper.sent', true],
      ['paper.answered', false],
    ]);
  });

  it('shows a random reference, never a place', async () => {
    const references = [await act('a.done'), await act('a.done')];
    expect(new Set(references).size).toBe(2);
    for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('tells of a tool what happened, oldest first, without what is confidential', async () => {
    await act('tool.registered', 't_1');
    await act('objection.lodged', 't_1');
    await act('tool.registered', 't_2');
    const reference = await act('tool.activated', 't_1');
    const timeline = await database.transactions.read((tx) => timelineOf(tx, 't_1'));
    expect(timeline.map(({ type }) => type)).toEqual(['tool.registered', 'tool.activated']);
    expect(timeline[1]).toEqual({ at: NOW, type: 'tool.activated', actorRole: 'hr_registrar', reference });
  });

  it('tells a listener of every act inside its transaction, until it stops listening', async () => {
    const heard: unknown[] = [];
    const stop = onRecord(async (tx, now, told) => {
      const rows: { n: string }[] = await tx.query('select count(*) as n from evidence_entries');
      heard.push({ ...told, now, seen: Number(rows[0]?.n) });
    });
    await act('tool.activated', 't_1');
    stop();
    await act('tool.stopped', 't_1');
    expect(heard).toEqual([{ type: 'tool.activated', toolId: 't_1', now: NOW, seen: 1 }]);
  });

  it('undoes the act when a listener refuses', async () => {
    const stop = onRecord(() => Promise.reject(new Error('refused')));
    await expect(act('tool.activated', 't_1')).rejects.toThrow('refused');
    stop();
    expect(await leaves()).toHaveLength(0);
  });

  it('forgets a person and still verifies', async () => {
    await act('tool.registered', 't_1');
    await database.transactions.run((tx) => record(tx, SYSTEM, NOW, 'notice.delivered', { personId: 'p_hr' }));
    await act('a.done');
    await evidence.sequence();
    await database.transactions.run((tx) => erasePerson(tx, 'p_hr'));
    const left = await database.asOwner('select part, payload from evidence_openings');
    expect(left.map(({ payload }) => String(payload)).join()).not.toContain('p_hr');
    expect(left).toHaveLength(3);
    const rows = await database.asOwner('select e.leaf, s.leaf_hash from evidence_sequence s join evidence_entries e on e.id = s.entry_id');
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row['leaf_hash']).toEqual(leafHash(row['leaf'] as Buffer));
  });

  describe('of confidential acts', () => {
    const objection = (now: Date, payload = {}) =>
      database.transactions.run((tx) => recordConfidential(tx, now, { kind: 'objection.lodged', ...payload }));
    const days = async () =>
      (await database.asOwner(
        `select d.on_day::text as day, e.leaf, e.at, o.salt, o.payload from confidential_days d join evidence_entries e on e.id = d.entry_id
         join evidence_openings o on o.entry_id = e.id and o.part = 'body' order by 1`,
      )) as { day: string; leaf: Buffer; at: Date; salt: Buffer; payload: string }[];

    it('writes one entry a day, of one size, also on days without any', async () => {
      await act('organisation.set-up');
      await objection(new Date('2026-03-06T10:11:12Z'), { tool: 't_1' });
      await objection(new Date('2026-03-06T22:59:59Z'), { tool: 't_2' });
      expect(await evidence.closeDays(new Date('2026-03-08T00:10:00Z'))).toBe(3);
      const closed = await days();
      expect(closed.map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-06', '2026-03-07']);
      expect(new Set(closed.map(({ leaf }) => leaf.length)).size).toBe(1);
      expect(new Set(closed.map(({ payload }) => payload.length)).size).toBe(1);
      expect(closed.map(({ payload }) => (JSON.parse(payload) as { acts: string[] }).acts.length)).toEqual([0, 2, 0]);
      expect(closed[1]?.leaf.toString()).toContain('"at":"2026-03-06T00:00:00Z"');
      expect(closed[1]?.leaf.toString()).toContain(commitmentTo(closed[1]!));
      expect(closed[1]?.leaf.toString()).not.toContain('objection');
    });

    it('closes no day twice, and not before it is over in Amsterdam', async () => {
      await act('organisation.set-up');
      expect(await evidence.closeDays(new Date('2026-03-05T22:59:59Z'))).toBe(0);
      const both = await Promise.all([
        evidence.closeDays(new Date('2026-03-05T23:00:00Z')),
        evidence.closeDays(new Date('2026-03-05T23:00:00Z')),
      ]);
      expect(both.sort()).toEqual([0, 1]);
    });

    it('puts an act that comes too late into the next day, never nowhere', async () => {
      await act('organisation.set-up');
      await evidence.closeDays(new Date('2026-03-06T00:00:00Z'));
      await objection(new Date('2026-03-05T20:00:00Z'));
      await evidence.closeDays(new Date('2026-03-07T00:00:00Z'));
      expect((await days()).map(({ payload }) => (JSON.parse(payload) as { acts: string[] }).acts.length)).toEqual([0, 1]);
    });
  });

  it('forgets idempotency keys after 24 hours', async () => {
    const key = (name: string, at: string) =>
      database.dataSource.query(
        "insert into idempotency_keys (person_id, route, key, body_hash, created_at) values ('p', 'r', $1, 'h', $2)",
        [name, at],
      );
    await key('old', '2026-03-04T08:59:59Z');
    await key('young', '2026-03-04T09:00:01Z');
    await evidence.forgetKeys(new Date('2026-03-05T09:00:00Z'));
    expect(await database.asOwner('select key from idempotency_keys')).toEqual([{ key: 'young' }]);
  });
});

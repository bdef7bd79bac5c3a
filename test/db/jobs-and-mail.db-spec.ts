import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Json } from '../../src/kernel/canonical.js';
import { enqueue, JobRegistry, runJobsOnce, startWorker } from '../../src/platform/jobs/index.js';
import { AttachmentSources, Mailer, queueMail, queueMails } from '../../src/platform/mail/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';

const NOW = new Date('2026-03-05T09:00:00Z');
const clockAt = (now: Date) => ({ now: () => now });

let database: TestDatabase;
beforeAll(async () => {
  database = await databaseFor('jobs');
});
afterAll(() => database.close());
afterEach(() => database.asOwner('delete from graphile_worker._private_jobs'));

const collecting = (name = 'test.collect') => {
  const registry = new JobRegistry();
  const seen: Json[] = [];
  registry.add({ name, run: async (payload) => void seen.push(payload) });
  return { registry, seen, run: (now = NOW) => runJobsOnce({ databaseUrl: database.appUrl, registry, clock: clockAt(now) }) };
};

describe('the job queue', () => {
  it('runs what a committed transaction queued, and nothing of one that was rolled back', async () => {
    const { seen, run } = collecting();
    await database.transactions.run((tx) => enqueue(tx, 'test.collect', { n: 1 }));
    await database.transactions
      .run(async (tx) => {
        await enqueue(tx, 'test.collect', { n: 2 });
        throw new Error('changed my mind');
      })
      .catch(() => undefined);
    await run();
    await run();
    expect(seen).toEqual([{ n: 1 }]);
  });

  it.each(['2026-03-05T09:00:00Z', '2099-01-01T00:00:00Z'])('waits for the hour on the clock of the application (%s)', async (text) => {
    const due = new Date(text);
    const { seen, run } = collecting();
    await database.transactions.run((tx) => enqueue(tx, 'test.collect', {}, { runAt: due }));
    await run(new Date(due.getTime() - 1));
    expect(seen).toEqual([]);
    await run(due);
    expect(seen).toHaveLength(1);
  });

  it('replaces a waiting job with the same key', async () => {
    const { seen, run } = collecting();
    for (const n of [1, 2]) await database.transactions.run((tx) => enqueue(tx, 'test.collect', { n }, { key: 'one' }));
    await run();
    expect(seen).toEqual([{ n: 2 }]);
  });

  it('throws what a job threw, and stores no message', async () => {
    const registry = new JobRegistry();
    registry.add({ name: 'test.fail', run: () => Promise.reject(new Error('jan@example.org is unknown')) });
    await database.transactions.run((tx) => enqueue(tx, 'test.fail', {}));
    await expect(runJobsOnce({ databaseUrl: database.appUrl, registry, clock: clockAt(NOW) })).rejects.toThrow(
      'jan@example.org is unknown',
    );
    const stored = JSON.stringify(await database.asOwner('select * from graphile_worker._private_jobs'));
    expect(stored).toContain('test.fail failed');
    expect(stored).not.toContain('jan@example.org');
  });

  it('takes up a job that a killed worker had in hand', async () => {
    const { registry, seen } = collecting();
    await database.transactions.run((tx) => enqueue(tx, 'test.collect', { n: 1 }));
    await database.asOwner("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'");
    const worker = await startWorker({ databaseUrl: database.appUrl, registry, clock: clockAt(NOW) });
    for (let waited = 0; !seen.length && waited < 5000; waited += 20) await sleep(20);
    await worker.stop();
    expect(seen).toEqual([{ n: 1 }]);
  });

  it('leaves the jobs of a worker that lives alone', async () => {
    const { registry, seen } = collecting();
    const first = await startWorker({ databaseUrl: database.appUrl, registry: new JobRegistry(), clock: clockAt(NOW) });
    await database.transactions.run((tx) => enqueue(tx, 'test.collect', { n: 1 }));
    await database.asOwner("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'busy'");
    const second = await startWorker({ databaseUrl: database.appUrl, registry, clock: clockAt(NOW) });
    await sleep(300);
    await Promise.all([first.stop(), second.stop()]);
    expect(seen).toEqual([]);
  });

  it('goes on after the database was away', async () => {
    const { registry, seen } = collecting();
    const worker = await startWorker({ databaseUrl: database.appUrl, registry, clock: clockAt(NOW) });
    await sleep(300);
    const name = new URL(database.ownerUrl).pathname.slice(1);
    const maintenance = (JSON.parse(process.env['COUNTERSIGN_TEST_SERVER'] ?? '{}') as { maintenanceUrl: string }).maintenanceUrl;
    const server = new pg.Client({ connectionString: maintenance });
    await server.connect();
    await server.query(`alter database ${name} allow_connections false`);
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await sleep(1500);
    await server.query(`alter database ${name} allow_connections true`);
    await server.end();
    await database.transactions.run((tx) => enqueue(tx, 'test.collect', { n: 1 }));
    for (let waited = 0; !seen.length && waited < 8000; waited += 20) await sleep(20);
    await worker.stop();
    expect(seen).toEqual([{ n: 1 }]);
  }, 20_000);

  it('stops while the database is away', async () => {
    const worker = await startWorker({ databaseUrl: database.appUrl, registry: new JobRegistry(), clock: clockAt(NOW) });
    await database.asOwner("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'countersign jobs'");
    await sleep(100);
    await worker.stop();
  }, 20_000);

  it('refuses a second job of the same name', () => {
    expect(() => collecting().registry.add({ name: 'test.collect', run: async () => undefined })).toThrow('added twice');
  });
});

describe('mail', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const sources = new AttachmentSources();
  sources.add('test.papers', async (_tx, key) => (key === 'paper-1' ? Buffer.from('%PDF-') : null));

  const mailing = (mailUrl: string | null) => {
    const jobs = collecting('test.report');
    const mailer = new Mailer(
      { mailUrl, mailFrom: 'Countersign <or@example.org>', mailFolder: folder, baseUrl: 'https://or.example.org' },
      database.transactions,
      jobs.registry,
      sources,
    );
    mailer.onModuleInit();
    return jobs;
  };
  const mail = {
    to: 'ayse@example.org',
    subject: 'Nieuw verzoek',
    text: 'Er is een verzoek.',
    report: { job: 'test.report', payload: { id: 'c_1' } },
  };

  it('goes into a folder when there is no mail server, with its attachment and the date of the clock', async () => {
    const { seen, run } = mailing(null);
    const attachments = [{ filename: 'verzoek.pdf', contentType: 'application/pdf', source: 'test.papers', key: 'paper-1' }];
    await database.transactions.run((tx) => queueMail(tx, { ...mail, attachments }));
    await run();
    const [file = ''] = readdirSync(folder);
    const read = await PostalMime.parse(readFileSync(join(folder, file)));
    expect([read.to?.[0]?.address, read.subject, read.text?.trim(), read.date]).toEqual([
      mail.to,
      mail.subject,
      mail.text,
      NOW.toISOString(),
    ]);
    expect(read.attachments[0]?.filename).toBe('verzoek.pdf');
    expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).toString()).toBe('%PDF-');
    expect(seen).toEqual([{ id: 'c_1', outcome: 'sent' }]);
  });

  it('sends one mail to each person, of whom a query names 2,001, in three jobs', async () => {
    const { seen, run } = mailing(null);
    const sql = "select n as reference, 'p' || n || '@example.org' as address from generate_series(1, $1::int) n union all select 0, null";
    const people = await database.transactions.run((tx) => queueMails(tx, { ...mail, recipients: { sql, parameters: [2001] } }));
    expect(people).toBe(2001);
    expect(await database.asOwner('select from graphile_worker._private_jobs')).toHaveLength(3);
    await run();
    expect(readdirSync(folder)).toHaveLength(2001);
    const one = await PostalMime.parse(readFileSync(join(folder, readdirSync(folder)[7] ?? '')));
    expect([one.to?.length, one.cc, one.bcc]).toEqual([1, undefined, undefined]);
    expect(seen.flatMap((report) => (report as { sent: string[] }).sent)).toHaveLength(2001);
  });

  const withServer = async (refuse: (address: string) => number | null, work: (url: string, received: string[]) => Promise<void>) => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const status = refuse(address);
        if (status) return done(Object.assign(new Error('no'), { responseCode: status }));
        received.push(address);
        done();
      },
      onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    await work(`smtp://127.0.0.1:${port}`, received).finally(() => new Promise<void>((resolve) => server.close(resolve)));
  };

  it('reports a person whom the mail server refuses for good, and does not try again', async () => {
    await withServer(
      (address) => (address.startsWith('weg') ? 550 : null),
      async (url, received) => {
        const { seen, run } = mailing(url);
        for (const to of ['ayse@example.org', 'weg@example.org']) await database.transactions.run((tx) => queueMail(tx, { ...mail, to }));
        await run();
        expect(received).toEqual(['ayse@example.org']);
        expect(seen).toEqual([
          { id: 'c_1', outcome: 'sent' },
          { id: 'c_1', outcome: 'refused' },
        ]);
      },
    );
  });

  it('keeps a mail that the server cannot take now', async () => {
    await withServer(
      () => 451,
      async (url) => {
        const { seen, run } = mailing(url);
        await database.transactions.run((tx) => queueMail(tx, mail));
        await expect(run()).rejects.toThrow();
        expect(seen).toEqual([]);
        expect(await database.asOwner('select from graphile_worker._private_jobs')).toHaveLength(1);
      },
    );
  });
});

import { jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { appFor, type TestApp } from '../support/app.js';
import { givenChain } from '../support/given-chain.js';
import { givenStaff, PASSWORD, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { Html } from '../support/html.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

describe('the council with many cases', () => {
  let app: TestApp;
  let staff: Staff;
  let member: Visitor;

  beforeAll(async () => {
    app = await appFor('council_list', '2026-03-02T09:00:00Z');
    staff = await app.database.transactions.run((tx) => givenStaff(tx));
    await app.database.transactions.run(async (tx) => {
      const version = await givenTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], until: 'fixed' });
      await givenChain(tx, version, staff, {});
    });
    member = app.visitor();
    await member.get('/login');
    await member.post('/login', { login: staff.member.email ?? '', password: PASSWORD });
  });
  afterAll(() => app.close());

  /** Statements that one page takes, whatever else runs beside it, and the cases on it. */
  const open = async (path: string): Promise<{ statements: number; cases: number }> => {
    const [one, other] = [await openOnce(path), await openOnce(path)];
    return one.statements < other.statements ? one : other;
  };
  const openOnce = async (path: string): Promise<{ statements: number; cases: number }> => {
    const spy = jest.spyOn(EntityManager.prototype, 'query');
    const page = await member.get(path);
    const statements = spy.mock.calls.length;
    spy.mockRestore();
    expect(page.status).toBe(200);
    const links = new Html(page.html).all('a').filter(({ attributes }) => /^\/council\/requests\/[^/]+$/.test(attributes['href'] ?? ''));
    return { statements, cases: links.length };
  };

  it('answers with as many statements for 500 cases as for one, 50 on a page', async () => {
    const one = await open('/council');
    expect(one.cases).toBe(1);
    await app.database.asOwner(
      `insert into consent_requests (id, tool_id, version_id, fingerprint, body, route, intended_decision, reasons, consequences, grounds, also_advice,
         evaluation_on, ai_named, snapshot, bundle_hash, reference, sent_by, sent_at)
       select 'r_copy' || n, tool_id, version_id, fingerprint, body, route, intended_decision, reasons, consequences, grounds, also_advice,
         evaluation_on, ai_named, snapshot, bundle_hash, 'COPY-' || n, sent_by, sent_at - n * interval '1 hour'
       from consent_requests, generate_series(1, 499) n where id not like 'r_copy%'`,
    );
    const [first, last] = [await open('/council'), await open('/council?page=10')];
    expect([first.cases, last.cases]).toEqual([50, 50]);
    expect([first.statements, last.statements]).toEqual([one.statements, one.statements]);
    expect(one.statements).toBeLessThan(30);
  });

  it('shows the last page to whoever asks for one beyond it', async () => {
    expect((await open('/council?page=9999')).cases).toBe(50);
    expect((await open('/council?page=-1')).cases).toBe(50);
  });
});

import { jest } from '@jest/globals';
import { sampleOrganisation, type Sample } from '../support/sample.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(300_000);

const TOOL = 'Aanmeldregistratie thuiswerken';

describe('the dashboards of the sample municipality', () => {
  let sample: Sample;
  let manager: Visitor;
  let toolId: string;
  let address: string;

  beforeAll(async () => {
    sample = await sampleOrganisation('dashboards');
    manager = await sample.signIn(sample.personOf('manager'));
    const [tool] = await sample.database.asOwner('select id from tools where name = $1', [TOOL]);
    toolId = String(tool?.['id']);
    address = `/dashboards/${toolId}/occupancy`;
  });
  afterAll(() => sample.close());

  it('lead a manager to the figures of own people, and to no others', async () => {
    expect((await manager.get('/dashboards')).html).toContain(`href="${address}"`);
    const page = await manager.get(address);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Bezetting per week');
    expect(page.html).toContain('Klantcontact');
    expect(page.html).not.toContain('Burgerzaken');
    expect(page.html).toMatch(/\d[05] %/);
    expect(page.html).toContain('Dat u hier kijkt, is vastgelegd');
  });

  it('say the same to programs', async () => {
    const { status, body } = await manager.json(`/api/v1/tools/${toolId}/dashboards/occupancy`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ dashboard: 'occupancy', period: 'week', closed: null, groups: [{ title: 'Klantcontact' }] });
    expect(JSON.stringify(body)).not.toContain('"people":');
    const other = await manager.json(`/api/v1/tools/${toolId}/dashboards/none`);
    expect(other.status).toBe(404);
  });

  it('go along as a file only for an approved purpose', async () => {
    const without = await manager.post(`${address.replace('occupancy', 'occupancy/file')}`, {}, `${address}/export`);
    expect(without.status).toBe(422);
    expect(without.html).toContain('Kies waarvoor u het bestand nodig heeft');
    const other = await manager.post(`${address}/file`, { purpose: 'appraisal' }, `${address}/export`);
    expect(other.status).toBe(422);
    const made = await manager.post(`${address}/file`, { purpose: 'attendance' }, `${address}/export`);
    expect(made.status).toBe(200);
    expect(made.headers.get('content-type')).toContain('text/csv');
    expect(made.html).toContain('Klantcontact,30 tot en met 49 mensen');
  });

  it('tell the people of the group who looked', async () => {
    const employee = await sample.signIn(sample.personOf('employee'));
    expect((await employee.get('/me')).html).toContain('href="/me/looks"');
    const looks = await employee.get('/me/looks');
    expect(looks.html).toContain(`${sample.personOf('manager').name} (Leidinggevende)`);
    expect(looks.html).toContain('Meegenomen als bestand');
    const dpo = await sample.signIn(sample.personOf('dpo'));
    expect((await dpo.get('/dashboards/looks')).html).toContain('urn:countersign:processing:');
    expect((await manager.get('/dashboards/looks')).status).toBe(404);
  });

  it('are not there for a role that the version does not name, and show all groups to one that it does', async () => {
    const it_ = await sample.signIn(sample.personOf('it_admin'));
    for (const path of [address, '/dashboards']) expect((await it_.get(path)).status).toBe(404);
    const chair = await sample.signIn(sample.personOf('or_chair'));
    const seen = await chair.get(address);
    expect([seen.status, seen.html.includes('Alle groepen samen'), seen.html.includes(`${address}/export`)]).toEqual([200, true, false]);
    expect((await chair.get(`${address}/export`)).status).toBe(404);
    const director = await sample.signIn(sample.personOf('director'));
    const all = await director.get(address);
    expect(all.html).toContain('Burgerzaken');
    expect(all.html).toContain('Alle groepen samen');
  });

  it('close the moment the tool stops', async () => {
    const director = await sample.signIn(sample.personOf('director'));
    await director.post(`/tools/${toolId}/stop`, {}, `/tools/${toolId}/stop`);
    const closed = await manager.get(address);
    expect(closed.status).toBe(200);
    expect(closed.html).toContain('Het volgsysteem is gestopt.');
    expect(closed.html).not.toContain('Klantcontact');
    const file = await manager.post(`${address}/file`, { purpose: 'attendance' }, `${address}/export`);
    expect(file.status).toBe(409);
  });
});

import type { Dashboard, Declarations } from '../../src/policy/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { LOGINS, PEOPLE, shareOf, totalOf } from '../support/given-declarations.js';
import { givenStaff } from '../support/given-people.js';
import type { Program } from '../support/program.js';
import { answersFor, type Question } from '../support/program-answers.js';
import { Programs } from '../support/programs.js';

const ELSEWHERE = { code: 'elsewhere', titleNl: 'Elders', titleEn: 'Elsewhere', units: ['u_elsewhere'] };
interface Declared {
  readonly answers: readonly { readonly attribute: string; readonly value: string }[];
  readonly declarations: Declarations;
}

let app: TestApp;
let hr: Program;
let it_: Program;
let version: string;
let dashboards: readonly Dashboard[];

beforeAll(async () => {
  app = await appFor('json_api_dashboards');
  const programs = await Programs.of(app, await app.database.transactions.run(givenStaff));
  [hr, it_] = [await programs.as('hr'), await programs.as('it')];
  const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Aanmeldregistratie', starter: 'home-login' });
  version = `/tools/${toolId}/versions/1`;
  const { units } = await hr.get<{ units: { id: string }[] }>(`${version}/scope`);
  const ids = units.map(({ id }) => id);
  await hr.put(`${version}/scope`, { units: ids });
  const { questions } = await hr.get<{ questions: Question[] }>(`${version}/questions`);
  await hr.patch(`${version}/answers`, { answers: answersFor(questions, 'hr_registrar') });
  const { answers } = await hr.get<Declared>(version);
  const category = answers.find(({ attribute }) => attribute === 'tool.dataCategories[].code')?.value ?? '';
  await it_.put(`${version}/metrics`, { metrics: [LOGINS, PEOPLE].map((metric) => ({ ...metric, category })) });
  dashboards = [totalOf(ids), shareOf(ids)];
  await hr.put(`${version}/dashboards`, { dashboards });
}, 60_000);
afterAll(() => app.close());

const declared = async (): Promise<Declarations> => (await hr.get<Declared>(version)).declarations;

describe('a program that declares what managers will see', () => {
  it.each<[string, Partial<Dashboard>, string]>([
    ['of a metric that nobody declared', { metric: 'keystrokes' }, 'dashboards.1.metric: declared.metric-unknown'],
    ['with a group under the house’s minimum', { smallestGroup: 9 }, 'dashboards.1.smallestGroup: declared.group-too-small'],
    ['for a function that may look at none', { viewers: ['it_admin' as 'director'] }, 'dashboards.1.viewers: field.isIn'],
    ['for nobody', { viewers: [] }, 'dashboards.1.viewers: declared.viewers-missing'],
    ['under a code that another has', { code: 'logins_total' }, 'dashboards.1.code: declared.twice'],
    ['of a department that is out of scope', { groups: [ELSEWHERE] }, 'dashboards.1.groups.0.units: declared.unit-unknown'],
    ['by the day', { period: 'day' as 'week' }, 'dashboards.1.period: field.isIn'],
    ['without a question', { questionNl: ' ' }, 'dashboards.1.questionNl: field.text'],
  ])('a dashboard %s is refused, saying which one and where, and what was declared stays', async (_what, wrong, reason) => {
    const [first, second] = dashboards;
    const body = { dashboards: [first, { ...second, ...wrong }] };
    expect(await hr.refused('PUT', `${version}/dashboards`, body)).toBe(`422 input.unusable ${reason}`);
    expect((await declared()).dashboards).toEqual([first, second]);
  });

  it('a metric that a dashboard shows stays declared, and one person is looked at only for a purpose of the version', async () => {
    const others = (await declared()).metrics.filter(({ code }) => code !== LOGINS.code);
    expect(await it_.refused('PUT', `${version}/metrics`, { metrics: others })).toBe('422 input.unusable metrics: declared.metric-shown');
    const individualView = { purpose: 'nieuwsgierig', grounds: 'security', maxHours: 8 };
    expect(await hr.refused('PUT', `${version}/individual-view`, { individualView })).toBe(
      '422 input.unusable individualView.purpose: declared.purpose-unknown individualView: declared.nothing-personal',
    );
  });

  it('is held to the smallest group that both sides agreed on', async () => {
    await app.database.asOwner(`insert into settings (name, value, changed_by, changed_at) values ('smallest_group', '12', 'p', now())`);
    const refused = await hr.refused('PUT', `${version}/dashboards`, { dashboards });
    const places = ['dashboards.0.smallestGroup', 'dashboards.1.smallestGroup'];
    expect(refused).toBe(`422 input.unusable ${places.map((place) => `${place}: declared.group-too-small`).join(' ')}`);
    const larger = dashboards.map((one) => ({ ...one, smallestGroup: 12 }));
    expect((await hr.put<Declared>(`${version}/dashboards`, { dashboards: larger })).declarations.dashboards).toEqual(larger);
  });
});

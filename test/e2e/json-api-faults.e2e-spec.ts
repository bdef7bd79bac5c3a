import { appFor, type TestApp } from '../support/app.js';
import { givenStaff } from '../support/given-people.js';
import type { Program } from '../support/program.js';
import { Programs } from '../support/programs.js';

let app: TestApp;
let hr: Program;
let it_: Program;
let version: string;

beforeAll(async () => {
  app = await appFor('json_api_faults');
  const programs = await Programs.of(app, await app.database.transactions.run(givenStaff));
  [hr, it_] = [await programs.as('hr'), await programs.as('it')];
  const { toolId } = await hr.post<{ toolId: string }>('/tools', { name: 'Aanmeldregistratie', starter: 'home-login' });
  version = `/tools/${toolId}/versions/1`;
}, 60_000);
afterAll(() => app.close());

const SETTING = { name: 'bewaren', value: '30', meaningNl: 'Dagen', meaningEn: 'Days' };
const CAN = { code: 'log_login', can: true, on: true };

describe('a program that is refused reads where in its own body it is', () => {
  it.each<[string, unknown, string]>([
    ['a setting named twice', { settings: [SETTING, SETTING] }, '422 input.unusable settings.1.name: sheet.named-twice'],
    [
      'a meaning of spaces',
      { settings: [SETTING, { ...SETTING, name: 'x', meaningEn: '\u0000' }] },
      '422 input.unusable settings.1.meaningEn: field.isText',
    ],
  ])('in the settings sheet: %s', async (_what, body, reason) =>
    expect(await it_.refused('PUT', `${version}/settings-sheet`, body)).toContain(reason),
  );
  it('in the capabilities: one that does not exist', async () => {
    const capabilities = [CAN, { code: 'reads_minds', can: true, on: true }];
    expect(await hr.refused('PUT', `${version}/capabilities`, { capabilities })).toContain('capabilities.1.code: capability.unknown');
  });
  it.each<[string, object, string]>([
    ['of no attribute', { attribute: 'tool.colour', value: 'red' }, 'answers.1.attribute: attribute.unknown'],
    ['of a row that is not there', { attribute: 'processors[].name', item: 'nobody', value: 'x' }, 'answers.1.item: attribute.row-unknown'],
    ['of another kind', { attribute: 'tool.leaseMinutes', value: 'long' }, 'answers.1.'],
    ['of somebody else', { attribute: 'dpia.signedOn', value: '2026-01-01' }, 'answers.1.attribute: attribute.'],
  ])('in the answers: %s', async (_what, answer, reason) => {
    const answers = [{ attribute: 'tool.vendor', value: 'Maker' }, answer];
    expect(await hr.refused('PATCH', `${version}/answers`, { answers })).toContain(reason);
  });
  it.each<[string, object, string]>([
    ['a department that is not there', { units: ['u_none'] }, 'units: scope.unit-unknown'],
    ['a person who is not there', { units: [], staffNumbers: ['none'] }, 'staffNumbers: scope.person-unknown'],
  ])('in the scope: %s', async (_what, body, reason) => expect(await hr.refused('PUT', `${version}/scope`, body)).toContain(` ${reason}`));
  it('in what is confirmed: what nobody answered', async () => {
    const facts = [{ attribute: 'tool.vendor' }];
    expect(await it_.refused('POST', `${version}/confirmations`, { facts })).toContain('facts.0.attribute: ');
  });
  it('and of a registration by the names of the questions, never of fields of a page', async () => {
    const refused = await hr.refused('POST', `${version}/registrations`, {});
    expect(refused).toMatch(/^409 .*tool\.vendor: answer\.missing/);
    expect(refused).not.toContain('|');
  });
});

import type { Version } from '../../src/features/tools/index.js';
import { suspend } from '../../src/features/gate/stop.service.js';
import { ReceiversService } from '../../src/features/webhooks/receivers.service.js';
import { bodyOf, EVENT_KINDS } from '../../src/features/webhooks/domain/event.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { TestAgent } from '../support/agent.js';
import { AsyncLines, commandsIn, examplesUnder, faultsOfShown, filled, onServer, PAGE, shownIn } from '../support/documented.js';
import { type DocumentedHouse, documentedHouse } from '../support/documented-house.js';
import { type Sent, Shell } from '../support/documented-shell.js';
import { APPROVED } from '../support/given-agents.js';
import { givenDevices, givenListedTool, peopleOf } from '../support/given-devices.js';
import { actorOf } from '../support/given-people.js';
import { Pep } from '../support/pep.js';
import { Programs } from '../support/programs.js';
import { type CloudEvent, Receiver } from '../support/receiver.js';

let house: DocumentedHouse;
let shell: Shell;
let programs: Programs;
let agentId: string;
let decisionKey: string;

beforeAll(async () => {
  house = await documentedHouse('integrations_programs');
  const { app, staff, tool } = house;
  shell = new Shell();
  programs = await Programs.of(app, staff);
  const agent = new TestAgent(app.url, app.clock);
  await agent.enrol(await house.codeFor(tool));
  await house.confirm(staff.employee, agent.agentId);
  await agent.lease(staff.employee.id, { settings: APPROVED });
  agentId = agent.agentId;
  decisionKey = await programs.keyOf('it', ['decisions']);
}, 60_000);
afterAll(async () => {
  shell.close();
  await house.app.close();
});

const run = async (command: string, values: Readonly<Record<string, string>>): Promise<Sent> => {
  const { sent } = await shell.run(filled(command, house.app.url, values));
  expect(sent).toHaveLength(1);
  return sent[0]!;
};
const faultsOf = (command: string, answer: Sent, at = 0): readonly string[] => faultsOfShown(shownIn(command)[at], JSON.parse(answer.text));

describe('the documented gateway', () => {
  const heading = 'A gateway that asks first';
  const [asking = ''] = examplesUnder(heading, 'sh');

  it('is told yes by curl while the tool is on, and no with the reasons for one that nobody decided on', async () => {
    shell.variables['KEY'] = decisionKey;
    const open = await run(asking, { 'a_...': agentId, 'act_...': house.activationId });
    const closed = await run(asking, {
      '"agent","id":"a_..."': `"person","id":"${house.staff.employee.id}"`,
      '"activation","id":"act_..."': `"tool","id":"${house.draft.toolId}"`,
    });
    expect([open.status, faultsOf(asking, open, 0)]).toEqual([200, []]);
    expect([closed.status, faultsOf(asking, closed, 1)]).toEqual([200, []]);
  });

  it('lets through, in its few lines of JavaScript, what is permitted, and nothing else', async () => {
    const [lines = ''] = examplesUnder(heading, 'js');
    const gateway = new AsyncLines(
      'server',
      'key',
      'id',
      'agent',
      'tool',
      `${lines}\nreturn [allowed, answer.headers.get('x-request-id')];`,
    );
    const { url } = house.app;
    const { tool, draft } = house;
    expect(await gateway(url, decisionKey, 'request-1', agentId, tool.toolId)).toEqual([true, 'request-1']);
    expect(await gateway(url, decisionKey, 'request-2', agentId, draft.toolId)).toEqual([false, 'request-2']);
    expect(await gateway(url, 'ck_another', 'request-3', agentId, tool.toolId)).toEqual([false, 'request-3']);
    await expect(gateway('http://localhost:1', decisionKey, 'request-4', agentId, tool.toolId)).rejects.toThrow();
  });

  it('may ask each of the questions in the table', async () => {
    const named = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const rows = [...PAGE.matchAll(/^\| (`\w+`.*?) \| (`\w+`) \| (`\w+`.*?) \| .* \|$/gm)];
    const { activationId, tool, staff } = house;
    const ids: Readonly<Record<string, string>> = {
      ...{ agent: agentId, person: staff.employee.id, activation: activationId, tool: tool.toolId, dashboard: `${tool.toolId}:logins` },
    };
    const asked = rows.flatMap(([, subjects = '', action = '', resources = '']) =>
      named(subjects).flatMap((subject) =>
        named(resources.replace(/ \(.*/, '')).map((resource) => ({
          subject: { type: subject, id: ids[subject] },
          action: { name: named(action)[0] },
          resource: { type: resource, id: ids[resource] },
        })),
      ),
    );
    const { body } = await new Pep(house.app.url, decisionKey).ask('evaluations', { evaluations: asked });
    expect(body.evaluations).toHaveLength(6);
    const codes = body.evaluations?.flatMap(({ context }) => context?.reasons?.map(({ code }) => code) ?? []);
    expect(codes).not.toContain('question.not_meant');
  });
});

describe('the documented device management', () => {
  const [example = ''] = examplesUnder('Device management: which devices', 'sh');
  const [fetching = '', naming = ''] = commandsIn(example);
  let listed: Version;

  beforeAll(async () => {
    const { app, staff } = house;
    listed = await givenListedTool(app.database, app.clock, staff);
    await givenDevices(app.database, listed, await peopleOf(app.database, listed), app.clock);
    shell.variables['KEY'] = await programs.keyOf('it', ['devices']);
    shell.variables['ETAG'] = '';
  });

  it('fetches the signed list with an ETag, and nothing while it is the same', async () => {
    const first = await run(fetching, { 't_...': listed.toolId });
    expect([first.status, faultsOf(fetching, first)]).toEqual([200, []]);
    shell.variables['ETAG'] = first.etag ?? '';
    const again = await run(fetching, { 't_...': listed.toolId });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('learns which id is which device', async () => {
    const answer = await run(naming, { 't_...': listed.toolId });
    expect([answer.status, faultsOf(naming, answer)]).toEqual([200, []]);
  });

  it('sends in what stands on devices', async () => {
    const [sending = ''] = examplesUnder('What stands on devices', 'sh');
    shell.write('apps.csv', 'device_id,product,publisher,version,installed_on\nLAPTOP-1,Teramind,Teramind,1,2026-01-05\n');
    shell.variables['KEY'] = await programs.keyOf('it', ['chain:write']);
    const answer = await run(sending, {});
    expect([answer.status, faultsOf(sending, answer)]).toEqual([201, []]);
  });
});

describe('the documented message to a receiver', () => {
  const [shown = ''] = examplesUnder('Device management that is told at once', 'json');

  it('is what is sent when a tool is suspended, member for member', async () => {
    const { app, staff, tool } = house;
    const receiver = await Receiver.open(app.clock);
    const asked = { url: receiver.url, kinds: ['suspended'], tools: [tool.toolId] } as const;
    receiver.secrets = [(await app.running.app.get(ReceiversService).add(actorOf(staff.it), asked)).secret];
    const cause = { toolId: tool.toolId, cause: 'nullity', reason: 'E9' } as const;
    await app.database.transactions.run((tx) => suspend(tx, SYSTEM, app.clock.now(), cause));
    await app.runJobs();
    await receiver.close();
    const [event] = receiver.taken;
    const time = app.clock.now().toISOString().replace('.000', '');
    const sample = JSON.parse(onServer(shown, app.url)) as CloudEvent;
    const { version, generation } = event!.data;
    const now = { ...sample, id: event!.id, sequence: event!.sequence, time, data: { ...sample.data, version, generation } };
    expect(faultsOfShown(now, event)).toEqual([]);
    for (const { id, sequence, data } of [sample, event!])
      expect([id, sequence, data['version'], data['generation']]).toEqual([
        expect.stringMatching(/^ev_[0-9A-Z]{16}$/),
        expect.stringMatching(/^\d{10}$/),
        expect.any(Number),
        expect.any(Number),
      ]);
  });

  it('has no other type than those in the table', () => {
    const types = [...PAGE.matchAll(/^\| (`countersign\.tool\..*?) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/countersign\.[a-z.-]+/g) ?? [],
    );
    const sent = EVENT_KINDS.map((kind) =>
      bodyOf({ id: 'ev_1', kind, toolId: 't_1', sequence: 1, at: house.app.clock.now(), data: {} }, 'here'),
    );
    expect(types).toEqual(sent.map((body) => (JSON.parse(body) as CloudEvent).type));
  });
});

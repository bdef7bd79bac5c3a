import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../kernel/actor.js';
import type { Summary } from '../gate/index.js';
import type { HomeFacts } from './home.service.js';
import { homeView } from './home.views.js';

const as = (role: Role): Actor => ({ personId: 'p_1', role, roles: ['employee', role], language: 'en' });

const NOTHING: HomeFacts = {
  tools: [],
  alarms: [],
  latePersonOut: [],
  unanswered: [],
  confirmations: [],
  followUps: [],
  promises: [],
  votes: [],
  orders: [],
  objections: null,
  rights: null,
  callers: null,
  complaints: null,
  disputes: 0,
  incidents: 0,
  receivers: 0,
  measured: { breaches: [], deletions: [] },
  individual: { waiting: 0, toConfirm: false, toTell: 0, firstTellBy: null },
  privately: { advice: 0, detriment: 0 },
  unread: 0,
  officers: { resets: [], ending: false },
  agreement: null,
  council: null,
  offered: [],
  vacant: [],
  latest: [],
};
const tool = (state: Summary['state'], turns: Summary['turns'] = {}): Summary => ({
  toolId: 't_1',
  toolName: 'Phone figures',
  versionId: 'v_1',
  number: 2,
  state,
  open: Object.values(turns).flat(),
  turns,
});
const viewOf = (facts: Partial<HomeFacts>, role: Role) => homeView({ ...NOTHING, ...facts }, as(role), 'Ann');

describe('the start page', () => {
  it('asks a second person to decide, and a privacy officer to tell, with the first day that ends', () => {
    const individual = { waiting: 1, toConfirm: false, toTell: 0, firstTellBy: null };
    expect(viewOf({ individual }, 'or_member').todo).toEqual([
      { text: 'Decide on 1 question to look at 1 person', href: '/individual-views' },
    ]);
    const toConfirm = { ...individual, waiting: 0, toConfirm: true };
    expect(viewOf({ individual: toConfirm }, 'or_chair').todo).toEqual([
      { text: 'Confirm who may open looking at 1 person', href: '/individual-views' },
    ]);
    const toTell = { ...individual, waiting: 0, toTell: 2, firstTellBy: '2026-03-09' };
    expect(viewOf({ individual: toTell }, 'privacy_officer').todo).toMatchObject([
      { text: 'Tell 2 people that somebody looked', hint: expect.stringContaining('9 March') },
    ]);
  });
  it('asks a privacy officer to decide on data without a lease, and to delete what is locked, each by its last moment', () => {
    const breaches = [{ id: 'b_1', toolName: 'Phone figures', reportBy: new Date('2026-03-04T09:00:00Z') }];
    const deletions = [{ id: 'q_1', toolName: 'Logins', deleteBy: '2026-03-20' }];
    expect(viewOf({ measured: { breaches, deletions } }, 'privacy_officer').todo).toEqual([
      { text: 'Decide on data without a lease: Phone figures', href: '/breaches/b_1', hint: expect.stringMatching(/4 March 2026.*10:00/) },
      { text: 'Delete data that is locked: Logins', href: '/quarantines/q_1', hint: 'By 20 March 2026' },
    ]);
  });
  it('names who decided or raised a concern, and asks the director for a meeting on a framework', () => {
    const followUps = [
      { kind: 'concern', toolName: 'Phone figures', by: 'pvt', href: '/x' },
      { kind: 'frameworkMeeting', toolName: 'Logs', href: '/y' },
    ] as const;
    const promises = [{ id: 'c_1', toolName: 'Phone figures', body: 'gor', dueOn: '2026-03-09' }] as const;
    expect(viewOf({ followUps, promises: [...promises] }, 'director').todo.map(({ text }) => text)).toEqual([
      'Answer the concern of the staff representation about Phone figures',
      'Confirm that the employer was at the meeting on the framework ‘Logs’',
      'Show the group works council that the promise on Phone figures was kept',
    ]);
  });
  it('says that there is nothing to do when there is nothing to do', () => {
    expect(viewOf({}, 'employee')).toMatchObject({ name: 'Ann', todo: [], waiting: [], alarms: [], showsWaiting: false, allTools: null });
  });

  it('says what last happened to the tools that this role follows, in words', () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const act = { toolId: 't_1', type: 'tool.activated', at, actorRole: 'it_admin', reference: 'AAAA-BB' };
    expect(viewOf({ tools: [tool('active')], latest: [act] }, 'hr_registrar').latest).toEqual([
      { what: 'Tool switched on', tool: 'Phone figures', href: '/tools/t_1', at },
    ]);
  });

  it('names the requirements whose turn it is for this role, and leads to the dossier', () => {
    const { todo, waiting } = viewOf({ tools: [tool('closed', { dpo: ['E5'], hr_registrar: ['E12', 'E3'] })] }, 'hr_registrar');
    expect(todo).toMatchObject([{ text: 'Phone figures', href: '/tools/t_1' }]);
    expect(todo[0]?.hint).toEqual(expect.stringMatching(/^E3 .+ · E12 .+$/));
    expect(waiting).toEqual([]);
  });

  it('says who is waited for when it is the turn of others', () => {
    const { todo, waiting } = viewOf({ tools: [tool('closed', { dpo: ['E5'], director: ['E7'] })] }, 'hr_registrar');
    expect(todo).toEqual([]);
    expect(waiting[0]?.hint).toBe('Waiting for Data protection officer (DPO), Director');
  });

  it('asks IT, and nobody else, to switch on a tool whose gate is open', () => {
    expect(viewOf({ tools: [tool('open')] }, 'it_admin').todo).toEqual([
      { text: 'Phone figures', href: '/tools/t_1/versions/2/activate', hint: 'Ready to switch on' },
    ]);
    const forHr = viewOf({ tools: [tool('open')] }, 'hr_registrar');
    expect(forHr.todo).toEqual([]);
    expect(forHr.waiting[0]?.hint).toBe('Waiting for IT administrator');
  });

  it.each(['never', 'stopped'] as const)('asks nothing for a tool that is %s', (state) => {
    const view = viewOf({ tools: [tool(state, { hr_registrar: ['E12'], dpo: ['E5'] })] }, 'hr_registrar');
    expect([view.todo, view.waiting]).toEqual([[], []]);
  });

  it('asks HR for an answer to the council and the director for a date, each their own', () => {
    const unanswered = [
      { toolId: 't_1', toolName: 'Camera', lacks: 'answer' },
      { toolId: 't_2', toolName: 'Cars', lacks: 'date' },
    ] as const;
    expect(viewOf({ unanswered }, 'hr_registrar').todo.map(({ href }) => href)).toEqual(['/tools/t_1/heard']);
    expect(viewOf({ unanswered }, 'director').todo.map(({ href }) => href)).toEqual(['/tools/t_2/stop-or-repair']);
  });

  it('asks a member to vote, first of all, and leads past the plan', () => {
    const vote = { requestId: 'r_1', toolName: 'Cars', closesAt: new Date('2026-03-05T11:00:00Z'), mine: true };
    const facts = { votes: [vote], offered: ['or_secretary'] as const };
    expect(viewOf(facts, 'or_member').todo).toMatchObject([
      { text: 'Vote on Cars', href: '/council/requests/r_1', hint: 'You can vote until 5 March 2026, 12:00' },
      { href: '/role' },
    ]);
  });

  it('shows an officer what waits for a confirmation', () => {
    const confirmations = [{ kind: 'decision', name: 'Cars', id: 'r_1' }] as const;
    expect(viewOf({ confirmations }, 'or_secretary').todo).toEqual([
      { text: 'Confirm the decision on Cars, or send it back', href: '/council/requests/r_1' },
    ]);
  });

  it('counts what a handler has in hand and says when the first is due', () => {
    const view = viewOf({ objections: { open: 2, firstDueOn: '2026-03-05' } }, 'objection_handler');
    expect(view.todo).toEqual([{ text: 'Handle 2 objections', href: '/objections', hint: 'The first by 5 March 2026' }]);
    const asked = viewOf({ rights: { open: 1, firstDueOn: null } }, 'objection_handler');
    expect(asked.todo).toEqual([{ text: 'Answer 1 request about data', href: '/rights', hint: undefined }]);
    expect(viewOf({ objections: { open: 0, firstDueOn: null } }, 'objection_handler').todo).toEqual([]);
  });

  it('asks to look at open incidents with agents', () =>
    expect(viewOf({ incidents: 2 }, 'privacy_officer').todo).toEqual([{ text: 'Look at 2 incidents', href: '/incidents' }]));

  it('leads to where messages go whoever looks after that', () =>
    expect((['it_admin', 'or_member', 'auditor', 'employee'] as const).map((role) => viewOf({}, role).receivers)).toEqual([
      ...Array<string>(3).fill('/receivers'),
      null,
    ]));

  it('asks IT to look at receivers with dead letters', () =>
    expect(viewOf({ receivers: 1 }, 'it_admin').todo).toEqual([
      { text: 'Look at 1 receiver that did not get everything', href: '/receivers' },
    ]));

  it('counts for the DPO who says that a notice never came', () => {
    expect(viewOf({ privately: { advice: 1, detriment: 0 } }, 'dpo').todo).toEqual([
      { text: 'Advise on 1 objection', href: '/objection-advice' },
    ]);
    expect(viewOf({ disputes: 1 }, 'dpo').todo).toEqual([
      { text: 'Decide on 1 report of a notice that did not arrive', href: '/notices/disputes' },
    ]);
  });

  it('asks who was offered a role for a yes or no, and the administrator to fill the roles that nobody holds', () => {
    expect(viewOf({ offered: ['or_member'] }, 'employee').todo).toEqual([
      { text: 'Say yes or no to the role Works council member', href: '/role' },
    ]);
    expect(viewOf({ vacant: ['dpo', 'director'] }, 'org_admin').todo).toEqual([
      { text: 'Give somebody these 2 roles', href: '/settings/people', hint: 'Data protection officer (DPO) · Director' },
    ]);
  });

  it('shows an officer what another officer asked', () => {
    expect(viewOf({ officers: { resets: ['Bram'], ending: true } }, 'or_chair').todo).toEqual([
      { text: 'Confirm the new password of Bram, or do nothing', href: '/settings/officers' },
      { text: 'Confirm that there is no works council any more, or do nothing', href: '/settings/officers' },
    ]);
  });

  it('puts an alarm with its deadline above everything', () => {
    const alarms = [
      { tool_id: 't_1', tool_name: 'Cars', order_id: 'o_1', reference: 'AAAA-BBBB', due_at: new Date('2026-03-05T16:00:00Z') },
    ];
    expect(viewOf({ alarms }, 'or_chair').alarms).toEqual([
      { text: 'IT has not confirmed yet that Cars is off. The deadline for IT: 5 March 2026, 17:00.', href: '/tools/t_1' },
    ]);
  });
});

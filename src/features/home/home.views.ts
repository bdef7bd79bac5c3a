import type { Actor, Language, Role } from '../../kernel/actor.js';
import { REQUIREMENTS } from '../../policy/index.js';
import { formatDay, formatInstant, roleName, text } from '../../platform/i18n/index.js';
import type { Task } from '../../platform/ui/index.js';
import { incidentPaths } from '../agents/index.js';
import { callerPaths } from '../callers/index.js';
import { complaintPaths } from '../complaints/index.js';
import { actOf, consultationPaths } from '../consultation/index.js';
import { agreementPaths, councilPaths } from '../council/index.js';
import { gatePaths, type Summary } from '../gate/index.js';
import { noticePaths } from '../notices/index.js';
import { objectionPaths } from '../objections/index.js';
import { peoplePaths } from '../people/index.js';
import { rightsPaths } from '../rights/index.js';
import { toolPaths } from '../tools/index.js';
import { webhookPaths } from '../webhooks/index.js';
import { homeCatalogue } from './home.catalogue.js';
import { homePaths } from './home.paths.js';
import type { HomeFacts } from './home.service.js';
import { caseTasks } from './case-tasks.js';
import { individualTasks } from './individual-tasks.js';
import { measuredTasks } from './measured-tasks.js';
import { besidesOf } from './navigation.js';
import type { HomeView } from './web/home-page.js';

const titleOf = (id: string, language: Language): string =>
  `${id} ${REQUIREMENTS.find((requirement) => requirement.id === id)?.title[language] ?? ''}`.trim();

const placeOf = (id: string): number => REQUIREMENTS.findIndex((requirement) => requirement.id === id);
const inOrder = (ids: readonly string[]): readonly string[] => [...ids].sort((a, b) => placeOf(a) - placeOf(b));

/** What this role does for one tool: its requirements, or switching the tool on. */
const taskOf = (tool: Summary, { role, language }: Actor): Task | null => {
  const t = text(homeCatalogue, language);
  const mine = tool.turns[role as Role] ?? [];
  if (mine.length > 0)
    return {
      text: tool.toolName,
      href: gatePaths.dossier(tool.toolId),
      hint: inOrder(mine)
        .map((id) => titleOf(id, language))
        .join(' · '),
    };
  if (role === 'it_admin' && tool.state === 'open')
    return { text: tool.toolName, href: gatePaths.activate(tool.toolId, tool.number), hint: t('home.activate') };
  return null;
};

const waitsFor = (tool: Summary, { role, language }: Actor): Task | null => {
  const others = Object.keys(tool.turns).filter((other) => other !== role) as Role[];
  const names =
    tool.state === 'open' && role !== 'it_admin' ? [roleName('it_admin', language)] : others.map((other) => roleName(other, language));
  if (names.length === 0) return null;
  return {
    text: tool.toolName,
    href: gatePaths.dossier(tool.toolId),
    hint: text(homeCatalogue, language)('home.waits', { roles: names.join(', ') }),
  };
};

const present = <T>(value: T | null): value is T => value !== null;
/** A tool that may never be switched on, or that was stopped, asks nothing of anybody. */
const isUnderWay = ({ state }: Summary): boolean => state !== 'never' && state !== 'stopped';

/** What waits for who handles it, with the first day that ends. */
const handlersTasks = ({ objections, rights, callers, complaints }: HomeFacts, language: Language): Task[] => {
  const t = text(homeCatalogue, language);
  const loads = [
    { key: 'home.objections', load: objections, href: objectionPaths.list },
    { key: 'home.rights', load: rights, href: rightsPaths.list },
    { key: 'home.callers', load: callers, href: callerPaths.handled },
    { key: 'home.complaints', load: complaints, href: complaintPaths.cases },
  ] as const;
  return loads.flatMap(({ key, load, href }) => {
    if (!load || load.open === 0) return [];
    const hint = load.firstDueOn ? t('home.firstDue', { date: formatDay(load.firstDueOn, language) }) : undefined;
    return [{ text: t(key, { n: load.open }), href, hint }];
  });
};

const ownTasks = (facts: HomeFacts, { language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return [
    ...facts.offered.map((role) => ({ text: t('home.offered', { role: roleName(role, language) }), href: peoplePaths.role })),
    ...facts.officers.resets.map((name) => ({ text: t('home.reset', { name }), href: peoplePaths.officers })),
    facts.council === 'change' ? { text: t('home.councilChange'), href: councilPaths.settings } : null,
    facts.council === 'reset' ? { text: t('home.councilReset'), href: councilPaths.reset } : null,
    facts.officers.ending ? { text: t('home.ending'), href: peoplePaths.officers } : null,
    facts.agreement ? { text: t('home.agreement'), href: agreementPaths.proposal(facts.agreement) } : null,
    facts.vacant.length > 0
      ? {
          text: t('home.vacant', { n: facts.vacant.length }),
          href: peoplePaths.people,
          hint: facts.vacant.map((role) => roleName(role, language)).join(' · '),
        }
      : null,
    facts.unread > 0 ? { text: t('home.unread', { n: facts.unread }), href: noticePaths.inbox } : null,
    facts.orders.length > 0
      ? {
          text: t('home.orders', { n: facts.orders.length }),
          href: gatePaths.orders,
          hint: [...new Set(facts.orders.map(({ tool_name }) => tool_name))].join(' · '),
        }
      : null,
    ...handlersTasks(facts, language),
    facts.privately.advice > 0 ? { text: t('home.objectionAdvice', { n: facts.privately.advice }), href: objectionPaths.adviceList } : null,
    facts.privately.detriment > 0
      ? { text: t('home.detriment', { n: facts.privately.detriment }), href: objectionPaths.detrimentReports }
      : null,
    ...measuredTasks(facts, language),
    ...individualTasks(facts, language),
    facts.incidents > 0 ? { text: t('home.incidents', { n: facts.incidents }), href: incidentPaths.list } : null,
    facts.receivers > 0 ? { text: t('home.receivers', { n: facts.receivers }), href: webhookPaths.list } : null,
    facts.disputes > 0 ? { text: t('home.disputes', { n: facts.disputes }), href: noticePaths.disputes } : null,
  ].filter(present);
};

const unansweredTasks = (facts: HomeFacts, { role, language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return facts.unanswered
    .filter(({ lacks }) => (lacks === 'date') === (role === 'director'))
    .map(({ toolId, toolName, lacks }) => ({
      text: t(`home.unanswered.${lacks}`, { name: toolName }),
      href: lacks === 'date' ? toolPaths.stopOrRepair(toolId) : toolPaths.councilReportAnswer(toolId),
    }));
};

const latestOf = ({ latest, tools }: HomeFacts, language: Language): HomeView['latest'] =>
  latest.map(({ toolId, type, at }) => ({
    what: actOf(type)?.words[language] ?? type,
    tool: tools.find((tool) => tool.toolId === toolId)?.toolName ?? '',
    href: gatePaths.dossier(toolId),
    at,
  }));

const REST = 30;
/** Who may read the requests, and has no place for them in the masthead. */
const SEE_REQUESTS: readonly Actor['role'][] = ['dpo', 'director', 'hr_registrar', 'privacy_officer'];

/** Who adds receivers or looks after where data go; none has a place for them in the masthead. */
const SEE_RECEIVERS: readonly Actor['role'][] = [
  ...(['it_admin', 'dpo', 'privacy_officer', 'auditor', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer'] as const),
];

/** The start page: alarms first, then what waits for this person in this role, then what waits for another. */
export const homeView = (facts: HomeFacts, actor: Actor, name: string): HomeView => {
  const { language } = actor;
  const t = text(homeCatalogue, language);
  const underWay = facts.tools.filter(isUnderWay);
  const forTools = underWay.map((tool) => taskOf(tool, actor)).filter(present);
  const waiting = underWay.map((tool) => (taskOf(tool, actor) ? null : waitsFor(tool, actor))).filter(present);
  return {
    name,
    alarms: [
      ...facts.alarms.map((alarm) => ({
        text: t('home.alarm', { name: alarm.tool_name, date: formatInstant(alarm.due_at, language) }),
        href: gatePaths.dossier(alarm.tool_id),
      })),
      ...facts.latePersonOut.map((order) => ({
        text: t('home.personOut', { name: order.tool_name, date: formatInstant(order.due_at, language) }),
        href: actor.role === 'dpo' ? gatePaths.dossier(order.tool_id) : objectionPaths.list,
      })),
    ],
    todo: [...caseTasks(facts, actor), ...unansweredTasks(facts, actor), ...ownTasks(facts, actor), ...forTools.slice(0, REST)],
    waiting: waiting.slice(0, REST),
    showsWaiting: facts.tools.length > 0,
    latest: latestOf(facts, language),
    allTools: facts.tools.length > 0 ? gatePaths.list : null,
    requests: SEE_REQUESTS.includes(actor.role) ? consultationPaths.council : null,
    receivers: SEE_RECEIVERS.includes(actor.role) ? webhookPaths.list : null,
    measured: homePaths.me,
    besides: besidesOf(actor.role).map(({ key, href }) => ({ href, text: text(homeCatalogue, actor.language)(key) })),
  };
};

import type { Actor } from '../../kernel/actor.js';
import { agentPaths, incidentPaths, keyPaths } from '../agents/index.js';
import { advicePaths } from '../assessments/index.js';
import { callerPaths } from '../callers/index.js';
import { complaintPaths } from '../complaints/index.js';
import { consultationPaths } from '../consultation/index.js';
import { councilPaths } from '../council/index.js';
import { devicePaths } from '../devices/index.js';
import { gatePaths } from '../gate/index.js';
import { measurementPaths } from '../measurements/index.js';
import { noticePaths } from '../notices/index.js';
import { objectionPaths } from '../objections/index.js';
import { peoplePaths } from '../people/index.js';
import { reportPaths } from '../reports/index.js';
import { rightsPaths } from '../rights/index.js';
import type { HomeKey } from './home.catalogue.js';
import { homePaths } from './home.paths.js';

interface Destination {
  readonly key: HomeKey;
  readonly href: string;
}

const HOME: Destination = { key: 'nav.home', href: homePaths.home };
const TOOLS: Destination = { key: 'nav.tools', href: gatePaths.list };
const COUNCIL: Destination = { key: 'nav.council', href: consultationPaths.council };
const ADVICE: Destination = { key: 'nav.advice', href: advicePaths.list };
const ORDERS: Destination = { key: 'nav.orders', href: gatePaths.orders };
const AGENTS: Destination = { key: 'nav.agents', href: agentPaths.list };
const DEVICES: Destination = { key: 'nav.devices', href: devicePaths.list };
const KEYS: Destination = { key: 'nav.keys', href: keyPaths.list };
const INCIDENTS: Destination = { key: 'nav.incidents', href: incidentPaths.list };
const MEASUREMENTS: Destination = { key: 'nav.measurements', href: measurementPaths.list };
const OBJECTIONS: Destination = { key: 'nav.objections', href: objectionPaths.list };
const DOOR: Destination = { key: 'nav.door', href: objectionPaths.door };
const ON_BEHALF: Destination = { key: 'nav.onBehalf', href: objectionPaths.behalf };
const RIGHTS: Destination = { key: 'nav.rights', href: rightsPaths.list };
const CALLERS: Destination = { key: 'nav.callers', href: callerPaths.handled };
const REPRESENTED: Destination = { key: 'nav.represented', href: rightsPaths.representedList };
const CASES: Destination = { key: 'nav.cases', href: complaintPaths.cases };
const DISPUTES: Destination = { key: 'nav.disputes', href: noticePaths.disputes };
const CHANNELS: Destination = { key: 'nav.channels', href: objectionPaths.channels };
const DASHBOARDS: Destination = { key: 'nav.dashboards', href: homePaths.dashboards };
const PEOPLE: Destination = { key: 'nav.people', href: peoplePaths.people };
const ORGANISATION: Destination = { key: 'nav.organisation', href: peoplePaths.organisation };
const ME: Destination = { key: 'nav.me', href: homePaths.me };
const ANNUAL: Destination = { key: 'nav.annual', href: reportPaths.annual };
const NOTICES: Destination = { key: 'nav.notices', href: noticePaths.inbox };

const MEMBERS: Destination = { key: 'nav.members', href: councilPaths.settings };

const COUNCIL_NAV = [HOME, COUNCIL, TOOLS, ANNUAL, ME];
const MEMBER_NAV = [HOME, COUNCIL, TOOLS, MEMBERS, MEASUREMENTS, ANNUAL, ME];

/** What stands in the masthead, by the role that somebody chose. Everyone is measured or not, so everyone has that page. */
const BY_ROLE: Readonly<Record<Actor['role'], readonly Destination[]>> = {
  employee: [HOME, ME, NOTICES, DOOR],
  hr_registrar: [HOME, TOOLS, PEOPLE, ORGANISATION, CHANNELS, ANNUAL, ME],
  privacy_officer: [HOME, TOOLS, INCIDENTS, MEASUREMENTS, DASHBOARDS, ME],
  tool_owner: [HOME, TOOLS, DASHBOARDS, ME],
  it_admin: [HOME, ORDERS, AGENTS, DEVICES, INCIDENTS, TOOLS, ME],
  dpo: [HOME, ADVICE, DISPUTES, TOOLS, ORGANISATION, ANNUAL, ME],
  director: [HOME, TOOLS, DASHBOARDS, ORGANISATION, CHANNELS, ANNUAL, ME],
  or_member: MEMBER_NAV,
  or_chair: MEMBER_NAV,
  or_secretary: MEMBER_NAV,
  pvt_contact: COUNCIL_NAV,
  group_officer: [HOME, COUNCIL, TOOLS, ME],
  trusted_person: [HOME, CASES, REPRESENTED, ON_BEHALF, CHANNELS, ME],
  objection_handler: [HOME, OBJECTIONS, RIGHTS, CALLERS, ME],
  complaint_handler: [HOME, CASES, ME],
  manager: [HOME, DASHBOARDS, ME],
  auditor: [HOME, TOOLS, KEYS, ME],
  org_admin: [HOME, PEOPLE, ORGANISATION, CHANNELS, ME],
  system: [],
  guest: [],
  agent: [],
};

/** What has no room in the masthead: it stands at the end of the start page. */
const BESIDE: Partial<Record<Actor['role'], readonly Destination[]>> = {
  dpo: [INCIDENTS, MEASUREMENTS, DASHBOARDS],
  hr_registrar: [DASHBOARDS],
};

export const besidesOf = (role: Actor['role']): readonly Destination[] => BESIDE[role] ?? [];

export const navigationOf = (role: Actor['role']): readonly Destination[] => BY_ROLE[role];

export const leadsTo = (role: Actor['role'], href: string): boolean => BY_ROLE[role].some((destination) => destination.href === href);

import type { Dashboard, Metric } from '../policy/index.js';

const LOGINS: Metric = {
  code: 'logins',
  category: 'login_time',
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max: 50,
  titleNl: 'Hoe vaak iemand inlogde',
  titleEn: 'How often somebody signed in',
};
const PEOPLE: Metric = {
  ...LOGINS,
  code: 'people_signed_in',
  kind: 'people',
  unit: 'mensen',
  max: 1,
  titleNl: 'Mensen die inlogden',
  titleEn: 'People who signed in',
};

/** What the login registration measures and shows: how many people were there in a week, and how often they signed in. */
export const LOGIN_METRICS: readonly Metric[] = [LOGINS, PEOPLE];
export const loginDashboards = (units: ReadonlyMap<string, string>): readonly Dashboard[] => {
  const groups = [...units].map(([name, id], at) => ({ code: `group_${at + 1}`, titleNl: name, titleEn: name, units: [id] }));
  const both = { period: 'week', smallestGroup: 10, viewers: ['manager', 'director', 'hr_registrar'], groups } as const;
  return [
    {
      ...both,
      code: 'occupancy',
      metric: PEOPLE.code,
      shown: 'share',
      titleNl: 'Bezetting per week',
      titleEn: 'Occupancy a week',
      questionNl: 'Zijn er genoeg mensen om inwoners te helpen?',
      questionEn: 'Are there enough people to help residents?',
    },
    {
      ...both,
      code: 'sign_ins',
      metric: LOGINS.code,
      shown: 'total',
      titleNl: 'Aanmeldingen per week',
      titleEn: 'Sign-ins a week',
      questionNl: 'Wordt het drukker of rustiger?',
      questionEn: 'Does it get busier or quieter?',
    },
  ];
};

/** What the watch over administrators keeps of each of them. */
export const ADMIN_METRICS: readonly Metric[] = [
  {
    code: 'connections',
    category: 'connection_log',
    kind: 'count',
    unit: 'keer',
    level: 'person',
    min: 0,
    max: 100,
    titleNl: 'Verbindingen met een beheeraccount',
    titleEn: 'Connections with an administrator’s account',
  },
];

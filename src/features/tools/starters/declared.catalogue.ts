import type { ProposedDeclarations, ProposedMetric } from './starter.js';

const counted = (metric: Pick<ProposedMetric, 'code' | 'category' | 'title'>, max: number): ProposedMetric => ({
  ...metric,
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max,
});
const people = (metric: Pick<ProposedMetric, 'code' | 'category' | 'title'>): ProposedMetric => ({
  ...metric,
  kind: 'people',
  unit: 'mensen',
  level: 'group',
  min: 0,
  max: 1,
});

/** How often people signed in, and what share of a department did. */
export const COUNTED_LOGINS: ProposedDeclarations = {
  metrics: [
    counted({ code: 'logins', category: 'login_time', title: { nl: 'Aantal keer ingelogd', en: 'Number of sign-ins' } }, 50),
    people({ code: 'people_signed_in', category: 'login_time', title: { nl: 'Mensen die inlogden', en: 'People who signed in' } }),
  ],
  dashboards: [
    {
      code: 'signed_in_share',
      metric: 'people_signed_in',
      shown: 'share',
      period: 'week',
      viewers: ['manager'],
      title: { nl: 'Hoeveel mensen logden in?', en: 'How many people signed in?' },
      question: { nl: 'Zijn er genoeg mensen om klanten te helpen?', en: 'Are there enough people to help customers?' },
    },
    {
      code: 'logins_total',
      metric: 'logins',
      shown: 'total',
      period: 'week',
      viewers: ['manager'],
      title: { nl: 'Hoe vaak is er ingelogd?', en: 'How often did people sign in?' },
      question: { nl: 'Verschilt de drukte tussen weken?', en: 'Do busy weeks differ from quiet ones?' },
    },
  ],
};

/** How many calls a department answered, and what share of it was ready to. */
export const COUNTED_CALLS: ProposedDeclarations = {
  metrics: [
    counted(
      { code: 'calls_answered', category: 'call_counts', title: { nl: 'Aantal beantwoorde gesprekken', en: 'Number of calls answered' } },
      200,
    ),
    people({ code: 'people_ready', category: 'agent_status', title: { nl: 'Mensen die klaarzaten', en: 'People who were ready' } }),
  ],
  dashboards: [
    {
      code: 'ready_share',
      metric: 'people_ready',
      shown: 'share',
      period: 'week',
      viewers: ['manager'],
      title: { nl: 'Hoeveel mensen zaten klaar?', en: 'How many people were ready?' },
      question: { nl: 'Staan er genoeg mensen klaar als inwoners bellen?', en: 'Are enough people ready when residents call?' },
    },
    {
      code: 'calls_total',
      metric: 'calls_answered',
      shown: 'total',
      period: 'month',
      viewers: ['manager'],
      title: { nl: 'Hoeveel gesprekken zijn er beantwoord?', en: 'How many calls were answered?' },
      question: { nl: 'In welke maanden is het druk?', en: 'Which months are busy?' },
    },
  ],
};

/** Only how often accounts were used: nobody sees it on a dashboard. */
export const COUNTED_SIGN_INS: ProposedDeclarations = {
  metrics: [counted({ code: 'sign_ins', category: 'sign_in', title: { nl: 'Aantal keer aangemeld', en: 'Number of sign-ins' } }, 100)],
  dashboards: [],
};

import type { Dossier } from '../../../policy/index.js';

/** The grounds of article 27(1) WOR that a request may name (domain/spec.md, C2b), in the order of the form. */
export const GROUNDS = ['k', 'l', 'b', 'c', 'd', 'g', 'j', 'm'] as const;
export type Ground = (typeof GROUNDS)[number];
export const isGround = (value: string): value is Ground => GROUNDS.some((ground) => ground === value);

/** Why the dossier touches a ground. `demanded`: the request is not complete without it; `proposed`: HR may leave it out. */
export interface TouchedGround {
  readonly ground: Ground;
  readonly weight: 'demanded' | 'proposed';
  readonly why:
    | 'data'
    | 'monitoring'
    | 'hours'
    | 'signIn'
    | 'pay'
    | 'output'
    | 'safety'
    | 'health'
    | 'appraisal'
    | 'profile'
    | 'complaints'
    | 'wrongdoing';
}
type Touch = Pick<TouchedGround, 'weight' | 'why'> | null;

const demanded = (why: TouchedGround['why'], touches: boolean): Touch => (touches ? { weight: 'demanded', why } : null);
const proposed = (why: TouchedGround['why'], touches: boolean): Touch => (touches ? { weight: 'proposed', why } : null);

/** What a tool touches beside k and l, read from its dossier: for what it is used, what it records, and what follows for people. */
export const touchedGrounds = ({ tool, purposes }: Dossier): readonly TouchedGround[] => {
  const used = (...codes: readonly string[]): boolean => (purposes ?? []).some(({ code }) => codes.includes(code ?? ''));
  const is = (...categories: readonly string[]): boolean => categories.includes(tool?.category ?? '');
  const health = (tool?.dataCategories ?? []).some(({ specialCategory }) => specialCategory === 'health');
  const touches: Readonly<Record<Ground, Touch>> = {
    k: proposed('data', (tool?.dataCategories ?? []).length > 0),
    l: proposed('monitoring', tool?.suitableForMonitoring !== false),
    b:
      demanded('hours', used('time_registration') || is('time_registration')) ??
      proposed('signIn', used('attendance') || is('login_presence')),
    c: demanded('pay', tool?.automatedDecisions?.payOrDisciplineFromRawMetric === true) ?? proposed('output', used('productivity')),
    d: demanded('safety', used('safety', 'wellbeing')) ?? proposed('health', health || is('wearable')),
    g:
      demanded('appraisal', used('evaluation')) ??
      proposed('profile', tool?.profiling === true || is('productivity_score') || used('productivity')),
    j: proposed('complaints', used('complaint_handling')),
    m: proposed('wrongdoing', used('fraud_investigation') || tool?.covert === true),
  };
  return GROUNDS.flatMap((ground) => {
    const touch = touches[ground];
    return touch ? [{ ground, ...touch }] : [];
  });
};

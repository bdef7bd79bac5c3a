import type { Dossier } from '../../../policy/index.js';

/** Who decides on the staff's side, for the step of the chain that says so. A works council unless the dossier says otherwise. */
export const deciderStep = ({ organisation, representation }: Pick<Dossier, 'organisation' | 'representation'>) => {
  const level = representation?.bodyLevel;
  if (level === 'cor' || level === 'gor') return `chain.decision.${level}` as const;
  const body = organisation?.representativeBody;
  if (body === 'pvt') return 'chain.decision.pvt' as const;
  return body === 'personnel_meeting' || body === 'none' ? ('chain.decision.staff' as const) : ('chain.decision' as const);
};

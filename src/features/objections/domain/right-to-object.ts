import type { Dossier } from '../../../policy/index.js';

const OBJECTABLE = ['legitimate_interest', 'public_task'];
const OTHERS = ['consent', 'contract', 'legal_obligation', 'vital_interest'];

/** GDPR 21(1): against what rests on a legitimate interest or a public task. A basis that is not known counts as one of these. */
export const rightToObject = ({ purposes }: Dossier): boolean => {
  const bases = (purposes ?? []).map(({ legalBasis }) => legalBasis);
  return bases.length === 0 || bases.some((basis) => !basis || OBJECTABLE.includes(basis) || !OTHERS.includes(basis));
};

import { peoplePaths } from '../people/index.js';

const settings = peoplePaths.councilSettings;
const change = (id: string): string => `${settings}/changes/${id}`;

/** Every address of this feature. */
export const councilPaths = {
  settings,
  seats: `${settings}/seats`,
  committees: `${settings}/committees`,
  term: `${settings}/term`,
  rules: `${settings}/rules`,
  change,
  confirmation: (id: string) => `${change(id)}/confirmation`,
  rejection: (id: string) => `${change(id)}/rejection`,
  withdrawal: (id: string) => `${change(id)}/withdrawal`,
  reset: '/settings/council-reset',
} as const;

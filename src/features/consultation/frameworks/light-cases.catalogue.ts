import { catalogue } from '../../../platform/i18n/index.js';
import type { LightCase } from './light-acts.repository.js';

export const lightCaseState = ({ objectedAt, revokedAt, fullCase }: LightCase): 'objected' | 'revoked' | 'full_case' | 'told' => {
  if (fullCase) return 'full_case';
  if (objectedAt) return 'objected';
  return revokedAt ? 'revoked' : 'told';
};

/** Versions under a framework, among the requests to the council. */
export const lightCasesCatalogue = catalogue(
  {
    'tag.green': 'Licht: groen',
    'tag.amber': 'Licht: oranje',
    'state.told': 'Valt onder een kader. Bekijk tot wanneer een lid bezwaar kan maken.',
    'state.objected': 'Een lid maakte bezwaar op {day}. De werkgever moet een volledig verzoek doen.',
    'state.revoked': 'De instemming is ingetrokken. De werkgever moet een volledig verzoek doen.',
    'state.full_case': 'Er is een volledig verzoek gedaan. Dat gaat voor.',
    told: 'Gemeld op {when}',
  },
  {
    'tag.green': 'Light: green',
    'tag.amber': 'Light: amber',
    'state.told': 'Falls under a framework. See until when a member can object.',
    'state.objected': 'A member objected on {day}. The employer has to send a full request.',
    'state.revoked': 'The consent was taken back. The employer has to send a full request.',
    'state.full_case': 'A full request was sent. That comes first.',
    told: 'Told on {when}',
  },
);

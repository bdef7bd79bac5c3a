import type { Known } from '../../domain/known.js';
import type { Acts } from '../../domain/representation.js';
import { lightStateOf } from './light.js';

/** The acts with the light consent judged: one that lies outside, or whose framework ended, is none. */
export const withLightJudged = (known: Known, acts: Acts): Acts => {
  if (!acts.light) return acts;
  const { dossier, capabilities = [], attached, mailings, today } = known;
  const state = lightStateOf(acts.light.consent, { dossier, capabilities, residualRisk: attached.residualRisk ?? null, mailings, today });
  if (state === 'outside' || state === 'ended' || state === 'objected') return { ...acts, light: null, final: null };
  return { ...acts, light: { ...acts.light, state } };
};

import type { Known } from '../../domain/known.js';
import type { Acts } from '../../domain/representation.js';
import { type LightState, lightStateOf } from './light.js';

const CLOSED: readonly LightState[] = ['outside', 'ended', 'objected', 'revoked'];

/** The acts with the light consent judged: one that lies outside, whose framework ended, or that the council took back, is none. */
export const withLightJudged = (known: Known, acts: Acts): Acts => {
  if (!acts.light) return acts;
  const { dossier, capabilities = [], attached, mailings, today } = known;
  const state = lightStateOf(acts.light.consent, { dossier, capabilities, residualRisk: attached.residualRisk ?? null, mailings, today });
  if (CLOSED.includes(state)) return { ...acts, light: null, final: null };
  return { ...acts, light: { ...acts.light, state } };
};

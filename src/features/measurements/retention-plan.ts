import type { Json } from '../../kernel/canonical.js';
import { storedLimits } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dossierFacts, readVersion } from '../tools/index.js';
import { keepDaysOf } from './domain/retention.js';

export type RetentionPlan = (category: string, place: string) => number | null;

const MOST_KNOWN = 200;

/** How long each activation keeps what it measures. The version is fixed and its conditions are stored with the activation, so that it is read once. */
export class RetentionPlans {
  private readonly known = new Map<string, RetentionPlan>();

  async of(tx: Tx, activation: { readonly id: string; readonly versionId: string; readonly limits: Json }): Promise<RetentionPlan> {
    const found = this.known.get(activation.id);
    if (found) return found;
    const dossier = dossierFacts(await readVersion(tx, activation.versionId));
    const limits = storedLimits(activation.limits);
    const days = new Map<string, Map<string, number | null>>();
    const plan: RetentionPlan = (category, place) => {
      const ofPlace = days.get(place) ?? new Map<string, number | null>();
      const known = ofPlace.get(category);
      if (known !== undefined) return known;
      const made = keepDaysOf(dossier, limits, category, place);
      days.set(place, ofPlace.set(category, made));
      return made;
    };
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(activation.id, plan);
    return plan;
  }
}

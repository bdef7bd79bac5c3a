import { fingerprint, type Json } from '../kernel/canonical.js';
import { ATTRIBUTES } from './catalogue/attributes.catalogue.js';
import type { Dossier } from './dossier.js';
import { project, shapeOf } from './projection.js';

const SCHEME = 1;
const MATERIAL = shapeOf(ATTRIBUTES.filter((one) => one.material).map((one) => one.path));

/** The material facts of a version, complete: a part that nobody answered stands there as null. */
const materialFacts = (dossier: Dossier): { readonly [name: string]: Json } => {
  const facts = dossier as { readonly [name: string]: Json };
  return Object.fromEntries(Object.entries(MATERIAL).map(([name, shape]) => [name, project(facts[name], shape)]));
};

/** The fingerprint (controlecode) of a version: SHA-256 of the canonical JSON of its material facts, scheme 1. */
export const fingerprintOf = (dossier: Dossier): string => fingerprint({ scheme: SCHEME, ...materialFacts(dossier) });

import { fingerprint, type Json } from '../kernel/canonical.js';
import { ATTRIBUTES } from './catalogue/attributes.catalogue.js';
import type { Nearness } from './capabilities.js';
import { type Declarations, type Enforcement, inOrder } from './declarations.js';
import type { Dossier } from './dossier.js';
import { project, shapeOf } from './projection.js';

const MATERIAL = shapeOf(ATTRIBUTES.filter((one) => one.material).map((one) => one.path));

/** The material facts of a version, complete: a part that nobody answered stands there as null. */
const materialFacts = (dossier: Dossier): { readonly [name: string]: Json } => {
  const facts = dossier as { readonly [name: string]: Json };
  return Object.fromEntries(Object.entries(MATERIAL).map(([name, shape]) => [name, project(facts[name], shape)]));
};

/** A change of text that the DPO raised: from that version on it is part of what is approved. */
export interface RaisedText {
  readonly number: number;
  readonly path: string;
  readonly item: string;
}
/** What the fingerprint covers beside the facts. Scheme 1, of the first versions, covers none of it. */
export interface Beside {
  /** Scheme 2: how near each capability is. */
  readonly capabilities?: ReadonlyMap<string, Nearness>;
  readonly raised?: readonly RaisedText[];
  /** Scheme 3: how the tool is held, and what the version declares. */
  readonly declared?: Declarations & { readonly enforcement: Enforcement };
}

/** All of it: the titles and questions of a dashboard are approved with it. */
const materialDeclarations = (declared: Declarations): Json => {
  const { metrics, dashboards, grade, individualView } = inOrder(declared);
  return {
    metrics: metrics.map((one) => ({ ...one })),
    dashboards: dashboards.map((one) => ({ ...one, groups: one.groups.map((group) => ({ ...group })) })),
    grade: grade && { ...grade },
    individualView: individualView && { ...individualView },
  };
};

/** The fingerprint (controlecode) of a version: SHA-256 of the canonical JSON of its material facts, and of what stands beside them. */
export const fingerprintOf = (dossier: Dossier, { capabilities, raised = [], declared }: Beside = {}): string =>
  fingerprint({
    scheme: declared ? 3 : capabilities ? 2 : 1,
    ...materialFacts(dossier),
    ...(capabilities ? { capabilities: Object.fromEntries(capabilities) } : {}),
    ...(declared ? { enforcement: declared.enforcement, declared: materialDeclarations(declared) } : {}),
    ...(raised.length > 0 ? { raised: raised.map(({ number, path, item }) => ({ number, path, item })) } : {}),
  });

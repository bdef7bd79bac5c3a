import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { countInScope, type Version } from '../../tools/index.js';
import type { AttachmentFacts } from '../attachments.js';
import { type Bundle, bundleHashOf, bundleOf } from '../bundle.js';
import { tellCouncil } from '../tell-council.js';
import type { AgreedClass, Framework } from './domain/framework.js';
import type { LightConsent } from './domain/light.js';
import { reasonPaper, toldPaper } from './framework-papers.js';
import { insertLight } from './frameworks.repository.js';

export interface Telling {
  readonly version: Version;
  readonly framework: Framework;
  readonly agreed: AgreedClass;
  readonly attached: AttachmentFacts;
  readonly explanation: string;
  readonly person: string;
}
/** What goes along, frozen: the same bundle as with a request, with the reasons of the framework. */
const bundleFor = async (tx: Tx, now: Date, { version, framework, attached, explanation, person }: Telling): Promise<Bundle> => {
  const draft = {
    intendedDecision: explanation,
    reasons: framework.reasons,
    consequences: framework.consequences,
    grounds: [...framework.grounds],
    alsoAdvice: false,
    intendedStartOn: null,
    evaluationOn: framework.endsOn,
    preparedBy: person,
    preparedAt: now,
  };
  return bundleOf(version, draft, attached, await countInScope(tx, version.id, dayOf(now)));
};

/** The row, the paper to every member, and the entry in the log, of a version told about. */
export const tellAbout = async (tx: Tx, actor: Actor, now: Date, telling: Telling): Promise<{ consentId: string; reference: string }> => {
  const { version, framework, agreed, explanation, person } = telling;
  const bundle = await bundleFor(tx, now, telling);
  const [consentId, reference, hash] = [newId('k'), newReference(), bundleHashOf(bundle)];
  await insertLight(tx, {
    id: consentId,
    framework_id: framework.id,
    class_id: agreed.id,
    colour: agreed.colour,
    tool_id: version.toolId,
    version_id: version.id,
    fingerprint: version.fingerprint,
    explanation,
    snapshot: JSON.stringify(bundle),
    bundle_hash: hash,
    reference,
    told_by: person,
    told_at: now,
  });
  const document = toldPaper({ framework, agreed, explanation, bundle, reference });
  await tellCouncil(tx, now, { toolId: version.toolId, act: 'framework.version-told', document, subjectId: consentId });
  const payload = { fingerprint: version.fingerprint, framework: framework.id, colour: agreed.colour, bundle: hash, reference };
  await record(tx, actor, now, 'framework.version-told', { toolId: version.toolId, subjectId: consentId }, payload);
  return { consentId, reference };
};

export interface Answered {
  readonly light: LightConsent;
  readonly version: Version;
  readonly title: 'objected' | 'accepted';
  readonly act: 'framework.objected' | 'framework.accepted';
  readonly reason: string | null;
}
/** Tells every member what one of them, or an officer, said of it. */
export const recordAnswer = async (tx: Tx, actor: Actor, now: Date, { light, version, title, act, reason }: Answered): Promise<string> => {
  const reference = newReference();
  const names = { title: light.framework.title, tool: version.toolName };
  const document = reasonPaper({ title, names, reference, fingerprint: light.fingerprint }, { reason, role: actor.role });
  await tellCouncil(tx, now, { toolId: light.toolId, act, document, subjectId: light.id });
  await record(tx, actor, now, act, { toolId: light.toolId, subjectId: light.id }, { fingerprint: light.fingerprint, reference });
  return reference;
};

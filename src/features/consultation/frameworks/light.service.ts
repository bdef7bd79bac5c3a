import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { notFound, type Reason, refused } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { mayGoLight } from '../../council/index.js';
import { confirmIdentity } from '../../people/index.js';
import { dossierFacts, lockToolOf, readVersion, type Version, versionAt } from '../../tools/index.js';
import { type CaseInHand, caseOf, personIn, pressedOnce, refuseUnmet } from '../acting.js';
import { Attachments, type AttachmentFacts } from '../attachments.js';
import { ChainCheck } from '../chain-check.js';
import { isGroup, officersOf } from '../domain/body.js';
import { readMailings } from '../mailing.repository.js';
import { colourOf } from '../../../policy/index.js';
import { type AgreedClass, type Framework, stateOf } from './domain/framework.js';
import { fullCaseOf, type LightConsent, lightIsOpen, mayObject, subjectOf, withoutTexts } from './domain/light.js';
import type { Press } from './framework.service.js';
import { findFramework, insertAcceptance, insertObjection } from './frameworks.repository.js';
import { findLight } from './lights.repository.js';
import { tellAbout, recordAnswer } from './tell-about.js';

const MEMBERS = ['or_member', 'or_chair', 'or_secretary'] as const;
/** What the council's decision needs beside what the request needs: the DPO's advice, and its conditions. */
const ADVICE: readonly string[] = ['E5', 'E6'];

@Injectable()
export class LightService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
    private readonly attachments: Attachments,
  ) {}

  /** The director tells the council about a version that lies inside a framework. */
  tell(
    actor: Actor,
    toolId: string,
    number: number,
    typed: { readonly frameworkId: string; readonly explanation: string },
    press: Press,
  ): Promise<{ consentId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      return pressedOnce(tx, now, actor, { route: 'framework.tell', key: press.key, body: { toolId, number, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const version = await versionAt(tx, toolId, number);
        await lockToolOf(tx, version.id);
        const inHand = await caseOf(tx, version);
        const framework = await findFramework(tx, typed.frameworkId);
        if (!framework) throw notFound();
        refuseWithout(inHand, framework, now);
        refuseUnmet(await unmetToTell(this.chain, tx, version.id, now));
        const attached = await this.attachments.of(tx, version.id, now);
        if (!attached.noticeDraftComplete || !attached.agreementsAttached) throw refused('framework.papers');
        const agreed = classFor(framework, version, attached, now);
        if (!(await mayGoLight(tx, agreed.colour))) throw refused('agreement.not-light');
        return tellAbout(tx, actor, now, { version, framework, agreed, attached, explanation: typed.explanation, person });
      });
    });
  }

  /** One member is enough: the version is red from here on. */
  object(actor: Actor, consentId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { light, version, inHand } = await this.locked(tx, consentId);
      const person = personIn(actor, inHand.standing.body === 'pvt' ? ['pvt_contact'] : MEMBERS);
      if (light.objections.length > 0) throw refused('framework.objected');
      if (!mayObject(light, await readMailings(tx, light.toolId), dayOf(now))) throw refused('framework.objection-late');
      await insertObjection(tx, { consent_id: consentId, reason, by_person: person, at: now });
      return recordAnswer(tx, actor, now, { light, version, title: 'objected', act: 'framework.objected', reason });
    });
  }

  /** Amber: chair and secretary each say yes, for the council. */
  accept(actor: Actor, consentId: string, press: Press): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { light, version, inHand } = await this.locked(tx, consentId);
      const person = personIn(actor, officersOf(inHand.standing.body));
      return pressedOnce(tx, now, actor, { route: 'framework.accept', key: press.key, body: { consentId } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        if (light.agreed.colour !== 'amber') throw refused('framework.not-amber');
        if (light.objections.length > 0) throw refused('framework.objected');
        if (!lightIsOpen(inHand.file.lights, fullCaseOf(inHand.file, inHand.acts))) throw refused('framework.full-case');
        if (light.acceptances.some(({ byPerson, byRole }) => byPerson === person || (byRole === actor.role && byRole !== 'pvt_contact')))
          throw refused('framework.accepted');
        await insertAcceptance(tx, { consent_id: consentId, by_person: person, by_role: actor.role, at: now });
        return recordAnswer(tx, actor, now, { light, version, title: 'accepted', act: 'framework.accepted', reason: null });
      });
    });
  }

  private async locked(tx: Tx, consentId: string): Promise<{ light: LightConsent; version: Version; inHand: CaseInHand }> {
    const found = await findLight(tx, consentId);
    if (!found) throw notFound();
    await lockToolOf(tx, found.versionId);
    const light = await findLight(tx, consentId);
    const version = await readVersion(tx, found.versionId);
    return { light: light ?? found, version, inHand: await caseOf(tx, version) };
  }
}

export const unmetToTell = async (chain: ChainCheck, tx: Tx, versionId: string, now: Date): Promise<readonly Reason[]> => {
  const forDecision = await chain.unmetFor(tx, versionId, 'record_decision', now);
  return [
    ...(await chain.unmetFor(tx, versionId, 'send_request', now)),
    ...forDecision.filter(({ requirement }) => requirement !== undefined && ADVICE.includes(requirement)),
  ];
};

const refuseWithout = ({ standing, file, acts }: CaseInHand, framework: Framework, now: Date): void => {
  if (!standing.consents) throw refused('body.no-consent-right');
  if (isGroup(standing.body)) throw refused('framework.group');
  if (stateOf(framework, dayOf(now)) !== 'standing') throw refused('framework.not-standing');
  if (!lightIsOpen(file.lights, fullCaseOf(file, acts))) throw refused('framework.full-case');
  if (file.lights.length > 0) throw refused('framework.told');
};

/** The class that the version provably lies in; nobody chooses it. */
const classFor = (framework: Framework, version: Version, attached: AttachmentFacts, now: Date): AgreedClass => {
  const subject = subjectOf({
    dossier: dossierFacts(version),
    capabilities: version.capabilities,
    residualRisk: attached.residualRisk ?? null,
    today: dayOf(now),
  });
  const colour = colourOf(framework.classes.map(withoutTexts), subject);
  const agreed = framework.classes.find((one) => one.colour === colour);
  if (!agreed) throw refused('framework.red');
  return agreed;
};

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { recordedClauses } from '../../council/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked } from '../../people/index.js';
import { dossierFacts, lockToolOf, readVersion, type Version, versionsOf } from '../../tools/index.js';
import { caseOf, personIn, pressedOnce } from '../acting.js';
import { Attachments } from '../attachments.js';
import { officersOf } from '../domain/body.js';
import { grantOf } from '../frameworks/domain/framework.js';
import { type LightConsent, lightStateOf } from '../frameworks/domain/light.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { findLight } from '../frameworks/lights.repository.js';
import { readMailings } from '../mailing.repository.js';
import { tellCouncil } from '../tell-council.js';
import { afterPaper, factRow, type Titled } from './after-papers.js';
import { type LightGround, type RevocationFacts, type TypedGround, whyNotRevoked } from './domain/revocation.js';
import {
  insertLightRevocation,
  insertLightRevocationConfirmation,
  type LightRevocation,
  lightRevocationOf,
} from './light-revocations.repository.js';
import { tellRoles } from './tell-employer.js';

export interface TypedLightRevocation {
  readonly ground: TypedGround;
  readonly explanation: string;
  readonly namedWords: string | null;
}
interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
interface InHand {
  readonly light: LightConsent;
  readonly version: Version;
  readonly officers: ReturnType<typeof officersOf>;
  readonly revocation: LightRevocation | null;
}

/** Taking back one consent under a framework, while the framework stays: on the same grounds as any consent, by two officers. */
@Injectable()
export class LightRevocationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly attachments: Attachments,
  ) {}

  read(actor: Actor, consentId: string) {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { light, version, officers, revocation } = await inHandOf(tx, consentId);
      const officer = officers.some((role) => role === actor.role);
      const stands = light.revokedAt === null && (await this.stateOf(tx, now, { light, version })) === 'stands';
      const asked = officer || (actor.role === 'director' && revocation?.ground === 'renegotiated');
      const waits = revocation !== null && revocation.revokedAt === null;
      const said = revocation?.recordedBy === actor.personId || revocation?.confirmedBy.includes(actor.personId ?? '') === true;
      const may = { record: officer && stands, confirm: waits && stands && asked && !said, said: waits && said };
      return { light, version, revocation, may, identity: await identityAsked(tx, now, actor) };
    });
  }

  record(actor: Actor, consentId: string, typed: TypedLightRevocation, press: Press): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, (await inHandOf(tx, consentId)).officers);
      return pressedOnce(tx, now, actor, { route: 'light-revocation.record', key: press.key, body: { consentId, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const inHand = await this.standing(tx, now, consentId);
        const ground = groundOf(typed, await factsOf(tx, inHand, now));
        const [id, reference] = [newId('x'), newReference()];
        const namedWords = ground === 'named' ? typed.namedWords : null;
        const row = { id, consent_id: consentId, ground, explanation: typed.explanation, named_words: namedWords, reference };
        await insertLightRevocation(tx, { ...row, recorded_by: person, recorded_at: now });
        await tellOf(tx, now, 'title.revocation.recorded', { inHand, said: { ...typed, ground, namedWords }, reference });
        const url = `${this.config.baseUrl}${frameworkPaths.revocation(consentId)}`;
        if (ground === 'renegotiated') await tellRoles(tx, ['director'], { name: 'mail.agree', url, reference });
        const payload = { consent: consentId, ground, reference };
        return record(tx, actor, now, 'revocation.recorded', { toolId: inHand.version.toolId, subjectId: id }, payload);
      });
    });
  }

  /** Another officer; and where both sides agreed, the director as well. With the last of them the consent counts no more, and the tool stops. */
  confirm(actor: Actor, consentId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const before = await inHandOf(tx, consentId);
      const person = personIn(actor, before.revocation?.ground === 'renegotiated' ? [...before.officers, 'director'] : before.officers);
      await confirmIdentity(tx, now, actor, identity);
      const inHand = await this.standing(tx, now, consentId);
      const { revocation } = inHand;
      if (!revocation) throw notFound();
      if (revocation.recordedBy === person) throw refused('revocation.same-officer');
      if (revocation.confirmedBy.includes(person)) throw refused('revocation.confirmed-by-you');
      await insertLightRevocationConfirmation(tx, { revocation_id: revocation.id, by_person: person, by_role: actor.role, at: now });
      const act = (await lightRevocationOf(tx, consentId))?.revokedAt ? 'consent.revoked' : 'revocation.confirmed';
      const reference = newReference();
      await tellOf(tx, now, `title.${act}`, { inHand, said: revocation, reference });
      const payload = { consent: consentId, ground: revocation.ground, reference };
      return record(tx, actor, now, act, { toolId: inHand.version.toolId, subjectId: revocation.id }, payload);
    });
  }

  /** The consent in hand, under the lock of its tool; refused where none counts. */
  private async standing(tx: Tx, now: Date, consentId: string): Promise<InHand> {
    const found = await findLight(tx, consentId);
    if (!found) throw notFound();
    await lockToolOf(tx, found.versionId);
    const inHand = await inHandOf(tx, consentId);
    if ((await this.stateOf(tx, now, inHand)) !== 'stands') throw refused('revocation.no-consent');
    return inHand;
  }

  private async stateOf(tx: Tx, now: Date, { light, version }: Pick<InHand, 'light' | 'version'>) {
    const { residualRisk = null } = await this.attachments.of(tx, version.id, now);
    const mailings = await readMailings(tx, light.toolId);
    return lightStateOf(light, {
      dossier: dossierFacts(version),
      capabilities: version.capabilities,
      residualRisk,
      mailings,
      today: dayOf(now),
    });
  }
}

const inHandOf = async (tx: Tx, consentId: string): Promise<InHand> => {
  const light = await findLight(tx, consentId);
  if (!light) throw notFound();
  const version = await readVersion(tx, light.versionId);
  const { standing } = await caseOf(tx, version);
  return { light, version, officers: officersOf(standing.body), revocation: await lightRevocationOf(tx, consentId) };
};

/** What decides whether this consent can be taken back. Its words are those of the framework, of its class and of the agreement. */
const factsOf = async (tx: Tx, { light, version }: InHand, now: Date): Promise<RevocationFacts> => {
  const { framework, agreed } = light;
  const later = (await versionsOf(tx, version.toolId)).find(({ number, fixedAt }) => fixedAt !== null && number > version.number);
  const grant = grantOf(framework)?.reasons;
  const own = [
    framework.title,
    framework.reasons,
    framework.consequences,
    ...(grant ? [grant] : []),
    ...agreed.limits.map(({ text }) => text),
  ];
  const words = [...own, ...(await recordedClauses(tx))];
  return { conditions: [], endsOn: framework.endsOn, newerVersion: later?.number ?? null, words, today: dayOf(now) };
};

const groundOf = (typed: TypedLightRevocation, facts: RevocationFacts): LightGround => {
  const wrong = whyNotRevoked({ ...typed, conditionId: null }, facts);
  if (wrong || typed.ground === 'other' || typed.ground === 'condition_breached')
    throw new Problem(422, 'input.unusable', wrong ? [wrong] : []);
  return typed.ground;
};

interface Told {
  readonly inHand: InHand;
  readonly said: Pick<LightRevocation, 'ground' | 'explanation' | 'namedWords'>;
  readonly reference: string;
}
const tellOf = async (tx: Tx, now: Date, title: Titled, { inHand: { light, version }, said, reference }: Told): Promise<void> => {
  const document = afterPaper({ title, toolName: version.toolName, reference, fingerprint: light.fingerprint }, (pen) => [
    {
      kind: 'facts',
      rows: [
        factRow(pen, 'fact.ground', pen.t(`ground.${said.ground}`)),
        ...(said.namedWords ? [factRow(pen, 'fact.words', said.namedWords)] : []),
        factRow(pen, 'fact.explanation', said.explanation),
      ],
    },
    ...(title === 'title.consent.revoked' ? [{ kind: 'notice', text: pen.t('closed.now') } as const] : []),
  ]);
  await tellCouncil(tx, now, { toolId: version.toolId, act: title.slice('title.'.length), document });
};

import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isCouncil } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { notFound, type Reason } from '../../../kernel/problem.js';
import { type Colour, colourOf, type Outside, outsideOf } from '../../../policy/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { identityAsked, namesOf, organisationFacts } from '../../people/index.js';
import { dossierFacts, type NamedCodes, namedCodes, readVersion, type Version, versionAt } from '../../tools/index.js';
import { caseOf } from '../acting.js';
import { Attachments } from '../attachments.js';
import { type Bundle, readBundle } from '../bundle.js';
import { ChainCheck } from '../chain-check.js';
import { standingOf } from '../domain/body.js';
import type { Body } from '../domain/case-file.js';
import { readMailings } from '../mailing.repository.js';
import { readTimeline } from '../timeline/timeline-part.js';
import { type AgreedClass, type Framework, stateOf } from './domain/framework.js';
import {
  fullCaseOf,
  type LightConsent,
  lightIsOpen,
  type LightState,
  lightStateOf,
  mayObject,
  objectionLastDay,
  subjectOf,
  withoutTexts,
} from './domain/light.js';
import { findFramework, listFrameworks } from './frameworks.repository.js';
import { unmetToTell } from './light.service.js';
import { findLight, listLights, readSnapshotOf } from './lights.repository.js';

/** How one version stands under one framework: its class, and why not a lighter one. */
export interface Judged {
  readonly framework: Framework;
  readonly colour: Colour;
  readonly outside: readonly { readonly agreed: AgreedClass; readonly why: readonly Outside[] }[];
}
export interface ReadLight {
  readonly light: LightConsent;
  readonly version: Version;
  readonly state: LightState | 'full_case';
  readonly lastDay: Day | null;
  readonly mayObject: boolean;
  readonly bundle: Bundle | null;
  readonly names: ReadonlyMap<string, string>;
  readonly timeline: Awaited<ReturnType<typeof readTimeline>>;
  readonly identity: Awaited<ReturnType<typeof identityAsked>>;
}

/** Everything that the pages of the frameworks show. It writes nothing. */
@Injectable()
export class FrameworkReading {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
    private readonly attachments: Attachments,
  ) {}

  today(): Day {
    return dayOf(this.clock.now());
  }

  list() {
    return this.transactions.read(async (tx) => ({ frameworks: await listFrameworks(tx), body: await bodyNow(tx) }));
  }

  identity(actor: Actor) {
    return this.transactions.read((tx) => identityAsked(tx, this.clock.now(), actor));
  }

  /** The data and functions that a class can be about. */
  named(): Promise<NamedCodes> {
    return this.transactions.read((tx) => namedCodes(tx));
  }

  one(actor: Actor, id: string) {
    return this.transactions.read(async (tx) => {
      const framework = await findFramework(tx, id);
      if (!framework) throw notFound();
      const identity = await identityAsked(tx, this.clock.now(), actor);
      return { framework, lights: await listLights(tx, id), body: await bodyNow(tx), identity };
    });
  }

  /** The class of a version under each framework in force, and what stands in the way of telling the council. */
  tellForm(actor: Actor, toolId: string, number: number) {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      const { file, acts } = await caseOf(tx, version);
      const attached = await this.attachments.of(tx, version.id, now);
      const standing = (await listFrameworks(tx)).filter((framework) => stateOf(framework, dayOf(now)) === 'standing');
      const unmet: readonly Reason[] = await unmetToTell(this.chain, tx, version.id, now);
      return {
        version,
        judged: standing.map((framework) => judge(framework, version, attached.residualRisk ?? null, dayOf(now))),
        isOpen: lightIsOpen(file.lights, fullCaseOf(file, acts)),
        told: file.lights.at(-1) ?? null,
        unmet,
        papersComplete: attached.noticeDraftComplete && attached.agreementsAttached,
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  light(actor: Actor, id: string): Promise<ReadLight> {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const light = await findLight(tx, id);
      if (!light) throw notFound();
      const version = await readVersion(tx, light.versionId);
      const { file, acts } = await caseOf(tx, version);
      const mailings = await readMailings(tx, light.toolId);
      const known = { ...(await this.knownOf(tx, version, now)), mailings };
      const own = lightStateOf(light, known);
      const full = own !== 'objected' && own !== 'revoked' && !lightIsOpen(file.lights, fullCaseOf(file, acts));
      const sees = isCouncil(actor) || actor.role === 'pvt_contact';
      return {
        light,
        version,
        state: full ? 'full_case' : own,
        lastDay: objectionLastDay(light, mailings),
        mayObject: mayObject(light, mailings, dayOf(now)),
        bundle: readBundle(await readSnapshotOf(tx, id)),
        names: sees
          ? await namesOf(
              tx,
              [...light.objections, ...light.acceptances].map(({ byPerson }) => byPerson),
            )
          : new Map<string, string>(),
        timeline: await readTimeline(tx, actor, light.toolId),
        identity: await identityAsked(tx, now, actor),
      };
    });
  }

  private async knownOf(tx: Tx, version: Version, now: Date) {
    const { residualRisk = null } = await this.attachments.of(tx, version.id, now);
    return { dossier: dossierFacts(version), capabilities: version.capabilities, residualRisk, today: dayOf(now) };
  }
}

/** Who agrees on a framework, or would. */
const bodyNow = async (tx: Tx): Promise<Body> => standingOf(await organisationFacts(tx)).body;

const judge = (framework: Framework, version: Version, residualRisk: string | null, today: Day): Judged => {
  const subject = subjectOf({ dossier: dossierFacts(version), capabilities: version.capabilities, residualRisk, today });
  const classes = framework.classes.map(withoutTexts);
  return {
    framework,
    colour: colourOf(classes, subject),
    outside: framework.classes
      .map((agreed) => ({ agreed, why: outsideOf(withoutTexts(agreed), subject) }))
      .filter(({ why }) => why.length > 0),
  };
};

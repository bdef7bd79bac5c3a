import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/problem.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { isOver, nextEvaluationLastDay, nullityLastDay } from '../../../policy/index.js';
import { equatedDays, identityAsked, organisationFacts } from '../../people/index.js';
import { dossierFacts, findTool, latestVersion } from '../../tools/index.js';
import { caseOf, knownRequest, versionInHand } from '../acting.js';
import { standingOf } from '../domain/body.js';
import { findConcern, listConcerns } from './concerns.repository.js';
import { standingConsents } from './consents.repository.js';
import { endOf, evaluationIn, type StandingConsent } from './domain/ends.js';
import type { Goal } from './domain/figures.js';
import { findReport, listReports, type Report } from './effects.repository.js';
import { findNullity, listNullities, mailedLetter, type WithoutConsent, withoutConsent } from './nullity.repository.js';
import { isMember, known, refuseUnknown } from './officers.js';
import { standingConsent } from './revocation.service.js';
import { findRevocation, listRevocations } from './revocations.repository.js';

/** A month in which the council can invoke nullity. */
export interface OpenTerm extends WithoutConsent {
  readonly lastDay: Day;
  readonly over: boolean;
}
export interface FollowedConsent extends StandingConsent {
  readonly endsOn: Day | null;
  readonly dueOn: Day | null;
  readonly stopped: boolean;
  readonly overdue: boolean;
  readonly ended: boolean;
  /** The newest effect report on it. */
  readonly report: Report | null;
}

/** What the pages on evaluations, concerns, revocations and nullity show. It writes nothing. */
@Injectable()
export class AfterReading {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  today(): Day {
    return dayOf(this.clock.now());
  }

  reviews(actor: Actor) {
    return this.transactions.read(async (tx) => {
      const today = this.today();
      const member = isMember(actor);
      const may = await known(tx, actor);
      const hasRight = standingOf(await organisationFacts(tx)).consents;
      const equated = await equatedDays(tx);
      const terms = member && hasRight ? await withoutConsent(tx) : [];
      const reports = await listReports(tx);
      return {
        terms: terms.filter(may).map((term): OpenTerm => {
          const lastDay = nullityLastDay(dayOf(term.at), equated);
          return { ...term, lastDay, over: isOver(lastDay, this.clock.now()) };
        }),
        nullities: (await listNullities(tx)).filter((one) => may(one) && (one.endedAs === null || one.endedAs === 'upheld')),
        consents: (await standingConsents(tx))
          .filter((one) => may(one) && !one.isStopped)
          .map((consent) => followed(consent, reports, today)),
        concerns: member || actor.role === 'director' ? (await listConcerns(tx)).filter(may) : [],
        revocations: (await listRevocations(tx)).filter((one) => may(one) && one.revokedAt === null),
        today,
      };
    });
  }

  invokeForm(actor: Actor, toolId: string) {
    return this.transactions.read(async (tx) => {
      if (!(await findTool(tx, toolId))) throw notFound();
      await refuseUnknown(tx, actor, toolId);
      const version = await latestVersion(tx, toolId);
      const term = (await withoutConsent(tx)).find((each) => each.toolId === toolId);
      const why = term?.why ?? null;
      const startedOn = term ? dayOf(term.at) : null;
      const equated = await equatedDays(tx);
      return {
        toolId,
        toolName: version.toolName,
        why,
        startedOn,
        today: this.today(),
        lastDay: nullityLastDay(startedOn ?? this.today(), equated),
        identity: await identityAsked(tx, this.clock.now(), actor),
      };
    });
  }

  nullity(actor: Actor, reference: string) {
    return this.transactions.read(async (tx) => {
      const nullity = await findNullity(tx, reference);
      if (!nullity) throw notFound();
      await refuseUnknown(tx, actor, nullity.toolId);
      return { nullity, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  letter(actor: Actor, reference: string): Promise<Buffer> {
    return this.transactions.read(async (tx) => {
      await refuseUnknown(tx, actor, (await findNullity(tx, reference))?.toolId ?? '');
      const letter = await mailedLetter(tx, reference);
      if (!letter) throw notFound();
      return letter.pdf;
    });
  }

  /** The goals that the privacy officer reports on: what each purpose promised to change. */
  reportForm(requestId: string) {
    return this.transactions.read(async (tx) => {
      const request = await knownRequest(tx, requestId);
      const inHand = await caseOf(tx, await versionInHand(tx, request));
      const goals = (dossierFacts(inHand.version).purposes ?? []).flatMap(({ code, description, effectiveness }): Goal[] =>
        code ? [{ purpose: code, goal: effectiveness?.metric || description || code }] : [],
      );
      const baselines = new Map(
        (dossierFacts(inHand.version).purposes ?? []).map(({ code, effectiveness }) => [code ?? '', effectiveness?.baseline ?? '']),
      );
      return { request, goals, baselines, dueOn: inHand.acts.evaluation.dueOn };
    });
  }

  review(actor: Actor, reportId: string) {
    return this.transactions.read(async (tx) => {
      const report = await findReport(tx, reportId);
      if (!report) throw notFound();
      await refuseUnknown(tx, actor, report.toolId);
      const today = this.today();
      return { report, latestNext: nextEvaluationLastDay(today), identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  toolName(actor: Actor, toolId: string): Promise<string> {
    return this.transactions.read(async (tx) => {
      const tool = await findTool(tx, toolId);
      if (!tool) throw notFound();
      await refuseUnknown(tx, actor, toolId);
      return tool.name;
    });
  }

  concern(actor: Actor, concernId: string) {
    return this.transactions.read(async (tx) => {
      const concern = await findConcern(tx, concernId);
      if (!concern) throw notFound();
      await refuseUnknown(tx, actor, concern.toolId);
      return { concern, today: this.today() };
    });
  }

  revokeForm(actor: Actor, requestId: string) {
    return this.transactions.read(async (tx) => {
      const request = await knownRequest(tx, requestId);
      await refuseUnknown(tx, actor, request.toolId);
      const { decision } = await standingConsent(tx, requestId);
      return { request, conditions: decision.conditions, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  revocation(actor: Actor, revocationId: string) {
    return this.transactions.read(async (tx) => {
      const revocation = await findRevocation(tx, revocationId);
      if (!revocation) throw notFound();
      await refuseUnknown(tx, actor, revocation.toolId);
      return { revocation, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }
}

const followed = (consent: StandingConsent, reports: readonly Report[], today: Day): FollowedConsent => {
  const { dueOn, stopped } = evaluationIn(consent);
  const endsOn = endOf(consent);
  return {
    ...consent,
    endsOn,
    dueOn,
    stopped,
    overdue: dueOn !== null && today > dueOn,
    ended: endsOn !== null && today > endsOn,
    report: reports.find(({ requestId }) => requestId === consent.requestId) ?? null,
  };
};

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { allUnits, countPeople, type ScopeChoice, staffNumbersOf } from './answers.repository.js';
import type { AnswerInput } from './domain/check-answers.js';
import type { CapabilityInput } from './domain/capability-list.js';
import { answerCouncil, createTool, type NewToolInput, registerVersion, setStopOrRepair } from './register-tool.js';
import { lockTool, versionAt } from './read-version.js';
import { findTool } from './tools.repository.js';
import type { Enforcement, HrAnswer, Setting, ToolRow, Version } from './version.js';
import { confirmFacts, writeAnswers } from './write-answers.js';
import { type ScopeInput, writeCapabilities, writeEnforcement, writeScope, writeSheet } from './write-parts.js';

export interface Place {
  readonly toolId: string;
  readonly number: number;
}
export interface ScopeView {
  readonly units: readonly ScopeChoice[];
  readonly staffNumbers: readonly string[];
  readonly people: number;
}
/** What a page of questions may save besides its answers. */
export interface Beside {
  readonly scope?: ScopeInput;
  readonly enforcement?: Enforcement;
}

@Injectable()
export class RegistrationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  start(actor: Actor, input: NewToolInput, key: string | undefined): Promise<{ toolId: string; reference: string }> {
    return this.act(actor, 'tools.start', key, { ...input }, (tx, now) => createTool(tx, actor, now, input));
  }

  version(place: Place): Promise<Version> {
    return this.transactions.read((tx) => versionAt(tx, place.toolId, place.number));
  }

  tool(toolId: string): Promise<ToolRow> {
    return this.transactions.read(async (tx) => {
      const tool = await findTool(tx, toolId);
      if (!tool) throw notFound();
      return tool;
    });
  }

  scope(version: Version): Promise<ScopeView> {
    return this.transactions.read(async (tx) => ({
      units: await allUnits(tx),
      staffNumbers: await staffNumbersOf(tx, version.scope.persons),
      people: await countPeople(tx, version.id, dayOf(this.clock.now())),
    }));
  }

  saveAnswers(actor: Actor, place: Place, answers: readonly AnswerInput[], beside: Beside = {}): Promise<Version> {
    return this.save(place, async (tx, version, now) => {
      await writeAnswers(tx, actor, now, version.id, answers);
      if (beside.scope) await writeScope(tx, actor, now, version.id, beside.scope);
      if (beside.enforcement) await writeEnforcement(tx, actor, now, version.id, beside.enforcement);
    });
  }

  saveCapabilities(actor: Actor, place: Place, inputs: readonly CapabilityInput[]): Promise<Version> {
    return this.save(place, (tx, version, now) => writeCapabilities(tx, actor, now, version.id, inputs));
  }

  saveSheet(actor: Actor, place: Place, settings: readonly Setting[]): Promise<Version> {
    return this.save(place, (tx, version, now) => writeSheet(tx, actor, now, version.id, settings));
  }

  register(actor: Actor, place: Place, key: string | undefined): Promise<{ reference: string; entry: string }> {
    return this.act(actor, `tools.register ${place.toolId} ${place.number}`, key, {}, async (tx, now) => {
      const { id } = await lockedVersion(tx, place);
      const { reference, version } = await registerVersion(tx, actor, now, id);
      return { reference, entry: version.tool.recordEntryId ?? '' };
    });
  }

  confirm(actor: Actor, place: Place, facts: readonly { attribute: string; item: string }[], key: string | undefined): Promise<string> {
    return this.act(
      actor,
      `tools.confirm ${place.toolId} ${place.number}`,
      key,
      { facts: facts.map((fact) => `${fact.attribute}|${fact.item}`) },
      async (tx, now) => {
        const { id } = await lockedVersion(tx, place);
        return (await confirmFacts(tx, actor, now, id, facts)) ?? '';
      },
    );
  }

  answerCouncil(actor: Actor, toolId: string, answer: HrAnswer, key: string | undefined): Promise<string> {
    return this.act(actor, `tools.heard ${toolId}`, key, { answer }, (tx, now) => answerCouncil(tx, actor, now, toolId, answer));
  }

  setStopOrRepair(actor: Actor, toolId: string, on: Day, key: string | undefined): Promise<string> {
    return this.act(actor, `tools.stop-or-repair ${toolId}`, key, { on }, (tx, now) => setStopOrRepair(tx, actor, now, toolId, on));
  }

  private save(place: Place, write: (tx: Tx, version: Version, now: Date) => Promise<unknown>): Promise<Version> {
    return this.transactions.run(async (tx) => {
      await write(tx, await lockedVersion(tx, place), this.clock.now());
      return versionAt(tx, place.toolId, place.number);
    });
  }

  private act<T extends string | { readonly [name: string]: string }>(
    actor: Actor,
    route: string,
    key: string | undefined,
    body: Readonly<Record<string, string | boolean | null | readonly string[] | undefined>>,
    work: (tx: Tx, now: Date) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run((tx) => {
      const now = this.clock.now();
      return once(tx, now, { personId: actor.personId ?? 'system', route, key, body }, () => work(tx, now));
    });
  }
}

const lockedVersion = async (tx: Tx, place: Place): Promise<Version> => {
  await lockTool(tx, place.toolId);
  return versionAt(tx, place.toolId, place.number);
};

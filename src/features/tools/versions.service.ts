import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { readFile, storeFile, type StoredFile } from '../people/index.js';
import { unitNamesOf } from './answers.repository.js';
import { confirmCarriage, proposeCarriage, stateDpiaHolds } from './carriages.js';
import { type Carriage, findCarriage, findCarriageBetween } from './carriages.repository.js';
import { type Difference, differences } from './domain/differences.js';
import { type RaisedInput, raiseChange } from './raise-change.js';
import { lockTool, readVersion, versionAt } from './read-version.js';
import { findTool } from './tools.repository.js';
import type { ToolRow, Version } from './version.js';
import { nextVersion } from './versions.js';
import { type VersionSummary, versionsOf } from './versions.repository.js';
import { attachFile } from './write-parts.js';

export interface Comparison {
  readonly before: Version;
  readonly after: Version;
  readonly changes: readonly Difference[];
  readonly carriage: Carriage | null;
  readonly unitNames: ReadonlyMap<string, string>;
}
export interface FileInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly kind: string;
  readonly item: string;
}

const groupedUnits = ({ declarations }: Version): readonly string[] =>
  declarations.dashboards.flatMap(({ groups }) => groups.flatMap(({ units }) => units));

const DRAFT_READERS: readonly string[] = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'];
/** Drafts are shown to who fills them in; the others see a version once it is fixed. */
const mayRead = (actor: Actor, version: Pick<Version, 'fixedAt'>): boolean =>
  version.fixedAt !== null || DRAFT_READERS.includes(actor.role);

@Injectable()
export class VersionsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(actor: Actor, toolId: string): Promise<{ tool: ToolRow; versions: readonly VersionSummary[] }> {
    return this.transactions.read(async (tx) => {
      const tool = await findTool(tx, toolId);
      if (!tool) throw notFound();
      return { tool, versions: (await versionsOf(tx, toolId)).filter((version) => mayRead(actor, version)) };
    });
  }

  next(actor: Actor, toolId: string, isRenewal: boolean, key: string | undefined): Promise<number> {
    return this.act(actor, `versions.next ${toolId}`, key, { isRenewal }, async (tx, now) => {
      const version = await nextVersion(tx, actor, now, toolId, { isRenewal });
      return version.number;
    });
  }

  compare(actor: Actor, toolId: string, number: number, other: number): Promise<Comparison> {
    return this.transactions.read(async (tx) => {
      const [before, after] = [await versionAt(tx, toolId, Math.min(number, other)), await versionAt(tx, toolId, Math.max(number, other))];
      if (!mayRead(actor, before) || !mayRead(actor, after)) throw notFound();
      const carriage = await findCarriageBetween(tx, toolId, before.fingerprint, after.fingerprint);
      const unitNames = await unitNamesOf(
        tx,
        [before, after].flatMap((one) => [...one.scope.units, ...groupedUnits(one)]),
      );
      return { before, after, changes: differences(before, after), carriage, unitNames };
    });
  }

  /** The number of the version that this one follows; what it may not read is not there. */
  before(actor: Actor, toolId: string, number: number): Promise<number> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      if (!mayRead(actor, version) || !version.followsId) throw notFound();
      return (await readVersion(tx, version.followsId)).number;
    });
  }

  proposeCarriage(actor: Actor, toolId: string, number: number, key: string | undefined): Promise<number> {
    return this.act(actor, `carriages.propose ${toolId} ${number}`, key, {}, async (tx, now) => {
      await lockTool(tx, toolId);
      const version = await versionAt(tx, toolId, number);
      await proposeCarriage(tx, actor, now, version.id);
      return version.followsId ? (await readVersion(tx, version.followsId)).number : number;
    });
  }

  stateDpiaHolds(actor: Actor, carriageId: string, key: string | undefined): Promise<string> {
    return this.act(actor, `carriages.state ${carriageId}`, key, {}, (tx, now) => stateDpiaHolds(tx, actor, now, carriageId));
  }

  confirmCarriage(actor: Actor, carriageId: string, key: string | undefined): Promise<string> {
    return this.act(actor, `carriages.confirm ${carriageId}`, key, {}, (tx, now) => confirmCarriage(tx, actor, now, carriageId));
  }

  raiseChange(actor: Actor, toolId: string, number: number, input: RaisedInput, key: string | undefined): Promise<string> {
    return this.act(actor, `changes.raise ${toolId} ${number}`, key, { ...input }, (tx, now) =>
      raiseChange(tx, actor, now, toolId, number, input),
    );
  }

  /** The page on which a carriage stands: its tool and the numbers of its two versions. */
  carriagePlace(carriageId: string): Promise<{ toolId: string; from: number; to: number }> {
    return this.transactions.read(async (tx) => {
      const carriage = await findCarriage(tx, carriageId);
      if (!carriage) throw notFound();
      const [from, to] = [await readVersion(tx, carriage.fromVersionId), await readVersion(tx, carriage.toVersionId)];
      return { toolId: carriage.toolId, from: from.number, to: to.number };
    });
  }

  files(actor: Actor, toolId: string, number: number): Promise<Version> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      if (!mayRead(actor, version)) throw notFound();
      return version;
    });
  }

  attach(actor: Actor, toolId: string, number: number, file: FileInput): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockTool(tx, toolId);
      const { id } = await versionAt(tx, toolId, number);
      const stored = await storeFile(tx, actor, now, { bytes: file.bytes, name: file.name, field: 'file' });
      await attachFile(tx, actor, now, id, { fileId: stored.id, kind: file.kind, item: file.item });
    });
  }

  file(actor: Actor, toolId: string, number: number, fileId: string): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      const found = mayRead(actor, version) && version.files.some((one) => one.fileId === fileId) ? await readFile(tx, fileId) : null;
      if (!found) throw notFound();
      return found;
    });
  }

  private act<T extends string | number>(
    actor: Actor,
    route: string,
    key: string | undefined,
    body: Readonly<Record<string, string | boolean>>,
    work: (tx: Tx, now: Date) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run((tx) => {
      const now = this.clock.now();
      return once(tx, now, { personId: actor.personId ?? 'system', route, key, body }, () => work(tx, now));
    });
  }
}

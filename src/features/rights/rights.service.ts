import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, once } from '../../platform/http/index.js';
import { recordConfidential } from '../evidence/index.js';
import { type ObjectableTool, objectableTools, tellHandlers } from '../objections/index.js';
import { organisationFacts } from '../people/index.js';
import { type AnswerFile, fileFor, filesOf } from './answer-files.js';
import { liftedAfter, rightState, type RightState } from './domain/right-state.js';
import { lodgeRight, type RequestCommand } from './lodge-right.js';
import { rightsPaths } from './rights.paths.js';
import { lockRequest, requestsOf, type RightsRequest, writeLifting, writeWithdrawal } from './rights.repository.js';

export type RightsView = RightsRequest & { readonly state: RightState };
/** With the route to a court that is open to people of this organisation. */
export type OwnRight = RightsView & { readonly publicBody: boolean; readonly files: readonly AnswerFile[] };

export const personOf = ({ personId }: Actor): string => {
  if (personId === null) throw notFound();
  return personId;
};

/** What a person asks about his or her own data. */
@Injectable()
export class RightsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  tools(actor: Actor): Promise<readonly ObjectableTool[]> {
    return this.transactions.read((tx) => objectableTools(tx, personOf(actor)));
  }

  lodge(actor: Actor, command: RequestCommand, key: string | undefined): Promise<string> {
    const personId = personOf(actor);
    const { baseUrl } = this.config;
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const asked = { personId, route: 'rights.lodge', key, body: { ...command } };
      return once(tx, now, asked, () => lodgeRight(tx, now, { ...command, personId, baseUrl }));
    });
  }

  own(actor: Actor): Promise<readonly RightsView[]> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) =>
      (await requestsOf(tx, personOf(actor))).map((request) => ({ ...request, state: rightState(request, now) })),
    );
  }

  /** One's own request. Reading that a restriction ends, which no mail could say, is being told of it: from then the seven days run. */
  ownOne(actor: Actor, id: string): Promise<OwnRight> {
    return this.transactions.run(async (tx) => {
      const found = await lockRequest(tx, id);
      if (!found || found.personId !== actor.personId) throw notFound();
      const request = await this.told(tx, found);
      const { publicBody } = (await organisationFacts(tx)) ?? {};
      return { ...request, state: rightState(request, this.clock.now()), publicBody: publicBody === true, files: await filesOf(tx, id) };
    });
  }

  private async told(tx: Tx, request: RightsRequest): Promise<RightsRequest> {
    const now = this.clock.now();
    if (!rightState(request, now).isUntold) return request;
    const liftsOn = liftedAfter(now);
    await writeLifting(tx, request.id, request.liftReason ?? '', { liftsOn, at: now });
    await recordConfidential(tx, now, { kind: 'right.lifting_told', request: request.id });
    return { ...request, liftsOn };
  }

  /** What came with the answer, to the person who asked and to nobody else. */
  ownFile(actor: Actor, id: string, fileId: string): ReturnType<typeof fileFor> {
    return this.transactions.read((tx) => fileFor(tx, personOf(actor), id, fileId));
  }

  /** The person no longer asks for it. A restriction ends at once. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const request = await lockRequest(tx, id);
      if (!request || request.personId !== actor.personId) throw notFound();
      const now = this.clock.now();
      const { isOpen, isPaused } = rightState(request, now);
      if (!isOpen && !isPaused) throw refused('right.answered');
      await writeWithdrawal(tx, id, now);
      await recordConfidential(tx, now, { kind: 'right.withdrawn', request: id });
      await tellHandlers(tx, request.kind, request.personId, `${this.config.baseUrl}${rightsPaths.list}`);
    });
  }
}

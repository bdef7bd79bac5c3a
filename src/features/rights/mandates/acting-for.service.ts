import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken, Throttle } from '../../../platform/http/index.js';
import { recordConfidential } from '../../evidence/index.js';
import {
  caseMail,
  DetrimentService,
  type NewReport,
  type ObjectableTool,
  objectionPaths,
  type ObjectionView,
  ObjectionsService,
} from '../../objections/index.js';
import { grantsOf, mailPersons, namesOf } from '../../people/index.js';
import type { RequestCommand } from '../lodge-right.js';
import { personOf, RightsService, type RightsView } from '../rights.service.js';
import { holds, type Mandate } from './mandate.js';
import { type CaseKind, casesOf, findByToken, findMandate, noteCase } from './mandates.repository.js';

/** By what somebody shows that he or she may act: an own account, or the token that the person handed over. */
export type Holder =
  | { readonly kind: 'adviser'; readonly actor: Actor; readonly mandateId: string }
  | { readonly kind: 'outside'; readonly token: string; readonly language: Language };

export interface Acting {
  readonly mandate: Mandate;
  readonly name: string;
  readonly tools: readonly ObjectableTool[];
  /** What was sent with this mandate, and nothing else of the person. */
  readonly objections: readonly ObjectionView[];
  readonly requests: readonly RightsView[];
}

const OPENED_A_MINUTE = 60;
const UNKNOWN_A_MINUTE = 120;

/** Acts for a person with that person's say-so: what is done is the person's, and this note of by whose hand. */
@Injectable()
export class ActingForService {
  private readonly known = new Throttle(OPENED_A_MINUTE);
  private readonly unknown = new Throttle(UNKNOWN_A_MINUTE);

  constructor(
    private readonly transactions: Transactions,
    private readonly objections: ObjectionsService,
    private readonly rights: RightsService,
    private readonly detriment: DetrimentService,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async open(holder: Holder): Promise<Acting> {
    const mandate = await this.mandateOf(holder);
    const person = asPerson(mandate, holder);
    const { cases, name } = await this.transactions.read(async (tx) => ({
      cases: await casesOf(tx, mandate.id),
      name: (await namesOf(tx, [mandate.personId])).get(mandate.personId) ?? '',
    }));
    return {
      mandate,
      name,
      tools: (await this.objections.choices(person)).tools,
      objections: (await this.objections.own(person)).filter(({ objection }) => cases.has(objection.id)),
      requests: (await this.rights.own(person)).filter(({ id }) => cases.has(id)),
    };
  }

  async object(holder: Holder, toolId: string, situation: string, key: string | undefined): Promise<void> {
    const mandate = await this.mandateOf(holder);
    await this.note(mandate, 'objection', await this.objections.lodge(asPerson(mandate, holder), toolId, situation, key));
  }

  async ask(holder: Holder, command: RequestCommand, key: string | undefined): Promise<void> {
    const mandate = await this.mandateOf(holder);
    await this.note(mandate, 'right', await this.rights.lodge(asPerson(mandate, holder), command, key));
  }

  /** Detriment after an objection or a complaint; the person hears that it was reported. */
  async report(holder: Holder, given: NewReport, key: string | undefined): Promise<void> {
    const mandate = await this.mandateOf(holder);
    const id = await this.detriment.lodge(asPerson(mandate, holder), given, key);
    const isNew = await this.note(mandate, 'detriment', id);
    const mail = caseMail('news', `${this.config.baseUrl}${objectionPaths.ownDetriment(id)}`);
    if (isNew) await this.transactions.run((tx) => mailPersons(tx, [mandate.personId], mail));
  }

  private note(mandate: Mandate, kind: CaseKind, caseId: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const isNew = await noteCase(tx, mandate.id, kind, caseId, now);
      if (isNew) await recordConfidential(tx, now, { kind: 'mandate.used', case: caseId });
      return isNew;
    });
  }
  /** 404 for whoever may not, or may no longer. An adviser who lost the role acts for nobody. */
  private mandateOf(holder: Holder): Promise<Mandate> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) => {
      const found = holder.kind === 'outside' ? await findByToken(tx, sha256(holder.token)) : await findMandate(tx, holder.mandateId);
      const mandate = found && holds(found, now) ? found : null;
      if (holder.kind === 'outside') this.refuseTooMany(mandate, now);
      if (!mandate) throw notFound();
      if (holder.kind === 'outside') return mandate;
      const adviser = personOf(holder.actor);
      const roles = (await grantsOf(tx, adviser)).filter(({ acceptedAt }) => acceptedAt !== null).map(({ role }) => role);
      if (mandate.adviserId !== adviser || !roles.includes('trusted_person')) throw notFound();
      return mandate;
    });
  }

  /** Who guesses gets few tries; who holds a link is not kept out by who guesses. */
  private refuseTooMany(mandate: Mandate | null, now: Date): void {
    const lets = mandate ? this.known.lets(mandate.id, now) : this.unknown.lets('unknown', now);
    if (!lets) throw new Problem(429, 'rate.exceeded');
  }
}

const asPerson = ({ personId }: Mandate, holder: Holder): Actor => ({
  personId,
  role: 'employee',
  roles: ['employee'],
  language: holder.kind === 'outside' ? holder.language : holder.actor.language,
});

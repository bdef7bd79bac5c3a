import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, once } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, holdersOf, type IdentityAsked, identityAsked, namesOf } from '../../people/index.js';
import { rulesWords } from '../council.words.js';
import { type CouncilRules, wrongInRules } from '../domain/rules.js';
import type { Roster } from '../domain/roster.js';
import { type Press, refuseWrong } from '../in-hand.js';
import { mailMembers } from '../mail-members.js';
import { lockRoster } from '../rosters.repository.js';
import { asJson, same } from '../taking-effect.js';
import { staffRulesCatalogue } from './staff-rules.catalogue.js';
import { staffRulesPaths } from './staff-rules.paths.js';
import {
  endStaffRules,
  insertStaffRules,
  staffRosterAt,
  type StaffRules,
  type StaffRulesProposal,
  staffRulesAt,
  waitingRules,
} from './staff-rules.repository.js';

export interface StaffRulesView {
  readonly roster: Roster;
  readonly rules: CouncilRules;
  readonly waiting: (StaffRulesProposal & { readonly own: boolean }) | null;
  readonly names: ReadonlyMap<string, string>;
  readonly asked: IdentityAsked;
}

const memberOf = (actor: Actor): string => {
  if (actor.role !== 'pvt_contact' || !actor.personId) throw notFound();
  return actor.personId;
};

/** How a staff representation votes. It says so itself: one member proposes, another agrees; nobody else sees or changes it. */
@Injectable()
export class StaffRulesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  view(actor: Actor): Promise<StaffRulesView> {
    const personId = memberOf(actor);
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const [roster, waiting] = [await staffRosterAt(tx, now), await waitingRules(tx)];
      const named = [...roster.seats.map((seat) => seat.personId), ...(waiting ? [waiting.proposedBy] : [])];
      return {
        roster,
        rules: await staffRulesAt(tx, now),
        waiting: waiting && { ...waiting, own: waiting.proposedBy === personId },
        names: await namesOf(tx, named),
        asked: await identityAsked(tx, now, actor),
      };
    });
  }

  propose(actor: Actor, rules: StaffRules, press: Press): Promise<string> {
    const personId = memberOf(actor);
    return this.pressed(actor, { route: 'staff-rules.propose', body: asJson(rules), press }, async (tx, now) => {
      if (await waitingRules(tx)) throw refused('council.change-waits');
      const { quorum, majority, ballot } = await staffRulesAt(tx, now);
      refuseWrong(wrongInRules(rules, (await staffRosterAt(tx, now)).seatCount));
      if (same(rules, { quorum, majority, ballot })) throw refused('council.nothing-changes');
      const id = await insertStaffRules(tx, rules, personId, now);
      await this.tell(tx, 'proposed', { ...(await staffRulesAt(tx, now)), ...rules });
      return record(tx, actor, now, 'staff-rules.proposed', { subjectId: id }, { rules: asJson(rules) });
    });
  }

  /** Another member agrees; from this instant on it holds. */
  confirm(actor: Actor, id: string, press: Press): Promise<string> {
    const personId = memberOf(actor);
    return this.pressed(actor, { route: 'staff-rules.confirm', body: { id }, press }, async (tx, now) => {
      const waiting = await this.waiting(tx, id);
      if (waiting.proposedBy === personId) throw refused('council.own-proposal');
      await endStaffRules(tx, id, 'applied', personId, now);
      await this.tell(tx, 'applied', await staffRulesAt(tx, now));
      return record(tx, actor, now, 'staff-rules.changed', { subjectId: id }, { rules: asJson(waiting.rules) });
    });
  }

  /** Whoever proposed it takes it back; any other member sends it back. */
  withdraw(actor: Actor, id: string): Promise<string> {
    const personId = memberOf(actor);
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      await this.waiting(tx, id);
      await endStaffRules(tx, id, 'withdrawn', personId, now);
      return record(tx, actor, now, 'staff-rules.withdrawn', { subjectId: id });
    });
  }

  private pressed(
    actor: Actor,
    { route, body, press }: { readonly route: string; readonly body: ReturnType<typeof asJson>; readonly press: Press },
    act: (tx: Tx, now: Date) => Promise<string>,
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const now = this.clock.now();
      return once(tx, now, { personId: actor.personId ?? '', route, key: press.key, body }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        return act(tx, now);
      });
    });
  }

  private async waiting(tx: Tx, id: string): Promise<StaffRulesProposal> {
    const waiting = await waitingRules(tx);
    if (waiting?.id !== id) throw notFound();
    return waiting;
  }

  private async tell(tx: Tx, key: 'proposed' | 'applied', rules: CouncilRules): Promise<void> {
    await mailMembers(tx, await holdersOf(tx, ['pvt_contact']), (language) => {
      const t = text(staffRulesCatalogue, language);
      const lines = rulesWords(rules, language)
        .map(({ what, says }) => `- ${what}: ${says}`)
        .join('\n');
      return { subject: t(`mail.${key}`), text: t(`mail.${key}Text`, { lines, link: `${this.config.baseUrl}${staffRulesPaths.rules}` }) };
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { nullityLastDay } from '../../../policy/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, equatedDays, type Identity } from '../../people/index.js';
import { findTool, type Version, versionsOf } from '../../tools/index.js';
import { lockNewest, personIn, pressedOnce } from '../acting.js';
import { insertNullity } from '../acts.repository.js';
import { COUNCIL_PAPER, tellCouncil } from '../tell-council.js';
import { type AfterPen, afterPaper, factRow, nullityLetter } from './after-papers.js';
import { afterPaths } from './after.paths.js';
import { OFFICERS, refuseUnknown } from './officers.js';
import { findNullity, insertNullityAct, insertRatification, mailedLetter, type Why } from './nullity.repository.js';
import { tellRoles } from './tell-employer.js';

export interface TypedNullity {
  readonly periodStartedOn: Day;
  readonly why: Why;
  /** The day on which the council decided; null: it has yet to decide, and the officer acts for it. */
  readonly decidedOn: Day | null;
  readonly reason: string;
}
export interface TypedRatification {
  readonly decidedOn: Day;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}
interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}

/** The council's word that a decision without its consent is void (WOR 27(5)). */
@Injectable()
export class NullityService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** The letter goes out and the tool stops at once, whether or not it is in time: that is for the court. */
  invoke(actor: Actor, toolId: string, typed: TypedNullity, press: Press): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, OFFICERS);
      return pressedOnce(tx, now, actor, { route: 'nullity.invoke', key: press.key, body: { toolId, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        if (!(await findTool(tx, toolId))) throw notFound();
        await refuseUnknown(tx, actor, toolId);
        const version = await lockNewest(tx, toolId);
        if (typed.periodStartedOn > dayOf(now)) throw unusable('periodStartedOn', 'day.future');
        if (typed.decidedOn && typed.decidedOn > dayOf(now)) throw unusable('decidedOn', 'day.future');
        const reference = newReference();
        const lastDay = nullityLastDay(typed.periodStartedOn, await equatedDays(tx));
        await writeDown(tx, now, version, { ...typed, reference, lastDay, person });
        const letter = { ...typed, toolName: version.toolName, startedOn: typed.periodStartedOn, lastDay, writtenOn: dayOf(now) };
        await tellCouncil(tx, now, { toolId, act: 'nullity.invoked', document: nullityLetter(letter, reference, version.fingerprint) });
        await this.tellDirector(tx, reference);
        const payload = { periodStartedOn: typed.periodStartedOn, why: typed.why, lastDay, reference };
        return record(tx, actor, now, 'nullity.invoked', { toolId, subjectId: version.id }, payload);
      });
    });
  }

  /** Another officer records that the council decided on it: then it is the act of the council itself. */
  ratify(actor: Actor, reference: string, typed: TypedRatification, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, OFFICERS);
      await confirmIdentity(tx, now, actor, identity);
      const found = await findNullity(tx, reference);
      if (!found) throw notFound();
      await refuseUnknown(tx, actor, found.toolId);
      const version = await lockNewest(tx, found.toolId);
      if (found.ratifiedOn) throw refused('nullity.ratified');
      if (found.invokedBy === person) throw refused('nullity.same-officer');
      if (typed.decidedOn > dayOf(now)) throw unusable('decidedOn', 'day.future');
      if (typed.votesFor <= typed.votesAgainst) throw unusable('votesFor', 'nullity.no-majority');
      const own = newReference();
      const { votesFor, votesAgainst, votesAbstained } = typed;
      const votes = { votes_for: votesFor, votes_against: votesAgainst, votes_abstained: votesAbstained };
      await insertRatification(tx, { reference, decided_on: typed.decidedOn, ...votes, recorded_by: person, recorded_at: now });
      const head = { title: 'title.nullity.ratified', toolName: found.toolName, reference: own, fingerprint: version.fingerprint } as const;
      const document = afterPaper(head, (pen) => [{ kind: 'facts', rows: ratifiedRows(pen, typed) }]);
      await tellCouncil(tx, now, { toolId: found.toolId, act: 'nullity.ratified', document });
      const payload = { nullity: reference, decidedOn: typed.decidedOn, reference: own };
      return record(tx, actor, now, 'nullity.ratified', { toolId: found.toolId, subjectId: version.id }, payload);
    });
  }

  private async tellDirector(tx: Tx, reference: string): Promise<void> {
    const letter = await mailedLetter(tx, reference);
    const attachments = letter
      ? [{ filename: `${reference}.pdf`, contentType: 'application/pdf', source: COUNCIL_PAPER, key: letter.id }]
      : undefined;
    const url = `${this.config.baseUrl}${afterPaths.nullity(reference)}`;
    await tellRoles(tx, ['director'], { name: 'mail.nullity', url, reference, attachments });
  }
}

/** On every version: what runs may be another than the newest. */
const writeDown = async (
  tx: Tx,
  now: Date,
  { toolId, fingerprint }: Version,
  act: TypedNullity & { reference: string; lastDay: Day; person: string },
): Promise<void> => {
  const { reference, person, why, lastDay } = act;
  const fingerprints = new Set([fingerprint, ...(await versionsOf(tx, toolId)).map((each) => each.fingerprint)]);
  for (const each of fingerprints) {
    const row = {
      id: newId('n'),
      tool_id: toolId,
      fingerprint: each,
      period_started_on: act.periodStartedOn,
      reason: act.reason,
      reference,
    };
    await insertNullity(tx, { ...row, invoked_by: person, invoked_at: now });
  }
  await insertNullityAct(tx, {
    reference,
    tool_id: toolId,
    why,
    last_day: lastDay,
    decided_on: act.decidedOn,
    invoked_by: person,
    invoked_at: now,
  });
};

const ratifiedRows = (pen: AfterPen, typed: TypedRatification) => [
  factRow(pen, 'fact.decided', pen.day(typed.decidedOn)),
  factRow(pen, 'fact.votes', pen.t('votes', { for: typed.votesFor, against: typed.votesAgainst, abstained: typed.votesAbstained })),
];

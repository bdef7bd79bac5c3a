import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { concernLastDay } from '../../../policy/index.js';
import { record } from '../../evidence/index.js';
import { findTool } from '../../tools/index.js';
import { lockNewest, personIn } from '../acting.js';
import { tellCouncil } from '../tell-council.js';
import { afterPaper, factRow } from './after-papers.js';
import { afterPaths } from './after.paths.js';
import { findConcern, insertConcern, insertConcernAnswer } from './concerns.repository.js';
import { OFFICERS, refuseUnknown } from './officers.js';
import { tellRoles } from './tell-employer.js';

/** A concern of the council about a tool that it consented to, with a written answer of the director. */
@Injectable()
export class ConcernService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  raise(actor: Actor, toolId: string, said: string): Promise<{ concernId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, OFFICERS);
      if (!(await findTool(tx, toolId))) throw notFound();
      await refuseUnknown(tx, actor, toolId);
      const { toolName, fingerprint } = await lockNewest(tx, toolId);
      const [id, reference, dueOn] = [newId('z'), newReference(), concernLastDay(dayOf(now))];
      await insertConcern(tx, { id, tool_id: toolId, text: said, due_on: dueOn, reference, raised_by: person, raised_at: now });
      const document = afterPaper({ title: 'title.concern.raised', toolName, reference, fingerprint }, (pen) => [
        { kind: 'facts', rows: [factRow(pen, 'fact.concern', said), factRow(pen, 'fact.due', pen.day(dueOn))] },
      ]);
      await tellCouncil(tx, now, { toolId, act: 'concern.raised', document });
      await tellRoles(tx, ['director'], {
        name: 'mail.concern',
        url: `${this.config.baseUrl}${afterPaths.concern(id)}`,
        reference,
        date: dueOn,
      });
      return { concernId: id, reference: await record(tx, actor, now, 'concern.raised', { toolId, subjectId: id }, { dueOn, reference }) };
    });
  }

  answer(actor: Actor, concernId: string, said: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const concern = await findConcern(tx, concernId);
      if (!concern) throw notFound();
      const { toolName, fingerprint } = await lockNewest(tx, concern.toolId);
      if (concern.answeredAt) throw refused('concern.answered');
      const reference = newReference();
      await insertConcernAnswer(tx, { concern_id: concernId, text: said, reference, by_person: person, at: now });
      const document = afterPaper({ title: 'title.concern.answered', toolName, reference, fingerprint }, (pen) => [
        { kind: 'facts', rows: [factRow(pen, 'fact.concern', concern.text), factRow(pen, 'fact.answer', said)] },
      ]);
      await tellCouncil(tx, now, { toolId: concern.toolId, act: 'concern.answered', document });
      return record(tx, actor, now, 'concern.answered', { toolId: concern.toolId, subjectId: concernId }, { reference });
    });
  }
}

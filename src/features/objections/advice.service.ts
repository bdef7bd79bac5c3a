import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { mailPersons } from '../people/index.js';
import { objectionView, objectionViews, type ObjectionView } from './objection-views.js';
import { caseMail } from './objections.mail.js';
import { objectionPaths } from './objections.paths.js';
import { findObjection, lockObjection, objectionsForAdvice } from './objections.repository.js';
import { namedHandlers } from './who-handles.js';
import { writeAct } from './write-act.js';

/** The DPO reads an objection only when asked for advice, and without the name. */
@Injectable()
export class ObjectionAdviceService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  list(actor: Actor): Promise<readonly ObjectionView[]> {
    return this.transactions.read(async (tx) => objectionViews(tx, await objectionsForAdvice(tx, actor.personId ?? ''), this.clock.now()));
  }

  one(actor: Actor, id: string): Promise<ObjectionView> {
    return this.transactions.read(async (tx) => {
      const objection = await findObjection(tx, id);
      if (!objection || objection.personId === actor.personId) throw notFound();
      const view = await objectionView(tx, objection, this.clock.now());
      if (view.state.advice.askedAt === null) throw notFound();
      return view;
    });
  }

  /** Advice binds nobody; a handler who rejects against it says why. */
  advise(actor: Actor, id: string, stance: 'uphold' | 'reject', reasons: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const objection = await lockObjection(tx, id);
      if (!objection || objection.personId === actor.personId) throw notFound();
      const { state } = await objectionView(tx, objection, now);
      if (state.advice.askedAt === null) throw notFound();
      if (!state.isOpen) throw refused('objection.decided');
      if (state.advice.stance !== null) throw refused('objection.advised');
      await writeAct(tx, now, { objectionId: id, kind: 'advised', by: actor.personId ?? actor.role, text: reasons, detail: stance });
      const handlers = await namedHandlers(tx, 'objection', objection.personId);
      await mailPersons(tx, handlers, caseMail('news', `${this.config.baseUrl}${objectionPaths.handled(id)}`));
    });
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Role, SYSTEM } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { record } from '../../evidence/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { lastQuarter, opensReview, type ReviewAct, type ReviewState, reviewState } from '../domain/review.js';
import { objectionPaths } from '../objections.paths.js';
import { reviewMail } from './reviews.mail.js';
import {
  findReview,
  insertReview,
  insertReviewAct,
  listReviews,
  lockReview,
  quarterOfTools,
  type Review,
  reviewActs,
  takeQuarter,
} from './reviews.repository.js';

const COUNCIL: readonly Role[] = ['or_chair', 'or_secretary', 'or_member', 'pvt_contact'];
const EMPLOYER: readonly Role[] = ['privacy_officer', 'director'];

export interface ReviewView {
  readonly review: Review;
  readonly acts: readonly ReviewAct[];
  readonly state: ReviewState;
}

/** Employer and council look together at a tool that many people object to. Who objected is nowhere in it, and neither is how many. */
@Injectable()
export class ReviewsService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('40 5 * * *', { name: 'objections.open-reviews', run: (_payload, now) => this.open(now) });
  }

  /** At a quarter's end, once. Below the line nothing opens, and nothing says so. */
  open(now: Date = this.clock.now()): Promise<void> {
    return this.transactions.run(async (tx) => {
      const quarter = lastQuarter(dayOf(now));
      if (!(await takeQuarter(tx, quarter, now))) return;
      for (const { toolId } of (await quarterOfTools(tx, quarter)).filter(opensReview)) {
        const [id, reference] = [newId('v'), newReference()];
        await insertReview(tx, { id, toolId, quarter, reference, openedAt: now });
        await this.tell(tx, [...COUNCIL, ...EMPLOYER, 'dpo'], id);
        await record(tx, SYSTEM, now, 'tool-review.opened', { toolId, subjectId: id }, { quarter, reference });
      }
    });
  }

  list(): Promise<readonly ReviewView[]> {
    return this.transactions.read(async (tx) => {
      const reviews = await listReviews(tx);
      const acts = await reviewActs(
        tx,
        reviews.map(({ id }) => id),
      );
      return reviews.map((review) => viewOf(review, acts.get(review.id) ?? []));
    });
  }

  one(id: string): Promise<ReviewView> {
    return this.transactions.read(async (tx) => read(tx, await findReview(tx, id)));
  }

  /** What the employer does about it: keep the tool with reasons, change it, or stop it. */
  propose(actor: Actor, id: string, course: 'keep' | 'change' | 'stop', text: string): Promise<string> {
    return this.act(actor, id, 'employer', { kind: 'proposal', course, text }, COUNCIL);
  }

  /** Whether that is enough for the council; if not, it is the employer's turn again. */
  view(actor: Actor, id: string, course: 'enough' | 'not_enough', text: string): Promise<string> {
    return this.act(actor, id, 'council', { kind: 'view', course, text }, EMPLOYER);
  }

  private act(
    actor: Actor,
    id: string,
    turn: ReviewState['turn'],
    act: Pick<ReviewAct, 'kind' | 'course' | 'text'>,
    tell: readonly Role[],
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      await lockReview(tx, id);
      const now = this.clock.now();
      const { review, state } = await read(tx, await findReview(tx, id));
      if (state.turn !== turn) throw refused('review.not_your_turn');
      await insertReviewAct(tx, { ...act, id: newId('a'), reviewId: id, by: actor.personId ?? actor.role, byRole: actor.role, at: now });
      await this.tell(tx, tell, id);
      const reference = newReference();
      const subject = { toolId: review.toolId, subjectId: id };
      return record(tx, actor, now, act.kind === 'proposal' ? 'tool-review.proposed' : 'tool-review.viewed', subject, {
        course: act.course,
        reference,
      });
    });
  }

  private async tell(tx: Tx, roles: readonly Role[], id: string): Promise<void> {
    const persons = [...new Set((await holdersOf(tx, roles)).map(({ personId }) => personId))];
    await mailPersons(tx, persons, reviewMail(`${this.config.baseUrl}${objectionPaths.review(id)}`));
  }
}

const viewOf = (review: Review, acts: readonly ReviewAct[]): ReviewView => ({ review, acts, state: reviewState(acts) });
const read = async (tx: Tx, review: Review | null): Promise<ReviewView> => {
  if (!review) throw notFound();
  return viewOf(review, (await reviewActs(tx, [review.id])).get(review.id) ?? []);
};

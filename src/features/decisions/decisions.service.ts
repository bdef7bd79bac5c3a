import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { ClockToken } from '../../platform/http/index.js';
import { endsBatch, readBatch } from './domain/batch.js';
import { decide } from './domain/decide.js';
import { type Decision, UNKNOWN } from './domain/decision.js';
import { type Question, readQuestion } from './domain/question.js';
import { Facts } from './facts.service.js';

const PATIENCE_MS = 1000;

type Members = Readonly<Record<string, unknown>>;
type Answer = Decision | { readonly evaluations: readonly Decision[] };

/** Answers what may be, as it is known now. It decides nothing: activations and leases evaluate for themselves. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly facts: Facts,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** At once when everything is kept; otherwise after reading it. */
  evaluate(body: Members): Decision | Promise<Decision> {
    return this.answer(readQuestion(body));
  }

  /** The answer when everything is kept; null otherwise. */
  atOnce(question: Question): Decision | null {
    const now = this.clock.now();
    const gathered = this.facts.at(question, now);
    return gathered && decide(question, gathered.target, gathered.known, now);
  }

  /** Several questions; without any it is a single evaluation. */
  async evaluations(body: Members): Promise<Answer> {
    const batch = readBatch(body);
    if (!batch) return this.evaluate(body);
    const ask = (item: Question | Decision): Decision | Promise<Decision> => ('decision' in item ? item : this.answer(item));
    if (batch.semantic === 'execute_all') return { evaluations: await Promise.all(batch.items.map(async (item) => ask(item))) };
    const evaluations: Decision[] = [];
    for (const item of batch.items) {
      const answer = await ask(item);
      evaluations.push(answer);
      if (endsBatch(batch.semantic, answer)) break;
    }
    return { evaluations };
  }

  /** `patience`: for how long it may read what is not kept, in ms, before the answer is no. */
  answer(question: Question, patience = PATIENCE_MS): Decision | Promise<Decision> {
    return this.atOnce(question) ?? this.afterReading(question, patience);
  }

  private async afterReading(question: Question, patience: number): Promise<Decision> {
    const gathered = await this.facts.gather(question, patience);
    return gathered ? decide(question, gathered.target, gathered.known, this.clock.now()) : UNKNOWN;
  }
}

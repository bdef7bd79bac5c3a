import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { type FastAnswers, holdsScope, parseJson } from '../../platform/http/index.js';
import { ProgramKeys } from '../people/index.js';
import { ASKED_BY, isJson } from './decisions.api.js';
import { decisionPaths } from './decisions.paths.js';
import { DecisionsService } from './decisions.service.js';
import type { Decision } from './domain/decision.js';
import { objectOf, type Question, readQuestion } from './domain/question.js';

const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 2000;
/** The text of a decision that is given again and again is made once. */
const texts = new WeakMap<Decision, string>();
const textOf = (decision: Decision): string => {
  const known = texts.get(decision);
  if (known !== undefined) return known;
  const text = JSON.stringify(decision);
  texts.set(decision, text);
  return text;
};

/** A single evaluation whose key and facts are known in this process, answered past the framework. Everything else is left to the handler. */
@Injectable()
export class DecisionLane implements FastAnswers {
  private readonly questions = new Map<string, Question>();
  readonly status = 200;

  constructor(
    private readonly keys: ProgramKeys,
    private readonly decisions: DecisionsService,
  ) {}

  takes(url: string): boolean {
    return url === decisionPaths.evaluation;
  }

  answer(headers: IncomingHttpHeaders, body: Buffer): string | null {
    const holder = this.keys.known(headers.authorization);
    if (!holder || !holdsScope(holder.scopes, 'decisions') || holder.role !== ASKED_BY || !isJson(headers['content-type'])) return null;
    if (!isUtf8(body)) return null;
    try {
      const answer = this.decisions.atOnce(this.read(body.toString('utf8')));
      return answer && textOf(answer);
    } catch {
      return null;
    }
  }

  /** Whoever guards a door asks the same question again and again. What was read is a function of the text alone; the answer never is. */
  private read(text: string): Question {
    const known = this.questions.get(text);
    if (known) return known;
    const question = questionOf(parseJson(text));
    if (this.questions.size >= MOST_REMEMBERED) this.questions.clear();
    if (text.length <= LONGEST_REMEMBERED) this.questions.set(text, question);
    return question;
  }
}

const questionOf = (body: unknown): Question => readQuestion(objectOf(body, 'body'));

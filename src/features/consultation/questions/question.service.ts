import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { readFile, storeFile } from '../../people/index.js';
import { lockToolOf, readVersion } from '../../tools/index.js';
import { caseOf, knownRequest, personIn, standingRequest } from '../acting.js';
import { EMPLOYERS, mailAboutCase, peopleOf } from '../case/case-mails.js';
import { consultationPaths } from '../consultation.paths.js';
import { isGroup, officersOf } from '../domain/body.js';
import type { FoundRequest } from '../requests.repository.js';
import { answerFileOf, insertAnswer, insertAnswerFiles, insertQuestion, readQuestions } from './questions.repository.js';

const MEMBERS: readonly Role[] = [...COUNCIL_ROLES, 'pvt_contact'];
const ANSWERERS: readonly Role[] = [...EMPLOYERS, 'privacy_officer'];
const MOST_QUESTIONS = 200;
const MOST_FILES = 5;

export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}
export interface TypedAnswer {
  readonly text: string;
  readonly files: readonly GivenFile[];
}

/** Questions of members to the employer, each answered once: in writing by the employer, or in a meeting, noted by an officer. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  ask(actor: Actor, requestId: string, text: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      const person = personIn(actor, isGroup(request.body) ? [...MEMBERS, 'group_officer'] : MEMBERS);
      await lockToolOf(tx, request.versionId);
      if ((await readQuestions(tx, requestId)).length >= MOST_QUESTIONS) throw refused('question.too-many');
      const id = newId('q');
      await insertQuestion(tx, { id, request_id: requestId, text, asked_by: person, asked_at: now });
      await mailAboutCase(tx, await peopleOf(tx, 'employer', request.body), aboutOf(request, 'question.asked'));
      return record(tx, actor, now, 'question.asked', { toolId: request.toolId, subjectId: id });
    });
  }

  /** The employer answers in writing, with the files that belong to it. */
  answer(actor: Actor, requestId: string, questionId: string, typed: TypedAnswer): Promise<string> {
    return this.transactions.run(async (tx) => {
      const person = personIn(actor, ANSWERERS);
      const request = await knownRequest(tx, requestId);
      return this.write(tx, actor, { person, request, questionId, typed, meetingId: null });
    });
  }

  /** An officer notes what the employer said in a meeting that was recorded. */
  answerInMeeting(
    actor: Actor,
    requestId: string,
    questionId: string,
    typed: TypedAnswer & { readonly meetingId: string },
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const request = await knownRequest(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      const { file } = await caseOf(tx, await readVersion(tx, request.versionId));
      if (!file.meetings.some(({ id, requestId: on }) => id === typed.meetingId && on === requestId))
        throw unusable('meetingId', 'meeting.unknown');
      return this.write(tx, actor, { person, request, questionId, typed, meetingId: typed.meetingId });
    });
  }

  private async write(tx: Tx, actor: Actor, act: Writing): Promise<string> {
    const { person, request, questionId, typed, meetingId } = act;
    const now = this.clock.now();
    await lockToolOf(tx, request.versionId);
    const question = (await readQuestions(tx, request.id)).find(({ id }) => id === questionId);
    if (!question) throw notFound();
    if (question.answer !== null) throw refused('question.answered');
    if (typed.files.length > MOST_FILES) throw unusable('files', 'files.too-many');
    await insertAnswer(tx, { question_id: questionId, text: typed.text, by_person: person, at: now, meeting_id: meetingId });
    const hashes: string[] = [];
    const stored: string[] = [];
    for (const given of typed.files) {
      const file = await storeFile(tx, actor, now, { ...given, field: 'files' });
      stored.push(file.id);
      hashes.push(file.sha256);
    }
    await insertAnswerFiles(tx, questionId, stored);
    await mailAboutCase(tx, await peopleOf(tx, 'council', request.body), aboutOf(request, 'question.answered'));
    const payload = { files: hashes, meeting: meetingId ?? undefined };
    return record(tx, actor, now, 'question.answered', { toolId: request.toolId, subjectId: questionId }, payload);
  }

  /** A file that came with an answer. */
  file(requestId: string, questionId: string, fileId: string) {
    return this.transactions.read(async (tx) => {
      const known = await answerFileOf(tx, requestId, questionId, fileId);
      const stored = known && (await readFile(tx, known));
      if (!stored) throw notFound();
      return stored;
    });
  }
}

interface Writing {
  readonly person: string;
  readonly request: FoundRequest;
  readonly questionId: string;
  readonly typed: TypedAnswer;
  readonly meetingId: string | null;
}

const aboutOf = ({ id, toolName }: FoundRequest, kind: 'question.asked' | 'question.answered') => ({
  kind,
  toolName,
  page: consultationPaths.casePage(id, 'questions'),
});

import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, HTTPMethods } from 'fastify';
import type { Language } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newReference } from '../../kernel/ids.js';
import { Problem } from '../../kernel/problem.js';
import { sqlState } from '../database/index.js';
import { catalogue, text } from '../i18n/index.js';
import { describeError, log } from '../log/index.js';
import { renderPage } from '../ui/index.js';
import { ActorSource } from './actor-source.js';
import { Redirect } from './allow.js';
import { ClockToken } from './clock-token.js';
import { pageTexts } from './http.catalogue.js';
import { PageContexts } from './page-contexts.js';
import { BrokenPage, ProblemPage } from './problem-page.js';
import { explain } from './reason-texts.js';
import { isUntraced, padded } from './untraced.js';
import { type AppRequest, GUEST, isApi, isDecision, type Visitor, visitorOf } from './request.js';

const texts = catalogue(pageTexts.nl, pageTexts.en);

/** How long to wait, in seconds, where the refusal does not say it (RFC 9110, 10.2.3). */
const WAIT: Readonly<Record<number, number>> = { 429: 60, 503: 5 };
/** PostgreSQL's answer to a text with a NUL in it: a path that names nothing. */
const UNSTORABLE_CHARACTER = '22021';

/** What Fastify and Nest throw by themselves (bad JSON, too large, unknown route), as our own problem; null for the unexpected. */
const problemOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  if (sqlState(error) === UNSTORABLE_CHARACTER) return new Problem(404, 'page.unknown');
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 404) return new Problem(404, 'page.unknown');
  if (status === 413) return new Problem(413, 'body.too-large');
  if (status === 415) return new Problem(415, 'body.wrong-type');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem(400, 'body.unreadable');
  return null;
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly contexts: PageContexts,
    private readonly actors: ActorSource,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<AppRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof Redirect) return void reply.status(303).header('location', error.location).send('');
    const allowed = methodsInstead(request);
    const problem = allowed.length > 0 ? new Problem(405, 'method.other') : problemOf(error);
    const reference = newReference();
    if (!problem) log.error({ requestId: request.id, reference, error: describeError(error) }, 'unexpected error');
    reply.status(statusOf(request, problem)).header('cache-control', 'no-store');
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    const wait = problem && secondsToWait(problem);
    if (wait) reply.header('retry-after', wait);
    if (isApi(request.url))
      return void reply.header('content-type', 'application/problem+json').send(JSON.stringify(asJson(request, problem, reference)));
    request.visitor ??= await this.whoAsks(request);
    const { language } = visitorOf(request);
    const element = problem ? (
      <ProblemPage problem={problem} language={language} />
    ) : (
      <BrokenPage reference={reference} language={language} />
    );
    const html = renderPage(element, await this.contexts.of(request, this.clock.now()));
    reply.header('content-type', 'text/html; charset=utf-8').send(isUntraced(request.url) ? padded(html) : html);
  }

  /** Where no guard ran, as for an address that does not exist: the page is still in the reader's language. */
  private whoAsks(request: AppRequest): Promise<Visitor> {
    return this.actors.visitor(request).catch(() => GUEST);
  }
}

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** The methods of a fixed address of programs that was asked with none of them (RFC 9110, 15.5.6). */
const methodsInstead = ({ server, url, method }: AppRequest): readonly string[] => {
  const path = url.split('?')[0] ?? '';
  const known = isApi(path) ? METHODS.filter((one) => server.hasRoute({ url: path, method: one })) : [];
  return known.some((one) => one === method) ? [] : known;
};

const secondsToWait = ({ status, members: { retryAfter } }: Problem): number | undefined =>
  status in WAIT && typeof retryAfter === 'number' ? retryAfter : WAIT[status];

const statusOf = (request: AppRequest, problem: Problem | null): number => {
  if (!problem) return 500;
  return isDecision(request.url) && [413, 415].includes(problem.status) ? 400 : problem.status;
};

/** What happened this time, in words: every reason once, else what the code says; for the unexpected, the number to quote. */
const detailOf = (problem: Problem | null, reference: string, language: Language): string => {
  if (!problem) return text(texts, language)('brokenText', { reference });
  const said = problem.reasons.map((reason) => reason.nextStep ?? explain(reason, language).title);
  return [...new Set(said.length > 0 ? said : [explain({ code: problem.code }, language).title])].join(' ');
};

const asJson = (request: AppRequest, problem: Problem | null, reference: string): Record<string, unknown> => {
  const { language } = visitorOf(request);
  const code = problem?.code ?? 'server.failed';
  return {
    type: `urn:countersign:problem:${code}`,
    title: problem ? explain({ code }, language).title : text(texts, language)('broken'),
    status: statusOf(request, problem),
    detail: detailOf(problem, reference, language),
    instance: `urn:countersign:reference:${reference}`,
    code,
    ...(problem?.reasons.length
      ? { reasons: problem.reasons.map((reason) => ({ ...reason, nextStep: reason.nextStep ?? explain(reason, language).title })) }
      : {}),
    ...problem?.members,
  };
};

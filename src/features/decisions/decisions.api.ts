import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Allow, Who } from '../../platform/http/index.js';
import { decisionPaths } from './decisions.paths.js';
import { DecisionsService } from './decisions.service.js';
import { SearchService } from './search.service.js';

type Members = Readonly<Record<string, unknown>>;

const IS_JSON = /^application\/json\s*(;|$)/i;
export const isJson = (type: unknown): boolean => type === 'application/json' || (typeof type === 'string' && IS_JSON.test(type));
/** Only keys for this role ask: an answer may be about a colleague. */
export const ASKED_BY: Role = 'it_admin';

/** AuthZEN takes a JSON object and nothing else; every other body is 400. */
const objectOf = (type: unknown, body: unknown, actor: Actor): Members => {
  if (actor.role !== ASKED_BY) throw new Problem(403, 'decisions.role', [{ code: 'decisions.role', turn: ASKED_BY }]);
  if (!isJson(type)) throw new Problem(400, 'body.wrong-type');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem(400, 'body.unreadable');
  return body as Members;
};

/** The decision API of OpenID AuthZEN 1.0. A refusal is an answer: 200. Errors: 400, 401, 403, 500. */
@Controller('access/v1')
export class DecisionsApi {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly searches: SearchService,
  ) {}

  @Post('evaluation')
  @HttpCode(200)
  @Allow('program:decisions')
  evaluation(@Who() actor: Actor, @Headers('content-type') type: unknown, @Body() body: unknown): object | Promise<object> {
    return this.decisions.evaluate(objectOf(type, body, actor));
  }

  @Post('evaluations')
  @HttpCode(200)
  @Allow('program:decisions')
  evaluations(@Who() actor: Actor, @Headers('content-type') type: unknown, @Body() body: unknown): Promise<object> {
    return this.decisions.evaluations(objectOf(type, body, actor));
  }

  @Post('search/subject')
  @HttpCode(200)
  @Allow('program:decisions')
  async subjects(@Who() actor: Actor, @Headers('content-type') type: unknown, @Body() body: unknown): Promise<object> {
    return this.searches.subjects(objectOf(type, body, actor));
  }

  @Post('search/resource')
  @HttpCode(200)
  @Allow('program:decisions')
  async resources(@Who() actor: Actor, @Headers('content-type') type: unknown, @Body() body: unknown): Promise<object> {
    return this.searches.resources(objectOf(type, body, actor));
  }

  @Post('search/action')
  @HttpCode(200)
  @Allow('program:decisions')
  async actions(@Who() actor: Actor, @Headers('content-type') type: unknown, @Body() body: unknown): Promise<object> {
    return this.searches.actions(objectOf(type, body, actor));
  }
}

/** Where everything is. `policy_decision_point` is the address that people use, too: whoever reads this checks that it is the one asked. */
@Controller('.well-known')
export class DecisionsMetadata {
  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  @Get('authzen-configuration')
  @Header('cache-control', 'public, max-age=300')
  @Allow('agent')
  metadata(): Record<string, unknown> {
    const { baseUrl } = this.config;
    return {
      policy_decision_point: baseUrl,
      access_evaluation_endpoint: baseUrl + decisionPaths.evaluation,
      access_evaluations_endpoint: baseUrl + decisionPaths.evaluations,
      search_subject_endpoint: baseUrl + decisionPaths.subjects,
      search_resource_endpoint: baseUrl + decisionPaths.resources,
      search_action_endpoint: baseUrl + decisionPaths.actions,
    };
  }
}

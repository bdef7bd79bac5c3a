import { Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  type FieldError,
  PageController,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
} from '../../platform/http/index.js';
import { SESSION_COOKIE, SESSION_OPTIONS } from './cookies.js';
import { passwordRefusal } from './domain/sessions.js';
import { SetUpForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { SetupService } from './setup.service.js';
import { said } from './web/said.js';
import { SetupPage } from './web/setup-page.js';
import { textOf } from './web/texts.js';

@PageController()
export class SetupPages {
  constructor(private readonly setup: SetupService) {}

  @Get(peoplePaths.setup(':code'))
  @Allow('anyone')
  async form(@Param('code') code: string) {
    if (!(await this.setup.isOpen(code))) throw notFound();
    return <SetupPage code={code} />;
  }

  @Post(peoplePaths.setup(':code'))
  @Allow('anyone')
  async setUp(
    @Param('code') code: string,
    @RawBody() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Visit() { language }: Visitor,
  ) {
    if (!(await this.setup.isOpen(code))) throw notFound();
    const parsed = parse(SetUpForm, body);
    const mistakes = parsed.ok ? passwordMistakes(parsed.value) : parsed.errors;
    if (!parsed.ok || mistakes.length > 0)
      return unprocessable(<SetupPage code={code} typed={typedOf(body)} errors={said(mistakes, language)} />);
    const { newPassword, ...given } = parsed.value;
    const token = await this.setup.setUp(code, { ...given, password: newPassword });
    reply.setCookie(SESSION_COOKIE, token, SESSION_OPTIONS);
    return seeOther(peoplePaths.organisation, textOf(given.language)('setup.done'));
  }
}

const passwordMistakes = ({ newPassword, repeated, email, staffNumber }: SetUpForm): FieldError[] => {
  const refusal = passwordRefusal(newPassword, [email, staffNumber]);
  if (refusal) return [{ field: 'newPassword', code: refusal }];
  return newPassword === repeated ? [] : [{ field: 'repeated', code: 'password.differs' }];
};

const TYPED = ['organisation', 'unit', 'name', 'staffNumber', 'email', 'language'] as const;
const typedOf = (body: Record<string, unknown>) =>
  Object.fromEntries(TYPED.flatMap((field) => (typeof body[field] === 'string' ? [[field, body[field]]] : [])));

import { Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  PageController,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Visit,
  type Visitor,
  withStatus,
} from '../../platform/http/index.js';
import { AccountsService } from './accounts.service.js';
import { GONE, SESSION_COOKIE, SESSION_OPTIONS, STEP_COOKIE, STEP_OPTIONS } from './cookies.js';
import { CodeForm, LoginForm } from './people.dto.js';
import { peoplePaths } from './people.paths.js';
import { type SignIn, SignInService } from './sign-in.service.js';
import { SignInGuard, type SignInRequest } from './sign-in.strategy.js';
import { ForgotPage, LoginCodePage, LoginPage } from './web/login-pages.js';
import { said } from './web/said.js';
import { textOf } from './web/texts.js';

/** Only a path of our own: never another site. */
const safeNext = (next: unknown): string => (typeof next === 'string' && /^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(next) ? next : '/');

@PageController()
export class SignInPages {
  constructor(
    private readonly signIns: SignInService,
    private readonly accounts: AccountsService,
  ) {}

  @Get(peoplePaths.login)
  @Allow('anyone')
  login(@Query('next') next: unknown) {
    return <LoginPage next={safeNext(next)} />;
  }

  @Post(peoplePaths.login)
  @Allow('anyone')
  @UseGuards(SignInGuard)
  signIn(
    @Req() request: SignInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RawBody() body: Record<string, unknown>,
    @Visit() { language }: Visitor,
  ) {
    const found = request.user ?? { kind: 'refused' as const };
    const next = safeNext(body['_next']);
    if (found.kind === 'signed-in') return this.enter(reply, found, next);
    if (found.kind === 'second-step') {
      reply.setCookie(STEP_COOKIE, found.step, STEP_OPTIONS);
      return seeOther(`${peoplePaths.loginCode}?next=${encodeURIComponent(next)}`);
    }
    const throttled = found.kind === 'throttled';
    const errors = said([{ field: 'login', code: throttled ? 'signin.throttled' : 'signin.failed' }], language);
    const typed = typeof body['login'] === 'string' ? body['login'].slice(0, 254) : '';
    return withStatus(throttled ? 429 : 422, <LoginPage next={next} login={typed} errors={errors} />);
  }

  @Get(peoplePaths.loginCode)
  @Allow('anyone')
  async code(@Req() request: SignInRequest, @Query('next') next: unknown, @Visit() { language }: Visitor) {
    const asked = await this.signIns.askStep(request.cookies[STEP_COOKIE] ?? '');
    if (!asked) return seeOther(peoplePaths.login, textOf(language)('code.gone'));
    return <LoginCodePage next={safeNext(next)} demoCode={asked.demoCode} />;
  }

  @Post(peoplePaths.loginCode)
  @Allow('anyone')
  async finish(
    @Req() request: SignInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RawBody() body: Record<string, unknown>,
    @Visit() { language }: Visitor,
  ) {
    const step = request.cookies[STEP_COOKIE] ?? '';
    const parsed = parse(CodeForm, body);
    const next = safeNext(body['_next']);
    const asked = await this.signIns.askStep(step);
    if (!asked) return seeOther(peoplePaths.login, textOf(language)('code.gone'));
    const found = parsed.ok ? await this.signIns.finish(step, parsed.value.code, request.cookies[SESSION_COOKIE] ?? null) : null;
    if (found?.kind === 'signed-in') return this.enter(reply, found, next);
    const throttled = found?.kind === 'throttled';
    const errors = said([{ field: 'code', code: throttled ? 'signin.throttled' : 'totp.wrong' }], language);
    return withStatus(throttled ? 429 : 422, <LoginCodePage next={next} demoCode={asked.demoCode} errors={errors} />);
  }

  @Get(peoplePaths.forgot)
  @Allow('anyone')
  forgotten() {
    return <ForgotPage />;
  }

  @Post(peoplePaths.forgot)
  @Allow('anyone')
  async forgot(@RawBody() body: Record<string, unknown>, @Visit() { language }: Visitor) {
    const parsed = parse(LoginForm, body);
    if (!parsed.ok) return unprocessable(<ForgotPage errors={said(parsed.errors, language)} />);
    await this.accounts.forgot(parsed.value.login);
    return <ForgotPage sent />;
  }

  @Post(peoplePaths.logout)
  @Allow('anyone')
  async logout(@Req() request: SignInRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.signIns.signOut(token);
    reply.clearCookie(SESSION_COOKIE, GONE);
    return seeOther(peoplePaths.login);
  }

  private enter(reply: FastifyReply, { token, enrol }: Extract<SignIn, { kind: 'signed-in' }>, next: string) {
    reply.setCookie(SESSION_COOKIE, token, SESSION_OPTIONS).clearCookie(STEP_COOKIE, GONE);
    return seeOther(enrol ? peoplePaths.myCode : next);
  }
}

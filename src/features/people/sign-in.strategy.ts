import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { AppRequest } from '../../platform/http/index.js';
import { SESSION_COOKIE } from './cookies.js';
import { type SignIn, SignInService } from './sign-in.service.js';

/** What the strategy found out, for the handler. */
export type SignInRequest = AppRequest & { user?: SignIn | null };

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIns: SignInService) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true, session: false });
  }

  validate(request: SignInRequest, login: unknown, password: unknown): Promise<SignIn> {
    if (typeof login !== 'string' || typeof password !== 'string') return Promise.resolve({ kind: 'refused' });
    return this.signIns.signIn(login, password, request.cookies[SESSION_COOKIE] ?? null);
  }
}

/** Lets every outcome through to the handler, which answers with a page. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, found: T | false, _info: unknown, _context: ExecutionContext): T {
    if (error) throw error;
    return found || (null as T);
  }
}

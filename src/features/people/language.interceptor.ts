import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { type AppRequest, isUntraced, LEAVES_NO_COOKIES } from '../../platform/http/index.js';
import { LANGUAGE_COOKIE, LANGUAGE_OPTIONS } from './cookies.js';
import { askedLanguage } from './session-actors.js';
import { SignInService } from './sign-in.service.js';

/** Keeps the language that `?lang=` asks for: with the account, or in a guest's cookie. */
@Injectable()
export class LanguageKeeper implements NestInterceptor {
  constructor(
    private readonly signIns: SignInService,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const asked = request.visitor && !isUntraced(request.url) ? askedLanguage(request) : null;
    const personId = request.visitor?.actor?.personId;
    if (asked && personId) await this.signIns.chooseLanguage(personId, asked);
    else if (asked && !this.reflector.get<boolean | undefined>(LEAVES_NO_COOKIES, context.getClass()))
      context.switchToHttp().getResponse<FastifyReply>().setCookie(LANGUAGE_COOKIE, asked, LANGUAGE_OPTIONS);
    return next.handle();
  }
}

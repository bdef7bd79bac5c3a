import { Get, Post, Req } from '@nestjs/common';
import type { VNode } from 'preact';
import { readCrockford } from '../../kernel/ids.js';
import {
  Allow,
  type AppRequest,
  LeavesNoCookies,
  PageController,
  type PageResult,
  parse,
  RawBody,
  unprocessable,
  Visit,
  type Visitor,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { callersCatalogue, type CallersKey } from './callers.catalogue.js';
import { FollowDto } from './callers.dto.js';
import { callerPaths } from './callers.paths.js';
import { CallersService, type Followed } from './callers.service.js';
import { FollowedPage, FollowPage } from './web/follow-pages.js';

type Body = Record<string, unknown>;

/** Following a request by its code. The code is in forms only: never in an address, a cookie or a log. */
@PageController()
@LeavesNoCookies()
export class FollowPages {
  constructor(private readonly callers: CallersService) {}

  @Get(callerPaths.follow)
  @Allow('anyone')
  page(): VNode {
    return <FollowPage />;
  }

  @Post(callerPaths.follow)
  @Allow('anyone')
  async step(@Req() request: AppRequest, @RawBody() body: Body, @Visit() { language }: Visitor): Promise<PageResult> {
    const t = text(callersCatalogue, language);
    const parsed = parse(FollowDto, body);
    const wrong = (field: string, key: CallersKey): PageResult => unprocessable(<FollowPage errors={[{ field, text: t(key) }]} />);
    if (!parsed.ok) {
      const [{ field } = { field: 'code' }] = parsed.errors;
      if (field !== 'text') return wrong(field, field === 'code' ? 'follow.wrong' : 'form.unusable');
      const found = await this.callers.follow(request.ip, typeof body['code'] === 'string' ? body['code'] : '');
      return found ? this.again(found, body, t('form.unusable')) : wrong('code', 'follow.wrong');
    }
    const { step, code, text: written } = parsed.value;
    if (step === 'reply' && !written) {
      const found = await this.callers.follow(request.ip, code);
      return found ? this.again(found, body, t('follow.needed')) : wrong('code', 'follow.wrong');
    }
    const found = await this.done(request.ip, step, code, written ?? '');
    return found ? withStatus(200, <FollowedPage {...found} code={readCrockford(code)} />) : wrong('code', 'follow.wrong');
  }

  private done(from: string, step: FollowDto['step'], code: string, written: string): Promise<Followed | null> {
    if (step === 'reply') return this.callers.reply(from, code, written);
    return step === 'withdraw' ? this.callers.withdraw(from, code) : this.callers.follow(from, code);
  }

  private again(found: Followed, body: Body, fault: string): PageResult {
    const [code, typed] = [body['code'], body['text']];
    return unprocessable(
      <FollowedPage
        {...found}
        code={typeof code === 'string' ? readCrockford(code) : ''}
        typed={typeof typed === 'string' ? typed : undefined}
        errors={[{ field: 'text', text: fault }]}
      />,
    );
  }
}

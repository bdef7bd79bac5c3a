import { Injectable } from '@nestjs/common';
import { roleName } from '../i18n/index.js';
import type { PageContext } from '../ui/index.js';
import { PageFrame } from './actor-source.js';
import { type AppRequest, visitorOf } from './request.js';
import { isUntraced } from './untraced.js';

@Injectable()
export class PageContexts {
  constructor(private readonly frames: PageFrame) {}

  async of(request: AppRequest, now: Date, flash?: string): Promise<PageContext> {
    const visitor = visitorOf(request);
    const path = pathOf(request);
    const frame = await this.frames.frame(visitor, path);
    const here = nearest(path, frame.nav);
    return {
      language: visitor.language,
      path,
      actor: visitor.actor,
      personName: visitor.personName ?? undefined,
      roleLabel: visitor.actor ? roleName(visitor.actor.role, visitor.language) : '',
      nav: frame.nav.map((item) => ({ ...item, current: item.href === here })),
      csrf: visitor.csrf,
      unread: frame.unread,
      demo: frame.demoNow ? { now: frame.demoNow } : null,
      flash,
      requestId: request.id,
      now,
      untraced: isUntraced(request.url),
      answersForm: request.method !== 'GET',
    };
  }

  /** The same for a page that this visitor may see, with what must stand on it. */
  async ofShown(request: AppRequest, now: Date, flash?: string): Promise<PageContext> {
    const caution = await this.frames.caution(visitorOf(request), pathOf(request));
    const subject = await this.frames.subject(visitorOf(request), pathOf(request));
    return { ...(await this.of(request, now, flash)), caution, subject };
  }
}

/** The path alone: what somebody typed behind it is not ours. */
const pathOf = (request: AppRequest): string => request.url.split('?')[0]!;

/** The one place in the navigation that a page stands under: the deepest. */
const nearest = (path: string, nav: readonly { readonly href: string }[]): string | undefined =>
  nav
    .map(({ href }) => href)
    .filter((href) => isUnder(path, href))
    .sort((a, b) => b.length - a.length)[0];

const isUnder = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`));

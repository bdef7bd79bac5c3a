import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { type DemoControls, DemoControlsToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken, type NavItem, PageFrame, type PrintedSubject, type Visitor } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { cannotBlock, printedSubject } from '../gate/index.js';
import { countUnread } from '../notices/index.js';
import { homeCatalogue } from './home.catalogue.js';
import { navigationOf } from './navigation.js';

const NAMED = /\b[a-z]_[0-9A-HJKMNP-TV-Z]{16}\b/g;
const REQUEST = /\/(?:council\/requests|me\/consultation)\//;
const SEE_DRAFTS = ['hr_registrar', 'director', 'privacy_officer', 'tool_owner', 'it_admin'] as const;
/** Pages that say it themselves, and pages for people who do not work here. */
const SAYS_IT_ITSELF = /^\/(me\/tools|callers)\//;

/** The frame of every page: where this role can go, how many notices wait, and the moved clock of the demo. */
@Injectable()
export class HomeFrame extends PageFrame {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Optional() @Inject(DemoControlsToken) private readonly demo: DemoControls | null,
  ) {
    super();
  }

  override async frame({ actor, language }: Visitor): Promise<{ nav: readonly NavItem[]; unread: number; demoNow: Date | null }> {
    const demoNow = this.demo ? this.clock.now() : null;
    const personId = actor?.personId;
    if (!actor || !personId) return { nav: [], unread: 0, demoNow };
    const t = text(homeCatalogue, language);
    const unread = await this.transactions.read((tx) => countUnread(tx, personId));
    return { nav: navigationOf(actor.role).map(({ key, href }) => ({ href, text: t(key) })), unread, demoNow };
  }

  /** What a printed page is about. Where the address names no version, only the employer's side is told which is the newest: it may be a draft. */
  override subject({ actor }: Visitor, path: string): Promise<PrintedSubject | null> {
    const ids = path.match(NAMED) ?? [];
    const number = /\/versions\/(\d{1,6})(?:\/|$)/.exec(path)?.[1];
    const named = number !== undefined || REQUEST.test(path);
    if (ids.length === 0 || !(named || SEE_DRAFTS.some((role) => role === actor?.role))) return Promise.resolve(null);
    return this.transactions.read((tx) => printedSubject(tx, ids, number ? Number(number) : null));
  }

  /** A tool that we cannot block says so on each of its pages. */
  override caution({ language }: Visitor, path: string): Promise<string | null> {
    const ids = path.match(NAMED) ?? [];
    if (ids.length === 0 || SAYS_IT_ITSELF.test(path)) return Promise.resolve(null);
    return this.transactions.read(async (tx) => ((await cannotBlock(tx, ids)) ? text(homeCatalogue, language)('caution.attested') : null));
  }
}

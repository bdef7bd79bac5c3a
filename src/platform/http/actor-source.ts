import type { AppRequest, Visitor } from './request.js';

/** Finds out who asks: a session's person, a key's person, or a guest. The feature `people` provides it. */
export abstract class ActorSource {
  /** `recent`: an answer of at most a second ago will do, on doors for programs alone. */
  abstract visitor(request: AppRequest, recent?: boolean): Promise<Visitor>;
}

export interface PrintedSubject {
  readonly name: string;
  readonly number: number;
  readonly fingerprint: string;
}

export interface NavItem {
  readonly href: string;
  readonly text: string;
  readonly count?: number;
}

/** What stands in the page's frame besides the page. The feature `home` provides it. */
export abstract class PageFrame {
  abstract frame(visitor: Visitor, path: string): Promise<{ nav: readonly NavItem[]; unread: number; demoNow: Date | null }>;
  /** What must stand on every page about what its address names; asked only for a page that somebody may see. */
  abstract caution(visitor: Visitor, path: string): Promise<string | null>;
  /** The dossier, version and fingerprint that stand on a printed page; asked likewise. */
  abstract subject(visitor: Visitor, path: string): Promise<PrintedSubject | null>;
}

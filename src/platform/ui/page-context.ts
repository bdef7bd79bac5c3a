import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor, Language } from '../../kernel/actor.js';
import { text, type Text } from '../i18n/catalogue.js';
import { uiCatalogue, type UiKey } from './ui.catalogue.js';

export interface NavItem {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
  readonly count?: number;
}

/** What every page of one request knows. The platform fills it; views only read it. */
export interface PageContext {
  readonly language: Language;
  readonly path: string;
  readonly actor: Actor | null;
  readonly personName?: string;
  readonly roleLabel: string;
  readonly nav: readonly NavItem[];
  readonly csrf: string;
  readonly unread?: number;
  /** Only in the demo: the moved clock. Null or absent everywhere else. */
  readonly demo?: { readonly now: Date } | null;
  readonly flash?: string;
  /** What must stand on every page about this subject. */
  readonly caution?: string | null;
  /** The dossier and version that the page is about: they stand on it when it is printed. */
  readonly subject?: { readonly name: string; readonly number: number; readonly fingerprint: string } | null;
  readonly requestId: string;
  readonly now: Date;
  /** A page for whoever must stay unknown: no script, no account, and a way out of the page. */
  readonly untraced?: boolean;
  /** The page answers a form: its address alone does not open it. */
  readonly answersForm?: boolean;
}

export const PageContextProvider = createContext<PageContext | null>(null);

export const usePage = (): PageContext => {
  const page = useContext(PageContextProvider);
  if (!page) throw new Error('A view was rendered outside renderPage: expected a page context, found none');
  return page;
};

export const useUiText = (): Text<UiKey> => text(uiCatalogue, usePage().language);

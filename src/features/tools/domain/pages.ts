import type { Actor } from '../../../kernel/actor.js';
import { openFor, openQuestions, type OpenQuestion } from '../questionnaire/open-questions.js';
import { askedIn, isList, type Section } from '../questionnaire/question.js';
import { mayWrite } from '../questionnaire/read-answers.js';
import { REGISTRATION_SECTIONS } from '../questions/sections.js';
import type { VersionRow } from '../version.js';
import { DECLARED_PAGES, declares, isSilentOn, openOn } from '../declarations/domain/declared-pages.js';
import { isConfirmedList } from './capabilities.js';
import { confirmableBy } from './confirmation.js';
import { answeredValues } from './version-values.js';

/** The pages of the registration, in their order. `product` and `sheet` are forms of their own. */
export const PRODUCT = 'product';
export const SHEET = 'sheet';
const PAGES: readonly string[] = [PRODUCT, ...REGISTRATION_SECTIONS.map(({ code }) => code), SHEET];
export const sectionOf = (code: string): Section | undefined => REGISTRATION_SECTIONS.find((section) => section.code === code);

const KEEPERS: readonly string[] = ['tool_owner', 'it_admin'];
const isKeeper = (role: Actor['role']): boolean => KEEPERS.includes(role);

/** Whether the role has anything to fill in on a page. */
const hasTurnOn = (page: string, role: Actor['role'], version: VersionRow): boolean => {
  if (page === PRODUCT) return role === 'hr_registrar' || isKeeper(role);
  if (page === SHEET) return isKeeper(role);
  const asked = askedIn(sectionOf(page)?.questions ?? [], answeredValues(version));
  return asked.some(({ question }) => mayWrite(role, isList(question) ? question.list : question.attribute));
};

const openOf = (version: VersionRow): readonly OpenQuestion[] => openQuestions(REGISTRATION_SECTIONS, answeredValues(version));

export interface PageState {
  readonly page: string;
  /** Questions without an answer: of the role that looks, and of others. */
  readonly openOwn: number;
  readonly openOthers: number;
  readonly hasTurn: boolean;
  /** On a page where a version declares something: nothing was said there. */
  readonly isSilent?: boolean;
}

const hasScope = ({ scope }: VersionRow): boolean => scope.units.length + scope.persons.length > 0;

/** What a page of its own still lacks: the capability list until IT or the owner has saved it, the sheet until it has a setting. */
const ownPageState = (page: string, version: VersionRow, role: Actor['role']): PageState => {
  const hasTurn = hasTurnOn(page, role, version);
  const toSay = version.capabilityRows.length === 0 ? 1 : 0;
  const open =
    page === SHEET ? Number(version.sheet.length === 0) : isKeeper(role) ? Number(!isConfirmedList(version.capabilityRows)) : toSay;
  const others = page === PRODUCT && !isKeeper(role) ? Number(!isConfirmedList(version.capabilityRows)) : Number(!hasTurn && open > 0);
  return { page, openOwn: hasTurn ? open : 0, openOthers: others, hasTurn };
};

const declaredStates = (version: VersionRow, role: Actor['role']): readonly PageState[] =>
  DECLARED_PAGES.map((page) => {
    const [open, hasTurn] = [openOn(page, version), declares(page, role)];
    const isSilent = open === 0 && isSilentOn(page, version.declarations);
    return { page, openOwn: hasTurn ? open : 0, openOthers: hasTurn ? 0 : open, hasTurn, isSilent };
  });

export const pageStates = (version: VersionRow, role: Actor['role']): readonly PageState[] => {
  const open = openOf(version);
  const questioned = PAGES.map((page): PageState => {
    if (page === PRODUCT || page === SHEET) return ownPageState(page, version, role);
    const here = open.filter(({ section }) => section === page);
    const own = openFor(here, role).length;
    const scope = page === 'who' && !hasScope(version) ? 1 : 0;
    const isHr = role === 'hr_registrar';
    return {
      page,
      openOwn: own + (isHr ? scope : 0),
      openOthers: here.length - own + (isHr ? 0 : scope),
      hasTurn: hasTurnOn(page, role, version),
    };
  });
  return [...questioned, ...declaredStates(version, role)];
};

/** The next page on which the role has something to fill in, or null after the last. */
export const nextPage = (page: string, role: Actor['role'], version: VersionRow): string | null =>
  PAGES.slice(PAGES.indexOf(page) + 1).find((code) => hasTurnOn(code, role, version)) ?? null;

/** How much is open, by who has to fill it in; confirmations count for whoever confirms. */
export const remaining = (version: VersionRow, actor: Actor): { readonly own: number; readonly others: number } => {
  const states = pageStates(version, actor.role);
  const sum = (of: 'openOwn' | 'openOthers'): number => states.reduce((total, state) => total + state[of], 0);
  return { own: sum('openOwn') + confirmableBy(actor, version.answers).length, others: sum('openOthers') };
};

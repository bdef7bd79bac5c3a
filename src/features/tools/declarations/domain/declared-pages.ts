import type { Actor } from '../../../../kernel/actor.js';
import type { Declarations, Enforcement } from '../../../../policy/index.js';
import { DECLARERS, type DeclaredPart } from './declarers.js';
import { needsWords } from './check-grade.js';

/** The pages on which a version declares something, after those with questions. */
export const DECLARED_PAGES = ['grade', 'metrics', 'dashboards', 'individual-view'] as const;
export type DeclaredPage = (typeof DECLARED_PAGES)[number];
export const declaredPage = (code: string): DeclaredPage | undefined => DECLARED_PAGES.find((one) => one === code);

const PARTS: Readonly<Record<DeclaredPage, DeclaredPart>> = {
  grade: 'grade',
  metrics: 'metrics',
  dashboards: 'dashboards',
  'individual-view': 'individualView',
};
export const declares = (page: DeclaredPage, role: Actor['role']): boolean => (DECLARERS[PARTS[page]] as readonly string[]).includes(role);

/** The next of these pages that the role fills in, or null after the last. */
export const nextDeclared = (page: DeclaredPage, role: Actor['role']): DeclaredPage | null =>
  DECLARED_PAGES.slice(DECLARED_PAGES.indexOf(page) + 1).find((one) => declares(one, role)) ?? null;

interface Declaring {
  readonly enforcement: Enforcement;
  readonly declarations: Declarations;
}
/** What must still be said there: only how a tool is stopped that does not stop by its own leases. */
export const openOn = (page: DeclaredPage, { enforcement, declarations }: Declaring): number =>
  Number(page === 'grade' && needsWords(enforcement) && declarations.grade === null);

/** Whether nothing was said there. */
export const isSilentOn = (page: DeclaredPage, { metrics, dashboards, grade, individualView }: Declarations): boolean =>
  ({
    grade: grade === null,
    metrics: metrics.length === 0,
    dashboards: dashboards.length === 0,
    'individual-view': individualView === null,
  })[page];

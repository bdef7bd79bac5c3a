/** The pages of one case, in the order of its navigation. The first is the case itself. */
export const CASE_TABS = ['summary', 'papers', 'questions', 'meetings', 'decisions', 'timeline'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

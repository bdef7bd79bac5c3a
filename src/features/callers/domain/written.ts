/** What a caller may write beside the one question that must be answered. */
export const TEXT_FIELDS = ['details', 'when', 'number', 'contact'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type CallerTexts = Readonly<Partial<Record<TextField, string>>>;

export const LIMITS = { details: 4000, when: 200, number: 40, contact: 200, reply: 4000, handler: 10_000 } as const;

/** The most characters of one short text, so that the summary stays on one screen. */
export const SHORT_LIMIT = 400;

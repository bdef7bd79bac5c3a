/** `npm run test:long`: the walks over everything go over all of it. Otherwise over enough of each kind to stay within minutes. */
const isLong = process.env['COUNTERSIGN_LONG'] === '1';

/** The first of two measures in the long run, the second otherwise. */
export const wide = <T>(all: T, enough: T): T => (isLong ? all : enough);

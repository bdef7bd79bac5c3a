/** The browser of the tests. The file may be missing. */
export const chromiumPath: string;

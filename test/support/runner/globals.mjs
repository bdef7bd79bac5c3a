/** What `@jest/globals` offers, from the runner that shares one application between test files. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis;

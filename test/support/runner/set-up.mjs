// The runner has no time limit of its own: a test is stuck after two minutes, or after what its file says.
const LIMIT_MS = 120_000;
const limits = new Map();
const fileNow = () => globalThis.expect.getState().testPath;

/** A promise may be looked at after it failed, but not after its test. */
const unseen = new Map();
process.on('unhandledRejection', (reason, promise) => unseen.set(promise, reason));
process.on('rejectionHandled', (promise) => unseen.delete(promise));
const throwUnseen = async () => {
  await new Promise(setImmediate);
  const [reason] = unseen.values();
  unseen.clear();
  if (reason !== undefined) throw reason;
};

const within = (run, ms) => async () => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Expected: an end within ${ms} ms. Found: none.`)), ms);
  });
  try {
    await Promise.race([run(), late]);
    await throwUnseen();
  } finally {
    clearTimeout(timer);
  }
};
const limited = (run, ms) => {
  if (run.length > 0) throw new Error('Expected: a test that takes nothing. Found: one that takes a callback.');
  return within(run, ms ?? limits.get(fileNow()) ?? LIMIT_MS);
};

const limitedEach =
  (each) =>
  (...table) =>
  (name, run, ms) =>
    each(...table)(name, (...row) => limited(() => run(...row), ms)());

const limitedTest = (test) => Object.assign((name, run, ms) => test(name, limited(run, ms)), { each: limitedEach(test.each) });
const limitedHook = (hook) => (run, ms) => hook(limited(run, ms));

const { it } = globalThis;
// No test is skipped or singled out: the words for it are not there.
globalThis.it = globalThis.test = limitedTest(it);
for (const hook of ['beforeAll', 'beforeEach', 'afterAll', 'afterEach']) globalThis[hook] = limitedHook(globalThis[hook]);
globalThis.jest.setTimeout = (ms) => {
  limits.set(fileNow(), ms);
  return globalThis.jest;
};

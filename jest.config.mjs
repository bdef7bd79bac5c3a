const common = {
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {},
  setupFiles: ['<rootDir>/test/support/runner/typescript.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/support/runner/set-up.mjs'],
};
const server = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
export default {
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx', '<rootDir>/test/house/*.house-spec.ts'],
    },
    { ...common, ...server, displayName: 'db', testMatch: ['<rootDir>/test/db/**/*.db-spec.ts'] },
    { ...common, ...server, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    { ...common, ...server, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
};

import { statSync } from 'node:fs';

/** What takes longest begins first, so that no core waits for the last suite. */
const LONGEST = [
  'journey-starters',
  'pages.browser',
  'bad-input.e2e',
  'crawl.e2e',
  'races.db',
  'consultation-races',
  'journey-attested',
  'embedded-server',
  'council-races',
  'agents-race',
  'council-bodies',
  'journey-login',
  'kit.browser',
  'bodies.e2e',
  'non-interference',
  'lease-model',
  'foundation',
  'agents.db',
  'people-changing',
  'browser-spec',
  'e2e-spec',
];
const place = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.includes(name));
  return at < 0 ? LONGEST.length : at;
};

const sizeOf = ({ path }) => statSync(path).size;

export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => place(one) - place(other) || sizeOf(other) - sizeOf(one));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests() {
    return [];
  }
  cacheResults() {}
}

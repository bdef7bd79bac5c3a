/** The rules of the house (docs/architecture.md). Each has a planted violation in test/house/planted. */
const LEVELS = [
  ['evidence'],
  ['people'],
  ['jobs'],
  ['council'],
  ['tools', 'ballots'],
  ['assessments', 'consultation', 'notices', 'objections', 'complaints'],
  ['gate'],
  ['agents'],
  ['measurements', 'decisions'],
  ['devices'],
  ['rights'],
  ['reports', 'callers'],
  ['webhooks'],
  ['dashboards', 'transparency'],
  ['individual'],
  ['home'],
];

const feature = (names) => `^src/features/(${names.join('|')})/`;

/** A feature imports only lower levels, never sideways and never up. */
const levels = LEVELS.flatMap((names, level) =>
  names.map((name) => ({
    name: `level-of-${name}`,
    severity: 'error',
    from: { path: feature([name]) },
    to: {
      path: feature(
        LEVELS.slice(level)
          .flat()
          .filter((other) => other !== name),
      ),
    },
  })),
);

module.exports = {
  forbidden: [
    {
      name: 'kernel-is-pure',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/kernel/', '^(node:)?crypto$'] },
    },
    {
      name: 'policy-is-pure',
      severity: 'error',
      from: { path: '^src/policy/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/(kernel|policy)/'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/features/[^/]+/domain/', pathNot: '\\.spec\\.tsx?$' },
      to: {
        path: [
          '^src/platform/(?!i18n/)',
          '^src/features/[^/]+/[^/]+\\.(service|repository|pages|api|jobs|module)\\.',
          'node_modules/(?!@formatjs)',
          '^(node:)?(fs|net|http|child_process|os)$',
        ],
      },
    },
    {
      name: 'only-repositories-know-typeorm',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.repository\\.ts$', '\\.entity\\.ts$', '^src/platform/(database|jobs)/', '^src/commands/', '\\.spec\\.tsx?$'],
      },
      to: { path: 'node_modules/(typeorm|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'views-do-no-io',
      severity: 'error',
      from: { path: '^src/features/[^/]+/web/' },
      to: {
        path: [
          '\\.(service|repository|entity|module)\\.ts$',
          '^src/platform/(database|jobs|mail|http|log|config|pdf|signing)/',
          '^(node:)?(fs|net|http|child_process)$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'doors-do-no-sql',
      severity: 'error',
      from: { path: '\\.(pages|api)\\.tsx?$' },
      to: { path: ['\\.(repository|entity)\\.ts$', '^src/platform/database/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'guard-stands-alone',
      severity: 'error',
      from: { path: '^src/(agent|guard)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^src/', 'node_modules/'],
        pathNot: ['^src/(agent|guard)/', '^src/kernel/ids\\.ts$', '^src/platform/signing/wire\\.ts$'],
      },
    },
    {
      name: 'wire-is-pure',
      severity: 'error',
      from: { path: '^src/platform/signing/(wire|dpop|jwk|jws|lease-token|lease-grid|base64url|read-keys)\\.ts$' },
      to: {
        pathNot: [
          '^src/platform/signing/(dpop|jwk|jws|lease-token|lease-grid|base64url|read-keys)\\.ts$',
          '^src/kernel/canonical\\.ts$',
          '^(node:)?(crypto|util)$',
        ],
      },
    },
    { name: 'platform-knows-no-feature', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/features/' } },
    { name: 'source-knows-no-test', severity: 'error', from: { path: '^src/', pathNot: '\\.spec\\.tsx?$' }, to: { path: '^test/' } },
    { name: 'migrations-stand-alone', severity: 'error', from: { path: '^migrations/' }, to: { path: '^src/' } },
    {
      name: 'features-meet-at-the-index',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/(?!index\\.ts$)', pathNot: '^src/features/$1/' },
    },
    {
      name: 'application-meets-features-at-the-index',
      severity: 'error',
      from: { path: '^src/[^/]+\\.tsx?$' },
      to: { path: '^src/features/([^/]+)/(?!index\\.ts$)' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...levels,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};

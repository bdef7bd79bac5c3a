import { generateKeyPairSync } from 'node:crypto';

const { publicKey } = generateKeyPairSync('ed25519');
const jwk = publicKey.export({ format: 'jwk' });

/** A request that would be right, but for one of its fields. */
export interface ApiEndpoint {
  readonly method: string;
  readonly path: string;
  readonly role: string;
  readonly good: Readonly<Record<string, unknown>>;
  /** Fields that may be left out. */
  readonly optional: readonly string[];
  /** Tried with everything only in the long run: its body is read by what reads the others. */
  readonly brief: boolean;
}
export interface ApiIds {
  readonly tool: string;
  readonly version: string;
  readonly agent: string;
  readonly request: string;
}

type Given = readonly [role: string, good: Readonly<Record<string, unknown>>, optional?: readonly string[]];

const IDENTITY = { password: 'x' };
const RISK = { who: 'w', what: 'w', chance: 'low', harm: 'low', measure: 'm', measureOwner: 'o', rest: 'low' };
const PAPER = { name: 'a.pdf', content: 'AAAA' };
const WRITTEN = { intendedDecision: 'd', reasons: 'r', consequences: 'c', grounds: ['l'], alsoAdvice: false, evaluationOn: '2027-01-01' };

/** Of a version. */
const OF_VERSION: Readonly<Record<string, Given>> = {
  'POST registrations': ['hr_registrar', {}],
  'POST confirmations': ['it_admin', { facts: [{ attribute: 'tool.vendor' }] }],
  'POST files': ['privacy_officer', { kind: 'dpia', item: '', name: 'a.pdf', content: 'AAAA' }, ['item']],
  'PATCH answers': ['hr_registrar', { answers: [{ attribute: 'no.such', item: '', value: 1 }] }],
  'PUT capabilities': ['it_admin', { capabilities: [{ code: 'none', can: true }] }],
  'PUT settings-sheet': ['it_admin', { settings: [{ name: 'a', value: 'b', meaningNl: 'c', meaningEn: 'd' }] }],
  'PUT scope': ['hr_registrar', { units: ['u_none'], staffNumbers: [] }, ['staffNumbers']],
  'PUT enforcement': ['it_admin', { enforcement: 'attested' }],
  'PUT metrics': ['it_admin', { metrics: [] }],
  'PUT dashboards': ['hr_registrar', { dashboards: [] }],
  'PUT stopping-grade': [
    'it_admin',
    { enforcement: 'native', stopsHow: 's', stopsWithinMinutes: 5, cannotStop: 'c', evidence: 'e', testedOn: '2026-01-01' },
  ],
  'PUT individual-view': ['hr_registrar', { individualView: { purpose: 'p', grounds: 'security', maxHours: 1 } }, ['individualView']],
  'PUT assessment/sections/:section': ['privacy_officer', { note: '', pages: '1', finished: false }, ['note', 'pages']],
  'PUT assessment/risks': [
    'privacy_officer',
    { risks: [RISK], lowered: { residualRisk: 'low', reason: 'r' }, finished: true },
    ['lowered'],
  ],
  'POST balancing-signatures': ['director', { ...IDENTITY, totp: '1' }, ['totp']],
  'POST dpia-fixings': ['privacy_officer', { reviewDue: '2020-01-01' }],
  'POST advice-requests': ['hr_registrar', {}],
  'POST advices': ['dpo', { advice: 'positive', reasons: 'r', conditions: [] }, ['conditions']],
  'POST advice-deviations': ['director', { kind: 'negative', reason: 'Een reden' }],
  'POST advice-conditions/:conditionId/acts': ['hr_registrar', { kind: 'carried_out', reason: 'Een reden' }],
  'PUT consent-request-draft': ['hr_registrar', WRITTEN, Object.keys(WRITTEN)],
  'POST consent-requests': ['director', { ...IDENTITY, totp: '1' }, ['totp']],
  'POST final-decisions': [
    'director',
    { ...IDENTITY, text: 't', effectiveOn: '2020-01-01', takesOver: [], leavesOut: false },
    ['takesOver', 'leavesOut'],
  ],
  'PUT notice-draft': ['hr_registrar', { texts: [{ language: 'nl', item: 'N99', text: 't' }], thirdParties: null }, ['thirdParties']],
  'POST notices': ['hr_registrar', {}],
  'PUT notice-translations/:language': ['hr_registrar', { source: `sha-256:${'x'.repeat(43)}`, texts: [{ place: 'N99', text: 't' }] }],
  'POST notice-translations/:language/readers': ['hr_registrar', { staffNumber: 'none' }],
  'POST accepted-warnings': ['director', { rule: 'NL-NONE-01', reason: 'Een reden' }],
  'POST carriages': ['hr_registrar', {}],
  'POST claims': [
    'director',
    { ...IDENTITY, route: 'cba', ground: 'g', agreementReference: 'r', agreementSubstantive: true },
    ['agreementReference', 'agreementSubstantive'],
  ],
  'POST rulings': [
    'director',
    { kind: 'permission', ground: 'refusal_unreasonable', outcome: 'rejected', ruledOn: '2020-01-01', reference: 'r', ...PAPER },
    ['ground'],
  ],
  'POST framework-consents': ['director', { ...IDENTITY, frameworkId: 'f_none', explanation: 'e' }],
};

const CONDITION = { text: 't', limit: { kind: 'smallest_group', value: 10 } };
const DECISION = {
  decision: 'granted',
  reasons: 'r',
  decidedOn: '2020-01-01',
  votesFor: 1,
  votesAgainst: 0,
  votesAbstained: 0,
  expiresOn: null,
  conditions: [CONDITION],
};
/** Of a request at the council. */
const OF_REQUEST: Readonly<Record<string, Given>> = {
  'POST withdrawals': ['director', { reason: 'Een reden' }],
  'POST meetings': ['director', { heldOn: '2020-01-01', presentCouncil: 'c', presentEmployer: 'e', minutes: 'm' }],
  'POST meetings/:meetingId/confirmations': ['director', {}],
  'POST decisions': ['or_chair', { ...IDENTITY, ...DECISION }, Object.keys(DECISION).filter((field) => field !== 'reasons')],
  'POST decisions/:decisionId/confirmations': ['or_chair', { ...IDENTITY, totp: '1' }, ['totp']],
  'POST decisions/:decisionId/rejections': ['or_chair', { reason: 'Een reden' }],
  'POST petitions': ['director', { ground: 'refusal_unreasonable', filedOn: '2020-01-01', court: 'c', reference: 'r', ...PAPER }],
  'POST petition-withdrawals': ['director', {}],
};

/** Of something that is found by an id of its own. */
const OF_ANOTHER: Readonly<Record<string, Given>> = {
  'POST tools/:toolId/restarts': ['director', { reason: 'Een reden' }],
  'POST orders/:orderId/confirmations': ['it_admin', { evidence: 'Een bewijs', asApproved: true }, ['asApproved']],
  'POST notices/:noticeId/hand-overs': [
    'hr_registrar',
    { staffNumber: 'none', way: 'hand', statement: 's', witnessNumber: 'none' },
    ['witnessNumber'],
  ],
  'POST carriages/:carriageId/dpia-statements': ['privacy_officer', {}],
  'POST carriages/:carriageId/confirmations': ['dpo', {}],
  'POST framework-consents/:consentId/objections': ['or_chair', { reason: 'Een reden' }],
};

const filled = (path: string): string =>
  path.replace(':section', 'purpose').replace(':language', 'pl').replace(/:\w+/g, 'x_0000000000000000');
const endpoint = (method: string, path: string, [role, good, optional = []]: Given, brief: boolean): ApiEndpoint => ({
  method,
  path,
  role,
  good,
  optional,
  brief,
});
const under = (pattern: string, real: string, doors: Readonly<Record<string, Given>>): [string, ApiEndpoint][] =>
  Object.entries(doors).map(([door, given]) => {
    const [method = '', rest = ''] = door.split(' ');
    return [`${method} ${pattern}/${rest}`, endpoint(method, `${real}/${filled(rest)}`, given, true)];
  });

/** Every door of programs that takes a JSON object, by method and route. */
export const apiEndpoints = (ids: ApiIds): Readonly<Record<string, ApiEndpoint>> => {
  const post = (route: string, path: string, given: Given, brief = false): [string, ApiEndpoint] => [
    `POST /api/v1/${route}`,
    endpoint('POST', `/api/v1/${path}`, given, brief),
  ];
  return Object.fromEntries([
    post('agent-enrolments', 'agent-enrolments', [
      'it_admin',
      { code: '0'.repeat(26), publicKey: { kty: jwk.kty, crv: jwk.crv, x: jwk.x } },
    ]),
    post('agents/:agentId/leases', `agents/${ids.agent}/leases`, [
      'it_admin',
      { person: 'p_1', settings: { sampling: 'off' }, previous: 'j_1' },
      ['previous'],
    ]),
    post('agents/:agentId/stop-receipts', `agents/${ids.agent}/stop-receipts`, [
      'it_admin',
      { stoppedAt: '2026-03-02T08:00:00Z', discardedRecords: 0, reason: 'stopped' },
    ]),
    post('tools/:toolId/activations', `tools/${ids.tool}/activations`, ['it_admin', { versionId: ids.version }]),
    post('tools/:toolId/stops', `tools/${ids.tool}/stops`, ['director', { reason: 'Een reden' }, ['reason']]),
    post('tools', 'tools', [
      'hr_registrar',
      { name: 'n', starter: 'no-such', runsWithoutConsent: false },
      ['starter', 'runsWithoutConsent'],
    ]),
    post('tools/:toolId/versions', `tools/${ids.tool}/versions`, ['hr_registrar', { isRenewal: false }, ['isRenewal']], true),
    post('tools/:toolId/enrolment-codes', 'tools/t_0000000000000000/enrolment-codes', ['it_admin', { device: 'LAPTOP' }], true),
    post('tools/:toolId/devices', 'tools/t_0000000000000000/devices', ['it_admin', { does: 'add', devices: [{ device: 'LAPTOP' }] }], true),
    ...under('/api/v1/tools/:toolId/versions/:number', `/api/v1/tools/${ids.tool}/versions/1`, OF_VERSION),
    ...under('/api/v1', '/api/v1', OF_ANOTHER),
    ...under('/api/v1/consent-requests/:id', `/api/v1/consent-requests/${ids.request}`, OF_REQUEST),
  ]);
};

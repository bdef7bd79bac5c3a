/**
 * Rules of the catalogue that four rule engines can express, as one small language: `is` an answer that holds, `eq`, `in` a list of words, `has` a word in
 * a list, `least` a number. A rule does not apply when `when` does not hold, passes when `must` holds, and fails otherwise: three outcomes, and whoever uses
 * the product sees which. Each engine holds all the rules as one set and gives all three outcomes, in the way that costs it least; it gets the answers laid out
 * flat beforehand, at no cost. casbin decides one request at a time, so it is asked once for each condition. `casbinApart` gives each condition an enforcer of its
 * own: that is its expressions without a rule set, and it is shown beside the comparison, not in it.
 */
import { Engine } from 'json-rules-engine';
import zen from '@gorules/zen-engine';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import * as casbin from 'casbin';

const is = (path) => ['is', path];
const not = (one) => ['not', one];
const eq = (path, word) => ['eq', path, word];
const oneOf = (path, ...words) => ['in', path, words];
const has = (path, word) => ['has', path, word];
const least = (path, n) => ['least', path, n];
const all = (...of) => ['all', of];
const any = (...of) => ['any', of];

/** Rule, WHEN (null: always), MUST. */
export const RULES = [
  [
    'EU-GDPR-04-01',
    has('capture.modes', 'live_view'),
    all(is('capture.liveView.declared'), is('capture.liveView.announced'), is('capture.liveView.logged')),
  ],
  ['EU-GDPR-04-04', is('capture.onDeviceAnonymisation'), is('capture.preprocessingDeclared')],
  ['EU-NEC-04', null, not(is('assessment.reliesOnTechnicalImpossibility'))],
  [
    'EU-GDPR-09-02',
    is('tool.behaviourDetection'),
    all(oneOf('tool.biometricClassification', 'not_biometric', 'biometric', 'biometric_id'), is('assessment.classificationReasoned')),
  ],
  ['EU-FAIR-01', any(is('tool.behaviourDetection'), is('tool.profiling')), eq('assessment.biasTest', 'passed')],
  ['EU-GDPR-22-02', null, not(is('tool.automatedDecisions.payOrDisciplineFromRawMetric'))],
  ['EU-GDPR-24-01', null, oneOf('tool.controllerRole', 'controller', 'joint_controller')],
  ['EU-GDPR-25-01', null, is('tool.unneededFeaturesOff')],
  ['EU-GDPR-36-01', eq('dpia.residualRisk', 'high'), eq('dpia.priorConsultation', 'cleared')],
  ['EU-WP249-02', has('tool.deviceOwnership', 'private'), all(is('tool.containerised'), is('tool.telecomActGround'))],
  [
    'NL-AP-COV-01',
    is('tool.covert'),
    all(
      is('covertCheck.reasonableSuspicion'),
      is('covertCheck.otherMeansExhausted'),
      is('covertCheck.periodEnd'),
      is('covertCheck.informAfterwards'),
      is('dpia.done'),
    ),
  ],
  [
    'NL-AP-REC-01',
    all(oneOf('tool.category', 'call_recording', 'microphone', 'webcam', 'screen_recording'), is('capture.stores')),
    eq('capture.signal', 'per_event'),
  ],
  [
    'NL-AP-REC-02',
    has('tool.dataSubjects', 'customers'),
    all(is('notice.thirdParty.atStart'), is('notice.thirdParty.purposesTold'), is('notice.thirdParty.fullNoticeLink')),
  ],
  [
    'NL-SR-139-01',
    any(is('capture.audio'), is('capture.video')),
    all(not(is('capture.audioNonParticipants')), not(all(is('tool.covert'), is('home.enabled'), is('capture.video')))),
  ],
  [
    'NL-REC-05',
    has('capture.modes', 'sampled'),
    all(eq('capture.sampling.appliedAt', 'capture'), is('capture.sampling.random'), is('capture.sampling.reviewers')),
  ],
  [
    'NL-HOME-01',
    is('home.enabled'),
    all(
      is('capture.schedule.workingHoursOnly'),
      is('capture.schedule.breaksExcluded'),
      any(not(any(is('capture.audio'), is('capture.video'), is('capture.location'))), is('capture.householdProtection')),
    ),
  ],
  [
    'NL-WOR-27-04',
    is('representation.decision'),
    all(is('representation.decisionWritten'), is('representation.decisionReasoned'), is('representation.decidedByBody')),
  ],
  [
    'NL-WOR-27-06',
    is('representation.nullity.invokedOn'),
    oneOf('representation.nullity.status', 'declared_unjustified', 'resolved_by_consent'),
  ],
  [
    'NL-WOR-02-01',
    least('organisation.headcount', 50),
    any(eq('organisation.representativeBody', 'or'), is('organisation.worksCouncilExemptionReference')),
  ],
  ['EU-AIA-05-01', is('tool.emotion.inferredByAi'), is('tool.emotion.medicalOrSafetyOnly')],
  [
    'EU-AIA-06-01',
    is('tool.ai.isAi'),
    all(oneOf('tool.ai.classification', 'high_risk_iii_4b', 'other'), is('tool.ai.classificationReason')),
  ],
  ['NL-OBJ-01', null, all(not(is('objectionHandling.repReportIdentities')), least('objectionHandling.repReportMinGroup', 5))],
  [
    'NL-OBJ-02',
    null,
    all(is('organisation.trustedPerson'), is('objectionHandling.anonymousChannel'), is('objectionHandling.noRetaliationRule')),
  ],
  ['EU-GDPR-21-02', null, any(is('objectionHandling.optOut.available'), is('objectionHandling.optOut.reason'))],
];

const KIND = { is: false, eq: '', in: '', has: [], least: -1 };
const leaves = (node) => {
  if (!node) return [];
  if (node[0] === 'all' || node[0] === 'any') return node[1].flatMap(leaves);
  return node[0] === 'not' ? leaves(node[1]) : [node];
};
const nameOf = ([kind, path]) => `${kind === 'in' ? 'eq' : kind}_${path.replaceAll('.', '_')}`;
const at = (dossier, path) => path.split('.').reduce((value, key) => value?.[key], dossier);
const holds = (value) =>
  !(
    value === null ||
    value === undefined ||
    value === false ||
    value === 0 ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );

/** The answers that these rules read, flat, each of one kind. */
export const flat = (dossier) =>
  Object.fromEntries(
    RULES.flatMap(([, when, must]) => [...leaves(when), ...leaves(must)]).map((leaf) => {
      const value = at(dossier, leaf[1]);
      return [nameOf(leaf), leaf[0] === 'is' ? holds(value) : (value ?? KIND[leaf[0]])];
    }),
  );

const written = (node, write) => {
  if (node[0] === 'all') return `(${node[1].map((one) => written(one, write)).join(write.and)})`;
  if (node[0] === 'any') return `(${node[1].map((one) => written(one, write)).join(write.or)})`;
  return node[0] === 'not' ? write.not(written(node[1], write)) : write[node[0]](write.name(nameOf(node)), node[2]);
};
const quoted = (word) => JSON.stringify(word);
const outcomes = (applies, holds) => RULES.map((_, at) => (!applies(at) ? 'N/A' : holds(at) ? 'PASS' : 'FAIL'));

const jsonRules = () => {
  const condition = (node, negative = false) => {
    if (node[0] === 'not') return condition(node[1], !negative);
    if (node[0] === 'all' || node[0] === 'any')
      return { [(node[0] === 'all') === negative ? 'any' : 'all']: node[1].map((one) => condition(one, negative)) };
    const fact = nameOf(node);
    if (node[0] === 'is') return { fact, operator: 'equal', value: !negative };
    if (node[0] === 'eq') return { fact, operator: negative ? 'notEqual' : 'equal', value: node[2] };
    if (node[0] === 'in') return { fact, operator: negative ? 'notIn' : 'in', value: node[2] };
    if (node[0] === 'has') return { fact, operator: negative ? 'doesNotContain' : 'contains', value: node[2] };
    return { fact, operator: negative ? 'lessThan' : 'greaterThanInclusive', value: node[2] };
  };
  const engine = new Engine();
  for (const [at, [, when, must]] of RULES.entries()) {
    if (when) engine.addRule({ conditions: { all: [condition(when)] }, event: { type: `applies ${at}` } });
    engine.addRule({ conditions: { all: [condition(must)] }, event: { type: `holds ${at}` } });
  }
  return async (facts) => {
    const told = new Set((await engine.run(facts)).events.map(({ type }) => type));
    return outcomes(
      (at) => !RULES[at][1] || told.has(`applies ${at}`),
      (at) => told.has(`holds ${at}`),
    );
  };
};

const ZEN = {
  and: ' and ',
  or: ' or ',
  name: (name) => name,
  not: (text) => `not (${text})`,
  is: (name) => `${name} == true`,
  eq: (name, word) => `${name} == ${quoted(word)}`,
  in: (name, words) => `${name} in [${words.map(quoted).join(', ')}]`,
  has: (name, word) => `${quoted(word)} in ${name}`,
  least: (name, n) => `${name} >= ${n}`,
};
const zenRules = () => {
  const outcomeOf = ([, when, must]) => `${when ? `not (${written(when, ZEN)}) ? 'N/A' : ` : ''}(${written(must, ZEN)} ? 'PASS' : 'FAIL')`;
  const expressions = RULES.map((rule, at) => ({ id: `e${at}`, key: `r${at}`, value: outcomeOf(rule) }));
  const nodes = [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    { id: 'rules', type: 'expressionNode', name: 'rules', position: { x: 1, y: 0 }, content: { expressions } },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
  ];
  const edges = [
    { id: '1', sourceId: 'in', targetId: 'rules', type: 'edge' },
    { id: '2', sourceId: 'rules', targetId: 'out', type: 'edge' },
  ];
  const decision = new zen.ZenEngine().createDecision(
    Buffer.from(JSON.stringify({ contentType: 'application/vnd.gorules.decision', nodes, edges })),
  );
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return RULES.map((_, at) => result[`r${at}`]);
  };
};

const CEDAR = {
  and: ' && ',
  or: ' || ',
  name: (name) => `context.${name}`,
  not: (text) => `!(${text})`,
  is: (name) => name,
  eq: (name, word) => `${name} == ${quoted(word)}`,
  in: (name, words) => `[${words.map(quoted).join(', ')}].contains(${name})`,
  has: (name, word) => `${name}.contains(${quoted(word)})`,
  least: (name, n) => `${name} >= ${n}`,
};
const cedarRules = () => {
  const permit = (node) => `permit(principal, action, resource) when { ${written(node, CEDAR)} };`;
  const staticPolicies = Object.fromEntries(
    RULES.flatMap(([, when, must], at) => [...(when ? [[`applies ${at}`, permit(when)]] : []), [`holds ${at}`, permit(must)]]),
  );
  const parsed = cedar.preparsePolicySet('rules', { staticPolicies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const entity = (type) => ({ type, id: 'x' });
  const fixed = {
    principal: entity('Tool'),
    action: entity('Action'),
    resource: entity('Gate'),
    entities: [],
    preparsedPolicySetId: 'rules',
    validateRequest: false,
  };
  return (facts) => {
    const answer = cedar.statefulIsAuthorized({ ...fixed, context: facts });
    if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error(JSON.stringify(answer));
    const told = new Set(answer.response.diagnostics.reason);
    return outcomes(
      (at) => !RULES[at][1] || told.has(`applies ${at}`),
      (at) => told.has(`holds ${at}`),
    );
  };
};

const CASBIN = {
  and: ' && ',
  or: ' || ',
  name: (name) => `r.facts.${name}`,
  not: (text) => `!(${text})`,
  is: (name) => name,
  eq: (name, word) => `${name} == '${word}'`,
  in: (name, words) => `(${words.map((word) => `${name} == '${word}'`).join(' || ')})`,
  has: (name, word) => `holds(${name}, '${word}')`,
  least: (name, n) => `${name} >= ${n}`,
};
const enforcerOf = async (matcher) => {
  const model = casbin.newModelFromString(
    `[request_definition]\nr = rule, facts\n[policy_definition]\np = any\n[policy_effect]\ne = some(where (p.eft == allow))\n[matchers]\nm = ${matcher}`,
  );
  const enforcer = await casbin.newEnforcer(model);
  await enforcer.addFunction('holds', (list, word) => list.includes(word));
  await enforcer.addPolicy('any');
  return enforcer;
};
const casbinRules = async () => {
  const named = RULES.flatMap(([, when, must], at) => [...(when ? [[`applies ${at}`, when]] : []), [`holds ${at}`, must]]);
  const set = await enforcerOf(named.map(([name, node]) => `(r.rule == '${name}' && ${written(node, CASBIN)})`).join(' || '));
  return (facts) =>
    outcomes(
      (at) => !RULES[at][1] || set.enforceSync(`applies ${at}`, facts),
      (at) => set.enforceSync(`holds ${at}`, facts),
    );
};
export const casbinApart = async () => {
  const applies = await Promise.all(RULES.map(([, when]) => when && enforcerOf(written(when, CASBIN))));
  const holding = await Promise.all(RULES.map(([, , must]) => enforcerOf(written(must, CASBIN))));
  return (facts) =>
    outcomes(
      (at) => !applies[at] || applies[at].enforceSync('any', facts),
      (at) => holding[at].enforceSync('any', facts),
    );
};

export const rivals = async () => ({
  'json-rules-engine': jsonRules(),
  'zen-engine': zenRules(),
  'cedar-wasm': cedarRules(),
  casbin: await casbinRules(),
});

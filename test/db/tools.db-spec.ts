import { dossierFacts, latestVersion, readVersion, writeAnswers } from '../../src/features/tools/index.js';
import { evaluateCapabilities } from '../../src/policy/index.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorIn, givenTool } from '../support/given-tools.js';

const NOW = new Date('2026-03-02T09:00:00Z');

describe('a registered tool', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await databaseFor('tools');
  });
  afterAll(() => database.close());

  it('gives the facts that its owners answered', async () => {
    const version = await database.transactions.run((tx) => givenTool(tx, NOW, { until: 'assessed' }));
    const facts = dossierFacts(version);
    expect(facts.tool?.category).toBe('login_presence');
    expect(facts.dossier).toEqual({ versionHash: version.fingerprint, processingRecordEntryId: 'VR-2026-001' });
    const { rules } = evaluateCapabilities({ ...facts, today: '2026-03-02' }, version.capabilities);
    const failing = rules.filter((rule) => rule.outcome === 'FAIL').map((rule) => rule.id);
    for (const rule of ['EU-GDPR-05-01', 'EU-GDPR-06-01', 'EU-GDPR-06-03', 'EU-GDPR-25-01', 'EU-GDPR-28-01', 'EU-NEC-01', 'NL-HOME-01', 'NL-PAR-01'])
      expect(failing).not.toContain(rule);
  });
});

import { SYSTEM } from '../../../kernel/actor.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { breachReportBy } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { formatInstant, text } from '../../../platform/i18n/index.js';
import { raiseIncident } from '../../agents/index.js';
import { record } from '../../evidence/index.js';
import { holdersOf, mailPersons, type MailTexts } from '../../people/index.js';
import { findTool, lockTool } from '../../tools/index.js';
import { measurementsMailCatalogue } from '../measurements.mail.catalogue.js';
import { measurementPaths } from '../measurements.paths.js';
import { addToBreach, insertBreach } from './breaches.repository.js';

interface Came {
  readonly toolId: string;
  readonly agentId: string;
  readonly lines: number;
}
type BreachMail = 'breach' | 'breachDue' | 'breachLate';

const mailOf = (kind: BreachMail, toolName: string, reportBy: Date, url: string): MailTexts => {
  const inLanguage = (language: 'nl' | 'en') => {
    const t = text(measurementsMailCatalogue, language);
    const words = { tool: toolName, until: formatInstant(reportBy, language), url };
    return { subject: t(`${kind}.subject`), text: t(`${kind}.text`, words) };
  };
  return { nl: inLanguage('nl'), en: inLanguage('en') };
};

/** Tells whoever must decide. */
export const tellOfficers = async (
  tx: Tx,
  kind: BreachMail,
  breach: { id: string; toolName: string; reportBy: Date },
  baseUrl: string,
): Promise<void> => {
  const officers = (await holdersOf(tx, ['privacy_officer', 'dpo'])).map(({ personId }) => personId);
  await mailPersons(tx, officers, mailOf(kind, breach.toolName, breach.reportBy, baseUrl + measurementPaths.breach(breach.id)));
};

/** Data came without a lease: nothing of it is kept, its tool stops, and the clock of GDPR 33(1) runs from now: once for each agent while nobody decided. The tool stops again when it was let go meanwhile. */
export const noteBreach = async (tx: Tx, now: Date, { toolId, agentId, lines }: Came, baseUrl: string): Promise<void> => {
  await lockTool(tx, toolId);
  await raiseIncident(tx, now, { toolId, agentId, kind: 'data_without_lease', detail: { lines } });
  if (await addToBreach(tx, agentId, lines, now)) return;
  const [id, reference, reportBy] = [newId('n'), newReference(), breachReportBy(now)];
  await insertBreach(tx, { id, toolId, agentId, knownAt: now, reportBy, lines, reference });
  const toolName = (await findTool(tx, toolId))?.name ?? '';
  await tellOfficers(tx, 'breach', { id, toolName, reportBy }, baseUrl);
  await record(tx, SYSTEM, now, 'breach.known', { toolId, subjectId: id }, { agent: agentId, lines, reference });
};

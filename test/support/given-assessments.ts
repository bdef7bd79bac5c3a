import type { Actor } from '../../src/kernel/actor.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { Transactions, Tx } from '../../src/platform/database/index.js';
import { CommentsService } from '../../src/features/assessments/comments/comments.service.js';
import { AdviceService, AssessmentService, ConditionsService, DpiaService, SECTIONS } from '../../src/features/assessments/index.js';
import { asForm } from '../../src/demo/fill-in.js';
import { storeFile } from '../../src/features/people/index.js';
import { attachFile, readVersion, type Version } from '../../src/features/tools/index.js';

export interface AssessmentServices {
  readonly transactions: Transactions;
  readonly assessments: AssessmentService;
  readonly dpias: DpiaService;
  readonly advices: AdviceService;
  readonly conditions: ConditionsService;
  readonly comments: CommentsService;
}
export const assessmentServices = (transactions: Transactions, clock: Clock): AssessmentServices => ({
  transactions,
  assessments: new AssessmentService(transactions, clock),
  dpias: new DpiaService(transactions, clock),
  advices: new AdviceService(transactions, clock),
  conditions: new ConditionsService(transactions, clock),
  comments: new CommentsService(transactions, clock),
});

export const RISK = {
  who: 'Medewerkers',
  what: 'De tijden worden gebruikt voor een beoordeling.',
  chance: 'medium',
  harm: 'medium',
  measure: 'Dit gebruik is verboden.',
  measureOwner: 'HR',
  rest: 'low',
} as const;

/** What the privacy officer still has to say on a page that the example cannot. */
const VIEWS = { 'dpia.viewsSought|': 'Gevraagd aan vier medewerkers. Zij willen weten wie er kijkt.' };

/** Every section saved as the page shows it and marked finished, with these fields typed over it. */
export const givenSectionsFinished = async (
  { assessments, dpias }: AssessmentServices,
  officer: Actor,
  { toolId, number }: Pick<Version, 'toolId' | 'number'>,
  typed: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  for (const code of SECTIONS.filter((section) => section !== 'risks')) {
    const { section, values } = await assessments.section(toolId, number, code, 'nl');
    const fields = { ...asForm(section, values, 'privacy_officer'), ...(code === 'measures' ? VIEWS : {}) };
    const asked = Object.entries(typed).filter(
      ([field]) => Object.hasOwn(fields, field) || (section.code === code && isOf(section.code, field)),
    );
    const body = { ...fields, ...Object.fromEntries(asked), finished: 'yes' };
    const saved = await assessments.save(officer, { toolId, number, code }, body);
    if (saved.kind !== 'saved')
      throw new Error(
        `expected the section ${code} finished, found ${JSON.stringify(saved.kind === 'faulty' ? [saved.errors, saved.open] : saved.kind)}`,
      );
  }
  const { risks } = await assessments.section(toolId, number, 'risks', 'nl');
  await dpias.saveRisks(officer, toolId, number, { risks: risks.length > 0 ? risks : [RISK], lowered: null, finished: true });
};
const isOf = (code: string, field: string): boolean => code === 'measures' && field.startsWith('processors[].processingAgreement');

/** The DPIA fixed, a year until its review. */
export const givenDpiaFixed = async (services: AssessmentServices, officer: Actor, version: Version): Promise<Version> => {
  await givenSectionsFinished(services, officer, version);
  const { review } = await services.dpias.fixingModel(version.toolId, version.number);
  await services.dpias.fix(officer, version.toolId, version.number, review.proposed);
  return services.transactions.read((tx) => readVersion(tx, version.id));
};

/** A document beside an answer that counts only with one. */
export const givenAttachment = async (tx: Tx, actor: Actor, now: Date, versionId: string, kind: string, item = ''): Promise<void> => {
  const { id: fileId } = await storeFile(tx, actor, now, { bytes: Buffer.from('Het document.'), name: `${kind}.txt` });
  await attachFile(tx, actor, now, versionId, { fileId, kind, item });
};

import { addDays, dayOf } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import {
  CompetenceService,
  ConcernService,
  CouncilService,
  CourtService,
  EvaluationService,
  NullityService,
  PromiseService,
  RevocationService,
  RulingService,
} from '../features/consultation/index.js';
import { dossierFacts, latestVersion, VersionsService } from '../features/tools/index.js';
import type { ChainActs } from './chain-acts.js';
import { AFTERWARDS } from './council-acts.catalogue.js';
import { EMPTY_PDF } from './dossier-acts.js';
import { conditionsOf } from './sample-rows.repository.js';
import type { Stage } from './stage.js';

interface Reported {
  readonly summary: string;
  readonly unit: string;
}

/** What people do after the council has decided, and where it was not asked. */
export class FollowUpActs {
  private readonly reports = new Map<ChainActs, string>();

  constructor(private readonly stage: Stage) {}

  private inDays(days: number): string {
    return addDays(dayOf(this.stage.clock.now()), days);
  }

  /** The privacy officer reports, for each purpose, whether it reached its goal. */
  async report(chain: ChainActs, { summary, unit }: Reported): Promise<void> {
    const { purposes } = dossierFacts(await this.stage.read((tx) => latestVersion(tx, chain.toolId)));
    const figures = (purposes ?? []).map(({ code, description }) => ({
      purpose: code ?? '',
      goal: description ?? '',
      unit,
      before: '12',
      after: '2',
      reached: 'yes' as const,
      explanation: AFTERWARDS.explanation,
    }));
    const officer = this.stage.holder('privacy_officer');
    const { reportId } = await this.stage.get(EvaluationService).report(officer, chain.sentRequest, { summary, figures });
    this.reports.set(chain, reportId);
  }

  async review(chain: ChainActs): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const typed = { view: AFTERWARDS.view, outcome: 'continue', nextOn: this.inDays(300) } as const;
    await this.stage.get(EvaluationService).recordReview(chair, this.reports.get(chain) ?? '', typed, this.stage.press(chair));
  }

  async raiseConcern({ toolId }: ChainActs): Promise<void> {
    await this.stage.get(ConcernService).raise(this.stage.holder('or_chair'), toolId, AFTERWARDS.concern);
  }

  async revoke({ sentRequest }: ChainActs): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const { namedWords, revocation: explanation } = AFTERWARDS;
    const typed = { ground: 'named', explanation, conditionId: null, namedWords } as const;
    await this.stage.get(RevocationService).record(chair, sentRequest, typed, this.stage.press(chair));
  }

  async invokeNullity(toolId: string): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const typed = { periodStartedOn: this.inDays(-2), why: 'apparent', decidedOn: null, reason: AFTERWARDS.nullity } as const;
    await this.stage.get(NullityService).invoke(chair, toolId, typed, this.stage.press(chair));
  }

  async showPromise({ recordedDecision }: ChainActs): Promise<void> {
    const conditions = await this.stage.read((tx) => conditionsOf(tx, recordedDecision));
    const file = { bytes: EMPTY_PDF, name: AFTERWARDS.evidenceFile };
    const hr = this.stage.holder('hr_registrar');
    await this.stage.get(PromiseService).handIn(hr, conditions.at(-1) ?? '', { text: AFTERWARDS.evidence, file });
  }

  async dispute(name: string, toolId: string): Promise<void> {
    await this.stage.get(CouncilService).dispute(this.stage.as(name, 'or_member'), toolId, { about: '', text: AFTERWARDS.dispute });
  }

  async claimGroupCouncil(toolId: string): Promise<void> {
    const director = this.stage.holder('director');
    const typed = { level: 'gor', bodyName: AFTERWARDS.groupCouncil, ground: AFTERWARDS.competence } as const;
    await this.stage.get(CompetenceService).claim(director, toolId, 1, typed, this.stage.identity(director));
  }

  async goToCourt({ sentRequest }: ChainActs): Promise<void> {
    const { court, petitionReference: reference, petitionFile: name } = AFTERWARDS;
    const typed = { ground: 'refusal_unreasonable', filedOn: this.inDays(0), court, reference } as const;
    await this.stage.get(CourtService).file(this.stage.holder('director'), sentRequest, typed, { bytes: EMPTY_PDF, name });
  }

  async bringRuling({ toolId }: ChainActs): Promise<void> {
    const { ruling: reference, rulingFile: name } = AFTERWARDS;
    const typed = { kind: 'permission', ground: null, outcome: 'rejected', reference, ruledOn: this.inDays(-1) } as const;
    await this.stage.get(RulingService).upload(this.stage.holder('director'), toolId, 1, typed, { bytes: EMPTY_PDF, name });
  }

  async beginNextVersion({ toolId }: ChainActs): Promise<void> {
    await this.stage.get(VersionsService).next(this.stage.holder('hr_registrar'), toolId, false, newId('i'));
  }
}

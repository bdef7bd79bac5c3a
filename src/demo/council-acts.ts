import { addDays, dayOf } from '../kernel/clock.js';
import {
  ConstituencyService,
  FrameworkService,
  GuestsService,
  LightService,
  PlanningService,
  QuestionService,
  SignatureService,
  VotingService,
} from '../features/consultation/index.js';
import { AgreementService, RoomService } from '../features/council/index.js';
import type { ChainActs } from './chain-acts.js';
import { AFTERWARDS, AGREED_FRAMEWORK, FRAMEWORKS, TALK, TOLD_LIGHT } from './council-acts.catalogue.js';
import { EMPTY_PDF } from './dossier-acts.js';
import { proposalOf, questionOf } from './sample-rows.repository.js';
import type { Stage } from './stage.js';

export type FrameworkName = keyof typeof FRAMEWORKS;

/** What the council does with a request before it decides, and what it agrees with the employer in advance. */
export class CouncilActs {
  private readonly frameworks = new Map<FrameworkName, { id: string; decisionId: string }>();

  constructor(private readonly stage: Stage) {}

  private inDays(days: number): string {
    return addDays(dayOf(this.stage.clock.now()), days);
  }

  async writeNote(name: string): Promise<void> {
    const files = [{ name: TALK.noteFile, type: 'application/pdf', bytes: EMPTY_PDF }];
    await this.stage.get(RoomService).write(this.stage.as(name, 'or_member'), { requestId: null }, { text: TALK.note, files });
  }

  async ask(name: string, { sentRequest }: ChainActs, question: string): Promise<void> {
    await this.stage.get(QuestionService).ask(this.stage.as(name, 'or_member'), sentRequest, question);
  }

  async answer({ sentRequest }: ChainActs): Promise<void> {
    const questionId = await this.stage.read((tx) => questionOf(tx, sentRequest));
    const typed = { text: TALK.answer, files: [{ bytes: EMPTY_PDF, name: TALK.answerFile }] };
    await this.stage.get(QuestionService).answer(this.stage.holder('hr_registrar'), sentRequest, questionId, typed);
  }

  async proposeDate(by: 'or_chair' | 'director', { sentRequest }: ChainActs, inDays: number): Promise<void> {
    const date = { day: this.inDays(inDays), time: '14:00', place: TALK.place };
    await this.stage.get(PlanningService).propose(this.stage.holder(by), sentRequest, date);
  }

  async chooseDate({ sentRequest }: ChainActs): Promise<void> {
    const proposalId = await this.stage.read((tx) => proposalOf(tx, sentRequest));
    await this.stage.get(PlanningService).choose(this.stage.holder('director'), sentRequest, proposalId);
  }

  async addToAgenda({ sentRequest }: ChainActs): Promise<void> {
    await this.stage.get(PlanningService).addItem(this.stage.holder('or_chair'), sentRequest, TALK.agenda);
  }

  async inviteGuest({ sentRequest }: ChainActs): Promise<void> {
    const chair = this.stage.holder('or_chair');
    await this.stage.get(GuestsService).make(chair, sentRequest, { madeFor: TALK.guest, days: 30 }, this.stage.identity(chair));
  }

  async askThoseConcerned({ sentRequest }: ChainActs): Promise<void> {
    const chair = this.stage.holder('or_chair');
    await this.stage.get(ConstituencyService).publish(chair, sentRequest, { message: TALK.summary, days: 28 }, this.stage.press(chair));
  }

  async openVote({ sentRequest }: ChainActs): Promise<void> {
    const closesAt = new Date(`${this.inDays(7)}T15:00:00Z`);
    const asked = { proposal: TALK.proposal, opensAt: null, closesAt };
    await this.stage.get(VotingService).announce(this.stage.holder('or_chair'), sentRequest, asked);
  }

  /** The secretary signed the decision on paper; the chair adds the scan. */
  async scanSigned({ sentRequest, recordedDecision }: ChainActs): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const signedBy = this.stage.holder('or_secretary').personId ?? '';
    const scan = { signedBy, bytes: EMPTY_PDF, name: AFTERWARDS.handSigned };
    await this.stage.get(SignatureService).upload(chair, sentRequest, recordedDecision, scan, this.stage.identity(chair));
  }

  async proposeAgreement(): Promise<void> {
    const director = this.stage.holder('director');
    const settings = { smallestGroup: 10, copiesKeptBy: AFTERWARDS.copies, lightClasses: 'green_and_amber' } as const;
    await this.stage.get(AgreementService).propose(director, settings, this.stage.press(director));
  }

  async proposeFramework(name: FrameworkName): Promise<void> {
    const director = this.stage.holder('director');
    const typed = { ...FRAMEWORKS[name], endsOn: this.inDays(700) };
    const { frameworkId } = await this.stage.get(FrameworkService).propose(director, typed, this.stage.press(director));
    this.frameworks.set(name, { id: frameworkId, decisionId: '' });
  }

  async agreeToFramework(name: FrameworkName): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const { id } = this.framework(name);
    const votes = { votesFor: 8, votesAgainst: 0, votesAbstained: 1 };
    const typed = { ...AGREED_FRAMEWORK, ...votes, decision: 'granted', metOn: this.inDays(0), decidedOn: this.inDays(0) } as const;
    const { decisionId } = await this.stage.get(FrameworkService).recordDecision(chair, id, typed, this.stage.press(chair));
    this.frameworks.set(name, { id, decisionId });
  }

  async confirmFramework(name: FrameworkName): Promise<void> {
    const service = this.stage.get(FrameworkService);
    const secretary = this.stage.holder('or_secretary');
    const { decisionId } = this.framework(name);
    await service.confirmPresence(this.stage.holder('director'), decisionId);
    await service.confirm(secretary, decisionId, this.stage.press(secretary));
  }

  /** The director tells the council about a version that lies inside a framework. */
  async tellLight({ toolId }: ChainActs): Promise<void> {
    const director = this.stage.holder('director');
    const typed = { frameworkId: this.framework('standing').id, explanation: TOLD_LIGHT };
    await this.stage.get(LightService).tell(director, toolId, 1, typed, this.stage.press(director));
  }

  private framework(name: FrameworkName): { id: string; decisionId: string } {
    const found = this.frameworks.get(name);
    if (!found) throw new Error(`Expected: the framework ${name} was proposed. Found: none.`);
    return found;
  }
}

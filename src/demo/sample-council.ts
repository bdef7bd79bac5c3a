import type { ChainActs } from './chain-acts.js';
import { AFTERWARDS, TALK } from './council-acts.catalogue.js';
import { CouncilActs } from './council-acts.js';
import { FollowUpActs } from './follow-up-acts.js';
import type { Stage } from './stage.js';
import type { Timeline } from './timeline.js';

const [FIRST_MEMBER, SECOND_MEMBER] = ['Chantal Dekker', 'Daan Postma'] as const;
/** The officers act one after another: a code of theirs counts once. */
const COUNCIL = 'the council';

/** The tools on which the council and the employer have more to say to each other. */
export interface Discussed {
  readonly discussed: ChainActs;
  readonly signedOnPaper: ChainActs;
  readonly light: ChainActs;
  readonly promised: ChainActs;
  readonly refused: ChainActs;
  readonly evaluated: ChainActs;
  readonly watched: ChainActs;
  /** Tools that did not come as far as a request. */
  readonly ofGroup: () => string;
  readonly disputed: () => string;
}

/** The council's own part of the sample organisation: its room, its talks with the employer, and what follows after decisions. */
export class SampleCouncil {
  private readonly council: CouncilActs;
  private readonly after: FollowUpActs;

  constructor(
    stage: Stage,
    private readonly timeline: Timeline,
    private readonly tools: Discussed,
  ) {
    this.council = new CouncilActs(stage);
    this.after = new FollowUpActs(stage);
  }

  tell(): void {
    this.agreements();
    this.talks();
    this.decisions();
    this.followUps();
  }

  private agreements(): void {
    const { timeline, council } = this;
    timeline.on(40, 'frameworks', () => council.proposeFramework('standing'));
    timeline.on(38, COUNCIL, () => council.agreeToFramework('standing'));
    timeline.on(38, COUNCIL, () => council.confirmFramework('standing'));
    timeline.on(8, 'frameworks', () => council.proposeFramework('waiting'));
    timeline.on(3, COUNCIL, () => council.agreeToFramework('waiting'));
    timeline.on(1, 'frameworks', () => council.proposeFramework('proposed'));
    timeline.on(7, 'agreement', () => council.proposeAgreement());
    timeline.on(6, 'frameworks', () => council.tellLight(this.tools.light));
  }

  private talks(): void {
    const { timeline, council } = this;
    const { discussed } = this.tools;
    timeline.on(12, 'talks', () => council.writeNote(FIRST_MEMBER));
    timeline.on(12, 'talks', () => council.ask(FIRST_MEMBER, discussed, TALK.question));
    timeline.on(12, 'talks', () => council.proposeDate('or_chair', discussed, 8));
    timeline.on(11, 'talks', () => council.chooseDate(discussed));
    timeline.on(11, 'talks', () => council.addToAgenda(discussed));
    timeline.on(10, 'talks', () => council.answer(discussed));
    timeline.on(10, COUNCIL, () => council.inviteGuest(discussed));
    timeline.on(9, COUNCIL, () => council.askThoseConcerned(discussed));
    timeline.on(3, 'talks', () => council.ask(SECOND_MEMBER, discussed, TALK.openQuestion));
    timeline.on(2, 'talks', () => council.proposeDate('director', discussed, 9));
    timeline.on(2, 'talks', () => council.openVote(discussed));
  }

  private decisions(): void {
    const { timeline, council, after } = this;
    const { signedOnPaper, promised, refused } = this.tools;
    timeline.on(4, COUNCIL, () => signedOnPaper.decide('granted'));
    timeline.on(4, COUNCIL, () => council.scanSigned(signedOnPaper));
    timeline.on(3, 'promise', () => after.showPromise(promised));
    timeline.on(30, 'court', () => after.goToCourt(refused));
    timeline.on(4, 'court', () => after.bringRuling(refused));
  }

  private followUps(): void {
    const { timeline, after } = this;
    const { evaluated, watched, ofGroup, disputed } = this.tools;
    timeline.on(20, 'evaluation', () => after.report(evaluated, { summary: AFTERWARDS.report, unit: AFTERWARDS.unit }));
    timeline.on(18, COUNCIL, () => after.review(evaluated));
    timeline.on(6, 'evaluation', () => after.report(watched, { summary: AFTERWARDS.homeReport, unit: AFTERWARDS.homeUnit }));
    timeline.on(6, 'concern', () => after.raiseConcern(watched));
    timeline.on(2, COUNCIL, () => after.revoke(watched));
    timeline.on(1, 'next version', () => after.beginNextVersion(watched));
    timeline.on(5, 'competence', () => after.claimGroupCouncil(ofGroup()));
    timeline.on(5, 'dispute', () => after.dispute(SECOND_MEMBER, disputed()));
  }

  /** Of a tool that runs without the council having been asked. */
  invokeNullity(toolId: () => string, daysAgo: number): void {
    this.timeline.on(daysAgo, COUNCIL, () => this.after.invokeNullity(toolId()));
  }
}

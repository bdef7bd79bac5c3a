import type { MigrationInterface } from 'typeorm';
import { LayFoundation1763750000000 } from './1763750000000-lay-foundation.js';
import { CreateEvidence1795000000100 } from './1795000000100-create-evidence.js';
import { CreatePeople1795000000200 } from './1795000000200-create-people.js';
import { CreateTools1795000000300 } from './1795000000300-create-tools.js';
import { CreateAssessments1795000000400 } from './1795000000400-create-assessments.js';
import { CreateConsultation1795000000500 } from './1795000000500-create-consultation.js';
import { CreateNotices1795000000600 } from './1795000000600-create-notices.js';
import { CreateObjections1795000000700 } from './1795000000700-create-objections.js';
import { CreateGate1795000000800 } from './1795000000800-create-gate.js';
import { CreateAgents1795000000900 } from './1795000000900-create-agents.js';
import { CountTheWorkforce1795000000950 } from './1795000000950-count-the-workforce.js';
import { CreateCouncil1795000001000 } from './1795000001000-create-council.js';
import { CreateBallots1795000001100 } from './1795000001100-create-ballots.js';
import { KeepConditions1795000001200 } from './1795000001200-keep-conditions.js';
import { CreateFrameworks1795000001300 } from './1795000001300-create-frameworks.js';
import { DeepenCase1795000001400 } from './1795000001400-deepen-case.js';
import { FollowConsent1795000001500 } from './1795000001500-follow-consent.js';
import { CreateRoom1795000001600 } from './1795000001600-create-room.js';
import { AddPapers1795000001700 } from './1795000001700-add-papers.js';
import { ShowNextDates1795000001800 } from './1795000001800-show-next-dates.js';
import { LetEitherSideKeepMinutes1795000001900 } from './1795000001900-let-either-side-keep-minutes.js';
import { ReviewTranslations1795000002000 } from './1795000002000-review-translations.js';
import { ProveDelivery1795000002100 } from './1795000002100-prove-delivery.js';
import { DeepenRights1795000002200 } from './1795000002200-deepen-rights.js';
import { ActForAPerson1795000002210 } from './1795000002210-act-for-a-person.js';
import { CreateCallers1795000002300 } from './1795000002300-create-callers.js';
import { DeepenObjections1795000002400 } from './1795000002400-deepen-objections.js';
import { SealComplaints1795000002500 } from './1795000002500-seal-complaints.js';
import { DrawCover1795000002600 } from './1795000002600-draw-cover.js';
import { ListScope1795000002650 } from './1795000002650-list-scope.js';
import { TellStoppedFromEnded1795000002700 } from './1795000002700-tell-stopped-from-ended.js';
import { SignalAgents1795000003000 } from './1795000003000-signal-agents.js';
import { EraseAPerson1795000003100 } from './1795000003100-erase-a-person.js';
import { DeclareMeasuring1795000004000 } from './1795000004000-declare-measuring.js';
import { RaiseIncidents1795000004100 } from './1795000004100-raise-incidents.js';
import { FindDevices1795000004110 } from './1795000004110-find-devices.js';
import { CreateKeys1795000004200 } from './1795000004200-create-keys.js';
import { ReceiveMeasurements1795000004300 } from './1795000004300-receive-measurements.js';
import { SignalFacts1795000004400 } from './1795000004400-signal-facts.js';
import { ShowDashboards1795000004500 } from './1795000004500-show-dashboards.js';
import { AnswerWithFiles1795000004600 } from './1795000004600-answer-with-files.js';
import { ActAgainstDetriment1795000004610 } from './1795000004610-act-against-detriment.js';
import { OpenTheGroupRoom1795000004700 } from './1795000004700-open-the-group-room.js';
import { LetStaffRepresentationVote1795000004710 } from './1795000004710-let-staff-representation-vote.js';
import { KeepSignedPapers1795000004720 } from './1795000004720-keep-signed-papers.js';
import { RevokeLightConsent1795000004730 } from './1795000004730-revoke-light-consent.js';
import { SetRestrictedDataAside1795000005000 } from './1795000005000-set-restricted-data-aside.js';
import { LetAPersonKeep1795000005010 } from './1795000005010-let-a-person-keep.js';
import { ListSignedPapers1795000005100 } from './1795000005100-list-signed-papers.js';
import { KeepCommentsOfAdvice1795000005110 } from './1795000005110-keep-comments-of-advice.js';
import { ListDevices1795000005200 } from './1795000005200-list-devices.js';
import { CompareInventories1795000005210 } from './1795000005210-compare-inventories.js';
import { TellReceivers1795000005300 } from './1795000005300-tell-receivers.js';
import { HoldToGranularity1795000005400 } from './1795000005400-hold-to-granularity.js';
import { LookAtOnePerson1795000005410 } from './1795000005410-look-at-one-person.js';
import { FindCopiedKeys1795000005500 } from './1795000005500-find-copied-keys.js';
import { ProveWhatStands1795000005530 } from './1795000005530-prove-what-stands.js';
import { ActivateWhatIsFixed1795000005531 } from './1795000005531-activate-what-is-fixed.js';
import { KnowWhenPeopleWerePaused1795000005560 } from './1795000005560-know-when-people-were-paused.js';
import { CountBatchesOnce1795000005600 } from './1795000005600-count-batches-once.js';
import { FindLinesByPerson1795000005610 } from './1795000005610-find-lines-by-person.js';
import { SignalOneAgent1795000005620 } from './1795000005620-signal-one-agent.js';
import { MarkWhatArrived1795000005630 } from './1795000005630-mark-what-arrived.js';
import { TellWhoLeft1795000005640 } from './1795000005640-tell-who-left.js';
import { KeepWhatWasTold1795000005650 } from './1795000005650-keep-what-was-told.js';
import { KnowWhatWasDeleted1795000005660 } from './1795000005660-know-what-was-deleted.js';
import { SignalWhoMoved1795000005670 } from './1795000005670-signal-who-moved.js';
import { CountNothing1795000005680 } from './1795000005680-count-nothing.js';
import { NameByTwo1795000005690 } from './1795000005690-name-by-two.js';
import { RemindOfBreachesOnce1795000005695 } from './1795000005695-remind-of-breaches-once.js';
import { CountBatchesApart1795000005697 } from './1795000005697-count-batches-apart.js';
import { EndPeriodsOnce1795000005698 } from './1795000005698-end-periods-once.js';
import { TellRunningTimes1795000005700 } from './1795000005700-tell-running-times.js';
import { TakeTurnsOnceADay1795000005710 } from './1795000005710-take-turns-once-a-day.js';
import { CountWhoStayed1795000005720 } from './1795000005720-count-who-stayed.js';
import { WakeWhoDisputes1795000005730 } from './1795000005730-wake-who-disputes.js';
import { KnowEndedTurns1795000005740 } from './1795000005740-know-ended-turns.js';
import { TellWhoMoved1795000005750 } from './1795000005750-tell-who-moved.js';

/** Every migration, oldest first. A new one is added at the end (`npm run migrate:new -- <verb> <object>` does it). */
export const migrations: readonly (new () => MigrationInterface)[] = [
  LayFoundation1763750000000,
  CreateEvidence1795000000100,
  CreatePeople1795000000200,
  CreateTools1795000000300,
  CreateAssessments1795000000400,
  CreateConsultation1795000000500,
  CreateNotices1795000000600,
  CreateObjections1795000000700,
  CreateGate1795000000800,
  CreateAgents1795000000900,
  CountTheWorkforce1795000000950,
  CreateCouncil1795000001000,
  CreateBallots1795000001100,
  KeepConditions1795000001200,
  CreateFrameworks1795000001300,
  DeepenCase1795000001400,
  FollowConsent1795000001500,
  CreateRoom1795000001600,
  AddPapers1795000001700,
  ShowNextDates1795000001800,
  LetEitherSideKeepMinutes1795000001900,
  ReviewTranslations1795000002000,
  ProveDelivery1795000002100,
  DeepenRights1795000002200,
  ActForAPerson1795000002210,
  CreateCallers1795000002300,
  DeepenObjections1795000002400,
  SealComplaints1795000002500,
  DrawCover1795000002600,
  ListScope1795000002650,
  TellStoppedFromEnded1795000002700,
  SignalAgents1795000003000,
  EraseAPerson1795000003100,
  DeclareMeasuring1795000004000,
  RaiseIncidents1795000004100,
  FindDevices1795000004110,
  CreateKeys1795000004200,
  ReceiveMeasurements1795000004300,
  SignalFacts1795000004400,
  ShowDashboards1795000004500,
  AnswerWithFiles1795000004600,
  ActAgainstDetriment1795000004610,
  OpenTheGroupRoom1795000004700,
  LetStaffRepresentationVote1795000004710,
  KeepSignedPapers1795000004720,
  RevokeLightConsent1795000004730,
  SetRestrictedDataAside1795000005000,
  LetAPersonKeep1795000005010,
  ListSignedPapers1795000005100,
  KeepCommentsOfAdvice1795000005110,
  ListDevices1795000005200,
  CompareInventories1795000005210,
  TellReceivers1795000005300,
  HoldToGranularity1795000005400,
  LookAtOnePerson1795000005410,
  FindCopiedKeys1795000005500,
  ProveWhatStands1795000005530,
  ActivateWhatIsFixed1795000005531,
  KnowWhenPeopleWerePaused1795000005560,
  CountBatchesOnce1795000005600,
  FindLinesByPerson1795000005610,
  SignalOneAgent1795000005620,
  MarkWhatArrived1795000005630,
  TellWhoLeft1795000005640,
  KeepWhatWasTold1795000005650,
  KnowWhatWasDeleted1795000005660,
  SignalWhoMoved1795000005670,
  CountNothing1795000005680,
  NameByTwo1795000005690,
  RemindOfBreachesOnce1795000005695,
  CountBatchesApart1795000005697,
  EndPeriodsOnce1795000005698,
  TellRunningTimes1795000005700,
  TakeTurnsOnceADay1795000005710,
  CountWhoStayed1795000005720,
  WakeWhoDisputes1795000005730,
  KnowEndedTurns1795000005740,
  TellWhoMoved1795000005750,
];

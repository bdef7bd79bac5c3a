import { addDays, dayOf } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { IndividualService, LookingService, SecondsService, TellingService } from '../features/individual/index.js';
import type { DossierActs } from './dossier-acts.js';
import { LOOKED } from './sample-controls.catalogue.js';
import { ADMIN_METRICS } from './sample-measures.catalogue.js';
import { insertMeasuredDays } from './sample-rows.repository.js';
import { staffNumberOf } from './staff-list.js';
import type { Stage } from './stage.js';

/** As long as the tool keeps what it measured. */
const KEPT_DAYS = 180;
const DAYS_BACK = [1, 2, 3];

/** Looking at one person, by two. */
export class LookingActs {
  private viewId = '';

  constructor(
    private readonly stage: Stage,
    private readonly tool: DossierActs,
  ) {}

  private get second() {
    return this.stage.as(LOOKED.second, 'or_member');
  }

  async nameSecond(): Promise<void> {
    const [seconds, other] = [this.stage.get(SecondsService), this.stage.holder('or_secretary')];
    const id = await seconds.propose(this.stage.holder('or_chair'), this.stage.person(LOOKED.second).id);
    await seconds.confirm(other, id, this.stage.identity(other));
  }

  /** What was kept of somebody on the days before. */
  async measured(name: string): Promise<void> {
    const today = dayOf(this.stage.clock.now());
    const of = { toolId: this.tool.toolId, personId: this.stage.person(name).id, metric: ADMIN_METRICS[0]?.code ?? '' };
    const days = DAYS_BACK.map((back) => addDays(today, -back));
    await this.stage.write((tx) => insertMeasuredDays(tx, { ...of, days, deleteOn: addDays(today, KEPT_DAYS) }));
  }

  async ask(name: string, reason: string): Promise<void> {
    const asked = { toolId: this.tool.toolId, staffNumber: staffNumberOf(name), reason, key: newId('i') };
    this.viewId = await this.stage.get(IndividualService).ask(this.stage.holder('privacy_officer'), asked);
  }

  async open(): Promise<void> {
    await this.stage.get(IndividualService).open(this.second, this.viewId, this.stage.identity(this.second));
  }

  async look(): Promise<void> {
    await this.stage.get(LookingService).look(this.stage.holder('privacy_officer'), this.viewId);
  }

  async end(): Promise<void> {
    await this.stage.get(IndividualService).end(this.stage.holder('privacy_officer'), this.viewId);
  }

  async tell(): Promise<void> {
    await this.stage.get(TellingService).tell(this.stage.holder('privacy_officer'), this.viewId, { text: LOOKED.told });
  }
}

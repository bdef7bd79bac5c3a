import { DeviceActs } from './device-acts.js';
import type { DossierActs } from './dossier-acts.js';
import { LookingActs } from './looking-acts.js';
import { LOOKED } from './sample-controls.catalogue.js';
import type { Stage } from './stage.js';
import type { Timeline } from './timeline.js';

interface Held {
  /** What device management holds. */
  readonly listed: DossierActs;
  /** Of which one person may be looked at. */
  readonly looked: DossierActs;
}

/** Tools that others hold, and what IT and the council do around them. */
export class SampleControls {
  constructor(
    private readonly stage: Stage,
    private readonly timeline: Timeline,
  ) {}

  tell({ listed, looked }: Held): void {
    this.devices(new DeviceActs(this.stage, listed));
    this.looking(new LookingActs(this.stage, looked));
  }

  private devices(acts: DeviceActs): void {
    const { timeline } = this;
    timeline.on(30, 'devices', () => acts.openNotices());
    timeline.on(15, 'receivers', () => acts.addReceiver());
    timeline.on(13, 'receivers', () => acts.receiverTakes());
    timeline.on(12, 'devices', () => acts.list());
    timeline.on(12, 'devices', () => acts.fetchList());
    timeline.on(11, 'devices', () => acts.keepLists());
    timeline.on(9, 'devices', () => acts.takeOff());
    timeline.on(9, 'devices', () => acts.fetchList());
    timeline.on(7, 'inventory', () => acts.compareInventory());
  }

  private looking(acts: LookingActs): void {
    const { timeline } = this;
    timeline.on(13, 'looking', () => acts.nameSecond());
    timeline.on(10, 'looking', () => acts.measured(LOOKED.person));
    timeline.on(10, 'looking', () => acts.ask(LOOKED.person, LOOKED.alarm));
    timeline.on(10, 'looking', () => acts.open());
    timeline.on(10, 'looking', () => acts.look());
    timeline.on(10, 'looking', () => acts.end());
    timeline.on(8, 'looking', () => acts.tell());
    timeline.on(2, 'looking', () => acts.measured(LOOKED.secondPerson));
    timeline.on(2, 'looking', () => acts.ask(LOOKED.secondPerson, LOOKED.secondAlarm));
    timeline.on(2, 'looking', () => acts.open());
    timeline.on(2, 'looking', () => acts.look());
    timeline.on(2, 'looking', () => acts.end());
  }
}

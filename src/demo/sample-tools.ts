import { generateKeyPairSync } from 'node:crypto';
import { newId } from '../kernel/ids.js';
import { runsOnLeases } from '../policy/index.js';
import { EnrolmentService } from '../features/agents/index.js';
import { ComplaintsService } from '../features/complaints/index.js';
import { ObjectionsService } from '../features/objections/index.js';
import { RegistrationService } from '../features/tools/index.js';
import { ChainActs, type Outcome } from './chain-acts.js';
import { DossierActs } from './dossier-acts.js';
import { SampleControls } from './sample-controls.js';
import { SAMPLE_PEOPLE } from './sample-organisation.catalogue.js';
import { type Discussed, SampleCouncil } from './sample-council.js';
import * as sample from './sample-tools.catalogue.js';
import type { Stage } from './stage.js';
import type { Timeline } from './timeline.js';

const EMPLOYEE = 'Fatima Bouzid';
const READERS = SAMPLE_PEOPLE.map(({ name }) => name).filter((name) => name !== EMPLOYEE);
const AT_THE_COUNTER = ['Ayse Ornek', 'Gerda Smit'];
const WITH_RESIDENTS = [EMPLOYEE, 'Chantal Dekker', 'Wouter Blom', ...AT_THE_COUNTER];
const ADMINISTRATORS = ['Pieter Visser', 'Noor el Idrissi', 'Hassan Amrani', 'Yvonne Maas'];
const OUTSIDE = ['Bram Hendriks'];
const COUNCIL = 'the council';
/** Days ago: what has run for months, and what began this season. */
const LONG_AGO = 150;
const LATELY = 52;
/** Long enough for some weeks of figures. */
const WEEKS_AGO = 94;

interface Told {
  readonly dossier: DossierActs;
  readonly chain: ChainActs;
}

/** The tools of the municipality, one in every state that a tool can be in. */
export class SampleTools {
  private office: DossierActs | null = null;
  private unconsentedId = '';

  constructor(
    private readonly stage: Stage,
    private readonly timeline: Timeline,
  ) {}

  tell(): void {
    const [running, underWay] = [this.running(), this.underWay()];
    const council = new SampleCouncil(this.stage, this.timeline, { ...running, ...underWay, refused: this.outside() });
    council.tell();
    council.invokeNullity(() => this.unconsentedId, 12);
  }

  /** Registered, assessed and fixed, so many days ago. */
  private assessed(of: sample.SampleTool, daysAgo: number, isPlatform = false): DossierActs {
    const dossier = new DossierActs(this.stage, of);
    this.timeline.on(daysAgo, of.name, () => dossier.start({ isPlatform }));
    this.timeline.on(daysAgo, of.name, () => dossier.register());
    if (of.declares) this.timeline.on(daysAgo, of.name, () => dossier.declare());
    this.timeline.on(daysAgo - 2, of.name, () => dossier.assess());
    this.timeline.on(daysAgo - 2, of.name, () => dossier.fix());
    this.timeline.on(daysAgo - 2, of.name, () => dossier.askAdvice());
    if (!runsOnLeases(of.enforcement)) this.timeline.on(daysAgo - 2, of.name, () => dossier.provePersonOut());
    return dossier;
  }

  private requested(of: sample.SampleTool, daysAgo: number, isPlatform = false): Told {
    const dossier = this.assessed(of, daysAgo, isPlatform);
    const chain = new ChainActs(this.stage, dossier);
    this.timeline.on(daysAgo - 6, of.name, () => dossier.advise());
    this.timeline.on(daysAgo - 7, of.name, () => chain.request());
    this.timeline.on(daysAgo - 16, of.name, () => chain.meet());
    return { dossier, chain };
  }

  /** The officers decide on one tool after another: a code of theirs counts once. */
  private decided(of: sample.SampleTool, daysAgo: number, outcome: Outcome, isPlatform = false): Told {
    const told = this.requested(of, daysAgo, isPlatform);
    this.timeline.on(daysAgo - 18, COUNCIL, () => told.chain.decide(outcome));
    this.timeline.on(daysAgo - 18, COUNCIL, () => told.chain.confirmDecision());
    return told;
  }

  /** Everyone in scope was told; whoever is named opened the notice. */
  private told(of: sample.SampleTool, daysAgo: number, readers: readonly string[], isPlatform = false): Told {
    const told = this.decided(of, daysAgo, 'granted', isPlatform);
    this.timeline.on(daysAgo - 19, of.name, () => told.chain.finalDecision(17));
    this.timeline.closeDay(daysAgo - 19);
    this.timeline.on(daysAgo - 20, of.name, () => told.chain.publish());
    this.timeline.on(daysAgo - 21, of.name, () => told.chain.readBy(readers));
    return told;
  }

  /** Through the whole chain; switched on 18 days after everyone was told, Countersign itself a day before the others. */
  private active(of: sample.SampleTool, daysAgo: number, readers: readonly string[], isPlatform = false): Told {
    const told = this.told(of, daysAgo, readers, isPlatform);
    this.timeline.on(daysAgo - (isPlatform ? 37 : 38), of.name, () => told.chain.activate());
    return told;
  }

  private running(): Pick<Discussed, 'evaluated' | 'watched'> {
    this.active(sample.COUNTERSIGN, LONG_AGO, [...READERS, EMPLOYEE], true);
    const office = this.active(sample.OFFICE_LOGS, LONG_AGO, READERS);
    this.office = office.dossier;
    this.timeline.on(LONG_AGO - 39, sample.OFFICE_LOGS.name, () => office.chain.confirmOrder(sample.CONFIRMED_OFFICE));
    const login = this.active(sample.HOME_LOGIN, WEEKS_AGO, WITH_RESIDENTS);
    this.timeline.on(12, sample.HOME_LOGIN.name, () => this.enrolAgent(login.dossier));
    const queue = this.active(sample.QUEUE_SCREEN, LATELY, AT_THE_COUNTER);
    this.timeline.on(12, sample.QUEUE_SCREEN.name, () => queue.chain.confirmOrder(sample.CONFIRMED_QUEUE));
    this.timeline.on(5, sample.QUEUE_SCREEN.name, () => queue.chain.stop(sample.STOPPED));
    this.held();
    return { evaluated: office.chain, watched: login.chain };
  }

  /** What device management holds, and what may be looked at of one person. */
  private held(): void {
    const tablets = this.active(sample.FIELD_TABLETS, LATELY, OUTSIDE);
    this.timeline.on(13, sample.FIELD_TABLETS.name, () => tablets.chain.confirmOrder(sample.CONFIRMED_TABLETS));
    const { dossier: accounts } = this.active(sample.ADMIN_ACCOUNTS, LATELY, ADMINISTRATORS);
    new SampleControls(this.stage, this.timeline).tell({ listed: tablets.dossier, looked: accounts });
  }

  private underWay(): Omit<Discussed, 'evaluated' | 'watched' | 'refused'> {
    const draft = new DossierActs(this.stage, sample.BADGES_DRAFT);
    this.timeline.on(6, sample.BADGES_DRAFT.name, () => draft.start());
    this.onlyAssessed(sample.SAMPLED_CALLS, 25);
    const log = this.assessed(sample.CASE_LOG, 11);
    const asked = this.requested(sample.ENDPOINTS, 20);
    const signed = this.requested(sample.TAX_PHONE, 22);
    this.requested(sample.CARE_PHONE, 17);
    const yard = this.assessed(sample.YARD_LOGIN, 22);
    this.timeline.on(16, sample.YARD_LOGIN.name, () => yard.advise());
    const waiting = this.decided(sample.PHONE_FIGURES, 25, 'granted_with_conditions');
    this.timeline.on(5, sample.PHONE_FIGURES.name, () => waiting.chain.finalDecision(30));
    this.timeline.closeDay(5);
    this.told(sample.REGISTRY_LOG, LATELY, AT_THE_COUNTER);
    return {
      discussed: asked.chain,
      signedOnPaper: signed.chain,
      light: new ChainActs(this.stage, yard),
      promised: waiting.chain,
      ofGroup: () => log.toolId,
      disputed: () => log.toolId,
    };
  }

  /** Finished, and not yet fixed. */
  private onlyAssessed(of: sample.SampleTool, daysAgo: number): void {
    const dossier = new DossierActs(this.stage, of);
    this.timeline.on(daysAgo, of.name, () => dossier.start());
    this.timeline.on(daysAgo, of.name, () => dossier.register());
    this.timeline.on(daysAgo - 2, of.name, () => dossier.assess());
  }

  private outside(): ChainActs {
    this.onlyAssessed(sample.MOOD_HEADSET, 25);
    const refused = this.decided(sample.BADGE_HOURS, LATELY, 'refused');
    this.timeline.on(9, 'objection', () => this.object());
    this.timeline.on(3, 'complaint', () => this.complain());
    this.timeline.on(14, 'unconsented', () => this.unconsented());
    this.timeline.on(4, 'heard', () => this.heard());
    return refused.chain;
  }

  private async enrolAgent(dossier: DossierActs): Promise<void> {
    const service = this.stage.get(EnrolmentService);
    const { code } = await service.createCode(this.stage.holder('it_admin'), { toolId: dossier.toolId, device: 'LAPTOP-1023' });
    const { publicKey } = generateKeyPairSync('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    await service.enrol(code, { kty: 'OKP', crv: 'Ed25519', x: x ?? '' });
  }

  /** Somebody objects to a tool that runs: a case for the handler, and an order for IT. */
  private async object(): Promise<void> {
    if (!this.office) throw new Error('Expected: a tool that runs. Found: none.');
    await this.stage
      .get(ObjectionsService)
      .lodge(this.stage.as('Floris Bakker', 'employee'), this.office.toolId, sample.SITUATION, newId('i'));
  }

  private async complain(): Promise<void> {
    const service = this.stage.get(ComplaintsService);
    const asked = { toolId: null, tool: '', when: '', about: '', barredIds: [], desk: 'handler', isDisclosure: false } as const;
    const complaint = { ...asked, code: service.newCode(), category: 'covert', text: sample.COMPLAINT } as const;
    await service.lodge(this.stage.as(EMPLOYEE, 'employee'), complaint);
  }

  private async unconsented(): Promise<void> {
    const hr = this.stage.holder('hr_registrar');
    const service = this.stage.get(RegistrationService);
    const { toolId } = await service.start(hr, { name: 'Volgsysteem in dienstauto’s', runsWithoutConsent: true }, newId('i'));
    this.unconsentedId = toolId;
    await service.setStopOrRepair(this.stage.holder('director'), toolId, this.timeline.day(-28), newId('i'));
  }

  private async heard(): Promise<void> {
    const member = this.stage.holder('or_chair');
    await this.stage.get(RegistrationService).start(member, { name: 'Camera bij de kantine', councilClaim: sample.HEARD }, newId('i'));
  }
}

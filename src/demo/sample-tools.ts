import { generateKeyPairSync } from 'node:crypto';
import { newId } from '../kernel/ids.js';
import { EnrolmentService } from '../features/agents/index.js';
import { RegistrationService } from '../features/tools/index.js';
import { ChainActs, type Outcome } from './chain-acts.js';
import { DossierActs } from './dossier-acts.js';
import { SAMPLE_PEOPLE } from './sample-organisation.catalogue.js';
import * as sample from './sample-tools.catalogue.js';
import type { Stage } from './stage.js';
import type { Timeline } from './timeline.js';

const READERS = SAMPLE_PEOPLE.map(({ name }) => name).filter((name) => name !== 'Fatima Bouzid');

/** The tools of the municipality, one in every state that a tool can be in. */
export class SampleTools {
  constructor(
    private readonly stage: Stage,
    private readonly timeline: Timeline,
  ) {}

  tell(): void {
    this.running();
    this.underWay();
    this.outside();
  }

  /** Registered, assessed and fixed, so many days ago. */
  private assessed(of: sample.SampleTool, daysAgo: number, isPlatform = false): DossierActs {
    const dossier = new DossierActs(this.stage, of);
    this.timeline.on(daysAgo, () => dossier.start({ isPlatform }));
    this.timeline.on(daysAgo, () => dossier.register());
    this.timeline.on(daysAgo - 2, () => dossier.assess());
    this.timeline.on(daysAgo - 2, () => dossier.fix());
    this.timeline.on(daysAgo - 2, () => dossier.askAdvice());
    return dossier;
  }

  private requested(of: sample.SampleTool, daysAgo: number, isPlatform = false): { dossier: DossierActs; chain: ChainActs } {
    const dossier = this.assessed(of, daysAgo, isPlatform);
    const chain = new ChainActs(this.stage, dossier);
    this.timeline.on(daysAgo - 6, () => dossier.advise());
    this.timeline.on(daysAgo - 7, () => chain.request());
    this.timeline.on(daysAgo - 16, () => chain.meet());
    return { dossier, chain };
  }

  private decided(
    of: sample.SampleTool,
    daysAgo: number,
    outcome: Outcome,
    isPlatform = false,
  ): { dossier: DossierActs; chain: ChainActs } {
    const told = this.requested(of, daysAgo, isPlatform);
    this.timeline.on(daysAgo - 18, () => told.chain.decide(outcome));
    this.timeline.on(daysAgo - 18, () => told.chain.confirmDecision());
    return told;
  }

  /** Through the whole chain; switched on 18 days after everyone was told. */
  private active(of: sample.SampleTool, daysAgo: number, isPlatform = false): { dossier: DossierActs; chain: ChainActs } {
    const told = this.decided(of, daysAgo, 'granted', isPlatform);
    this.timeline.on(daysAgo - 19, () => told.chain.finalDecision(17));
    this.timeline.on(daysAgo - 20, () => told.chain.publish());
    if (of.enforcement === 'attested') this.timeline.on(daysAgo - 20, () => told.chain.provePersonOut());
    this.timeline.on(daysAgo - 21, () => told.chain.readBy(of.units === 'all' ? READERS : []));
    this.timeline.on(daysAgo - 38, () => told.chain.activate());
    return told;
  }

  private running(): void {
    this.active(sample.COUNTERSIGN, 200, true);
    const office = this.active(sample.OFFICE_LOGS, 150);
    this.timeline.on(110, () =>
      office.chain.confirmOrder(
        'Beheerscherm gecontroleerd: de instellingen staan zoals goedgekeurd. Schermafdruk in de map van de wijziging.',
      ),
    );
    const login = this.active(sample.HOME_LOGIN, 120);
    this.timeline.on(80, () => this.enrolAgent(login.dossier));
    const queue = this.active(sample.QUEUE_SCREEN, 100);
    this.timeline.on(60, () => queue.chain.confirmOrder('Het scherm hangt. De cijfers per medewerker staan uit.'));
    this.timeline.on(5, () => queue.chain.stop('Leidinggevenden bespreken de cijfers per balie. Dat was niet afgesproken.'));
  }

  private async enrolAgent(dossier: DossierActs): Promise<void> {
    const service = this.stage.get(EnrolmentService);
    const { code } = await service.createCode(this.stage.holder('it_admin'), { toolId: dossier.toolId, device: 'LAPTOP-1023' });
    const { publicKey } = generateKeyPairSync('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    await service.enrol(code, { kty: 'OKP', crv: 'Ed25519', x: x ?? '' });
  }

  private underWay(): void {
    const draft = new DossierActs(this.stage, sample.BADGES_DRAFT);
    this.timeline.on(6, () => draft.start());
    const assessed = new DossierActs(this.stage, sample.SAMPLED_CALLS);
    this.timeline.on(25, () => assessed.start());
    this.timeline.on(25, () => assessed.register());
    this.timeline.on(8, () => assessed.assess());
    this.assessed(sample.CASE_LOG, 11);
    this.requested(sample.ENDPOINTS, 20);
    const waiting = this.decided(sample.PHONE_FIGURES, 24, 'granted_with_conditions');
    this.timeline.on(5, () => waiting.chain.finalDecision(30));
    const ready = this.decided(sample.REGISTRY_LOG, 52, 'granted');
    this.timeline.on(33, () => ready.chain.finalDecision(20));
    this.timeline.on(32, () => ready.chain.publish());
    this.timeline.on(32, () => ready.chain.provePersonOut());
  }

  private outside(): void {
    const headset = new DossierActs(this.stage, sample.MOOD_HEADSET);
    this.timeline.on(30, () => headset.start());
    this.timeline.on(30, () => headset.register());
    this.timeline.on(28, () => headset.assess());
    this.decided(sample.BADGE_HOURS, 60, 'refused');
    this.timeline.on(14, () => this.unconsented());
    this.timeline.on(4, () => this.heard());
  }

  private async unconsented(): Promise<void> {
    const hr = this.stage.holder('hr_registrar');
    const service = this.stage.get(RegistrationService);
    const { toolId } = await service.start(hr, { name: 'Volgsysteem in dienstauto’s', runsWithoutConsent: true }, newId('i'));
    await service.setStopOrRepair(this.stage.holder('director'), toolId, this.timeline.day(-28), newId('i'));
  }

  private async heard(): Promise<void> {
    const member = this.stage.holder('or_chair');
    await this.stage.get(RegistrationService).start(member, { name: 'Camera bij de kantine', councilClaim: sample.HEARD }, newId('i'));
  }
}

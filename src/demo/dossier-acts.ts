import type { Role } from '../kernel/actor.js';
import type { Json } from '../kernel/canonical.js';
import { dayOf } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import {
  AdviceService,
  ASSESSMENT_SECTIONS,
  AssessmentService,
  DpiaService,
  type Saved,
  type SectionCode,
  SECTIONS,
} from '../features/assessments/index.js';
import { OrdersService } from '../features/gate/index.js';
import {
  type AnswerInput,
  confirmableBy,
  DeclarationsService,
  fieldName,
  type Place,
  proposedDashboards,
  proposedMetrics,
  REGISTRATION_SECTIONS,
  RegistrationService,
  type Section,
  shownValues,
  starterOf,
  type Version,
  VersionsService,
  writeDashboards,
  writeMetrics,
} from '../features/tools/index.js';
import { ADMIN_METRICS, LOGIN_METRICS, loginDashboards } from './sample-measures.catalogue.js';
import { platformToolId, unitIds } from './sample-rows.repository.js';
import type { SampleTool } from './sample-tools.catalogue.js';
import { asAnswers, asForm, changed, type Changes } from './fill-in.js';
import type { Stage } from './stage.js';
import { capabilitiesOf, sheetOf } from './starter-parts.js';

/** The smallest file that a reader of PDFs opens. */
export const EMPTY_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

const unfinished = (sample: SampleTool, code: SectionCode, saved: Saved): Error => {
  const open = saved.kind === 'faulty' ? [...saved.errors.map(({ field }) => field), ...saved.open].join(', ') : saved.kind;
  return new Error(`Expected: the section ${code} of ${sample.name} is finished. Found open: ${open}.`);
};

const VIEWS: Changes = {
  [fieldName('dpia.viewsSought')]: 'Vier medewerkers en twee leden van de ondernemingsraad lazen mee. Zij vroegen vooral wie er kijkt.',
};

/** A tool on its way through registration, assessment and advice, each step by whoever owns it. */
export class DossierActs {
  private place: Place = { toolId: '', number: 1 };

  constructor(
    private readonly stage: Stage,
    readonly sample: SampleTool,
  ) {}

  get toolId(): string {
    return this.place.toolId;
  }

  /** Puts the tool in. Countersign itself is there already when the organisation was set up. */
  async start(extra: { readonly isPlatform?: boolean; readonly runsWithoutConsent?: boolean } = {}): Promise<void> {
    const { name, starter } = this.sample;
    const hr = this.stage.holder('hr_registrar');
    const made = extra.isPlatform ? await this.stage.read(platformToolId) : null;
    const toolId = made ?? (await this.stage.get(RegistrationService).start(hr, { name, starter, ...extra }, newId('i'))).toolId;
    this.place = { toolId, number: 1 };
  }

  private changes(): Changes {
    const { vendor, product, changes, starter } = this.sample;
    const withSupplier = starterOf(starter)?.answers.some(({ attribute }) => attribute.startsWith('processors[]'));
    const supplier: Record<string, Json> = withSupplier ? { [fieldName('processors[].name', 'r1')]: vendor } : {};
    return { [fieldName('tool.vendor')]: vendor, [fieldName('tool.version')]: product, ...supplier, ...changes };
  }

  /** What a role answers on these pages: as proposed, with this tool's own changes. */
  private answersOf(version: Version, sections: readonly Section[], role: Role, changes: Changes): AnswerInput[] {
    const values = changed(shownValues(version, 'nl'), changes);
    return sections.flatMap((section) => asAnswers(section, values, role));
  }

  /** HR and IT fill in their part, IT confirms, HR registers. */
  async register(): Promise<void> {
    const service = this.stage.get(RegistrationService);
    const [hr, it] = [this.stage.holder('hr_registrar'), this.stage.holder('it_admin')];
    const ids = await this.stage.read(unitIds);
    const units = this.sample.units === 'all' ? [...ids.values()] : this.sample.units.map((unit) => ids.get(unit) ?? '');
    const version = await service.version(this.place);
    const changes = { ...this.changes(), [fieldName('home.enabled')]: true };
    const byHr = this.answersOf(version, REGISTRATION_SECTIONS, 'hr_registrar', changes);
    await service.saveAnswers(hr, this.place, byHr, { scope: { units, staffNumbers: [] } });
    await service.saveCapabilities(it, this.place, capabilitiesOf(this.sample));
    await service.saveSheet(it, this.place, sheetOf(this.sample));
    const byIt = this.answersOf(version, REGISTRATION_SECTIONS, 'it_admin', changes);
    const { answers } = await service.saveAnswers(it, this.place, byIt, { enforcement: this.sample.enforcement });
    await this.declareAsProposed();
    const open = confirmableBy(it, answers);
    if (open.length > 0) await service.confirm(it, this.place, open, newId('i'));
    await service.register(hr, this.place, newId('i'));
  }

  /** IT says what is measured, HR what is shown of it, for groups of one unit each. */
  async declare(): Promise<void> {
    const [it, hr] = [this.stage.holder('it_admin'), this.stage.holder('hr_registrar')];
    const { id } = await this.stage.get(RegistrationService).version(this.place);
    await this.stage.write(async (tx) => {
      const ids = await unitIds(tx);
      const units = new Map([...ids].filter(([name]) => this.sample.units !== 'all' && this.sample.units.some((unit) => unit === name)));
      await writeMetrics(tx, it, this.stage.clock.now(), id, LOGIN_METRICS);
      await writeDashboards(tx, hr, this.stage.clock.now(), id, loginDashboards(units));
    });
  }

  /** What the starter proposes to count and to show, and IT's words on how this tool is stopped. */
  private async declareAsProposed(): Promise<void> {
    const service = this.stage.get(DeclarationsService);
    const { stop, enforcement, declares, individualView } = this.sample;
    const [it, hr] = [this.stage.holder('it_admin'), this.stage.holder('hr_registrar')];
    if (!declares) {
      const version = await this.stage.get(RegistrationService).version(this.place);
      const counting = await service.save(it, this.place, { metrics: individualView ? ADMIN_METRICS : proposedMetrics(version) });
      const dashboards = proposedDashboards(counting, await service.choices(counting));
      await service.save(hr, this.place, individualView ? { individualView } : { dashboards });
    }
    const tested = { evidenceFileId: null, testedOn: dayOf(this.stage.clock.now()) };
    if (stop) await service.save(it, this.place, { grade: { enforcement, ...stop, ...tested } });
  }

  /** The privacy officer answers every section, finishes them, and attaches the agreements that they speak of. */
  async assess(): Promise<void> {
    const service = this.stage.get(AssessmentService);
    const po = this.stage.holder('privacy_officer');
    const { toolId, number } = this.place;
    const version = await this.stage.get(RegistrationService).version(this.place);
    const suppliers = shownValues(version, 'nl').items('processors', '');
    const signed = suppliers.flatMap((item) => [
      [fieldName('processors[].processingAgreementSigned', item), true],
      [fieldName('processors[].processingAgreementComplete', item), true],
    ]);
    const changes: Changes = { ...this.changes(), ...VIEWS, ...Object.fromEntries(signed) };
    const sections = SECTIONS.map((code) => ASSESSMENT_SECTIONS[code]);
    const answered = await this.stage
      .get(RegistrationService)
      .saveAnswers(po, this.place, this.answersOf(version, sections, 'privacy_officer', changes));
    for (const item of suppliers) {
      const file = { bytes: EMPTY_PDF, name: 'verwerkersovereenkomst.pdf', kind: 'processing_agreement', item };
      await this.stage.get(VersionsService).attach(po, toolId, number, file);
    }
    const values = shownValues(answered, 'nl');
    for (const code of SECTIONS.filter((section) => section !== 'risks')) {
      const fields = asForm(ASSESSMENT_SECTIONS[code], values, 'privacy_officer');
      const saved = await service.save(po, { ...this.place, code }, { ...fields, note: '', pages: '', finished: 'yes' });
      if (saved.kind !== 'saved') throw unfinished(this.sample, code, saved);
    }
    const { risks } = await service.section(toolId, number, 'risks', 'nl');
    await this.stage.get(DpiaService).saveRisks(po, toolId, number, { risks, lowered: null, finished: true });
  }

  async fix(): Promise<void> {
    const po = this.stage.holder('privacy_officer');
    const { review } = await this.stage.get(DpiaService).fixingModel(this.place.toolId, this.place.number);
    await this.stage.get(DpiaService).fix(po, this.place.toolId, this.place.number, review.proposed);
  }

  async askAdvice(): Promise<void> {
    await this.stage.get(AdviceService).ask(this.stage.holder('hr_registrar'), this.place.toolId, this.place.number);
  }

  /** IT shows that one person can be taken out of a tool that does not obey us. */
  async provePersonOut(): Promise<void> {
    const evidence = 'Uitgeprobeerd met het account van een beheerder: na de uitzondering stond er niets meer in het logboek.';
    await this.stage.get(OrdersService).provePersonOut(this.stage.holder('it_admin'), this.toolId, evidence);
  }

  async advise(): Promise<void> {
    const { id } = await this.stage.get(RegistrationService).version(this.place);
    const reasons =
      'Het doel is duidelijk en de gegevens zijn beperkt. De maatregelen passen bij de risico’s. Let bij de evaluatie op wie er kijkt.';
    await this.stage.get(AdviceService).give(this.stage.holder('dpo'), id, { advice: 'positive', reasons, conditions: [] });
  }
}

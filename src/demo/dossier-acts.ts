import type { Role } from '../kernel/actor.js';
import type { Json } from '../kernel/canonical.js';
import { newId } from '../kernel/ids.js';
import { AdviceService, AssessmentService, DpiaService, type SectionCode, SECTIONS } from '../features/assessments/index.js';
import {
  confirmableBy,
  fieldName,
  type Place,
  REGISTRATION_SECTIONS,
  RegistrationService,
  shownValues,
  starterOf,
  VersionsService,
} from '../features/tools/index.js';
import { unitIds } from './sample-rows.repository.js';
import type { SampleTool } from './sample-tools.catalogue.js';
import { asAnswers, asForm, changed, type Changes } from './fill-in.js';
import type { Stage } from './stage.js';

const AGREEMENT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

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

  async start(extra: { readonly isPlatform?: boolean; readonly runsWithoutConsent?: boolean } = {}): Promise<void> {
    const { name, starter } = this.sample;
    const hr = this.stage.holder('hr_registrar');
    const { toolId } = await this.stage.get(RegistrationService).start(hr, { name, starter, ...extra }, newId('i'));
    this.place = { toolId, number: 1 };
  }

  /** Takes over a tool that is there already, as Countersign itself is from set-up on. */
  takeOver(toolId: string): void {
    this.place = { toolId, number: 1 };
  }

  private changes(): Changes {
    const { vendor, product, changes, starter } = this.sample;
    const withSupplier = starterOf(starter)?.answers.some(({ attribute }) => attribute.startsWith('processors[]'));
    const supplier: Record<string, Json> = withSupplier ? { [fieldName('processors[].name', 'r1')]: vendor } : {};
    return { [fieldName('tool.vendor')]: vendor, [fieldName('tool.version')]: product, ...supplier, ...changes };
  }

  private async answer(role: Role): Promise<void> {
    const service = this.stage.get(RegistrationService);
    const version = await service.version(this.place);
    const values = changed(shownValues(version, 'nl'), this.changes());
    const answers = REGISTRATION_SECTIONS.flatMap((section) => asAnswers(section, values, role));
    await service.saveAnswers(this.stage.holder(role), this.place, answers);
  }

  /** HR and IT fill in their part, IT confirms, HR registers. */
  async register(): Promise<void> {
    const service = this.stage.get(RegistrationService);
    const [hr, it] = [this.stage.holder('hr_registrar'), this.stage.holder('it_admin')];
    const starter = starterOf(this.sample.starter);
    const ids = await this.stage.read(unitIds);
    const units = this.sample.units === 'all' ? [...ids.values()] : this.sample.units.map((unit) => ids.get(unit) ?? '');
    await service.saveAnswers(hr, this.place, [], { scope: { units, staffNumbers: [] } });
    await this.answer('hr_registrar');
    await service.saveAnswers(it, this.place, [], { enforcement: this.sample.enforcement });
    const capabilities = starter?.capabilities.map(({ code, can, isOn, reach }) => ({ code, can, on: isOn, reach })) ?? [];
    await service.saveCapabilities(it, this.place, capabilities);
    const sheet = starter?.sheet.map(({ name, value, meaning, stricterIs }) => ({
      name,
      value,
      meaningNl: meaning.nl,
      meaningEn: meaning.en,
      stricterIs,
    }));
    await service.saveSheet(it, this.place, sheet ?? []);
    await this.answer('it_admin');
    const open = confirmableBy(it, (await service.version(this.place)).answers);
    if (open.length > 0) await service.confirm(it, this.place, open, newId('i'));
    await service.register(hr, this.place, newId('i'));
  }

  /** The privacy officer works through the sections, and attaches the agreements that they speak of. */
  async assess(): Promise<void> {
    const service = this.stage.get(AssessmentService);
    const po = this.stage.holder('privacy_officer');
    const { processors = [] } = await this.suppliers();
    for (const item of processors) {
      const file = { bytes: AGREEMENT, name: 'verwerkersovereenkomst.pdf', kind: 'processing_agreement', item };
      await this.stage.get(VersionsService).attach(po, this.place.toolId, this.place.number, file);
    }
    const signed = processors.flatMap((item) => [
      [fieldName('processors[].processingAgreementSigned', item), true],
      [fieldName('processors[].processingAgreementComplete', item), true],
    ]);
    for (const code of SECTIONS.filter((section) => section !== 'risks'))
      await this.section(service, code, Object.fromEntries(signed) as Changes);
    const { risks } = await service.section(this.place.toolId, this.place.number, 'risks', 'nl');
    await this.stage.get(DpiaService).saveRisks(po, this.place.toolId, this.place.number, { risks, lowered: null, finished: true });
  }

  private async suppliers(): Promise<{ readonly processors?: readonly string[] }> {
    const version = await this.stage.get(RegistrationService).version(this.place);
    return { processors: shownValues(version, 'nl').items('processors', '') };
  }

  /** As on the page: what an answer brings up is asked when it is saved, and filled in then. */
  private async section(service: AssessmentService, code: SectionCode, signed: Changes, again = true): Promise<void> {
    const po = this.stage.holder('privacy_officer');
    const { section, values } = await service.section(this.place.toolId, this.place.number, code, 'nl');
    const fields = asForm(section, changed(values, { ...this.changes(), ...VIEWS, ...signed }), 'privacy_officer');
    const saved = await service.save(po, { ...this.place, code }, { ...fields, note: '', pages: '', finished: 'yes' });
    if (saved.kind === 'saved') return;
    if (again) return this.section(service, code, signed, false);
    const open = saved.kind === 'faulty' ? [...saved.errors.map(({ field }) => field), ...saved.open].join(', ') : saved.kind;
    throw new Error(`Expected: the section ${code} of ${this.sample.name} is finished. Found open: ${open}.`);
  }

  /** The director signs the tests that were won, where there are any. */
  async sign(): Promise<void> {
    const director = this.stage.holder('director');
    await this.stage.get(DpiaService).sign(director, this.place.toolId, this.place.number, this.stage.identity(director));
  }

  async fix(): Promise<void> {
    const po = this.stage.holder('privacy_officer');
    const { review } = await this.stage.get(DpiaService).fixingModel(this.place.toolId, this.place.number);
    await this.stage.get(DpiaService).fix(po, this.place.toolId, this.place.number, review.proposed);
  }

  async askAdvice(): Promise<void> {
    await this.stage.get(AdviceService).ask(this.stage.holder('hr_registrar'), this.place.toolId, this.place.number);
  }

  async advise(): Promise<void> {
    const { id } = await this.stage.get(RegistrationService).version(this.place);
    const reasons =
      'Het doel is duidelijk en de gegevens zijn beperkt. De maatregelen passen bij de risico’s. Let bij de evaluatie op wie er kijkt.';
    await this.stage.get(AdviceService).give(this.stage.holder('dpo'), id, { advice: 'positive', reasons, conditions: [] });
  }
}

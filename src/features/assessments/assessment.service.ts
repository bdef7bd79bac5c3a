import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, type Upload } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { storeFile } from '../people/index.js';
import {
  type AnswerError,
  attachFile,
  editedRows,
  lockToolOf,
  readAnswers,
  readVersion,
  type Version,
  versionAt,
  writeAnswers,
} from '../tools/index.js';
import { requestOn } from './advice.repository.js';
import { readSectionForm, type SectionForm, type SectionFormFault } from './domain/section-form.js';
import type { SectionCode } from './domain/sections.js';
import { finishedSections, finishSection, reopenSection, sectionNotes, writeNote } from './dpia.repository.js';
import { hasDpia, openIn, type SectionModel, sectionModel } from './section-model.js';
import { assessedDossier, type Finding, findingsOf } from './read-assessment.js';

export type { SectionModel } from './section-model.js';
export { signersOf } from './section-model.js';

export type Saved =
  | { readonly kind: 'saved'; readonly reference: string | null }
  | { readonly kind: 'edited'; readonly model: SectionModel; readonly form: SectionForm }
  | {
      readonly kind: 'faulty';
      readonly model: SectionModel;
      readonly form: SectionForm;
      readonly errors: readonly AnswerError[];
      readonly faults: readonly SectionFormFault[];
      /** Saved, but these questions keep the section from being finished. */
      readonly open: readonly string[];
    };

export interface OverviewModel {
  readonly version: Version;
  readonly asked: boolean;
  readonly finished: readonly string[];
  readonly begun: readonly string[];
  readonly findings: readonly Finding[];
}

@Injectable()
export class AssessmentService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  overview(toolId: string, number: number): Promise<OverviewModel> {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      const notes = await sectionNotes(tx, version.id);
      const findings = findingsOf(version, await assessedDossier(tx, version, this.clock.now()));
      const [asked, finished] = [await requestOn(tx, toolId, [version.fingerprint]), await finishedSections(tx, version.id)];
      return { version, asked: asked !== null, finished, begun: notes.map(({ section }) => section), findings };
    });
  }

  section(toolId: string, number: number, code: SectionCode, language: Language): Promise<SectionModel> {
    return this.transactions.read(async (tx) => sectionModel(tx, await versionAt(tx, toolId, number), code, this.clock.now(), language));
  }

  /** Saves a section's answers, its note, and whether it is finished. What was typed is kept even when it cannot be finished yet. */
  save(actor: Actor, at: { toolId: string; number: number; code: SectionCode }, body: Record<string, unknown>): Promise<Saved> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { language } = actor;
      const found = await versionAt(tx, at.toolId, at.number);
      await lockToolOf(tx, found.id);
      const model = await sectionModel(tx, await readVersion(tx, found.id), at.code, now, language);
      const { form, faults, rest } = readSectionForm(body, model.hasDpiaFile);
      const reader = { role: actor.role, language, values: model.values };
      const edited = editedRows(model.section, rest, reader);
      if (edited) return { kind: 'edited', model: { ...model, values: edited }, form };
      const read = readAnswers(model.section, rest, reader);
      if (!read.ok || faults.length > 0)
        return { kind: 'faulty', model: { ...model, values: read.values }, form, errors: read.ok ? [] : read.errors, faults, open: [] };
      await writeAnswers(tx, actor, now, found.id, read.answers);
      return this.close(tx, actor, now, { versionId: found.id, code: at.code, form });
    });
  }

  /**
   * The same for a program, which writes the answers apart: note, pages, and whether the section is finished. Answers the questions that keep
   * it from being finished; 422 `pages.no-file` when it points into a DPIA that is not attached.
   */
  conclude(actor: Actor, at: { toolId: string; number: number; code: SectionCode }, form: SectionForm): Promise<readonly string[]> {
    return this.transactions.run(async (tx) => {
      const found = await versionAt(tx, at.toolId, at.number);
      await lockToolOf(tx, found.id);
      if (form.pages !== '' && !hasDpia(found)) throw unusable('pages', 'pages.no-file');
      const saved = await this.close(tx, actor, this.clock.now(), { versionId: found.id, code: at.code, form });
      return saved.kind === 'faulty' ? saved.open : [];
    });
  }

  private async close(tx: Tx, actor: Actor, now: Date, { versionId, code, form }: Closing): Promise<Saved> {
    if (actor.role !== 'privacy_officer') return { kind: 'saved', reference: null };
    const by = { personId: actor.personId ?? 'system', at: now };
    await writeNote(tx, versionId, { section: code, note: form.note, pages: form.pages }, by);
    const version = await readVersion(tx, versionId);
    const open = form.finished && form.pages === '' ? openIn(code, version) : [];
    const finishes = form.finished && open.length === 0;
    if (finishes) await finishSection(tx, versionId, code, by);
    else await reopenSection(tx, versionId, code);
    const subject = { toolId: version.toolId, subjectId: versionId };
    const reference = await record(tx, actor, now, 'assessment.written', subject, { section: code, finished: finishes });
    if (open.length === 0) return { kind: 'saved', reference };
    const model = await sectionModel(tx, version, code, now, actor.language);
    return { kind: 'faulty', model, form, errors: [], faults: [], open };
  }

  /** An existing DPIA, so that it need not be typed again: the answers point into it. */
  attach(actor: Actor, toolId: string, number: number, upload: Upload): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      if (version.fixedAt) throw refused('dpia.fixed-already');
      const stored = await storeFile(tx, actor, now, { bytes: upload.bytes, name: upload.name, field: 'file' });
      await attachFile(tx, actor, now, version.id, { fileId: stored.id, kind: 'dpia', item: '' });
    });
  }
}
interface Closing {
  readonly versionId: string;
  readonly code: SectionCode;
  readonly form: SectionForm;
}

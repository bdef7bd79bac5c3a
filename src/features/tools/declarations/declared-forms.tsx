import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { explain, type PageResult, seeOther, unprocessable, withStatus } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { mendable } from '../form-errors.js';
import { unknownFieldText } from '../questionnaire/fault-texts.js';
import { toolsCatalogue } from '../tools.catalogue.js';
import { toolPaths } from '../tools.paths.js';
import type { Version } from '../version.js';
import { DashboardsPage } from '../web/dashboards-page.js';
import { GradePage, IndividualPage } from '../web/grade-page.js';
import { MetricsPage } from '../web/metrics-page.js';
import { type DeclaredChoices, type DeclaredInput, DeclarationsService } from './declarations.service.js';
import { dashboardRows, readDashboards, type TypedDashboard } from './domain/dashboards-form.js';
import { type DeclaredPage, nextDeclared } from './domain/declared-pages.js';
import { metricRows, readMetrics, type TypedMetric } from './domain/metrics-form.js';
import { readGrade, readView, type TypedGrade, typedGrade, type TypedView, typedView } from './domain/single-forms.js';
import type { Body } from './domain/typed-rows.js';
import { frameOf, offeredCategories, offeredMetrics, offeredPurposes, offeredUnits } from './form-choices.js';
import { proposedDashboards, proposedMetrics } from './proposed.js';
import { gradeName } from './declared-words.js';

type Errors = readonly FieldError[];
/** Something typed, what it would be, and what did not belong to the form. */
interface Read {
  readonly page: (errors?: Errors) => VNode;
  readonly input: DeclaredInput | null;
  readonly isEdit: boolean;
  readonly errors: Errors;
}

/** The pages on which a version declares what it counts, shows and how it is stopped: each as it stands, and as it was typed. */
@Injectable()
export class DeclaredForms {
  constructor(private readonly declarations: DeclarationsService) {}

  async page(actor: Actor, version: Version, page: DeclaredPage): Promise<VNode> {
    if (page === 'grade') return gradeForm(actor, version, typedGrade(version.declarations.grade));
    if (page === 'individual-view') return viewForm(actor, version, typedView(version.declarations.individualView));
    if (page === 'metrics') return metricsForm(actor, version, metricRows(proposedMetrics(version)));
    const offered = await this.declarations.choices(version);
    return dashboardsForm(actor, version, offered, dashboardRows(proposedDashboards(version, offered)));
  }

  async save(actor: Actor, version: Version, page: DeclaredPage, body: Body): Promise<PageResult> {
    const read = await this.read(actor, version, page, body);
    if (read.isEdit) return withStatus(200, read.page());
    if (read.errors.length > 0 || !read.input) return unprocessable(read.page(read.errors));
    try {
      await this.declarations.save(actor, version, read.input);
    } catch (error) {
      return unprocessable(read.page(mendable(error, actor.language)));
    }
    const next = nextDeclared(page, actor.role);
    const { toolId, number } = version;
    const saved = text(toolsCatalogue, actor.language)('saved');
    return seeOther(next ? toolPaths.registerSection(toolId, number, next) : toolPaths.register(toolId, number), saved);
  }

  private async read(actor: Actor, version: Version, page: DeclaredPage, body: Body): Promise<Read> {
    const strayErrors = (stray: readonly string[]): Errors =>
      stray.map((field) => ({ field, text: unknownFieldText(field, actor.language) }));
    if (page === 'grade') {
      const { typed, grade, stray } = readGrade(body);
      const input = { grade: { enforcement: version.enforcement, ...grade } };
      return { page: (errors) => gradeForm(actor, version, typed, errors), input, isEdit: false, errors: strayErrors(stray) };
    }
    if (page === 'individual-view') {
      const { typed, view, stray } = readView(body);
      const unsaid = view === undefined ? [{ field: 'allowed', text: explain({ code: 'field.choice' }, actor.language).title }] : [];
      const shown = (errors?: Errors) => viewForm(actor, version, typed, errors);
      return {
        page: shown,
        input: view === undefined ? null : { individualView: view },
        isEdit: false,
        errors: [...unsaid, ...strayErrors(stray)],
      };
    }
    if (page === 'metrics') {
      const { rows, metrics, isEdit, stray } = readMetrics(body);
      return { page: (errors) => metricsForm(actor, version, rows, errors), input: { metrics }, isEdit, errors: strayErrors(stray) };
    }
    const offered = await this.declarations.choices(version);
    const { rows, dashboards, isEdit, stray } = readDashboards(body, offered);
    return {
      page: (errors) => dashboardsForm(actor, version, offered, rows, errors),
      input: { dashboards },
      isEdit,
      errors: strayErrors(stray),
    };
  }
}

const gradeForm = (actor: Actor, version: Version, typed: TypedGrade, errors?: Errors): VNode => (
  <GradePage
    {...frameOf(actor, version, 'grade', errors)}
    typed={typed}
    grade={gradeName(version.enforcement, actor.language)}
    files={version.files.map(({ fileId, name }) => ({ value: fileId, text: name }))}
  />
);
const viewForm = (actor: Actor, version: Version, typed: TypedView, errors?: Errors): VNode => (
  <IndividualPage
    {...frameOf(actor, version, 'individual-view', errors)}
    typed={typed}
    purposes={offeredPurposes(version, actor.language)}
  />
);
const metricsForm = (actor: Actor, version: Version, rows: readonly TypedMetric[], errors?: Errors): VNode => (
  <MetricsPage {...frameOf(actor, version, 'metrics', errors)} rows={rows} categories={offeredCategories(version, actor.language)} />
);
const dashboardsForm = (
  actor: Actor,
  version: Version,
  { units, smallestGroup }: DeclaredChoices,
  rows: readonly TypedDashboard[],
  errors?: Errors,
): VNode => (
  <DashboardsPage
    {...frameOf(actor, version, 'dashboards', errors)}
    rows={rows}
    offered={{ metrics: offeredMetrics(version, actor.language), units: offeredUnits(units), smallestGroup }}
  />
);

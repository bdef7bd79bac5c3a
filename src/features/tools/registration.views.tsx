import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import type { FieldError } from '../../platform/ui/index.js';
import { checkView } from './check-view.js';
import { factsAsTyped, isConfirmedList } from './domain/capabilities.js';
import { chosenStates } from './domain/capability-form.js';
import { confirmableBy } from './domain/confirmation.js';
import { pageStates, remaining } from './domain/pages.js';
import { registrationReasons } from './domain/registration.js';
import { proposedRows, rowsOf, type TypedSetting } from './domain/sheet-form.js';
import { shownValues } from './domain/version-values.js';
import type { Section } from './questionnaire/question.js';
import { mayWrite } from './questionnaire/read-answers.js';
import { shownValue } from './questionnaire/shown-value.js';
import type { Values } from './questionnaire/values.js';
import { changeTitle } from './change-titles.catalogue.js';
import type { ScopeView } from './registration.service.js';
import { starterOf } from './starters/index.js';
import type { Version } from './version.js';
import { CheckPage } from './web/check-page.js';
import { ConfirmPage } from './web/confirm-page.js';
import type { VersionPlace } from './web/frame.js';
import { OverviewPage } from './web/overview-page.js';
import { ProductPage } from './web/product-page.js';
import { SectionPage, type ScopeProps } from './web/section-page.js';
import { SheetPage } from './web/sheet-page.js';

export const placeOf = ({ toolId, toolName, number }: Version): VersionPlace => ({ toolId, toolName, number });

export const overviewPage = (version: Version, actor: Actor): VNode => (
  <OverviewPage
    place={placeOf(version)}
    states={pageStates(version, actor.role)}
    {...remaining(version, actor)}
    toConfirm={confirmableBy(actor, version.answers).length}
  />
);

interface Typed {
  readonly errors?: readonly FieldError[];
  readonly values?: Values;
  readonly scope?: Pick<ScopeProps, 'chosen' | 'staffNumbers'>;
  readonly enforcement?: Version['enforcement'] | null;
}

export const sectionPage = (version: Version, section: Section, actor: Actor, scope: ScopeView | null, typed: Typed = {}): VNode => (
  <SectionPage
    place={placeOf(version)}
    section={section}
    values={typed.values ?? shownValues(version, actor.language)}
    role={actor.role}
    errors={typed.errors}
    scope={
      scope
        ? { units: scope.units, people: scope.people, chosen: version.scope.units, staffNumbers: scope.staffNumbers, ...typed.scope }
        : undefined
    }
    enforcement={section.code === 'security' ? (typed.enforcement ?? version.enforcement) : undefined}
  />
);

export const productPage = (
  version: Version,
  actor: Actor,
  chosen?: ReadonlyMap<string, string>,
  errors?: readonly FieldError[],
): VNode => {
  const proposed = starterOf(version.tool.starter)?.capabilities ?? [];
  return (
    <ProductPage
      place={placeOf(version)}
      role={actor.role}
      chosen={chosen ?? chosenStates(version.capabilityRows, proposed)}
      facts={factsAsTyped(version.capabilityRows)}
      isConfirmed={isConfirmedList(version.capabilityRows)}
      isProposed={version.capabilityRows.length === 0 && proposed.length > 0}
      errors={errors}
    />
  );
};

export const sheetPage = (version: Version, actor: Actor, rows?: readonly TypedSetting[], errors?: readonly FieldError[]): VNode => {
  const writes = mayWrite(actor.role, 'settings');
  const proposed = writes && version.sheet.length === 0 ? proposedRows(starterOf(version.tool.starter)) : [];
  return (
    <SheetPage
      place={placeOf(version)}
      rows={rows ?? (version.sheet.length > 0 ? rowsOf(version.sheet) : proposed)}
      mayWrite={writes}
      errors={errors}
    />
  );
};

export const checkPage = (version: Version, actor: Actor, people: number, idempotencyKey: string): VNode => (
  <CheckPage
    place={placeOf(version)}
    sections={checkView(version, actor.language, people)}
    {...remaining(version, actor)}
    recordEntryId={version.tool.recordEntryId}
    register={
      actor.role === 'hr_registrar' && !version.registeredAt ? { idempotencyKey, isReady: registrationReasons(version).length === 0 } : null
    }
  />
);

export const confirmPage = (version: Version, actor: Actor, idempotencyKey: string, errors?: readonly FieldError[]): VNode => (
  <ConfirmPage
    place={placeOf(version)}
    idempotencyKey={idempotencyKey}
    errors={errors}
    facts={confirmableBy(actor, version.answers).map(({ attribute, item, value }) => ({
      name: `${attribute}|${item}`,
      question: changeTitle(attribute, actor.language),
      answer: shownValue({ attribute }, value, actor.language),
    }))}
  />
);

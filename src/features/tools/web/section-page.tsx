import type { Actor } from '../../../kernel/actor.js';
import { Checkboxes, errorOf, Field, Fieldset, Inset, Lead, Radios, Text, usePage, type FieldError } from '../../../platform/ui/index.js';
import { mayWrite } from '../questionnaire/read-answers.js';
import type { Section } from '../questionnaire/question.js';
import { QuestionForm } from '../questionnaire/question-form.js';
import type { Values } from '../questionnaire/values.js';
import { toolPaths } from '../tools.paths.js';
import { GRADES } from '../../../policy/index.js';
import type { Enforcement } from '../version.js';
import type { ScopeChoice } from '../answers.repository.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';

export interface ScopeProps {
  readonly units: readonly ScopeChoice[];
  readonly chosen: readonly string[];
  readonly staffNumbers: readonly string[];
  readonly people: number;
}
export interface SectionProps {
  readonly place: VersionPlace;
  readonly section: Section;
  readonly values: Values;
  readonly role: Actor['role'];
  readonly errors?: readonly FieldError[];
  readonly scope?: ScopeProps;
  readonly enforcement?: Enforcement | null;
}

const KEEPERS: readonly string[] = ['tool_owner', 'it_admin'];

const ScopeFields = ({ scope, role, errors }: { readonly scope: ScopeProps } & Pick<SectionProps, 'role' | 'errors'>) => {
  const t = useToolsText();
  const count = <Text>{t('scopeCount', { n: scope.people })}</Text>;
  if (!mayWrite(role, 'tool.scope.units'))
    return (
      <Inset>
        <Text>{t('scopeReadOnly')}</Text>
        {count}
      </Inset>
    );
  return (
    <Fieldset legend={t('scopeTitle')} size="m">
      {count}
      <Checkboxes
        name="tool.scope.units|"
        label={t('scopeUnits')}
        hint={t('scopeUnitsHint')}
        values={scope.chosen}
        error={errorOf(errors, 'tool.scope.units|')}
        items={scope.units.map((unit) => ({ value: unit.id, text: t('scopeUnit', { name: unit.name, n: unit.people }) }))}
      />
      <Field
        name="tool.scope.persons|"
        type="textarea"
        rows={3}
        label={t('scopePersons')}
        hint={t('scopePersonsHint')}
        optional
        value={scope.staffNumbers.join('\n')}
        error={errorOf(errors, 'tool.scope.persons|')}
      />
    </Fieldset>
  );
};

const EnforcementField = ({ value, errors }: { readonly value: Enforcement | null } & Pick<SectionProps, 'errors'>) => {
  const t = useToolsText();
  return (
    <Radios
      name="enforcement"
      label={t('enforcement')}
      hint={t('enforcementHint')}
      value={value}
      error={errorOf(errors, 'enforcement')}
      items={GRADES.map((grade) => ({ value: grade, text: t(`enforcement.${grade}`) }))}
    />
  );
};

export const SectionPage = ({ place, section, values, role, errors, scope, enforcement }: SectionProps) => {
  const t = useToolsText();
  const { language } = usePage();
  return (
    <ToolPage
      title={section.title[language]}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      {section.intro ? <Lead>{section.intro[language]}</Lead> : null}
      <QuestionForm
        section={section}
        values={values}
        role={role}
        errors={errors}
        save={t('save')}
        action={toolPaths.registerSection(place.toolId, place.number, section.code)}
      >
        {scope ? <ScopeFields scope={scope} role={role} errors={errors} /> : null}
        {enforcement === undefined || !KEEPERS.includes(role) ? null : <EnforcementField value={enforcement} errors={errors} />}
      </QuestionForm>
    </ToolPage>
  );
};

import type { Day } from '../../../../kernel/clock.js';
import { formatDay } from '../../../../platform/i18n/index.js';
import { errorOf, Field, Fieldset, Radios, Text, usePage, Warning } from '../../../../platform/ui/index.js';
import type { FoundRequest } from '../../requests.repository.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import { figureField, type Goal, REACHED } from '../domain/figures.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

export interface ReportFormProps extends Typed {
  readonly request: FoundRequest;
  readonly goals: readonly Goal[];
  readonly baselines: ReadonlyMap<string, string>;
  readonly dueOn: Day | null;
}

const GoalFields = ({ goal, baseline, typed, errors }: Typed & { readonly goal: Goal; readonly baseline: string }) => {
  const t = useAfterTexts();
  const field = (name: 'unit' | 'before' | 'after' | 'explanation') => {
    const full = figureField(goal.purpose, name);
    return { name: full, label: t(`report.${name}`), value: typedText(typed, full), error: errorOf(errors, full) };
  };
  const reached = figureField(goal.purpose, 'reached');
  return (
    <Fieldset legend={goal.goal}>
      {baseline ? <Text>{t('report.baseline', { text: baseline })}</Text> : null}
      <Field {...field('unit')} width={20} />
      <Field {...field('before')} width={10} inputmode="decimal" />
      <Field {...field('after')} width={10} inputmode="decimal" />
      <Radios
        name={reached}
        label={t('report.reached')}
        size="s"
        items={REACHED.map((value) => ({ value, text: t(`reached.${value}`) }))}
        value={typedText(typed, reached)}
        error={errorOf(errors, reached)}
      />
      <Field {...field('explanation')} type="textarea" rows={3} limit={2000} />
    </Fieldset>
  );
};

/** Did each purpose reach its goal, in figures? */
export const ReportPage = ({ request, goals, baselines, dueOn, typed, errors }: ReportFormProps) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const title = t('report.title', { tool: request.toolName });
  return (
    <ActPage
      title={title}
      crumbs={useAfterCrumbs()}
      lead={t('report.lead')}
      before={
        <>
          {dueOn ? <Text>{t('report.due', { date: formatDay(dueOn, language) })}</Text> : null}
          {goals.length === 0 ? <Warning>{t('report.noGoals')}</Warning> : null}
        </>
      }
      action={afterPaths.report(request.id)}
      button={t('report.button')}
      errors={errors}
    >
      {goals.map((goal) => (
        <GoalFields key={goal.purpose} goal={goal} baseline={baselines.get(goal.purpose) ?? ''} typed={typed} errors={errors} />
      ))}
      <Field
        name="summary"
        type="textarea"
        limit={4000}
        label={t('report.summary')}
        value={typedText(typed, 'summary')}
        error={errorOf(errors, 'summary')}
      />
    </ActPage>
  );
};

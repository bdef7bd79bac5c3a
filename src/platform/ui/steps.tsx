import type { ComponentChildren } from 'preact';
import { useUiText } from './page-context.js';
import { Tag, type TagProps } from './status.js';

export interface Step {
  readonly title: ComponentChildren;
  readonly state: 'done' | 'now' | 'todo';
  readonly by?: ComponentChildren;
  readonly when?: ComponentChildren;
}
/** The chain: done, now, not yet. */
export const Steps = ({ items, label }: { readonly items: readonly Step[]; readonly label?: string }) => {
  const t = useUiText();
  return (
    <ol class="cs-steps" role="list" aria-label={label}>
      {items.map((step, at) => (
        <li key={at} class={`cs-step cs-step--${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="cs-step__title">
            {step.title} {step.state === 'now' ? <span class="govuk-tag cs-tag--now">{t('steps.now')}</span> : null}
            {step.state === 'now' ? null : <span class="govuk-visually-hidden">({t(`steps.${step.state}`)})</span>}
          </span>
          {step.by ? <span class="cs-step__line">{step.by}</span> : null}
          {step.when ? <span class="cs-step__line">{step.when}</span> : null}
        </li>
      ))}
    </ol>
  );
};

export interface Task {
  readonly text: ComponentChildren;
  readonly href?: string;
  readonly hint?: ComponentChildren;
  readonly tag?: TagProps;
}
export const TaskList = ({ items }: { readonly items: readonly Task[] }) => (
  <ul class="govuk-task-list">
    {items.map((task, at) => (
      <li key={at} class={task.href ? 'govuk-task-list__item govuk-task-list__item--with-link' : 'govuk-task-list__item'}>
        <div class="govuk-task-list__name-and-hint">
          {task.href ? (
            <a class="govuk-link govuk-task-list__link" href={task.href}>
              {task.text}
            </a>
          ) : (
            task.text
          )}
          {task.hint ? <div class="govuk-task-list__hint">{task.hint}</div> : null}
        </div>
        {task.tag ? (
          <div class="govuk-task-list__status">
            <Tag {...task.tag} />
          </div>
        ) : null}
      </li>
    ))}
  </ul>
);

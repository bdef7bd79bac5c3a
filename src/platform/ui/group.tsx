import type { ComponentChildren } from 'preact';
import { useUiText } from './page-context.js';

/** What every question has: a name (also its id), words, and perhaps an error. */
export interface Question {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  readonly optional?: boolean;
}

export const describedBy = ({ name, hint, error }: Pick<Question, 'name' | 'hint' | 'error'>, more?: string): string | undefined =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : '', more ?? ''].filter(Boolean).join(' ') || undefined;

export const Hint = ({ name, hint }: Pick<Question, 'name' | 'hint'>) =>
  hint ? (
    <div class="govuk-hint" id={`${name}-hint`}>
      {hint}
    </div>
  ) : null;

export const ErrorText = ({ name, error }: Pick<Question, 'name' | 'error'>) => {
  const t = useUiText();
  return error ? (
    <p class="govuk-error-message" id={`${name}-error`}>
      <span class="govuk-visually-hidden">{t('error.prefix')}</span> {error}
    </p>
  ) : null;
};

export const Label = ({ name, label, optional }: Question) => {
  const t = useUiText();
  return (
    <label class="govuk-label govuk-label--s" for={name}>
      {label}
      {optional ? <span class="cs-optional"> {t('field.optional')}</span> : null}
    </label>
  );
};

export const Group = ({ error, children }: { readonly error?: string; readonly children: ComponentChildren }) => (
  <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>{children}</div>
);

export interface FieldsetProps {
  readonly legend: ComponentChildren;
  readonly children: ComponentChildren;
  readonly describedBy?: string;
  readonly size?: 's' | 'm' | 'l';
}
export const Fieldset = ({ legend, children, describedBy: by, size = 's' }: FieldsetProps) => (
  <fieldset class="govuk-fieldset" aria-describedby={by}>
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>{legend}</legend>
    {children}
  </fieldset>
);

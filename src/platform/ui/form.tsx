import type { ComponentChildren } from 'preact';
import { usePage, useUiText } from './page-context.js';

export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
);

export interface FormProps {
  readonly action: string;
  readonly children: ComponentChildren;
  /** A search form; it carries no tokens. */
  readonly method?: 'post' | 'get';
  readonly multipart?: boolean;
  readonly idempotencyKey?: string;
  readonly label?: string;
  /** Stands in a line of text or a row of buttons. */
  readonly inline?: boolean;
}
export const Form = ({ action, children, method = 'post', multipart, idempotencyKey, label, inline }: FormProps) => {
  const { csrf } = usePage();
  return (
    <form
      action={action}
      method={method}
      encType={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      class={inline ? 'cs-form-inline' : undefined}
      noValidate
    >
      {method === 'post' ? <Hidden name="_csrf" value={csrf} /> : null}
      {idempotencyKey ? <Hidden name="_idempotency" value={idempotencyKey} /> : null}
      {children}
    </form>
  );
};

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'primary' | 'secondary' | 'warning';
  readonly name?: string;
  readonly value?: string;
}
const buttonClass = (kind: ButtonProps['kind']): string =>
  kind === undefined || kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`;

export const Button = ({ children, kind, name, value }: ButtonProps) => (
  <button type="submit" class={buttonClass(kind)} name={name} value={value}>
    {children}
  </button>
);
/** Goes to a page; looks like a button. */
export const ButtonLink = ({ href, children, kind }: { readonly href: string } & Pick<ButtonProps, 'children' | 'kind'>) => (
  <a class={buttonClass(kind)} href={href} draggable={false}>
    {children}
  </a>
);
/** Submits its form; looks like a link. */
export const LinkButton = ({ children, name, value }: Omit<ButtonProps, 'kind'>) => (
  <button type="submit" class="cs-link-button" name={name} value={value}>
    {children}
  </button>
);
export const ButtonGroup = ({ children }: { readonly children: ComponentChildren }) => <div class="govuk-button-group">{children}</div>;

/** `field` is the name of the field, which is also its id. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
}
export const errorOf = (errors: readonly FieldError[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.text;

export const ErrorSummary = ({ errors }: { readonly errors?: readonly FieldError[] }) => {
  const t = useUiText();
  if (!errors || errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-error-summary tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('error.title')}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={`${error.field} ${error.text}`}>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : error.text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
};

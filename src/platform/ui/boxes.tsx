import type { ComponentChildren } from 'preact';
import { useUiText } from './page-context.js';

interface Content {
  readonly children: ComponentChildren;
}

export const Details = ({ summary, children, open }: Content & { readonly summary: ComponentChildren; readonly open?: boolean }) => (
  <details class="govuk-details" open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);

export const Warning = ({ children }: Content) => {
  const t = useUiText();
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t('warning.label')}: </span>
        {children}
      </strong>
    </div>
  );
};

export type BannerKind = 'info' | 'warning' | 'error' | 'success';
export interface BannerProps {
  readonly kind?: BannerKind;
  readonly heading?: ComponentChildren;
  readonly children?: ComponentChildren;
}
export const Banner = ({ kind = 'info', heading, children }: BannerProps) => (
  <div class={`cs-box cs-box--${kind}`} role={kind === 'success' ? 'status' : undefined}>
    {heading ? <h2 class="govuk-heading-s cs-box__heading">{heading}</h2> : null}
    {children ? <div class="cs-box__body">{children}</div> : null}
  </div>
);

export interface PanelProps {
  readonly title: ComponentChildren;
  /** A random reference, never a place in the log. */
  readonly reference?: string;
  readonly children?: ComponentChildren;
}
/** The confirmation after an act. Its title is the page's h1. */
export const Panel = ({ title, reference, children }: PanelProps) => {
  const t = useUiText();
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      <div class="govuk-panel__body">
        {children}
        {reference ? (
          <p class="cs-panel__reference">
            {t('panel.reference')} <strong>{reference}</strong>
          </p>
        ) : null}
      </div>
    </div>
  );
};

export const Card = ({ children, id }: Content & { readonly id?: string }) => (
  <section class="cs-card" id={id}>
    {children}
  </section>
);
/** Side by side on a wide screen, under each other on a phone. */
export const Columns = ({ children }: Content) => <div class="cs-columns">{children}</div>;
export const Stack = ({ children }: Content) => <div class="cs-stack">{children}</div>;

/** A letter or one-pager: the part of the page that goes to paper. */
export const Document = ({ children, label, lang }: Content & { readonly label: string; readonly lang?: string }) => (
  <article class="cs-document" aria-label={label} lang={lang}>
    {children}
  </article>
);

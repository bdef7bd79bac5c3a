import type { ComponentChildren } from 'preact';
import { useUiText, type NavItem } from './page-context.js';

export interface Crumb {
  readonly text: string;
  /** The last crumb is the page itself and has none. */
  readonly href?: string;
}
export const Crumbs = ({ items }: { readonly items: readonly Crumb[] }) => {
  const t = useUiText();
  return (
    <nav class="govuk-breadcrumbs" aria-label={t('shell.crumbs')}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((crumb, at) => (
          <li key={at} class="govuk-breadcrumbs__list-item" aria-current={crumb.href ? undefined : 'page'}>
            {crumb.href ? (
              <a class="govuk-breadcrumbs__link" href={crumb.href}>
                {crumb.text}
              </a>
            ) : (
              crumb.text
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};

const counted = (item: NavItem): ComponentChildren => (item.count ? `${item.text} (${item.count})` : item.text);

export const NavLinks = ({ items, block }: { readonly items: readonly NavItem[]; readonly block: string }) => (
  <ul class={`${block}__list`} role="list">
    {items.map((item) => (
      <li key={item.href} class={item.current ? `${block}__item ${block}__item--current` : `${block}__item`}>
        <a class={`${block}__link`} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {counted(item)}
        </a>
      </li>
    ))}
  </ul>
);

/** The parts of one dossier or case: real pages, so they work without JavaScript. */
export const SubNav = ({ items, label }: { readonly items: readonly NavItem[]; readonly label?: string }) => {
  const t = useUiText();
  return (
    <nav class="cs-subnav" aria-label={label ?? t('shell.subnav')}>
      <NavLinks items={items} block="cs-subnav" />
    </nav>
  );
};

export interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}
const around = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);

export const Pagination = ({ page, pages, href }: PaginationProps) => {
  const t = useUiText();
  if (pages <= 1) return null;
  return (
    <nav class="cs-pages" aria-label={t('pages.label')}>
      <ul class="cs-pages__list" role="list">
        {page > 1 ? (
          <li>
            <a class="govuk-link" href={href(page - 1)} rel="prev">
              {t('pages.previous')}
            </a>
          </li>
        ) : null}
        {around(page, pages).map((n) => (
          <li key={n}>
            <a
              class="govuk-link cs-pages__link"
              href={href(n)}
              aria-current={n === page ? 'page' : undefined}
              aria-label={t('pages.page', { n })}
            >
              {n}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a class="govuk-link" href={href(page + 1)} rel="next">
              {t('pages.next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
};

import type { ComponentChildren } from 'preact';
import { formatInstant } from '../i18n/formats.js';
import { Banner, Warning } from './boxes.js';
import { Crumbs, SubNav, type Crumb } from './navigation.js';
import { usePage, useUiText, type NavItem } from './page-context.js';
import { Account, DemoBar, Footer, Masthead, WayOut } from './shell-parts.js';

export interface ShellProps {
  readonly title: string;
  /** The page came back with mistakes: the title says so first. */
  readonly error?: boolean;
  readonly crumbs?: readonly Crumb[];
  /** The h1 and what belongs to it, above the sub-navigation. Without one the children bring the h1. */
  readonly heading?: ComponentChildren;
  readonly subnav?: readonly NavItem[];
  readonly children: ComponentChildren;
  readonly aside?: ComponentChildren;
  /** Whoever knows the address may read: no other page hears of it, and no search engine keeps it. */
  readonly secretAddress?: boolean;
  /** What stands here cannot be opened again: nothing above it that leads away, such as the other language. */
  readonly shownOnce?: boolean;
}

const Head = ({ title, error, secretAddress }: Pick<ShellProps, 'title' | 'error' | 'secretAddress'>) => {
  const t = useUiText();
  const { untraced } = usePage();
  const secret = secretAddress || untraced;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{`${error ? `${t('shell.errorPrefix')} ` : ''}${title} - Countersign`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content={secret ? 'no-referrer' : 'same-origin'} />
      {secret ? <meta name="robots" content="noindex, nofollow, noarchive" /> : null}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/app.css" />
      {untraced ? null : <script src="/assets/enhance.js" defer />}
    </head>
  );
};

const Body = ({ children, aside }: Pick<ShellProps, 'children' | 'aside'>) => {
  const t = useUiText();
  if (!aside) return <div class="cs-body">{children}</div>;
  return (
    <div class="cs-body cs-body--aside">
      <div class="cs-body__main">{children}</div>
      <aside class="cs-aside" aria-label={t('shell.aside')}>
        {aside}
      </aside>
    </div>
  );
};

/** The whole page around its content. */
export const Shell = ({ title, error, crumbs, heading, subnav, children, aside, secretAddress, shownOnce }: ShellProps) => {
  const t = useUiText();
  const { language, demo, flash, caution, subject, now, untraced } = usePage();
  return (
    <html lang={language} class="govuk-template">
      <Head title={title} error={error} secretAddress={secretAddress} />
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          {t('shell.skip')}
        </a>
        {demo && !untraced ? <DemoBar at={demo.now} /> : null}
        <header class="cs-header">
          {untraced ? <WayOut /> : shownOnce ? null : <Account />}
          <Masthead />
        </header>
        <div class="govuk-width-container cs-page">
          {crumbs && crumbs.length > 0 ? <Crumbs items={crumbs} /> : null}
          <main class="cs-main" id="main" tabIndex={-1}>
            {flash ? <Banner kind="success">{flash}</Banner> : null}
            {heading}
            {subnav && subnav.length > 0 ? <SubNav items={subnav} /> : null}
            {caution ? <Warning>{caution}</Warning> : null}
            <Body aside={aside}>{children}</Body>
          </main>
        </div>
        {subject ? <p class="cs-print-only govuk-width-container">{t('shell.printedSubject', { ...subject })}</p> : null}
        <p class="cs-print-only govuk-width-container">{t('shell.printed', { title, when: formatInstant(now, language) })}</p>
        <Footer />
      </body>
    </html>
  );
};

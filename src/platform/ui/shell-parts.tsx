import { formatInstant } from '../i18n/formats.js';
import { Form, Hidden, LinkButton } from './form.js';
import { NavLinks } from './navigation.js';
import { usePage, useUiText, type PageContext } from './page-context.js';

const languageHref = ({ path, language }: PageContext): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language === 'nl' ? 'en' : 'nl'}`;

export const Account = () => {
  const t = useUiText();
  const page = usePage();
  const { actor, language } = page;
  const signedIn = actor !== null && actor.personId !== null;
  const other = language === 'nl' ? 'en' : 'nl';
  return (
    <div class="cs-account">
      <ul class="cs-account__list govuk-width-container" role="list" aria-label={t('shell.account')}>
        {signedIn ? (
          <li>
            {t('shell.role')} <strong>{page.roleLabel}</strong>
            {actor.roles.length > 1 ? (
              <>
                {' '}
                (<a href="/role">{t('shell.switchRole')}</a>)
              </>
            ) : null}
          </li>
        ) : null}
        {page.unread ? (
          <li>
            <a href="/me/notices">{t('shell.inbox', { n: page.unread })}</a>
          </li>
        ) : null}
        <li>
          <a href={languageHref(page)} lang={other} hreflang={other}>
            {t('shell.otherLanguage')}
          </a>
        </li>
        {signedIn ? (
          <>
            <li>
              <a href="/settings/me">{t('shell.settings')}</a>
            </li>
            <li>
              <Form action="/logout" inline>
                <LinkButton>{t('shell.signOut')}</LinkButton>
              </Form>
            </li>
          </>
        ) : (
          <li>
            <a href="/login">{t('shell.signIn')}</a>
          </li>
        )}
      </ul>
    </div>
  );
};

/** Somewhere that tells nothing about what was read here. */
const ELSEWHERE = 'https://www.knmi.nl/';

/** In place of an account: the other language, while that loses nothing, and a quick way out. */
export const WayOut = () => {
  const t = useUiText();
  const page = usePage();
  const other = page.language === 'nl' ? 'en' : 'nl';
  return (
    <div class="cs-account">
      <ul class="cs-account__list govuk-width-container" role="list" aria-label={t('shell.account')}>
        {page.answersForm ? null : (
          <li>
            <a href={languageHref(page)} lang={other} hreflang={other}>
              {t('shell.otherLanguage')}
            </a>
          </li>
        )}
        <li>
          <a href={ELSEWHERE} rel="noreferrer">
            <strong>{t('shell.leave')}</strong>
          </a>
        </li>
      </ul>
    </div>
  );
};

export const Masthead = () => {
  const t = useUiText();
  const { nav } = usePage();
  return (
    <div class="cs-masthead">
      <div class="cs-masthead__inner govuk-width-container">
        <a class="cs-masthead__name" href="/">
          Countersign
        </a>
        {nav.length > 0 ? (
          <nav class="cs-nav" aria-label={t('shell.nav')}>
            <NavLinks items={nav} block="cs-nav" />
          </nav>
        ) : null}
      </div>
    </div>
  );
};

export const DemoBar = ({ at }: { readonly at: Date }) => {
  const t = useUiText();
  const { language, path } = usePage();
  return (
    <section class="cs-demo" aria-label={t('demo.label')}>
      <div class="govuk-width-container">
        <Form action="/demo/clock" inline>
          <Hidden name="from" value={path} />
          <span>{t('demo.clock', { when: formatInstant(at, language) })}</span>
          <LinkButton name="days" value="1">
            {t('demo.day')}
          </LinkButton>
          <LinkButton name="days" value="14">
            {t('demo.fortnight')}
          </LinkButton>
        </Form>
      </div>
    </section>
  );
};

export const Footer = () => {
  const t = useUiText();
  const { actor, language } = usePage();
  const report = language === 'en' ? '/report?lang=en' : '/report';
  return (
    <footer class="cs-footer">
      <nav class="govuk-width-container" aria-label={t('shell.footer')}>
        <ul class="cs-footer__list" role="list">
          <li>
            <a href="/accessibility">{t('footer.accessibility')}</a>
          </li>
          <li>
            <a href="/privacy">{t('footer.privacy')}</a>
          </li>
          <li>
            <a href={actor ? '/complaints' : report}>{t('footer.complaint')}</a>
          </li>
          <li>
            <a href="/callers">{t('footer.callers')}</a>
          </li>
          <li>
            <a href="/public-register">{t('footer.register')}</a>
          </li>
          <li>
            <a href="/source">{t('footer.source')}</a>
          </li>
          <li>
            <a href="/help/glossary">{t('footer.glossary')}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
};

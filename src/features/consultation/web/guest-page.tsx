import { formatInstant } from '../../../platform/i18n/index.js';
import { Banner, ButtonLink, H1, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { guestPaths } from '../guests/guests.paths.js';
import type { Opened } from '../guests/guests.service.js';
import { Asked, Papers } from './case-papers.js';
import { QuestionsPart } from './case-questions.js';
import { useGuestTexts } from './guest-link-pages.js';
import { OnePageView } from './one-page-view.js';

/** One case as a guest reads it: nothing to fill in, nothing of the council itself. */
export const GuestPage = ({ request, bundle, questions, expiresAt, token }: Opened & { readonly token: string }) => {
  const t = useGuestTexts();
  const { language } = usePage();
  const title = t('guest.title', { tool: request.toolName });
  return (
    <Shell title={title} secretAddress>
      <H1 caption={t('guest.caption')}>{title}</H1>
      <Banner kind="info">
        <Text>{t('guest.banner')}</Text>
        <Text>{t('guest.until', { when: formatInstant(expiresAt, language) })}</Text>
        <Text>{t('guest.noted')}</Text>
      </Banner>
      {bundle ? (
        <>
          <OnePageView page={bundle.onePage[language]} />
          <ButtonLink href={guestPaths.onePagePdf(token)} kind="secondary">
            {t('guest.pdf')}
          </ButtonLink>
        </>
      ) : null}
      <Asked request={request} />
      {bundle ? <Papers bundle={bundle} /> : null}
      <QuestionsPart
        request={request}
        questions={questions}
        meetings={[]}
        may={{ ask: false, answer: false, noteAnswer: false }}
        fileHref={(questionId, fileId) => guestPaths.answerFile(token, questionId, fileId)}
      />
    </Shell>
  );
};

/** Said of a link that is over, taken back, or never was: the same words. */
export const GuestGonePage = () => {
  const t = useGuestTexts();
  return (
    <Shell title={t('gone.title')} secretAddress>
      <H1>{t('gone.title')}</H1>
      <Text>{t('gone.text')}</Text>
    </Shell>
  );
};

import type { VNode } from 'preact';
import {
  Banner,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  H1,
  H2,
  Link,
  List,
  Shell,
  Small,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { formatInstant, text } from '../../../platform/i18n/index.js';
import { toolPaths } from '../../tools/index.js';
import type { Bundle } from '../bundle.js';
import type { SeenCase } from '../case/case-part.js';
import { CASE_TABS, type CaseTab } from '../case/case-tabs.js';
import { caseCatalogue } from '../case/case.catalogue.js';
import type { OwnStep } from '../case/own-steps.js';
import { afterPaths } from '../after/after.paths.js';
import { consultationPaths } from '../consultation.paths.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';
import { PhaseTag } from './council-page.js';
import { OnePageView } from './one-page-view.js';
import { TurnBanner } from './turn-banner.js';

const useCaseTexts = () => text(caseCatalogue, usePage().language);

export const OnePage = ({ request, bundle }: { readonly request: FoundRequest; readonly bundle: Bundle }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <>
      <OnePageView page={bundle.onePage[language]} />
      <ButtonGroup>
        <ButtonLink href={consultationPaths.onePagePdf(request.id)} kind="secondary">
          {t('page.pdf')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
};

/** Questions that the employer has not answered: shown before the vote, and no reason to wait. */
export const OpenQuestions = ({ request, openQuestions }: SeenCase) => {
  const t = useCaseTexts();
  if (openQuestions === 0) return null;
  return (
    <Banner kind="warning" heading={t('open.heading', { n: openQuestions })}>
      <Text>{t('open.text')}</Text>
      <Link href={consultationPaths.casePage(request.id, 'questions')}>{t('open.link')}</Link>
    </Banner>
  );
};

/** What else belongs to the case, under the one page. */
export const SummaryLinks = ({ request, may, run }: SeenCase) => {
  const t = useTexts();
  const c = useCaseTexts();
  const links = [
    <Link href={consultationPaths.casePage(request.id, 'papers')}>{c('own.papers')}</Link>,
    <Link href={consultationPaths.casePage(request.id, 'decisions')}>{c('own.decisions')}</Link>,
    may.dispute ? (
      <>
        <Link href={consultationPaths.dispute(request.toolId)}>{t('case.dispute')}</Link>
        <Small>{t(run ? 'case.disputeHintRun' : 'case.disputeHint')}</Small>
      </>
    ) : null,
    may.nullity ? <Link href={afterPaths.invoke(request.toolId)}>{t('case.nullity')}</Link> : null,
    may.withdraw ? <Link href={consultationPaths.withdrawal(request.id)}>{t('withdraw.title')}</Link> : null,
    may.ruling ? <Link href={consultationPaths.ruling(request.toolId, request.number)}>{t('ruling.title')}</Link> : null,
    <Link href={toolPaths.dossier(request.toolId)}>{t('case.dossier')}</Link>,
    request.number > 1 ? (
      <Link href={toolPaths.diff(request.toolId, request.number, request.number - 1)}>
        {t('case.diff', { number: request.number - 1 })}
      </Link>
    ) : null,
  ];
  return (
    <section>
      <H2>{c('more.heading')}</H2>
      <List items={links.filter((link) => link !== null)} />
    </section>
  );
};

const Heading = ({ seen, title }: { readonly seen: SeenCase; readonly title: string }) => {
  const t = useTexts();
  const c = useCaseTexts();
  const { language } = usePage();
  const { request, stoppedSince, may } = seen;
  return (
    <>
      <H1 caption={t('case.caption', { number: request.number, reference: request.reference })}>{title}</H1>
      <Text>
        <PhaseTag phase={seen.phase} /> {t('case.sent', { when: formatInstant(request.sentAt, language) })}
      </Text>
      {stoppedSince ? <Text>{c('stopped.since', { when: formatInstant(stoppedSince, language) })}</Text> : null}
      {may.stop ? (
        <div>
          <ButtonLink href={consultationPaths.stop(request.toolId)} kind="warning">
            {t('case.stop')}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
};

export interface CasePageProps {
  readonly seen: SeenCase;
  readonly tab: CaseTab;
  readonly parts: readonly VNode[];
  readonly steps: readonly OwnStep[];
}

/** One page of a case: what it is and whose turn, the way to the other pages, and the parts of this one (`case-parts.tsx`). */
export const CasePage = ({ seen, tab, parts, steps }: CasePageProps) => {
  const t = useTexts();
  const c = useCaseTexts();
  const { request, openQuestions, errors } = seen;
  const title = t('case.title', { tool: request.toolName });
  const subnav = CASE_TABS.map((each) => ({
    href: consultationPaths.casePage(request.id, each),
    text: c(`tab.${each}`),
    current: each === tab,
    ...(each === 'questions' ? { count: openQuestions } : {}),
  }));
  const crumbs = [
    { text: t('council.title'), href: consultationPaths.council },
    ...(tab === 'summary'
      ? [{ text: request.toolName }]
      : [{ text: request.toolName, href: consultationPaths.request(request.id) }, { text: c(`tab.${tab}`) }]),
  ];
  return (
    <Shell
      title={tab === 'summary' ? title : c('tab.title', { tab: c(`tab.${tab}`), tool: request.toolName })}
      error={Boolean(errors?.length)}
      crumbs={crumbs}
      heading={<Heading seen={seen} title={title} />}
      subnav={subnav}
    >
      <ErrorSummary errors={errors} />
      {tab === 'summary' ? <TurnBanner seen={seen} steps={steps} /> : null}
      {parts}
    </Shell>
  );
};

import { Banner, Details, H2, List, Summary, Table, Text, Time, usePage } from '../../../platform/ui/index.js';
import { DeclaredParts } from '../../tools/index.js';
import { type Bundle, declaredIn } from '../bundle.js';
import type { FoundRequest } from '../requests.repository.js';
import { prepareCatalogue } from '../prepare.catalogue.js';
import { isGround } from '../domain/grounds.js';
import { text } from '../../../platform/i18n/index.js';
import { useTexts } from './act-page.js';
import { Fingerprint } from './council-page.js';

/** What the employer asks, in its own words. */
export const Asked = ({ request }: { readonly request: FoundRequest }) => {
  const t = useTexts();
  const p = text(prepareCatalogue, usePage().language);
  const groundText = (ground: string): string => (isGround(ground) ? t(`ground.${ground}`) : ground);
  const day = (on: string | null) => (on ? <Time on={on} /> : t('request.none'));
  return (
    <section id="request">
      <H2>{t('request.heading')}</H2>
      <Summary
        rows={[
          { key: t('request.decision'), value: request.intendedDecision },
          { key: t('request.reasons'), value: request.reasons },
          { key: t('request.consequences'), value: request.consequences },
          { key: t('request.grounds'), value: <List items={request.grounds.map((ground) => groundText(ground))} /> },
          ...(request.trialUntil
            ? [
                {
                  key: p('trialShown'),
                  value: (
                    <>
                      <Time on={request.trialUntil} /> <Text>{p('trialSaid')}</Text>
                    </>
                  ),
                },
              ]
            : []),
          ...(request.alsoAdvice ? [{ key: t('request.alsoAdvice'), value: t('yes') }] : []),
          ...(request.aiNamed ? [{ key: t('request.ai'), value: t('yes') }] : []),
          { key: t('request.start'), value: day(request.intendedStartOn) },
          { key: t('request.evaluation'), value: day(request.evaluationOn) },
          { key: t('request.fingerprint'), value: <Fingerprint value={request.fingerprint} /> },
          { key: t('request.bundle'), value: <Fingerprint value={request.bundleHash} /> },
        ]}
      />
    </section>
  );
};

/** What went with a request, frozen as it was sent. */
export const Papers = ({ bundle }: { readonly bundle: Bundle }) => {
  const t = useTexts();
  const { language } = usePage();
  const declared = declaredIn(bundle, language);
  return (
    <section id="papers">
      <H2>{t('papers.heading')}</H2>
      <Text>{t('papers.lead')}</Text>
      {bundle.advice ? null : <Banner kind="warning">{t('papers.follows')}</Banner>}
      {bundle.texts.map((one, at) => (
        <Details
          key={at}
          summary={one.language === 'en' ? t('papers.inEnglish', { name: t(`papers.${one.kind}`) }) : t(`papers.${one.kind}`)}
        >
          {one.text.split('\n').map((line, n) => (
            <Text key={n}>{line}</Text>
          ))}
        </Details>
      ))}
      <Details summary={t('papers.sheet')}>
        <Table
          caption={t('papers.sheet')}
          captionHidden
          head={[t('papers.meaning'), t('papers.value'), t('papers.setting')]}
          rows={bundle.sheet.map((one) => [language === 'nl' ? one.meaningNl : one.meaningEn, one.value, one.name])}
          empty={t('request.none')}
        />
      </Details>
      {declared.length > 0 ? (
        <Details summary={t('papers.declared')}>
          <DeclaredParts sections={declared} inner />
        </Details>
      ) : null}
      {bundle.agreements.length > 0 ? (
        <Details summary={t('papers.agreements')}>
          <List
            items={bundle.agreements.map(({ processor, fileName }) =>
              t('papers.agreement', { processor, file: fileName ?? t('papers.noFile') }),
            )}
          />
        </Details>
      ) : null}
    </section>
  );
};

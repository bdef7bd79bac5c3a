import type { Language } from '../../kernel/actor.js';
import type { Problem } from '../../kernel/problem.js';
import { catalogue, text } from '../i18n/index.js';
import { H1, H2, Link, List, Shell, Small, Text } from '../ui/index.js';
import { pageTexts } from './http.catalogue.js';
import { explain } from './reason-texts.js';

const texts = catalogue(pageTexts.nl, pageTexts.en);

/** A refusal for people: every reason, the law behind it, and the way on. */
export const ProblemPage = ({ problem, language }: { problem: Problem; language: Language }) => {
  const t = text(texts, language);
  const title = problem.status === 404 ? t('unknown') : t('problem');
  return (
    <Shell title={title}>
      <H1>{title}</H1>
      {problem.reasons.length === 0 && <Text>{explain({ code: problem.code }, language).title}</Text>}
      {problem.reasons.map((reason, place) => {
        const said = explain(reason, language);
        return (
          <section key={place}>
            <H2>{said.title}</H2>
            {reason.field && <Text>{t('field', { field: reason.field })}</Text>}
            {said.steps.length > 0 && (
              <List
                items={said.steps.map((step) => (
                  <>
                    {step.text} <Small>{t('source', { source: step.source })}</Small>
                  </>
                ))}
              />
            )}
          </section>
        );
      })}
      {problem.code === 'role.other' && (
        <Text>
          <Link href="/role">{t('switchRole')}</Link>
        </Text>
      )}
      <Text>
        <Link href="/">{t('back')}</Link>
      </Text>
    </Shell>
  );
};

export const BrokenPage = ({ reference, language }: { reference: string; language: Language }) => {
  const t = text(texts, language);
  return (
    <Shell title={t('broken')}>
      <H1>{t('broken')}</H1>
      <Text>{t('brokenText', { reference })}</Text>
      <Text>
        <Link href="/">{t('back')}</Link>
      </Text>
    </Shell>
  );
};

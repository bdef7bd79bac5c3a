import { formatDay } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Link,
  List,
  Radios,
  Shell,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { constituencyPaths } from '../constituency/constituency.paths.js';
import type { ListedSummary } from '../constituency/constituency.repository.js';
import type { ReadSummary } from '../constituency/constituency.service.js';
import { CHOICES } from '../constituency/reactions.js';
import { consultationPaths } from '../consultation.paths.js';
import { type Typed, typedText } from './act-page.js';
import { useConstituencyTexts } from './constituency-page.js';
import { OnePageView } from './one-page-view.js';

const ReactionForm = ({ publication, typed, errors }: Pick<ReadSummary, 'publication'> & Typed) => {
  const t = useConstituencyTexts();
  const { language } = usePage();
  return (
    <section>
      <H2>{t('me.form')}</H2>
      <Text>
        {t('me.until', { day: formatDay(publication.closesOn, language) })} {t('me.free')}
      </Text>
      <Form action={constituencyPaths.reaction(publication.id)}>
        <Radios
          name="choice"
          label={t('me.choose')}
          items={CHOICES.map((choice) => ({ value: choice, text: t(`me.${choice}`) }))}
          value={typedText(typed, 'choice')}
          error={errorOf(errors, 'choice')}
        />
        <Field
          name="remark"
          type="textarea"
          rows={4}
          limit={1000}
          optional
          label={t('me.remark')}
          hint={t('me.remarkHint')}
          value={typedText(typed, 'remark')}
          error={errorOf(errors, 'remark')}
        />
        <H2>{t('me.who')}</H2>
        <List items={[t('me.whoRaad', { k: publication.smallestGroup }), t('me.whoNot'), t('me.whoServer')]} />
        <Warning>{t('me.once')}</Warning>
        <Button>{t('me.button')}</Button>
      </Form>
    </section>
  );
};

/** The summary as somebody concerned reads it, with a question that need not be answered. */
export const SummaryPage = ({
  publication,
  toolName,
  bundle,
  running,
  reacted,
  typed,
  errors,
}: ReadSummary & Typed & { readonly errors?: readonly FieldError[] }) => {
  const t = useConstituencyTexts();
  const { language } = usePage();
  const title = t('me.title', { tool: toolName });
  return (
    <Shell
      title={title}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: t('me.crumb'), href: consultationPaths.informations }, { text: toolName }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={t('me.caption')}>{title}</H1>
      <Lead>{t('me.lead')}</Lead>
      {publication.message ? (
        <Banner kind="info" heading={t('me.word')}>
          {publication.message}
        </Banner>
      ) : null}
      {bundle ? <OnePageView page={bundle.onePage[language]} /> : null}
      {reacted ? <Banner kind="info">{t('me.reacted')}</Banner> : null}
      {!reacted && running ? <ReactionForm publication={publication} typed={typed} errors={errors} /> : null}
      {!reacted && !running ? <Text>{t('me.closed')}</Text> : null}
    </Shell>
  );
};

/** The questions of the body to one person, on the page of plans. */
export const SummaryList = ({ summaries, today }: { readonly summaries: readonly ListedSummary[]; readonly today: string }) => {
  const t = useConstituencyTexts();
  const { language } = usePage();
  if (summaries.length === 0) return null;
  const stateOf = ({ reacted, endedAt, closesOn }: ListedSummary): string => {
    if (reacted) return t('list.reacted');
    return endedAt === null && today <= closesOn ? t('list.open', { day: formatDay(closesOn, language) }) : t('list.closed');
  };
  return (
    <section>
      <H2>{t('me.list')}</H2>
      <List items={summaries.map((one) => [<Link href={constituencyPaths.summary(one.id)}>{one.toolName}</Link>, ' · ', stateOf(one)])} />
    </section>
  );
};

import { text } from '../../../../platform/i18n/index.js';
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
  Hidden,
  Inset,
  Shell,
  Small,
  Tag,
  Text,
  usePage,
} from '../../../../platform/ui/index.js';
import type { TranslationState } from '../domain/translation.js';
import { translationsCatalogue } from '../translations.catalogue.js';

export interface TranslationPlace {
  readonly name: string;
  readonly label: string;
  readonly heading: boolean;
  readonly source: string;
  readonly limit: number;
  readonly outdated: boolean;
  /** Whether the text was taken over from an earlier translation of the same Dutch. */
  readonly remembered: boolean;
  readonly value: string;
}
interface SaidBy {
  readonly person: string;
  readonly date: string;
}
export interface TranslationPageProps {
  readonly toolName: string;
  readonly number: number;
  readonly code: string;
  readonly language: string;
  readonly backHref: string;
  readonly action: string;
  readonly readerAction: string;
  readonly source: string;
  readonly state: TranslationState;
  readonly missing: number;
  readonly outdated: number;
  readonly remark: string | null;
  readonly reviewed: SaidBy | null;
  readonly asked: SaidBy | null;
  readonly mayAsk: boolean;
  readonly places: readonly TranslationPlace[];
  readonly staffNumber?: string;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(translationsCatalogue, usePage().language);

const Standing = ({ state, missing, outdated, remark, reviewed, asked }: TranslationPageProps) => {
  const t = useText();
  return (
    <Banner kind={state === 'reviewed' ? 'success' : 'info'} heading={t(`state.${state}`)}>
      {missing > 0 ? <Text>{t('page.missing', { n: missing })}</Text> : null}
      {outdated > 0 ? <Text>{t('page.outdated', { n: outdated })}</Text> : null}
      {asked ? <Text>{t('page.askedWho', { ...asked })}</Text> : null}
      {reviewed ? <Text>{t('page.reviewedBy', { ...reviewed })}</Text> : null}
      {remark ? (
        <>
          <Text>{t('page.remark')}</Text>
          <Inset>{remark}</Inset>
        </>
      ) : null}
    </Banner>
  );
};

const Source = ({ source, outdated }: Pick<TranslationPlace, 'source' | 'outdated'>) => {
  const t = useText();
  return (
    <Inset>
      {outdated ? <Tag kind="waiting">{t('page.changed')}</Tag> : null}
      <Small>{t('page.source')}</Small>
      {source.split('\n').map((line, at) => (
        <p key={at} lang="nl">
          {line}
        </p>
      ))}
    </Inset>
  );
};

const Place = ({ place, code, errors }: { place: TranslationPlace; code: string; errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <section>
      {place.heading ? null : <Source {...place} />}
      <Field
        name={place.name}
        label={place.label}
        hint={place.remembered && place.value !== '' ? t('page.remembered') : undefined}
        type={place.heading ? 'text' : 'textarea'}
        rows={6}
        limit={place.heading ? undefined : place.limit}
        lang={code}
        value={place.value}
        error={errorOf(errors, place.name)}
      />
    </section>
  );
};

const AskReader = ({ readerAction, mayAsk, staffNumber, errors }: TranslationPageProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('page.askTitle')}</H2>
      {mayAsk ? (
        <Form action={readerAction} label={t('page.askTitle')}>
          <Text>{t('page.askText')}</Text>
          <Field name="staffNumber" label={t('page.staffNumber')} width={10} value={staffNumber} error={errorOf(errors, 'staffNumber')} />
          <Button>{t('page.ask')}</Button>
        </Form>
      ) : (
        <Text>{t('page.notYet')}</Text>
      )}
    </>
  );
};

/** One language of a notice: each Dutch text with its translation under it, and who reads it over. */
export const TranslationPage = (props: TranslationPageProps) => {
  const t = useText();
  const { toolName, number, language, backHref, action, source, state, places, code, errors } = props;
  const title = t('page.title', { language });
  return (
    <Shell title={title} error={Boolean(errors?.length)} crumbs={[{ text: toolName, href: backHref }, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={`${toolName}, ${number}`}>{title}</H1>
      <Text>{t('page.intro')}</Text>
      <Standing {...props} />
      {state === 'reviewed' ? null : <AskReader {...props} />}
      <H2>{title}</H2>
      <Form action={action} label={title}>
        <Hidden name="source" value={source} />
        {places.map((place) => (
          <Place key={place.name} place={place} code={code} errors={errors} />
        ))}
        <Button kind="secondary">{t('page.save')}</Button>
      </Form>
    </Shell>
  );
};

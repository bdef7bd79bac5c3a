import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  Checkbox,
  Details,
  errorOf,
  Field,
  type FieldError,
  Fieldset,
  Form,
  H2,
  Hidden,
  List,
  Small,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { PRODUCT_LANGUAGES } from '../domain/notice-content.js';
import { inputName, limitOf } from '../draft-form.js';
import { noticesCatalogue } from '../notices.catalogue.js';
import { hintsCatalogue } from '../plain-language/hints.catalogue.js';

export interface DraftFieldProps {
  readonly field: string;
  /** Whether it is a text of the summary. */
  readonly short: boolean;
  readonly heading: string;
  readonly required: boolean;
  readonly texts: Readonly<Record<Language, string>>;
  readonly hints: Readonly<Record<Language, readonly string[]>>;
}
export interface EditorProps {
  readonly action: string;
  readonly fields: readonly DraftFieldProps[];
  readonly others: { readonly atStart: boolean; readonly purposesTold: boolean; readonly fullNoticeLink: boolean } | null;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(noticesCatalogue, usePage().language);
const ROWS = { short: 5, full: 6 };

const OneText = ({ one, language, errors }: { one: DraftFieldProps; language: Language; errors?: readonly FieldError[] }) => {
  const t = useText();
  const h = text(hintsCatalogue, usePage().language);
  const name = inputName(language, one.field);
  const hints = one.hints[language];
  return (
    <>
      <Field
        name={name}
        label={`${one.heading}: ${t(`draft.${language}`)}`}
        type="textarea"
        rows={one.short ? ROWS.short : ROWS.full}
        limit={limitOf(one.field)}
        lang={language}
        value={one.texts[language]}
        error={errorOf(errors, name)}
      />
      {hints.length > 0 ? (
        <Details summary={h('title', { n: hints.length })} open>
          <List items={hints} />
        </Details>
      ) : null}
    </>
  );
};

const Pair = ({ one, errors }: { readonly one: DraftFieldProps; readonly errors?: readonly FieldError[] }) => (
  <>
    {PRODUCT_LANGUAGES.map((language) => (
      <OneText key={language} one={one} language={language} errors={errors} />
    ))}
  </>
);

const wantsAttention = (one: DraftFieldProps, errors?: readonly FieldError[]): boolean =>
  PRODUCT_LANGUAGES.some(
    (language) =>
      one.hints[language].length > 0 ||
      (one.required && one.texts[language].trim() === '') ||
      errors?.some(({ field }) => field === inputName(language, one.field)),
  );

/** Folded while there is nothing to do about it. */
const Folded = ({ one, errors }: { readonly one: DraftFieldProps; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <Details summary={`${one.heading} (${t(one.required ? 'draft.required' : 'draft.recommended')})`} open={wantsAttention(one, errors)}>
      <Pair one={one} errors={errors} />
    </Details>
  );
};

const Others = ({ others }: { readonly others: NonNullable<EditorProps['others']> }) => {
  const t = useText();
  return (
    <Fieldset legend={t('draft.thirdParty')} size="m">
      <Hidden name="thirdParties" value="asked" />
      {(['atStart', 'purposesTold', 'fullNoticeLink'] as const).map((name) => (
        <Checkbox key={name} name={name} text={t(`draft.${name}`)} checked={others[name]} />
      ))}
    </Fieldset>
  );
};

/** Every text of the notice in Dutch and English: the summary first, then each item, with hints for plain language. */
export const Editor = ({ action, fields, others, errors }: EditorProps) => {
  const t = useText();
  return (
    <Form action={action} label={t('draft.title')}>
      <H2>{t('draft.summary')}</H2>
      <Text>{t('draft.summaryIntro')}</Text>
      {fields
        .filter(({ short }) => short)
        .map((one) => (
          <Folded key={one.field} one={one} errors={errors} />
        ))}
      <H2>{t('draft.full')}</H2>
      <Small>{t('draft.fullIntro')}</Small>
      {fields
        .filter(({ short }) => !short)
        .map((one) => (
          <Folded key={one.field} one={one} errors={errors} />
        ))}
      {others ? <Others others={others} /> : null}
      <Button kind="secondary">{t('draft.save')}</Button>
    </Form>
  );
};

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
  H3,
  Hidden,
  Small,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { inputName, TEXT_LIMIT } from '../draft-form.js';
import { languageName } from '../language-name.js';
import { noticesCatalogue } from '../notices.catalogue.js';

export interface DraftFieldProps {
  readonly field: string;
  readonly heading: string;
  readonly required: boolean;
  readonly texts: Readonly<Record<string, string>>;
}
export interface EditorProps {
  readonly action: string;
  readonly fields: readonly DraftFieldProps[];
  readonly languages: readonly string[];
  readonly reviewers: Readonly<Record<string, string>>;
  readonly others: { readonly atStart: boolean; readonly purposesTold: boolean; readonly fullNoticeLink: boolean } | null;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(noticesCatalogue, usePage().language);
const ROWS = 5;

const Texts = ({
  fields,
  language,
  errors,
}: {
  readonly fields: readonly DraftFieldProps[];
  readonly language: string;
  readonly errors?: readonly FieldError[];
}) => (
  <>
    {fields.map(({ field, heading, texts }) => {
      const name = inputName(language, field);
      return (
        <Field
          key={name}
          name={name}
          label={heading}
          type="textarea"
          rows={ROWS}
          limit={TEXT_LIMIT}
          lang={language}
          value={texts[language] ?? ''}
          error={errorOf(errors, name)}
        />
      );
    })}
  </>
);

const Pair = ({ one, errors }: { readonly one: DraftFieldProps; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <section>
      <H3>
        {one.heading} <Small>({t(one.required ? 'draft.required' : 'draft.recommended')})</Small>
      </H3>
      {(['nl', 'en'] as const).map((language) => {
        const name = inputName(language, one.field);
        return (
          <Field
            key={name}
            name={name}
            label={`${one.heading}: ${t(`draft.${language}`)}`}
            type="textarea"
            rows={ROWS}
            limit={TEXT_LIMIT}
            lang={language}
            value={one.texts[language] ?? ''}
            error={errorOf(errors, name)}
          />
        );
      })}
    </section>
  );
};

const OtherLanguages = ({ fields, languages, reviewers, errors }: Omit<EditorProps, 'action' | 'others'>) => {
  const t = useText();
  const { language: reader } = usePage();
  const more = languages.filter((language) => language !== 'nl' && language !== 'en');
  if (more.length === 0) return null;
  return (
    <>
      <H2>{t('draft.other')}</H2>
      <Text>{t('draft.otherIntro')}</Text>
      {more.map((language) => (
        <Details key={language} summary={languageName(language, reader)}>
          <Texts fields={fields} language={language} errors={errors} />
          <Field
            name={inputName(language, 'review')}
            label={t('draft.review', { language: languageName(language, reader) })}
            hint={t('draft.reviewHint')}
            value={reviewers[language] ?? ''}
            error={errorOf(errors, inputName(language, 'review'))}
          />
        </Details>
      ))}
    </>
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

/** Every text of the notice, in Dutch and English beside each other, and in the other languages that people here read. */
export const Editor = (props: EditorProps) => {
  const t = useText();
  return (
    <Form action={props.action} label={t('draft.title')}>
      {props.fields.map((one) => (
        <Pair key={one.field} one={one} errors={props.errors} />
      ))}
      {props.others ? <Others others={props.others} /> : null}
      <OtherLanguages {...props} />
      <Button kind="secondary">{t('draft.save')}</Button>
    </Form>
  );
};

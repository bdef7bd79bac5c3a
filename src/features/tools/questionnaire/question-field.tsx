import type { Language } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { text } from '../../../platform/i18n/index.js';
import { Checkboxes, DateField, Field, Inset, Radios, Select, Strong, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { attributeOf, type Attribute } from '../../../policy/index.js';
import { NONE } from '../domain/read-typed.js';
import { ownersText } from './fault-texts.js';
import { formCatalogue } from './form.catalogue.js';
import { fieldName, type Question } from './question.js';
import { shownValue, valueLabel } from './shown-value.js';
import { LABELS_OF } from './values.catalogue.js';

interface FieldProps {
  readonly question: Question;
  readonly item: string;
  readonly value: Json | undefined;
  readonly language: Language;
  readonly error?: string;
}

const MANY = 8;
const useFormText = () => text(formCatalogue, usePage().language);

/** The common part of every field: name, words, error. */
const frameOf = ({ question, item, language, error }: FieldProps) => ({
  name: fieldName(question.attribute, item),
  label: question.text[language],
  hint: question.hint?.[language],
  optional: question.optional,
  error,
});

const asText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one: Json) => asText(one)).join('\n');
  return typeof value === 'object' ? '' : `${value as string | number | boolean}`;
};

const YesNo = (props: FieldProps) => {
  const t = useFormText();
  const { value } = props;
  const chosen = value === true ? 'yes' : value === false ? 'no' : asText(value);
  return (
    <Radios
      {...frameOf(props)}
      inline
      value={chosen}
      items={[
        { value: 'yes', text: t('yes') },
        { value: 'no', text: t('no') },
      ]}
    />
  );
};

/** A whole number that stands for a step on a ladder is chosen in words. */
const Ladder = ({ steps, ...props }: FieldProps & { readonly steps: Readonly<Record<string, { nl: string; en: string }>> }) => (
  <Radios
    {...frameOf(props)}
    value={asText(props.value)}
    items={Object.entries(steps).map(([value, words]) => ({ value, text: words[props.language] }))}
  />
);

const Count = ({ attribute, ...props }: FieldProps & { readonly attribute: Attribute }) => {
  const steps = LABELS_OF[attribute.path];
  if (steps) return <Ladder {...props} steps={steps} />;
  return (
    <Field
      {...frameOf(props)}
      type="number"
      width={10}
      value={numberText(props.value, props.language)}
      suffix={props.question.suffix?.[props.language]}
      inputmode={attribute.type === 'number' ? 'decimal' : 'numeric'}
      autocomplete="off"
    />
  );
};

const choicesOf = (attribute: Attribute, { question, language }: FieldProps) => [
  ...(attribute.values ?? []).map((value) => ({ value, text: valueLabel(attribute.path, value, language) })),
  ...(question.none ? [{ value: NONE, text: question.none[language] }] : []),
];

const ChooseOne = ({ attribute, ...props }: FieldProps & { readonly attribute: Attribute }) => {
  const items = choicesOf(attribute, props);
  const chosen = props.value === null ? NONE : asText(props.value);
  if (items.length > MANY) return <Select {...frameOf(props)} items={items} value={chosen} />;
  return <Radios {...frameOf(props)} items={items} value={chosen} />;
};

const ChooseMany = ({ attribute, ...props }: FieldProps & { readonly attribute: Attribute }) => {
  const t = useFormText();
  const frame = frameOf(props);
  if (!attribute.values)
    return (
      <Field {...frame} type="textarea" rows={3} value={asText(props.value)} hint={frame.hint ? `${frame.hint} ${t('tags')}` : t('tags')} />
    );
  const { value } = props;
  const chosen = Array.isArray(value) && value.length === 0 ? [NONE] : Array.isArray(value) ? value.map(String) : [asText(value)];
  return <Checkboxes {...frame} items={choicesOf(attribute, props)} values={chosen} />;
};

const LONG_FROM = 500;
const Words = ({ attribute, ...props }: FieldProps & { readonly attribute: Attribute }) => {
  const limit = attribute.maxLength ?? LONG_FROM;
  if (props.question.long ?? limit > LONG_FROM)
    return <Field {...frameOf(props)} type="textarea" rows={4} limit={limit} value={asText(props.value)} />;
  return <Field {...frameOf(props)} value={asText(props.value)} autocomplete="off" />;
};

export const QuestionField = (props: FieldProps) => {
  const attribute = attributeOf(props.question.attribute);
  switch (attribute?.type) {
    case 'boolean':
      return <YesNo {...props} />;
    case 'integer':
    case 'number':
      return <Count {...props} attribute={attribute} />;
    case 'day':
      return <DateField {...frameOf(props)} value={asText(props.value)} />;
    case 'one_of':
      return <ChooseOne {...props} attribute={attribute} />;
    case 'many_of':
      return <ChooseMany {...props} attribute={attribute} />;
    case 'text':
      return <Words {...props} attribute={attribute} />;
    default:
      return null;
  }
};

const numberText = (value: Json | undefined, language: Language): string => {
  const typed = asText(value);
  return language === 'nl' && typeof value === 'number' ? typed.replace('.', ',') : typed;
};

/** Questions that somebody else fills in, with the answers that there are; whose turn it is stands once above them. */
export const ReadOnlyRun = ({
  shown,
  language,
}: {
  readonly shown: readonly Pick<FieldProps, 'question' | 'value'>[];
  readonly language: Language;
}) => {
  const t = useFormText();
  const [first] = shown;
  if (!first) return null;
  return (
    <>
      <Inset>{t('byOther', { role: ownersText(first.question.attribute, language) })}</Inset>
      <Summary
        rows={shown.map(({ question, value }) => ({
          key: question.text[language],
          value: value === undefined ? t('notYet') : shownValue(question, value, language),
        }))}
      />
    </>
  );
};

/** What somebody else fills in: the question, the answer if there is one, and whose turn it is. */
export const ReadOnly = ({ question, value, language }: Pick<FieldProps, 'question' | 'value' | 'language'>) => {
  const t = useFormText();
  return (
    <Inset>
      <Text>
        <Strong>{question.text[language]}</Strong>
      </Text>
      <Text>{value === undefined ? t('notYet') : shownValue(question, value, language)}</Text>
      <Text>{t('byOther', { role: ownersText(question.attribute, language) })}</Text>
    </Inset>
  );
};

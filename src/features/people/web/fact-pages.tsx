import type { Json } from '../../../kernel/canonical.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Hidden,
  Inset,
  Lead,
  Link,
  Radios,
  Shell,
  Text,
  Warning,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { typedAnswer } from '../domain/fact-answer.js';
import { factOf, type FactName } from '../domain/facts.js';
import { ACCEPTED_FILES } from '../domain/file-types.js';
import { factLabel, valueWords } from '../facts.catalogue.js';
import type { IdentityAsked } from '../identity.js';
import { peoplePaths } from '../people.paths.js';
import { IdentityFields } from './identity-fields.js';
import { useText } from './texts.js';

interface FactProps {
  readonly name: FactName;
  readonly typed: string;
  readonly persons: number;
  readonly errors?: readonly FieldError[];
}

const Answer = ({ name, typed, persons, errors }: FactProps) => {
  const t = useText();
  const { language } = usePage();
  const { kind } = factOf(name);
  const question = {
    name: 'value',
    label: factLabel(name, language),
    hint: t(`fact.hint.${name}`, { n: persons }),
    error: errorOf(errors, 'value'),
  };
  if (kind === 'boolean') {
    const items = [
      { value: 'yes', text: t('fact.yes') },
      { value: 'no', text: t('fact.no') },
    ];
    return <Radios {...question} items={items} value={typed} />;
  }
  if (kind === 'powers') {
    const items = [
      { value: 'kl', text: t('fact.kl') },
      { value: 'none', text: t('fact.none') },
    ];
    return <Radios {...question} items={items} value={typed} />;
  }
  if (kind === 'long_text') return <Field {...question} type="textarea" value={typed} limit={10_000} />;
  return <Field {...question} value={typed} type={kind === 'integer' ? 'number' : 'text'} width={kind === 'integer' ? 10 : 30} />;
};

export const FactPage = (props: FactProps) => {
  const { name, errors } = props;
  const t = useText();
  const { language } = usePage();
  const { document, confirmedBy } = factOf(name);
  return (
    <Shell
      title={factLabel(name, language)}
      error={errors !== undefined}
      crumbs={[{ text: t('org.title'), href: peoplePaths.organisation }, { text: factLabel(name, language) }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{factLabel(name, language)}</H1>
      <Text>{t('fact.consequence', { confirm: confirmedBy ? 'yes' : 'no' })}</Text>
      <Form action={peoplePaths.fact(name)} multipart={document}>
        <Answer {...props} />
        {document ? (
          <Field name="document" type="file" label={t('fact.documentLabel')} accept={ACCEPTED_FILES} error={errorOf(errors, 'document')} />
        ) : null}
        <Button>{t('fact.button')}</Button>
      </Form>
    </Shell>
  );
};

interface ConfirmProps {
  readonly name: FactName;
  readonly value: Json;
  readonly answeredAt: Date;
  readonly document: boolean;
  readonly asked: IdentityAsked;
  readonly errors?: readonly FieldError[];
}

export const ConfirmFactPage = ({ name, value, answeredAt, document, asked, errors }: ConfirmProps) => {
  const t = useText();
  const { language } = usePage();
  const title = t('confirm.title', { fact: factLabel(name, language) });
  return (
    <Shell title={title} error={errors !== undefined} crumbs={[{ text: t('org.title'), href: peoplePaths.organisation }, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{t('confirm.answer', { value: valueWords(value, language) })}</Lead>
      {document ? (
        <Inset>
          <Link href={peoplePaths.factDocument(name)}>{t('org.document')}</Link>
        </Inset>
      ) : null}
      <Warning>{t('confirm.consequence')}</Warning>
      <Form action={peoplePaths.factConfirmation(name)}>
        <Hidden name="answeredAt" value={answeredAt.toISOString()} />
        <IdentityFields asked={asked} errors={errors} />
        <Button>{t('confirm.button')}</Button>
      </Form>
    </Shell>
  );
};

export const typedFact = (name: FactName, value: Json): string => typedAnswer(factOf(name).kind, value);

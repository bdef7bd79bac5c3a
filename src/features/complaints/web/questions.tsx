import { Checkboxes, errorOf, Field, type FieldError, Radios } from '../../../platform/ui/index.js';
import { CATEGORIES, type Desk } from '../domain/complaint-state.js';
import { SHORT_LIMIT, TEXT_LIMIT, useText } from './texts.js';

/** What somebody filled in so far. */
export interface Filled {
  readonly category: string;
  readonly text: string;
  readonly tool: string;
  readonly when: string;
  readonly about: string;
  readonly barred: readonly string[];
  readonly desk: string;
  readonly disclosure: string;
}
export const NOTHING: Filled = { category: '', text: '', tool: '', when: '', about: '', barred: [], desk: '', disclosure: '' };

export interface ContactLine {
  readonly personId: string;
  readonly name: string;
  readonly desk: Desk;
}
interface Asked {
  readonly filled: Filled;
  readonly errors?: readonly FieldError[];
}

export const CategoryQuestion = ({ filled, errors }: Asked) => {
  const t = useText();
  const items = CATEGORIES.map((value) => ({ value, text: t(`category.${value}`) }));
  return <Radios name="category" label={t('ask.category')} items={items} value={filled.category} error={errorOf(errors, 'category')} />;
};

export const TextQuestion = ({ filled, errors, anonymous }: Asked & { readonly anonymous?: boolean }) => {
  const t = useText();
  return (
    <Field
      name="text"
      type="textarea"
      rows={8}
      label={t('ask.text')}
      hint={t(anonymous ? 'ask.textHintAnonymous' : 'ask.textHint')}
      limit={TEXT_LIMIT}
      value={filled.text}
      error={errorOf(errors, 'text')}
    />
  );
};

export const WhenQuestion = ({ filled, errors }: Asked) => {
  const t = useText();
  const hint = t('ask.whenHint');
  return (
    <Field name="when" label={t('ask.when')} hint={hint} optional limit={SHORT_LIMIT} value={filled.when} error={errorOf(errors, 'when')} />
  );
};

/** Whom it concerns: none of them, and nobody in their line, gets the complaint. */
export const ConflictQuestions = ({ filled, errors, contacts }: Asked & { readonly contacts: readonly ContactLine[] }) => {
  const t = useText();
  const items = contacts.map(({ personId, name, desk }) => ({
    value: personId,
    text: name,
    hint: t(desk === 'adviser' ? 'ask.adviser' : 'ask.handler'),
  }));
  return (
    <>
      <Field name="about" label={t('ask.about')} hint={t('ask.aboutHint')} optional value={filled.about} error={errorOf(errors, 'about')} />
      {items.length > 0 ? (
        <Checkboxes
          name="barred"
          label={t('ask.barred')}
          hint={t('ask.barredHint')}
          optional
          items={items}
          values={filled.barred}
          error={errorOf(errors, 'barred')}
        />
      ) : null}
    </>
  );
};

export const DeskQuestion = ({ filled, errors }: Asked) => {
  const t = useText();
  const items = (['handler', 'adviser'] as const).map((value) => ({ value, text: t(`ask.${value}`) }));
  return (
    <Radios
      name="desk"
      label={t('ask.desk')}
      hint={t('ask.deskHint')}
      items={items}
      value={filled.desk || 'handler'}
      error={errorOf(errors, 'desk')}
    />
  );
};

export const DisclosureQuestion = ({ filled, errors }: Asked) => {
  const t = useText();
  const items = (['no', 'yes'] as const).map((value) => ({ value, text: t(value) }));
  return (
    <Radios
      name="disclosure"
      label={t('ask.disclosure')}
      hint={t('ask.disclosureHint')}
      items={items}
      value={filled.disclosure || 'no'}
      error={errorOf(errors, 'disclosure')}
    />
  );
};

export const FilesQuestion = ({ errors, accepted }: { readonly errors?: readonly FieldError[]; readonly accepted: string }) => {
  const t = useText();
  return (
    <Field
      name="files"
      type="file"
      multiple
      optional
      accept={accepted}
      label={t('ask.files')}
      hint={t('ask.filesHint')}
      error={errorOf(errors, 'files')}
    />
  );
};

import type { ComponentChildren } from 'preact';
import { ErrorText, Fieldset, Group, Hint, describedBy, type Question } from './group.js';
import { useUiText } from './page-context.js';

export interface Option {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
}
interface ChoicesProps extends Question {
  readonly items: readonly Option[];
  readonly size?: 's' | 'm' | 'l';
}
export interface RadiosProps extends ChoicesProps {
  readonly value?: string | null;
  readonly inline?: boolean;
}
export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[];
}

interface ItemProps {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly item: Option;
  readonly checked: boolean;
}
const Item = ({ kind, name, id, item, checked }: ItemProps) => {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={item.value}
        checked={checked}
        aria-describedby={item.hint ? `${id}-hint` : undefined}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {item.text}
      </label>
      {item.hint ? (
        <div class={`govuk-hint ${block}__hint`} id={`${id}-hint`}>
          {item.hint}
        </div>
      ) : null}
    </div>
  );
};

/** The first choice carries the plain name as its id: the error summary links there. */
const idAt = (name: string, at: number): string => (at === 0 ? name : `${name}-${at + 1}`);

const Choices = ({ children, ...props }: ChoicesProps & { readonly children: ComponentChildren }) => {
  const t = useUiText();
  const legend = props.optional ? (
    <>
      {props.label} <span class="cs-optional">{t('field.optional')}</span>
    </>
  ) : (
    props.label
  );
  return (
    <Group error={props.error}>
      <Fieldset legend={legend} describedBy={describedBy(props)} size={props.size}>
        <Hint {...props} />
        <ErrorText {...props} />
        {children}
      </Fieldset>
    </Group>
  );
};

export const Radios = ({ value, inline, ...props }: RadiosProps) => (
  <Choices {...props}>
    <div class={inline ? 'govuk-radios govuk-radios--small govuk-radios--inline' : 'govuk-radios govuk-radios--small'}>
      {props.items.map((item, at) => (
        <Item key={item.value} kind="radio" name={props.name} id={idAt(props.name, at)} item={item} checked={item.value === value} />
      ))}
    </div>
  </Choices>
);

export const Checkboxes = ({ values = [], ...props }: CheckboxesProps) => (
  <Choices {...props}>
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {props.items.map((item, at) => (
        <Item
          key={item.value}
          kind="checkbox"
          name={props.name}
          id={idAt(props.name, at)}
          item={item}
          checked={values.includes(item.value)}
        />
      ))}
    </div>
  </Choices>
);

export interface CheckboxProps {
  readonly name: string;
  readonly text: ComponentChildren;
  readonly value?: string;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  readonly checked?: boolean;
}
/** One statement to confirm. */
export const Checkbox = ({ name, text, value = 'yes', hint, error, checked = false }: CheckboxProps) => (
  <Group error={error}>
    <ErrorText name={name} error={error} />
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <Item kind="checkbox" name={name} id={name} item={{ value, text, hint }} checked={checked} />
    </div>
  </Group>
);

import { ErrorText, Group, Hint, Label, describedBy, type Question } from './group.js';
import { useUiText } from './page-context.js';

type InputType = 'text' | 'email' | 'password' | 'number' | 'date' | 'tel' | 'url' | 'search';
export interface FieldProps extends Question {
  readonly type?: InputType | 'textarea' | 'file';
  readonly value?: string | number | null;
  /** The number of characters that fit. Absent: the whole line. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
  readonly rows?: number;
  /** The most characters the server takes. It is shown and counted, never cut off. */
  readonly limit?: number;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly lang?: string;
  readonly suffix?: string;
}

const fault = (error: string | undefined, block: string): string => (error ? `${block} ${block}--error` : block);

/** Numbers are text with a numeric keyboard: browsers change what is typed in a number input. */
const typeOf = (type: InputType) => ({ type: type === 'number' ? 'text' : type }) as { type: 'text' };

type InputProps = FieldProps & { readonly type?: InputType };
const Input = (props: InputProps) => {
  const { name, type = 'text', value, width, error, suffix } = props;
  const input = (
    <input
      class={`${fault(error, 'govuk-input')}${width ? ` govuk-input--width-${width}` : ''}`}
      id={name}
      name={name}
      {...typeOf(type)}
      value={value ?? undefined}
      lang={props.lang}
      autocomplete={props.autocomplete}
      inputMode={props.inputmode ?? (type === 'number' ? 'numeric' : undefined)}
      spellcheck={type === 'password' || type === 'email' ? false : undefined}
      aria-describedby={describedBy(props)}
      aria-invalid={error ? 'true' : undefined}
    />
  );
  if (!suffix) return input;
  return (
    <div class="govuk-input__wrapper">
      {input}
      <div class="govuk-input__suffix" aria-hidden="true">
        {suffix}
      </div>
    </div>
  );
};

const Area = (props: FieldProps) => {
  const t = useUiText();
  const { name, value, error, rows = 5, limit } = props;
  const count = limit ? { 'data-limit': limit, 'data-left': t('field.left'), 'data-over': t('field.over') } : {};
  return (
    <>
      <textarea
        class={fault(error, 'govuk-textarea')}
        id={name}
        name={name}
        rows={rows}
        lang={props.lang}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(props, limit ? `${name}-limit` : undefined)}
        aria-invalid={error ? 'true' : undefined}
        {...count}
      >
        {value}
      </textarea>
      {limit ? (
        <div class="govuk-hint cs-limit" id={`${name}-limit`}>
          {t('field.limit', { n: limit })}
        </div>
      ) : null}
    </>
  );
};

const File = (props: FieldProps) => (
  <input
    class={fault(props.error, 'govuk-file-upload')}
    id={props.name}
    name={props.name}
    type="file"
    accept={props.accept}
    multiple={props.multiple}
    aria-describedby={describedBy(props)}
    aria-invalid={props.error ? 'true' : undefined}
  />
);

const Control = ({ type, ...props }: FieldProps) => {
  if (type === 'textarea') return <Area {...props} />;
  if (type === 'file') return <File {...props} />;
  return <Input {...props} type={type} />;
};

export const Field = (props: FieldProps) => {
  return (
    <Group error={props.error}>
      <Label {...props} />
      <Hint {...props} />
      <ErrorText {...props} />
      <Control {...props} />
    </Group>
  );
};

/** A calendar day, YYYY-MM-DD. */
export const DateField = (props: Question & { readonly value?: string | null }) => <Field {...props} type="date" width={10} />;

export interface Choice {
  readonly value: string;
  readonly text: string;
}
export interface SelectProps extends Question {
  readonly items: readonly Choice[];
  readonly value?: string | null;
  /** What an empty answer means here, in place of "choose an answer". */
  readonly none?: string;
}
/** Without a value it starts on an empty answer. */
export const Select = (props: SelectProps) => {
  const t = useUiText();
  const { name, items, value, error, none } = props;
  return (
    <Group error={error}>
      <Label {...props} />
      <Hint {...props} />
      <ErrorText {...props} />
      <select
        class={fault(error, 'govuk-select')}
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{none ?? t('select.choose')}</option>
        {items.map((item) => (
          <option key={item.value} value={item.value} selected={item.value === value}>
            {item.text}
          </option>
        ))}
      </select>
    </Group>
  );
};

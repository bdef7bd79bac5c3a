import { text } from '../../../platform/i18n/index.js';
import { Checkboxes, DateField, Details, Field, Fieldset, Select, Small, usePage } from '../../../platform/ui/index.js';
import { ALL_DAYS, type LimitKind, type TypedLimit } from '../../../policy/index.js';
import type { LimitChoices } from './limit-choices.js';
import { limitsCatalogue, type LimitsKey } from './limits.catalogue.js';

const WINDOWS = ['', '2', '3'] as const;
type WindowNumber = (typeof WINDOWS)[number];
export type LimitPart = 'value' | 'purpose' | 'roles' | `days${WindowNumber}` | `from${WindowNumber}` | `to${WindowNumber}`;
export interface LimitFieldsProps {
  readonly kind: LimitKind;
  readonly choices: LimitChoices;
  readonly typed: TypedLimit;
  /** The name of each field in the form around it. */
  readonly name: (part: LimitPart) => string;
  readonly error?: string;
}
const useTexts = () => text(limitsCatalogue, usePage().language);

const Value = ({ typed, name, error, label, hint }: LimitFieldsProps & { readonly label: LimitsKey; readonly hint?: LimitsKey }) => {
  const t = useTexts();
  return (
    <Field
      name={name('value')}
      type="number"
      width={5}
      label={t(label)}
      hint={hint ? t(hint) : undefined}
      value={typed.value}
      error={error}
    />
  );
};

const Retention = (props: LimitFieldsProps) => {
  const t = useTexts();
  const { typed, name, choices } = props;
  return (
    <>
      <Value {...props} label="field.days" />
      <Select
        name={name('purpose')}
        label={t('field.purpose')}
        none={t('field.everyPurpose')}
        items={choices.purposes}
        value={typed.purpose}
      />
    </>
  );
};

const WindowFields = ({ typed, name, error, of }: LimitFieldsProps & { readonly of: WindowNumber }) => {
  const t = useTexts();
  const optional = of !== '';
  const days = ALL_DAYS.map((day) => ({ value: String(day), text: t(`day.${day}` as LimitsKey) }));
  const shared = { width: 5, optional } as const;
  return (
    <>
      <Checkboxes name={name(`days${of}`)} label={t('field.weekdays')} items={days} values={typed[`days${of}`]} error={error} />
      <Field {...shared} name={name(`from${of}`)} label={t('field.from')} hint={t('field.timeHint')} value={typed[`from${of}`]} />
      <Field {...shared} name={name(`to${of}`)} label={t('field.to')} hint={t('field.toHint')} value={typed[`to${of}`]} />
    </>
  );
};
/** The first window, and folded away two more for other days or times. */
const HoursFields = (props: LimitFieldsProps) => {
  const t = useTexts();
  const more = WINDOWS.filter((of) => of !== '');
  return (
    <>
      <WindowFields {...props} of="" />
      <Details summary={t('field.moreWindows')} open={more.some((of) => (props.typed[`days${of}`] ?? []).length > 0)}>
        {more.map((of) => (
          <Fieldset key={of} legend={t('field.window', { n: Number(of) })}>
            <Small>{t('field.windowHint')}</Small>
            <WindowFields {...props} error={undefined} of={of} />
          </Fieldset>
        ))}
      </Details>
    </>
  );
};

/** The questions of one kind of limit, in plain words; what can be chosen comes from the version. Some kinds ask nothing further. */
export const LimitFields = (props: LimitFieldsProps) => {
  const t = useTexts();
  const { kind, choices, typed, name, error } = props;
  const chosen = { name: name('value'), value: typed.value, error };
  switch (kind) {
    case 'retention_max_days':
      return <Retention {...props} />;
    case 'smallest_group':
      return <Value {...props} label="field.group" hint="field.groupHint" />;
    case 'sampling_max_rate':
      return <Value {...props} label="field.percentSample" />;
    case 'always_off_percent':
      return <Value {...props} label="field.percentOff" hint="field.percentOffHint" />;
    case 'hours':
      return <HoursFields {...props} />;
    case 'forbidden_mode':
      return <Select {...chosen} label={t('field.mode')} items={choices.modes} />;
    case 'forbidden_category':
      return <Select {...chosen} label={t('field.category')} items={choices.categories} />;
    case 'viewers_only':
      return (
        <Checkboxes
          name={name('roles')}
          label={t('field.roles')}
          hint={t('field.rolesHint')}
          items={choices.roles}
          values={typed.roles}
          error={error}
        />
      );
    case 'ends_on':
    case 'evaluate_on':
      return <DateField {...chosen} label={t('field.day')} />;
    case 'working_hours_only':
    case 'no_individual_use':
    case 'cover':
      return null;
  }
};

/** The field of a limit that an error about it points at. */
export const limitErrorPart = (kind: LimitKind): LimitPart => {
  if (kind === 'hours') return 'days';
  return kind === 'viewers_only' ? 'roles' : 'value';
};

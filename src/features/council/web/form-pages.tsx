import {
  Button,
  Checkboxes,
  Columns,
  DateField,
  errorOf,
  Field,
  type FieldError,
  Fieldset,
  Form,
  Radios,
  Small,
} from '../../../platform/ui/index.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import { MOST_COMMITTEES, personsOf } from '../domain/seating.js';
import { typedIn, typedListIn } from '../typed.js';
import { type FormPageProps, Frame } from './form-frame.js';

const Seat = ({ n, member, deputy, errors }: { n: number; member: string; deputy: string; errors?: readonly FieldError[] }) => {
  const t = useTexts();
  return (
    <Fieldset legend={t('seat.place', { n })}>
      <Columns>
        <Field name={`member${n}`} label={t('seat.member')} value={member} error={errorOf(errors, `member${n}`)} />
        <Field name={`deputy${n}`} label={t('seat.deputy')} value={deputy} optional error={errorOf(errors, `deputy${n}`)} />
      </Columns>
    </Fieldset>
  );
};

export const SeatsPage = ({ rows, ...props }: FormPageProps & { readonly rows: number }) => {
  const t = useTexts();
  const { view, typed, errors } = props;
  const { seats, chairId, secretaryId } = view.seating;
  const written = (id: string | null | undefined): string => view.written.get(id ?? '') ?? '';
  const places = Array.from({ length: rows }, (_, at) => at);
  const officer = (field: 'chair' | 'secretary', id: string | null) => (
    <Field name={field} label={t(field)} value={typedIn(typed, field) ?? written(id)} width={30} error={errorOf(errors, field)} />
  );
  const more = (
    <Form action={councilPaths.seats} method="get" label={t('seatsForm.how')}>
      <Field
        name="seats"
        type="number"
        label={t('seatsForm.number')}
        hint={t('seatsForm.how')}
        value={rows}
        width={3}
        error={errorOf(errors, 'seats')}
      />
      <Button kind="secondary">{t('seatsForm.show')}</Button>
    </Form>
  );
  return (
    <Frame {...props} title={t('seatsForm.title')} lead={t('seatsForm.lead')} action={councilPaths.seats} before={more}>
      <input type="hidden" name="seats" value={rows} />
      {places.map((at) => (
        <Seat
          key={at}
          n={at + 1}
          member={typedIn(typed, `member${at + 1}`) ?? written(seats[at]?.personId)}
          deputy={typedIn(typed, `deputy${at + 1}`) ?? written(seats[at]?.deputyId)}
          errors={errors}
        />
      ))}
      {officer('chair', chairId)}
      {officer('secretary', secretaryId)}
      <Small>{t('seatsForm.wait')}</Small>
    </Frame>
  );
};

export const CommitteesPage = (props: FormPageProps) => {
  const t = useTexts();
  const { view, typed, errors } = props;
  const { committees } = view.seating;
  const places = Array.from({ length: Math.min(MOST_COMMITTEES, committees.length + 2) }, (_, at) => at);
  const items = personsOf(view.seating).map((id) => ({ value: id, text: view.names.get(id) ?? '…' }));
  return (
    <Frame {...props} title={t('committeesForm.title')} lead={t('committeesForm.lead')} action={councilPaths.committees}>
      {places.map((at) => (
        <section key={at}>
          <Field
            name={`committee${at + 1}`}
            label={t('committee.name', { n: at + 1 })}
            hint={t('committee.nameHint')}
            value={typedIn(typed, `committee${at + 1}`) ?? committees[at]?.name}
            width={30}
            error={errorOf(errors, `committee${at + 1}`)}
          />
          <Checkboxes
            name={`members${at + 1}`}
            label={t('committee.members', { n: at + 1 })}
            items={items}
            values={typed ? (typedListIn(typed, `members${at + 1}`) ?? []) : committees[at]?.members}
            error={errorOf(errors, `members${at + 1}`)}
          />
        </section>
      ))}
    </Frame>
  );
};

export const TermPage = (props: FormPageProps) => {
  const t = useTexts();
  const { view, typed, errors } = props;
  const day = (field: 'termStartsOn' | 'termEndsOn', label: string) => (
    <DateField name={field} label={label} value={typedIn(typed, field) ?? view.seating[field]} error={errorOf(errors, field)} />
  );
  return (
    <Frame {...props} title={t('termForm.title')} lead={t('termForm.lead')} action={councilPaths.term}>
      {day('termStartsOn', t('term.from'))}
      {day('termEndsOn', t('term.to'))}
    </Frame>
  );
};

const CHOICES = {
  quorum: ['more_than_half', 'two_thirds', 'seats'],
  majority: ['simple', 'absolute', 'two_thirds'],
  ballot: ['open', 'secret'],
  tie: ['no_consent', 'chair_decides'],
  deputising: ['named', 'none'],
} as const;

export const RulesPage = (props: FormPageProps) => {
  const t = useTexts();
  const { view, typed, errors } = props;
  const { rules } = view;
  const counted = typeof rules.quorum === 'number' ? rules.quorum : null;
  const one = <Field extends keyof typeof CHOICES>(
    field: Field,
    held: string,
    text: (value: (typeof CHOICES)[Field][number]) => string,
    hint?: string,
  ) => (
    <Radios
      name={field}
      label={t(field)}
      hint={hint}
      items={CHOICES[field].map((value) => ({ value, text: text(value) }))}
      value={typedIn(typed, field) ?? held}
      error={errorOf(errors, field)}
    />
  );
  return (
    <Frame {...props} title={t('rulesForm.title')} lead={t('rulesForm.lead')} action={councilPaths.rules}>
      {one('quorum', counted === null ? String(rules.quorum) : 'seats', (value) => t(`quorum.${value}`), t('quorum.hint'))}
      <Field
        name="quorumSeats"
        type="number"
        label={t('quorum.count')}
        hint={t('quorum.countHint')}
        value={typedIn(typed, 'quorumSeats') ?? counted}
        width={3}
        optional
        error={errorOf(errors, 'quorumSeats')}
      />
      {one('majority', rules.majority, (value) => t(`majority.${value}`))}
      {one('ballot', rules.ballot, (value) => t(`ballot.${value}`))}
      {one('tie', rules.tie, (value) => t(`tie.${value}`), t('tie.hint'))}
      {one('deputising', rules.deputising, (value) => t(`deputising.${value}`))}
    </Frame>
  );
};

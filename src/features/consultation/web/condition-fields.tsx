import { roleName, text } from '../../../platform/i18n/index.js';
import {
  Button,
  errorOf,
  DateField,
  Field,
  Fieldset,
  H2,
  Hidden,
  Inset,
  LinkButton,
  Select,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { isLimitKind, type LimitKind } from '../../../policy/index.js';
import { limitErrorPart, LimitFields, limitKindText, limitText } from '../../tools/index.js';
import type { ConditionChoices } from '../conditions/promise.service.js';
import { conditionsCatalogue } from '../conditions/conditions.catalogue.js';
import {
  CONDITION_KINDS,
  conditionField,
  type ConditionKind,
  type ConditionRow,
  limitField,
  limitOf,
  LONGEST_CONDITION,
  MOST_CONDITIONS,
  PROMISE,
} from '../conditions/typed-conditions.js';
import type { Typed } from './act-page.js';

export interface ConditionsPartProps extends Pick<Typed, 'errors'> {
  readonly rows: readonly ConditionRow[];
  readonly choices: ConditionChoices;
}
interface RowProps extends Pick<ConditionsPartProps, 'choices' | 'errors'> {
  readonly row: ConditionRow;
  readonly at: number;
}
export const useConditionTexts = () => text(conditionsCatalogue, usePage().language);

const kindName = (kind: ConditionKind, promise: string, language: 'nl' | 'en'): string =>
  isLimitKind(kind) ? limitKindText(kind, language) : promise;

const PromiseFields = ({ row, at, choices, errors }: RowProps) => {
  const t = useConditionTexts();
  const { language } = usePage();
  return (
    <>
      <Select
        name={conditionField(at, 'Owner')}
        label={t('owner')}
        hint={t('ownerHint')}
        items={choices.owners.map(({ personId, name, role }) => ({ value: personId, text: `${name} (${roleName(role, language)})` }))}
        value={row.owner}
        error={errorOf(errors, conditionField(at, 'Owner'))}
      />
      <DateField
        name={conditionField(at, 'Due')}
        label={t('due')}
        hint={t('dueHint')}
        value={row.due}
        error={errorOf(errors, conditionField(at, 'Due'))}
      />
    </>
  );
};

/** What the system makes of the answers, beside the words of the council. */
const ReadBack = ({ row }: Pick<RowProps, 'row'>) => {
  const t = useConditionTexts();
  const { language } = usePage();
  const limit = limitOf(row);
  return <Inset>{limit ? t('reads', { limit: limitText(limit, language) }) : t('readsNothing')}</Inset>;
};

const LimitPartOf = ({ row, at, choices, errors, kind }: RowProps & { readonly kind: LimitKind }) => (
  <>
    <LimitFields
      kind={kind}
      choices={choices.limits}
      typed={row.limit}
      name={(part) => limitField(at, part)}
      error={errorOf(errors, limitField(at, limitErrorPart(kind)))}
    />
    <ReadBack row={row} />
  </>
);

const Row = (props: RowProps) => {
  const t = useConditionTexts();
  const { language } = usePage();
  const { row, at, errors } = props;
  return (
    <Fieldset legend={t('condition', { n: at, kind: kindName(row.kind, t('promise'), language) })} size="m">
      <Hidden name={conditionField(at, 'Kind')} value={row.kind} />
      <Field
        name={conditionField(at, 'Text')}
        type="textarea"
        rows={2}
        limit={LONGEST_CONDITION}
        label={t('text')}
        hint={t(row.kind === PROMISE ? 'textHintPromise' : 'textHint')}
        value={row.text}
        error={errorOf(errors, conditionField(at, 'Text'))}
      />
      {isLimitKind(row.kind) ? <LimitPartOf {...props} kind={row.kind} /> : <PromiseFields {...props} />}
      <Text>
        <LinkButton name="_removeCondition" value={String(at)}>
          {t('remove', { n: at })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

const Adding = ({ errors }: Pick<ConditionsPartProps, 'errors'>) => {
  const t = useConditionTexts();
  const { language } = usePage();
  return (
    <>
      <Select
        name="newCondition"
        optional
        label={t('kind')}
        items={CONDITION_KINDS.map((kind) => ({ value: kind, text: kindName(kind, t('promise'), language) }))}
        error={errorOf(errors, 'newCondition')}
      />
      <Button kind="secondary" name="_addCondition" value="yes">
        {t('add')}
      </Button>
    </>
  );
};

/** Stands before the buttons that take a condition away: Enter in a field presses the first button of a form, and this one loses nothing. */
const ReadAgain = () => {
  const t = useConditionTexts();
  return (
    <Button kind="secondary" name="_showConditions" value="yes">
      {t('show')}
    </Button>
  );
};

/** The conditions of a decision, one by one; each kind has its own questions. It works without scripts: a button asks the page again. */
export const ConditionsPart = ({ rows, choices, errors }: ConditionsPartProps) => {
  const t = useConditionTexts();
  return (
    <>
      <H2>{t('heading')}</H2>
      <Text>{t('lead')}</Text>
      {rows.length > 0 ? <ReadAgain /> : null}
      {rows.map((row, at) => (
        <Row key={at} row={row} at={at + 1} choices={choices} errors={errors} />
      ))}
      {rows.length < MOST_CONDITIONS ? <Adding errors={errors} /> : <Text>{t('full', { n: MOST_CONDITIONS })}</Text>}
    </>
  );
};

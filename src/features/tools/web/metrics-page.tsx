import {
  Button,
  ButtonGroup,
  type Choice,
  Field,
  type FieldError,
  Fieldset,
  Hidden,
  LinkButton,
  Radios,
  Select,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { METRIC_KINDS, METRIC_LEVELS } from '../../../policy/index.js';
import { choices } from '../declarations/choices.catalogue.js';
import type { TypedMetric } from '../declarations/domain/metrics-form.js';
import { DeclaredFrame, type DeclaredFrameProps, fieldAt, useFormsText } from './declared-frame.js';

export interface MetricsPageProps extends Omit<DeclaredFrameProps, 'page' | 'children'> {
  readonly rows: readonly TypedMetric[];
  readonly categories: readonly Choice[];
}
interface RowProps extends Pick<MetricsPageProps, 'categories'> {
  readonly row: TypedMetric;
  readonly at: number;
  readonly errors?: readonly FieldError[];
}

const Row = ({ row, at, errors, categories }: RowProps) => {
  const t = useFormsText();
  const { language } = usePage();
  const part = (name: string) => fieldAt(`metrics|${at}|${name}`, errors);
  return (
    <Fieldset legend={t('row', { n: at + 1 })} size="m">
      <Field {...part('titleNl')} label={t('metric.titleNl')} value={row.titleNl} lang="nl" />
      <Field {...part('titleEn')} label={t('metric.titleEn')} value={row.titleEn} lang="en" />
      <Field {...part('code')} label={t('metric.code')} hint={t('metric.codeHint')} value={row.code} width={20} />
      <Select {...part('category')} label={t('metric.category')} items={categories} value={row.category} />
      <Radios {...part('kind')} label={t('metric.kind')} value={row.kind} items={choices(METRIC_KINDS, language)} />
      <Field {...part('unit')} label={t('metric.unit')} hint={t('metric.unitHint')} value={row.unit} width={20} />
      <Radios {...part('level')} label={t('metric.level')} value={row.level} items={choices(METRIC_LEVELS, language)} />
      <Field {...part('min')} label={t('metric.min')} value={row.min} width={10} inputmode="decimal" />
      <Field {...part('max')} label={t('metric.max')} hint={t('metric.rangeHint')} value={row.max} width={10} inputmode="decimal" />
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('remove', { n: at + 1 })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

/** What a tool counts: whatever is not here never comes in. */
export const MetricsPage = ({ rows, categories, ...frame }: MetricsPageProps) => {
  const t = useFormsText();
  return (
    <DeclaredFrame {...frame} page="metrics">
      <Hidden name="rows" value={String(rows.length)} />
      {rows.length === 0 ? <Text>{t('empty')}</Text> : null}
      {rows.map((row, at) => (
        <Row key={at} row={row} at={at} errors={frame.errors} categories={categories} />
      ))}
      <ButtonGroup>
        <Button kind="secondary" name="_add" value="yes">
          {t('add')}
        </Button>
        <Button name="_save" value="yes">
          {t('save')}
        </Button>
      </ButtonGroup>
    </DeclaredFrame>
  );
};

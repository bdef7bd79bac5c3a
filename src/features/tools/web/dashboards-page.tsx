import {
  Button,
  ButtonGroup,
  Checkboxes,
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
import { DASHBOARD_PERIODS, DASHBOARD_SHOWS, VIEWERS } from '../../../policy/index.js';
import { choices } from '../declarations/choices.catalogue.js';
import type { TypedDashboard, TypedGroup } from '../declarations/domain/dashboards-form.js';
import { DeclaredFrame, type DeclaredFrameProps, fieldAt, useFormsText } from './declared-frame.js';

interface Offered {
  readonly metrics: readonly Choice[];
  readonly units: readonly Choice[];
  readonly smallestGroup: number;
}
export interface DashboardsPageProps extends Omit<DeclaredFrameProps, 'page' | 'children'> {
  readonly rows: readonly TypedDashboard[];
  readonly offered: Offered;
}
interface RowProps {
  readonly row: TypedDashboard;
  readonly at: number;
  readonly offered: Offered;
  readonly errors?: readonly FieldError[];
}
interface GroupProps extends Pick<RowProps, 'offered' | 'errors' | 'at'> {
  readonly group: TypedGroup;
  readonly n: number;
}

const GroupFields = ({ group, n, at, offered, errors }: GroupProps) => {
  const t = useFormsText();
  const name = (part: string): string => `dashboards|${at}|groups|${n}|${part}`;
  const of = at + 1;
  return (
    <Fieldset legend={t('group.row', { n: n + 1, of })} size="s">
      <Hidden name={name('code')} value={group.code} />
      <Field {...fieldAt(name('titleNl'), errors)} label={t('group.titleNl')} value={group.titleNl} lang="nl" />
      <Field {...fieldAt(name('titleEn'), errors)} label={t('group.titleEn')} value={group.titleEn} lang="en" />
      <Checkboxes
        {...fieldAt(name('units'), errors)}
        label={t('group.units')}
        hint={t('group.unitsHint')}
        items={offered.units}
        values={group.units}
      />
      <Text>
        <LinkButton name="_remove" value={`${at}.${n}`}>
          {t('group.remove', { n: n + 1, of })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

const Words = ({ row, at, errors }: RowProps) => {
  const t = useFormsText();
  const part = (name: string) => fieldAt(`dashboards|${at}|${name}`, errors);
  return (
    <>
      <Field {...part('titleNl')} label={t('dashboard.titleNl')} value={row.titleNl} lang="nl" />
      <Field {...part('titleEn')} label={t('dashboard.titleEn')} value={row.titleEn} lang="en" />
      <Field {...part('questionNl')} label={t('dashboard.questionNl')} value={row.questionNl} lang="nl" />
      <Field {...part('questionEn')} label={t('dashboard.questionEn')} value={row.questionEn} lang="en" />
    </>
  );
};

const Row = (props: RowProps) => {
  const t = useFormsText();
  const { language } = usePage();
  const { row, at, offered, errors } = props;
  const part = (name: string) => fieldAt(`dashboards|${at}|${name}`, errors);
  const k = { k: offered.smallestGroup };
  const of = at + 1;
  return (
    <Fieldset legend={t('dashboard.row', { n: of })} size="m">
      <Hidden name={`dashboards|${at}|code`} value={row.code} />
      <Hidden name={`dashboards|${at}|groups`} value={String(row.groups.length)} />
      <Words {...props} />
      <Select {...part('metric')} label={t('dashboard.metric')} items={offered.metrics} value={row.metric} />
      <Radios {...part('shown')} label={t('dashboard.shown')} value={row.shown} items={choices(DASHBOARD_SHOWS, language)} />
      <Radios {...part('period')} label={t('dashboard.period')} value={row.period} items={choices(DASHBOARD_PERIODS, language)} />
      <Field
        {...part('smallestGroup')}
        type="number"
        width={4}
        label={t('dashboard.smallestGroup')}
        hint={t('dashboard.smallestGroupHint', k)}
        value={row.smallestGroup}
      />
      <Checkboxes {...part('viewers')} label={t('dashboard.viewers')} items={choices(VIEWERS, language)} values={row.viewers} />
      {row.groups.map((group, n) => (
        <GroupFields key={n} group={group} n={n} at={at} offered={offered} errors={errors} />
      ))}
      <ButtonGroup>
        <Button kind="secondary" name="_add" value={String(at)}>
          {t('group.add', { of })}
        </Button>
        <Button kind="secondary" name="_each" value={String(at)}>
          {t('group.each', { of })}
        </Button>
      </ButtonGroup>
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('dashboard.remove', { n: of })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

/** What managers will see, in which fixed groups: approved with the version. */
export const DashboardsPage = ({ rows, offered, ...frame }: DashboardsPageProps) => {
  const t = useFormsText();
  if (offered.metrics.length === 0 && rows.length === 0 && !frame.readOnly)
    return (
      <DeclaredFrame {...frame} page="dashboards">
        <Text>{t('dashboard.noMetrics')}</Text>
      </DeclaredFrame>
    );
  return (
    <DeclaredFrame {...frame} page="dashboards">
      <Hidden name="rows" value={String(rows.length)} />
      {rows.length === 0 ? <Text>{t('dashboard.empty')}</Text> : null}
      {rows.map((row, at) => (
        <Row key={at} row={row} at={at} offered={offered} errors={frame.errors} />
      ))}
      <ButtonGroup>
        <Button kind="secondary" name="_add" value="dashboard">
          {t('dashboard.add')}
        </Button>
        <Button name="_save" value="yes">
          {t('save')}
        </Button>
      </ButtonGroup>
    </DeclaredFrame>
  );
};

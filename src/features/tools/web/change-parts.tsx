import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Details,
  type DiffRow,
  errorOf,
  Field,
  type FieldError,
  Form,
  H2,
  List,
  Select,
  Table,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { changesCatalogue } from '../changes.catalogue.js';
import type { MeasuredRow } from '../measured-view.js';
import { toolPaths } from '../tools.paths.js';

const useChangesText = () => text(changesCatalogue, usePage().language);

/** "New consent needed: yes or no, because ...", with every change that makes it so by name. */
export const Needed = ({ rows, isCarried }: { readonly rows: readonly DiffRow[]; readonly isCarried: boolean }) => {
  const t = useChangesText();
  const wider = rows.filter(({ effect }) => effect === 'wider');
  if (wider.length > 0)
    return (
      <Banner kind="warning" heading={t('needYes')}>
        <Text>{t('needYesWhy', { n: wider.length })}</Text>
        <List items={wider.map(({ what }) => what)} />
        <Text>{t('oldRuns')}</Text>
      </Banner>
    );
  const isStricter = rows.some(({ effect }) => effect === 'stricter');
  if (isStricter && !isCarried)
    return (
      <Banner kind="warning" heading={t('needStricter')}>
        <Text>{t('needStricterWhy')}</Text>
        <Text>{t('oldRuns')}</Text>
      </Banner>
    );
  const why = isStricter ? 'needCarriedWhy' : rows.length === 0 ? 'needSameWhy' : 'needNoWhy';
  return (
    <Banner heading={t('needNo')}>
      <Text>{t(why)}</Text>
    </Banner>
  );
};

export interface RaisedView {
  readonly what: string;
  readonly was: 'stricter' | 'text';
  readonly reason: string;
}
/** What the DPO classed higher, and why: everyone who compares the versions sees it. */
export const RaisedNotes = ({ raised }: { readonly raised: readonly RaisedView[] }) => {
  const t = useChangesText();
  if (raised.length === 0) return null;
  return (
    <>
      <H2>{t('raisedBy')}</H2>
      <List items={raised.map(({ what, was, reason }) => t('raisedRow', { what, was: t(`was.${was}`), reason }))} />
    </>
  );
};

interface MeasuredProps {
  readonly rows: readonly MeasuredRow[];
  readonly from: number;
  readonly to: number;
}
/** Side by side what is measured and what is not; what is measured in neither version is folded. */
export const MeasuredTable = ({ rows, from, to }: MeasuredProps) => {
  const t = useChangesText();
  const neither = rows.filter(({ before, after }) => before === 'no' && after === 'no');
  return (
    <>
      <H2>{t('measured')}</H2>
      <Text>{t('measuredLead')}</Text>
      <Table
        caption={t('measured')}
        captionHidden
        head={[t('measuredWhat'), t('measuredVersion', { number: from }), t('measuredVersion', { number: to }), t('measuredChange')]}
        rows={rows
          .filter((row) => !neither.includes(row))
          .map(({ what, before, after, change }) => [what, t(`near.${before}`), t(`near.${after}`), t(`change.${change}`)])}
        empty={t('measuredNone')}
      />
      {neither.length > 0 ? (
        <Details summary={t('measuredNot')}>
          <List items={neither.map(({ what }) => what)} />
        </Details>
      ) : null}
    </>
  );
};

export interface RaiseView {
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly typed?: { readonly change?: string; readonly reason?: string };
  readonly errors?: readonly FieldError[];
}
export const RaiseForm = ({
  toolId,
  number,
  raise,
  idempotencyKey,
}: {
  readonly toolId: string;
  readonly number: number;
  readonly raise: RaiseView | null;
  readonly idempotencyKey: string;
}) => {
  const t = useChangesText();
  if (!raise || raise.choices.length === 0) return null;
  const { choices, typed, errors } = raise;
  return (
    <>
      <H2>{t('raise')}</H2>
      <Text>{t('raiseLead')}</Text>
      <Form action={toolPaths.raisedChanges(toolId, number)} idempotencyKey={idempotencyKey}>
        <Select name="change" label={t('raiseChange')} items={choices} value={typed?.change} error={errorOf(errors, 'change')} />
        <Field
          name="reason"
          type="textarea"
          rows={4}
          limit={2000}
          label={t('raiseReason')}
          value={typed?.reason}
          error={errorOf(errors, 'reason')}
        />
        <Warning>{t('raiseConsequence')}</Warning>
        <Button kind="warning">{t('raiseDo')}</Button>
      </Form>
    </>
  );
};

import type { ComponentChildren } from 'preact';
import { useUiText } from './page-context.js';
import { Tag } from './status.js';

export interface SummaryRow {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly change?: { readonly href: string; readonly text?: string };
}
export const Summary = ({ rows }: { readonly rows: readonly SummaryRow[] }) => {
  const t = useUiText();
  const changeable = rows.some((row) => row.change);
  return (
    <dl class="govuk-summary-list">
      {rows.map((row, at) => (
        <div key={at} class={`govuk-summary-list__row${changeable && !row.change ? ' govuk-summary-list__row--no-actions' : ''}`}>
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.change ? (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={row.change.href}>
                {row.change.text ?? t('change.link')}
                <span class="govuk-visually-hidden"> ({row.key})</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
};

export interface Column {
  readonly text: ComponentChildren;
  readonly numeric?: boolean;
}
export interface TableProps {
  readonly caption: string;
  readonly head: readonly (string | Column)[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** When a heading above already says it. */
  readonly captionHidden?: boolean;
  readonly empty?: ComponentChildren;
  /** On a phone each row is a block, and each cell says its column: for lists of cases, where nothing is compared down a column. */
  readonly stacks?: boolean;
}
const columnOf = (column: string | Column): Column => (typeof column === 'string' ? { text: column } : column);

/** The roles keep it a table for whoever hears it, though its rows are laid out as blocks. */
const roleWhere = (stacks: boolean | undefined, role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') =>
  stacks ? role : undefined;
const labelOf = (column: Column | undefined): string | undefined => (typeof column?.text === 'string' ? column.text : undefined);

interface RowProps extends Pick<TableProps, 'stacks'> {
  readonly cells: readonly ComponentChildren[];
  readonly columns: readonly Column[];
}
const Row = ({ cells, columns, stacks }: RowProps) => (
  <tr class="govuk-table__row" role={roleWhere(stacks, 'row')}>
    {cells.map((cell, at) =>
      at === 0 ? (
        <th key={at} scope="row" class="govuk-table__header" role={roleWhere(stacks, 'rowheader')}>
          {cell}
        </th>
      ) : (
        <td
          key={at}
          class={columns[at]?.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
          role={roleWhere(stacks, 'cell')}
          data-label={stacks ? labelOf(columns[at]) : undefined}
        >
          {cell}
        </td>
      ),
    )}
  </tr>
);

export const Table = ({ caption, head, rows, captionHidden, empty, stacks }: TableProps) => {
  const columns = head.map(columnOf);
  if (rows.length === 0 && empty) return <p class="govuk-body">{empty}</p>;
  return (
    <div class="cs-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class={stacks ? 'govuk-table cs-stacks' : 'govuk-table'} role={roleWhere(stacks, 'table')}>
        <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>{caption}</caption>
        <thead class="govuk-table__head" role={roleWhere(stacks, 'rowgroup')}>
          <tr class="govuk-table__row" role={roleWhere(stacks, 'row')}>
            {columns.map((column, at) => (
              <th
                key={at}
                scope="col"
                class={column.numeric ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}
                role={roleWhere(stacks, 'columnheader')}
              >
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role={roleWhere(stacks, 'rowgroup')}>
          {rows.map((cells, at) => (
            <Row key={at} cells={cells} columns={columns} stacks={stacks} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

export interface DiffRow {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: ComponentChildren;
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
  readonly effect: 'wider' | 'stricter' | 'text';
}
const EFFECT_TAGS = { wider: 'blocked', stricter: 'met', text: 'neutral' } as const;

export const Diff = ({
  caption,
  rows,
  empty,
}: {
  readonly caption: string;
  readonly rows: readonly DiffRow[];
  readonly empty?: string;
}) => {
  const t = useUiText();
  return (
    <Table
      caption={caption}
      head={[t('diff.what'), t('diff.kind'), t('diff.before'), t('diff.after'), t('diff.effect')]}
      rows={rows.map((row) => [
        row.what,
        t(`diff.${row.kind}`),
        row.before ?? t('diff.none'),
        row.after ?? t('diff.none'),
        <Tag kind={EFFECT_TAGS[row.effect]}>{t(`diff.${row.effect}`)}</Tag>,
      ])}
      empty={empty}
    />
  );
};

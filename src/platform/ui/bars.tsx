import { useId } from 'preact/hooks';
import { formatNumber } from '../i18n/formats.js';
import { usePage, useUiText } from './page-context.js';

export interface BarRow {
  readonly label: string;
  /** Null: it is not shown. Hatched, never zero. */
  readonly value: number | null;
  /** Why it is not shown: the group is too small (as long as nothing is said), something else is kept back, or there is nothing. */
  readonly why?: 'small' | 'other' | 'nothing';
  readonly of: number;
  /** The value is the lower end of a step of this many: "at least"; 0 is fewer than one step. */
  readonly step?: number;
  /** What stands beside the bar, where it is not a number of a number. */
  readonly text?: string;
}
export interface BarsProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly BarRow[];
  /** The smallest group that is shown; named under the table when one is hidden. */
  readonly smallest: number;
}

const share = ({ value, of }: BarRow): string =>
  value === null || of <= 0 ? '0%' : `${Math.min(100, Math.round((1000 * value) / of) / 10)}%`;

const isSmall = ({ value, why = 'small' }: BarRow): boolean => value === null && why === 'small';
const isHatched = ({ value, why }: BarRow): boolean => value === null && why !== 'nothing';

const Bar = ({ row, hatch }: { readonly row: BarRow; readonly hatch: string }) => (
  <svg class="cs-bar" width="100%" height="22" aria-hidden="true" focusable="false">
    {isHatched(row) ? (
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="cs-bar__hatch" x1="0" y1="0" x2="0" y2="6" stroke-width="3" />
        </pattern>
      </defs>
    ) : null}
    <rect class="cs-bar__ground" width="100%" height="100%" />
    {isHatched(row) ? (
      <rect width="100%" height="100%" fill={`url(#${hatch})`} />
    ) : (
      <rect class="cs-bar__fill" width={share(row)} height="100%" />
    )}
    <rect class="cs-bar__edge" width="100%" height="100%" fill="none" />
  </svg>
);

/** A table with a bar in each row: it reads aloud, prints and fits a phone, where the roles keep it a table though its rows are laid out as a grid. */
export const Bars = ({ caption, captionHidden, rows, smallest }: BarsProps) => {
  const t = useUiText();
  const { language } = usePage();
  const id = `hatch-${useId()}`;
  const counted = ({ value, of, step, text }: BarRow): string => {
    if (text !== undefined) return text;
    if (value === null) return t('bars.small');
    const numbers = { value: formatNumber(value, language), of: formatNumber(of, language) };
    if (step === undefined) return t('bars.of', numbers);
    return value === 0 ? t('bars.fewer', { ...numbers, value: formatNumber(step, language) }) : t('bars.atLeast', numbers);
  };
  return (
    <>
      <table class="govuk-table cs-bars" role="table">
        <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>{caption}</caption>
        <thead class="govuk-visually-hidden" role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('bars.group')}
            </th>
            <th scope="col" role="columnheader">
              {t('bars.share')}
            </th>
            <th scope="col" role="columnheader">
              {t('bars.count')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <tr key={row.label} class="govuk-table__row cs-bars__row" role="row">
              <th scope="row" role="rowheader" class="govuk-table__header cs-bars__label">
                {row.label}
              </th>
              <td class="govuk-table__cell cs-bars__bar" role="cell">
                <Bar row={row} hatch={`${id}-${at}`} />
              </td>
              <td class="govuk-table__cell cs-bars__count" role="cell">
                {counted(row)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(isSmall) ? <p class="govuk-body-s">{t('bars.smallNote', { k: smallest })}</p> : null}
    </>
  );
};

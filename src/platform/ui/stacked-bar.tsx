import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { formatNumber } from '../i18n/formats.js';
import { usePage } from './page-context.js';

export interface StackedPart {
  readonly label: string;
  readonly value: number;
}
export interface StackedBarProps {
  readonly caption: string;
  /** At most four; each has a pattern of its own. */
  readonly parts: readonly StackedPart[];
  /** The length of the whole bar. */
  readonly of: number;
  readonly mark: { readonly at: number; readonly label: string };
}

/** The mark sticks out above and below the bar. */
const TOP = 7;
const THICK = 22;

const percent = (value: number, of: number): string => (of <= 0 ? '0%' : `${Math.min(100, Math.round((1000 * value) / of) / 10)}%`);

const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={`${id}-2`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="cs-stacked__line" x1="0" y1="0" x2="0" y2="7" stroke-width="6" />
    </pattern>
    <pattern id={`${id}-4`} width="8" height="8" patternUnits="userSpaceOnUse">
      <circle class="cs-stacked__dot" cx="4" cy="4" r="1.5" />
    </pattern>
  </defs>
);

/** The second and the fourth part are patterns, so that no two read alike without colour. */
const fillOf = (id: string, at: number): { readonly class: string } | { readonly fill: string } =>
  at % 2 === 0 ? { class: `cs-stacked__part--${at + 1}` } : { fill: `url(#${id}-${at + 1})` };

type Drawn = Omit<StackedBarProps, 'caption'> & { readonly id: string };

const Drawing = ({ parts, of, mark, id }: Drawn) => {
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { value }) => sum + value, 0));
  const markAt = percent(mark.at, of);
  return (
    <svg class="cs-bar cs-stacked__bar" width="100%" height="36" aria-hidden="true" focusable="false">
      <Patterns id={id} />
      <rect class="cs-bar__ground" y={TOP} width="100%" height={THICK} />
      {parts.map(({ label, value }, at) => (
        <rect key={label} x={percent(starts[at] ?? 0, of)} y={TOP} width={percent(value, of)} height={THICK} {...fillOf(id, at)} />
      ))}
      {starts.slice(1).map((start, at) => (
        <line key={at} class="cs-stacked__cut" x1={percent(start, of)} x2={percent(start, of)} y1={TOP} y2={TOP + THICK} stroke-width="2" />
      ))}
      <rect class="cs-bar__edge" y={TOP} width="100%" height={THICK} fill="none" />
      <line class="cs-stacked__cut" x1={markAt} x2={markAt} y1="0" y2="100%" stroke-width="7" />
      <line class="cs-stacked__mark" x1={markAt} x2={markAt} y1="0" y2="100%" stroke-width="3" />
    </svg>
  );
};

const Row = ({ label, value, children }: StackedPart & { readonly children: VNode }) => {
  const { language } = usePage();
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell cs-stacked__swatch">
        <svg width="22" height="22" aria-hidden="true" focusable="false">
          {children}
        </svg>
      </td>
      <th scope="row" class="govuk-table__header">
        {label}
      </th>
      <td class="govuk-table__cell">{formatNumber(value, language)}</td>
    </tr>
  );
};

const Swatch = ({ id, at }: { readonly id: string; readonly at: number }) => (
  <>
    <rect class="cs-bar__ground" width="100%" height="100%" />
    <rect width="100%" height="100%" {...fillOf(id, at)} />
    <rect class="cs-bar__edge" width="100%" height="100%" fill="none" />
  </>
);

/** One bar of up to four parts with a mark across it, and under it the same as numbers: a table that needs no picture. */
export const StackedBar = ({ caption, parts, of, mark }: StackedBarProps) => {
  const id = `stack-${useId()}`;
  return (
    <>
      <Drawing id={id} parts={parts} of={of} mark={mark} />
      <table class="govuk-table cs-stacked__numbers">
        <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <tbody>
          {parts.map(({ label, value }, at) => (
            <Row key={label} label={label} value={value}>
              <Swatch id={id} at={at} />
            </Row>
          ))}
          <Row label={mark.label} value={mark.at}>
            <line class="cs-stacked__mark" x1="11" x2="11" y1="0" y2="22" stroke-width="3" />
          </Row>
        </tbody>
      </table>
    </>
  );
};

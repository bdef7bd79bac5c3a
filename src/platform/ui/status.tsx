import type { ComponentChildren } from 'preact';
import { useUiText } from './page-context.js';

export type State = 'met' | 'blocked' | 'waiting' | 'later' | 'na' | 'warning';
export type TagKind = State | 'neutral';

/** Words always: a state brings its own, a neutral tag needs some. */
export type TagProps =
  { readonly kind: State; readonly children?: ComponentChildren } | { readonly kind: 'neutral'; readonly children: ComponentChildren };
export const Tag = (props: TagProps) => {
  const t = useUiText();
  const words = props.children ?? (props.kind === 'neutral' ? '' : t(`state.${props.kind}`));
  return <strong class={`govuk-tag cs-tag--${props.kind}`}>{words}</strong>;
};

const GLYPHS: Readonly<Record<State, string>> = { met: '✓', blocked: '✕', waiting: '…', later: '–', na: '–', warning: '!' };

export interface Cell {
  readonly kind: State;
  /** The requirement, e.g. "E6 Voorwaarden van de FG"; its state is added. */
  readonly label: string;
}
export type VerdictTone = 'open' | 'closed' | 'active' | 'suspended' | 'stopped' | 'never';
export interface VerdictProps {
  readonly tone: VerdictTone;
  readonly heading: ComponentChildren;
  readonly text?: ComponentChildren;
  readonly cells?: readonly Cell[];
  readonly children?: ComponentChildren;
}
const BOXES: Readonly<Record<VerdictTone, string>> = {
  open: 'success',
  active: 'success',
  closed: 'warning',
  suspended: 'warning',
  stopped: 'info',
  never: 'error',
};
const Cells = ({ cells }: { readonly cells: readonly Cell[] }) => {
  const t = useUiText();
  return (
    <ul class="cs-cells" role="list" aria-label={t('requirement.cells')}>
      {cells.map((cell) => (
        <li key={cell.label} class={`cs-cell cs-cell--${cell.kind}`} title={`${cell.label}: ${t(`state.${cell.kind}`)}`}>
          <span aria-hidden="true">{GLYPHS[cell.kind]}</span>
          <span class="govuk-visually-hidden">
            {cell.label}: {t(`state.${cell.kind}`)}
          </span>
        </li>
      ))}
    </ul>
  );
};
export const Verdict = ({ tone, heading, text, cells = [], children }: VerdictProps) => (
  <div class={`cs-box cs-box--${BOXES[tone]} cs-verdict`}>
    <h2 class="govuk-heading-s cs-box__heading">{heading}</h2>
    {cells.length > 0 ? <Cells cells={cells} /> : null}
    <div class="cs-box__body">
      {text ? <p>{text}</p> : null}
      {children}
    </div>
  </div>
);

export interface RequirementRowProps {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly tag: State;
  /** In place of the state's own word, such as "your turn" for whom others wait for. */
  readonly tagText?: string;
  readonly text?: ComponentChildren;
  readonly source?: ComponentChildren;
  readonly by?: ComponentChildren;
  readonly since?: ComponentChildren;
  readonly action?: { readonly href: string; readonly text: string };
  readonly children?: ComponentChildren;
}
const Meta = ({ source, by, since }: Pick<RequirementRowProps, 'source' | 'by' | 'since'>) => {
  const t = useUiText();
  const parts: [string, ComponentChildren][] = [
    [t('requirement.source'), source],
    [t('requirement.by'), by],
    [t('requirement.since'), since],
  ];
  const known = parts.filter(([, value]) => Boolean(value));
  if (known.length === 0) return null;
  return (
    <p class="govuk-body-s cs-requirement__meta">
      {known.map(([label, value], at) => (
        <span key={label}>
          {at > 0 ? ' · ' : ''}
          {label} {value}
        </span>
      ))}
    </p>
  );
};
/** Stands in a `RequirementList`. Order: state, reason, source, owner, since, next step. */
export const RequirementRow = ({ id, title, tag, tagText, text, source, by, since, action, children }: RequirementRowProps) => (
  <li class="cs-requirement" id={id}>
    <div class="cs-requirement__head">
      <h3 class="cs-requirement__title">
        {id} {title}
      </h3>
      <Tag kind={tag}>{tagText}</Tag>
    </div>
    {text ? <div class="cs-requirement__text">{text}</div> : null}
    <Meta source={source} by={by} since={since} />
    {children}
    {action ? (
      <a class="govuk-link" href={action.href}>
        {action.text}
      </a>
    ) : null}
  </li>
);
export const RequirementList = ({ children }: { readonly children: ComponentChildren }) => (
  <ul class="cs-requirements" role="list">
    {children}
  </ul>
);

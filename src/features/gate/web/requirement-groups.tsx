import { text } from '../../../platform/i18n/index.js';
import { Details, H2, Link, RequirementList, RequirementRow, type State, usePage } from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';

export type RequirementGroup = 'todo' | 'waiting' | 'later' | 'met' | 'na';

/** A requirement as people see it: state, reasons, source, owner, since when, next step. */
export interface RequirementView {
  readonly id: string;
  readonly title: string;
  readonly tag: State;
  readonly group: RequirementGroup;
  readonly lines: readonly { readonly text: string; readonly source?: string; readonly rule?: string; readonly href?: string }[];
  readonly source: string;
  readonly by: string;
  readonly since?: string;
  readonly action?: { readonly href: string; readonly text: string };
}

const GROUPS: readonly RequirementGroup[] = ['todo', 'waiting', 'later'];

const Lines = ({ of }: { readonly of: RequirementView }) => (
  <>
    {of.lines.map((line) => (
      <p key={`${line.rule ?? ''}${line.text}`}>
        {line.text}
        {line.source && line.href ? (
          <>
            {' '}
            (<Link href={line.href}>{line.source}</Link>)
          </>
        ) : null}
      </p>
    ))}
  </>
);

const Rows = ({ rows }: { readonly rows: readonly RequirementView[] }) => (
  <RequirementList>
    {rows.map((row) => (
      <RequirementRow
        key={row.id}
        id={row.id}
        title={row.title}
        tag={row.tag}
        text={row.lines.length > 0 ? <Lines of={row} /> : undefined}
        source={row.source}
        by={row.by}
        since={row.since}
        action={row.action}
      />
    ))}
  </RequirementList>
);

/** In the order: to do by you, waiting for someone else, not yet; what is met and what does not apply is folded. */
export const RequirementGroups = ({ requirements }: { readonly requirements: readonly RequirementView[] }) => {
  const t = text(gateCatalogue, usePage().language);
  const of = (group: RequirementGroup) => requirements.filter((requirement) => requirement.group === group);
  return (
    <>
      {GROUPS.filter((group) => of(group).length > 0).map((group) => (
        <section key={group}>
          <H2>{t(`group.${group}`, { n: of(group).length })}</H2>
          <Rows rows={of(group)} />
        </section>
      ))}
      {(['met', 'na'] as const)
        .filter((group) => of(group).length > 0)
        .map((group) => (
          <Details key={group} summary={t(`group.${group}`, { n: of(group).length })}>
            <Rows rows={of(group)} />
          </Details>
        ))}
    </>
  );
};

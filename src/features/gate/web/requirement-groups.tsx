import { text } from '../../../platform/i18n/index.js';
import { Details, H2, Link, RequirementList, RequirementRow, type State, usePage } from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';

export type RequirementGroup = 'todo' | 'waiting' | 'later' | 'met' | 'na';

/** A requirement as people see it: state, reasons, source, owner, since when, next step. */
export interface RequirementView {
  readonly id: string;
  readonly title: string;
  readonly tag: State;
  /** In place of the state's own word. */
  readonly tagText?: string;
  readonly group: RequirementGroup;
  readonly lines: readonly { readonly text: string; readonly source?: string; readonly rule?: string; readonly href?: string }[];
  readonly source: string;
  readonly by: string;
  readonly since?: string;
  readonly action?: { readonly href: string; readonly text: string };
}

const GROUPS: readonly RequirementGroup[] = ['todo', 'waiting', 'later'];

const AT_ONCE = 3;

const Sentences = ({ lines }: { readonly lines: RequirementView['lines'] }) => (
  <>
    {lines.map((line) => (
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

/** The first reasons at once, and the rest a click away: a dossier that is hardly filled in has dozens. */
const Lines = ({ lines }: Pick<RequirementView, 'lines'>) => {
  const t = text(gateCatalogue, usePage().language);
  if (lines.length <= AT_ONCE + 1) return <Sentences lines={lines} />;
  return (
    <>
      <Sentences lines={lines.slice(0, AT_ONCE)} />
      <Details summary={t('req.more', { n: lines.length - AT_ONCE })}>
        <Sentences lines={lines.slice(AT_ONCE)} />
      </Details>
    </>
  );
};

const Rows = ({ rows }: { readonly rows: readonly RequirementView[] }) => (
  <RequirementList>
    {rows.map((row) => (
      <RequirementRow
        key={row.id}
        id={row.id}
        title={row.title}
        tag={row.tag}
        tagText={row.tagText}
        text={row.lines.length > 0 ? <Lines lines={row.lines} /> : undefined}
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

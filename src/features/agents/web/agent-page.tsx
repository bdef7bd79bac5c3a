import { roleName, text } from '../../../platform/i18n/index.js';
import type { Role } from '../../../kernel/actor.js';
import {
  Banner,
  ButtonGroup,
  ButtonLink,
  Code,
  H1,
  H2,
  Link,
  RequirementList,
  RequirementRow,
  Shell,
  Small,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';
import type { Check } from '../domain/checks.js';
import type { SettingDifference } from '../domain/settings-sheet.js';
import { SettingsTable } from './settings-table.js';

/** One line of the check list, in the reader's words. */
export interface CheckView {
  readonly check: Check;
  readonly title: string;
  readonly holds: boolean;
  readonly lines: readonly string[];
  /** The reason code that an agent gets; only where the check does not hold. */
  readonly code?: string;
  readonly mendedBy?: Role;
  readonly action?: { readonly href: string; readonly text: string };
}

export interface AgentPageProps {
  readonly agentId: string;
  readonly device: string;
  readonly toolName: string;
  readonly number: number;
  readonly checks: readonly CheckView[];
  readonly banner: { readonly kind: 'error' | 'success'; readonly heading: string; readonly text: string };
  readonly differences: readonly SettingDifference[] | null;
  /** What each setting on the approved sheet means, by its name. */
  readonly meanings: ReadonlyMap<string, string>;
  readonly hashOnly: boolean;
  readonly retired: boolean;
  readonly blocked: boolean;
}

const Checks = ({ title, checks }: { readonly title: string; readonly checks: readonly CheckView[] }) => {
  const { language } = usePage();
  const t = text(agentsCatalogue, language);
  if (checks.length === 0) return null;
  return (
    <section>
      <H2>{title}</H2>
      <RequirementList>
        {checks.map(({ check, holds, lines, code, mendedBy, action, ...row }) => (
          <RequirementRow
            key={check}
            id={check}
            title={row.title}
            tag={holds ? 'met' : 'blocked'}
            text={lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            action={action}
          >
            {code && mendedBy ? (
              <Small>
                {t('agent.code')} <Code value={code} plain /> · {t('agent.mendedBy', { role: roleName(mendedBy, language) })}
              </Small>
            ) : null}
          </RequirementRow>
        ))}
      </RequirementList>
    </section>
  );
};

export const AgentPage = (props: AgentPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  const { agentId, device, checks, banner } = props;
  return (
    <Shell title={device} crumbs={[{ href: agentPaths.list, text: t('list.title') }, { text: device }]}>
      <H1>{device}</H1>
      <Text>
        {props.toolName} · <Code value={agentId} plain />
      </Text>
      <Banner kind={banner.kind} heading={banner.heading}>
        <p>{banner.text}</p>
      </Banner>
      <Checks title={t('agent.why')} checks={checks.filter(({ holds }) => !holds)} />
      <Checks title={t('agent.checks')} checks={checks.filter(({ holds }) => holds)} />
      <SettingsTable number={props.number} differences={props.differences} meanings={props.meanings} hashOnly={props.hashOnly} />
      {props.retired ? null : (
        <ButtonGroup>
          {props.blocked ? null : (
            <ButtonLink href={agentPaths.block(agentId)} kind="warning">
              {t('action.block')}
            </ButtonLink>
          )}
          <Link href={agentPaths.retire(agentId)}>{t('action.retire')}</Link>
        </ButtonGroup>
      )}
      <Small>{t('list.note')}</Small>
    </Shell>
  );
};

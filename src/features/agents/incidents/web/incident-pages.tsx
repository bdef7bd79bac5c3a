import type { Role } from '../../../../kernel/actor.js';
import { roleName, text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatInstant,
  H1,
  H2,
  Lead,
  Link,
  Pagination,
  Shell,
  Small,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import type { IncidentKind } from '../domain/incident.js';
import { incidentsCatalogue } from '../incidents.catalogue.js';
import { incidentPaths } from '../incidents.paths.js';

export interface IncidentView {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly toolName: string;
  readonly device: string | null;
  readonly reference: string;
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
}

const useText = () => text(incidentsCatalogue, usePage().language);

const StateOf = ({ incident }: { readonly incident: IncidentView }) => {
  const t = useText();
  return incident.endedAt ? <Tag kind="neutral">{t('state.closed')}</Tag> : <Tag kind="blocked">{t('state.open')}</Tag>;
};

export interface IncidentsPageProps {
  readonly incidents: readonly IncidentView[];
  readonly page: number;
  readonly pages: number;
}

export const IncidentsPage = ({ incidents, page, pages }: IncidentsPageProps) => {
  const t = useText();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Table
        caption={t('title')}
        captionHidden
        stacks
        head={[t('what'), t('tool'), t('when'), t('state')]}
        rows={incidents.map((incident) => [
          <Link href={incidentPaths.incident(incident.id)}>{t(`kind.${incident.kind}`)}</Link>,
          incident.toolName,
          <Time at={incident.raisedAt} />,
          <StateOf incident={incident} />,
        ])}
        empty={t('empty')}
      />
      <Pagination page={page} pages={pages} href={(other) => `${incidentPaths.list}?page=${other}`} />
      <Small>{t('note')}</Small>
    </Shell>
  );
};

export interface IncidentPageProps {
  readonly incident: IncidentView & { readonly endedRole: Role | null; readonly endReason: string | null };
  readonly toolHref: string;
  /** Null: unknown, or not for this reader. */
  readonly agentHref: string | null;
  /** Where it is decided whether this is a breach; null: it cannot be one, or not for this reader. */
  readonly breachHref: string | null;
  /** Who closes it; null: it closes by itself. */
  readonly closedBy: Role | null;
  readonly mayClose: boolean;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

const Ended = ({ incident }: Pick<IncidentPageProps, 'incident'>) => {
  const t = useText();
  const { language } = usePage();
  const { endedAt, endedRole, endReason } = incident;
  if (!endedAt) return null;
  const date = formatInstant(endedAt, language);
  return (
    <Banner kind="success" heading={t('state.closed')}>
      <p>{endedRole ? t('closed.by', { date, role: roleName(endedRole, language) }) : t('closed.itself', { date })}</p>
      {endReason ? <p>{t('closed.reason', { reason: endReason })}</p> : null}
    </Banner>
  );
};

const Closing = ({ incident, closedBy, mayClose, typed, errors }: IncidentPageProps) => {
  const t = useText();
  const { language } = usePage();
  if (incident.endedAt || !closedBy) return null;
  if (!mayClose) return <Text>{t('closing.other', { role: roleName(closedBy, language) })}</Text>;
  return (
    <>
      <H2>{t('close.title')}</H2>
      <Form action={incidentPaths.incident(incident.id)}>
        <Field
          name="reason"
          type="textarea"
          rows={4}
          label={t('close.reason')}
          hint={t('close.hint')}
          value={typed}
          limit={2000}
          error={errorOf(errors, 'reason')}
        />
        <Button>{t('close.button')}</Button>
      </Form>
    </>
  );
};

export const IncidentPage = (props: IncidentPageProps) => {
  const t = useText();
  const { incident, toolHref, agentHref, breachHref, errors } = props;
  const title = t(`kind.${incident.kind}`);
  return (
    <Shell title={title} error={Boolean(errors)} crumbs={[{ href: incidentPaths.list, text: t('title') }, { text: incident.reference }]}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Ended incident={incident} />
      <Lead>{t(`about.${incident.kind}`)}</Lead>
      <Summary
        rows={[
          { key: t('tool'), value: <Link href={toolHref}>{incident.toolName}</Link> },
          ...(incident.kind === 'list_not_fetched'
            ? []
            : [
                {
                  key: t('device'),
                  value: agentHref ? <Link href={agentHref}>{incident.device}</Link> : (incident.device ?? t('noDevice')),
                },
              ]),
          { key: t('when'), value: <Time at={incident.raisedAt} /> },
          { key: t('reference'), value: <Code value={incident.reference} plain /> },
        ]}
      />
      {incident.endedAt ? null : <Text>{t(`now.${incident.kind}`)}</Text>}
      {breachHref ? (
        <Text>
          <Link href={breachHref}>{t('breach')}</Link>
        </Text>
      ) : null}
      <Closing {...props} />
      <Small>{t('note')}</Small>
    </Shell>
  );
};

import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  Form,
  H1,
  H2,
  Inset,
  Link,
  List,
  Panel,
  Shell,
  Summary,
  Table,
  Tag,
  type TagKind,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import type { ObjectionStateName } from '../domain/objection-state.js';
import { objectionsCatalogue, type ObjectionsKey } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';

/** The page of another feature, a level above. */
const RIGHTS = '/me/rights';

const useText = () => text(objectionsCatalogue, usePage().language);

export const STATE_TAGS: Readonly<Record<ObjectionStateName, Exclude<TagKind, 'neutral'>>> = {
  received: 'waiting',
  acknowledged: 'waiting',
  extended: 'waiting',
  upheld: 'met',
  rejected: 'blocked',
  withdrawn: 'na',
  converted: 'na',
};

export interface Contacts {
  readonly adviser: string | null;
  readonly outside: string | null;
}
/** Where somebody who disagrees can go next. */
export const Ladder = ({ contacts }: { readonly contacts: Contacts }) => {
  const t = useText();
  return (
    <section>
      <H2>{t('ladder.title')}</H2>
      <List
        kind="number"
        items={[
          t('ladder.adviser', { contact: contacts.adviser ? ` (${contacts.adviser})` : '' }),
          ...(contacts.outside ? [t('ladder.outside', { address: contacts.outside })] : []),
          t('ladder.dpo'),
          t('ladder.council'),
          t('ladder.ap'),
          t('ladder.court'),
        ]}
      />
    </section>
  );
};

export interface ListPageProps {
  readonly objections: readonly {
    readonly href: string;
    readonly tool: string;
    readonly state: ObjectionStateName;
    readonly dueOn: string;
  }[];
}
export const OwnListPage = ({ objections }: ListPageProps) => {
  const t = useText();
  return (
    <Shell title={t('own.listTitle')}>
      <H1>{t('own.listTitle')}</H1>
      <Table
        caption={t('own.title')}
        head={[t('own.tool'), t('own.state'), t('own.due')]}
        rows={objections.map((row) => [
          <Link href={row.href}>{row.tool}</Link>,
          <Tag kind={STATE_TAGS[row.state]}>{t(`state.${row.state}`)}</Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('own.empty')}
      />
      <ButtonGroup>
        <ButtonLink href={objectionPaths.start}>{t('own.new')}</ButtonLink>
        <Link href={RIGHTS}>{t('own.rights')}</Link>
        <Link href="/complaints">{t('own.complain')}</Link>
      </ButtonGroup>
    </Shell>
  );
};

export interface OwnPageProps {
  readonly toolName: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly situation: string;
  readonly state: ObjectionStateName;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly isPaused: boolean;
  readonly attested: boolean;
  readonly liftsOn: string | null;
  readonly acts: readonly { readonly kind: string; readonly text: string; readonly at: Date }[];
  readonly withdrawHref: string;
  readonly contacts: Contacts;
}

const pauseText = ({ state, isPaused, attested, liftsOn }: OwnPageProps): ObjectionsKey => {
  if (state === 'converted') return 'own.converted';
  if (!isPaused) return 'own.notPaused';
  if (liftsOn) return 'own.liftsOn';
  if (state === 'upheld') return 'own.pausedForGood';
  return attested ? 'own.paused.attested' : 'own.paused.native';
};

const History = ({ acts }: Pick<OwnPageProps, 'acts'>) => {
  const t = useText();
  if (acts.length === 0) return null;
  return (
    <section>
      <H2>{t('own.history')}</H2>
      {acts.map((act) => (
        <div key={`${act.kind} ${act.at.toISOString()}`}>
          <Text>
            <Time at={act.at} />: {t(`act.${act.kind}` as ObjectionsKey)}
          </Text>
          {act.text ? <Inset>{act.text}</Inset> : null}
        </div>
      ))}
    </section>
  );
};

/** What the person sees of his or her own objection. */
export const OwnPage = (props: OwnPageProps) => {
  const t = useText();
  const fresh = props.acts.length === 0 && props.state === 'received';
  return (
    <Shell title={t('own.title')} crumbs={[{ text: t('own.listTitle'), href: objectionPaths.mine }, { text: props.toolName }]}>
      {fresh ? <Panel title={t('own.receipt')} reference={props.reference} /> : <H1 caption={props.toolName}>{t('own.title')}</H1>}
      <Banner kind={props.isPaused ? 'success' : 'info'}>{t(pauseText(props), props.liftsOn ? { date: props.liftsOn } : undefined)}</Banner>
      {props.state === 'converted' ? <Link href="/complaints">{t('own.toComplaint')}</Link> : null}
      <Summary
        rows={[
          { key: t('own.tool'), value: props.toolName },
          { key: t('own.state'), value: <Tag kind={STATE_TAGS[props.state]}>{t(`state.${props.state}`)}</Tag> },
          { key: t('own.sent'), value: <Time at={props.lodgedAt} /> },
          { key: t('own.due'), value: <Time on={props.dueOn} /> },
          { key: t('own.reference'), value: props.reference },
        ]}
      />
      {props.isOverdue ? <Banner kind="warning">{t('own.overdue')}</Banner> : null}
      {props.situation ? <Details summary={t('situation.label')}>{props.situation}</Details> : null}
      <History acts={props.acts} />
      <Ladder contacts={props.contacts} />
      {props.isPaused ? (
        <section>
          <H2>{t('own.withdraw')}</H2>
          <Text>{t('own.withdrawText')}</Text>
          <Form action={props.withdrawHref} label={t('own.withdraw')}>
            <Button kind="warning">{t('own.withdraw')}</Button>
          </Form>
        </section>
      ) : null}
    </Shell>
  );
};

import { Banner, ButtonGroup, ButtonLink, Card, Details, H1, H2, Link, List, Shell, Tag, Text } from '../../../platform/ui/index.js';
import { transparencyPaths } from '../transparency.paths.js';
import { CardLead, type CardProps, CardRest, useText } from './tool-card.js';

export interface ActiveProps {
  readonly card: CardProps;
  readonly state: { readonly kind: 'met' | 'warning' | 'blocked'; readonly text: string };
  /** How this person gets out of it; null: nothing is paused. */
  readonly out: string | null;
  readonly alarm: boolean;
  readonly unseen: boolean;
}
export interface OtherProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly kind: 'unconsented' | 'refused' | 'off' | 'coming';
  readonly repair: string | null;
  readonly alarm: boolean;
}
export interface MePageProps {
  readonly unitName: string;
  readonly time: string;
  readonly unread: number;
  readonly active: readonly ActiveProps[];
  /** How many of them are not suspended. */
  readonly on: number;
  readonly others: readonly OtherProps[];
  readonly objectHref: (toolId: string) => string;
  readonly rightsHref: string;
  readonly mineHref: string;
  readonly requestsHref: string;
  readonly mandatesHref: string;
  readonly inboxHref: string;
  readonly devicesHref: string;
  readonly measuredHref: string;
  readonly plansHref: string;
}

const Unread = ({ unread, inboxHref }: Pick<MePageProps, 'unread' | 'inboxHref'>) => {
  const t = useText();
  if (unread === 0) return null;
  return (
    <Banner kind="warning" heading={t('unread', { n: unread })}>
      <Link href={inboxHref}>{t('unreadLink')}</Link>. {t('unreadText')}
    </Banner>
  );
};

const ActiveCard = ({ one, page }: { readonly one: ActiveProps; readonly page: MePageProps }) => {
  const t = useText();
  const { card } = one;
  return (
    <Card>
      <H2>
        {card.toolName} <Tag kind={one.state.kind}>{one.state.text}</Tag>
      </H2>
      {one.alarm ? <Banner kind="error">{t('alarm')}</Banner> : null}
      {one.unseen ? <Banner kind="error">{t('unseen')}</Banner> : null}
      {one.out ? (
        <Banner kind="success" heading={card.attested ? undefined : t('paused')}>
          <p>{t(card.attested ? 'pausedMayNot' : 'pausedText')}</p>
          <p>{one.out}</p>
        </Banner>
      ) : null}
      <CardLead {...card} />
      <Details summary={t('moreAbout', { name: card.toolName })} open={page.active.length === 1}>
        <CardRest {...card} />
      </Details>
      <ButtonGroup>
        {one.out ? null : (
          <ButtonLink kind="secondary" href={page.objectHref(card.toolId)}>
            {t('object')}
          </ButtonLink>
        )}
        <Link href={transparencyPaths.tool(card.toolId)}>{t('more', { tool: card.toolName })}</Link>
      </ButtonGroup>
    </Card>
  );
};

const OtherLine = ({ one, objectHref }: { readonly one: OtherProps; readonly objectHref?: string }) => {
  const t = useText();
  return (
    <>
      <Link href={transparencyPaths.tool(one.toolId)}>{one.toolName}</Link>{' '}
      <Tag kind={one.kind === 'unconsented' ? 'blocked' : 'na'}>{t(`other.${one.kind}`)}</Tag>
      {one.repair ? <> {one.repair}</> : null}
      {one.alarm && one.kind === 'unconsented' ? <> {t('alarm')}</> : null}
      {objectHref ? (
        <>
          {' '}
          <Link href={objectHref}>{t('objectTo', { tool: one.toolName })}</Link>
        </>
      ) : null}
    </>
  );
};

const Further = (props: MePageProps) => {
  const t = useText();
  return (
    <section>
      <H2>{t('further')}</H2>
      <List
        items={[
          <Link href={props.mineHref}>{t('myObjections')}</Link>,
          <Link href={props.rightsHref}>{t('myData')}</Link>,
          <Link href={props.requestsHref}>{t('myRequests')}</Link>,
          <Link href={props.mandatesHref}>{t('myMandates')}</Link>,
          <Link href="/me/looks">{t('myLooks')}</Link>,
          <Link href={props.plansHref}>{t('myPlans')}</Link>,
          <Link href={props.measuredHref}>{t('myMeasurements')}</Link>,
          <Link href={props.devicesHref}>{t('myDevices')}</Link>,
          <Link href="/complaints">{t('reportMissing')}</Link>,
        ]}
      />
    </section>
  );
};

/** "What is measured about me?", straight from the active versions. */
export const MePage = (props: MePageProps) => {
  const t = useText();
  const unconsented = props.others.filter(({ kind }) => kind === 'unconsented');
  const rest = props.others.filter(({ kind }) => kind !== 'unconsented');
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Text>
        {t('intro', { unit: props.unitName, time: props.time })} {t('count', { n: props.on })}
      </Text>
      <Unread {...props} />
      {unconsented.length > 0 ? (
        <Banner kind="error" heading={t('running')}>
          <Text>{t('runningText')}</Text>
          <List
            items={unconsented.map((one) => (
              <OtherLine key={one.toolId} one={one} objectHref={props.objectHref(one.toolId)} />
            ))}
          />
        </Banner>
      ) : null}
      {rest
        .filter(({ alarm }) => alarm)
        .map((one) => (
          <Banner key={one.toolId} kind="error" heading={one.toolName}>
            {t('alarm')} <Link href={transparencyPaths.tool(one.toolId)}>{t('more', { tool: one.toolName })}</Link>
          </Banner>
        ))}
      {props.active.length === 0 ? (
        <Banner kind="info" heading={t('none')}>
          {t('noneText')}
        </Banner>
      ) : null}
      {props.active.map((one) => (
        <ActiveCard key={one.card.toolId} one={one} page={props} />
      ))}
      {rest.length > 0 ? (
        <Details summary={t('others', { n: rest.length })}>
          <List
            items={rest.map((one) => (
              <OtherLine key={one.toolId} one={one} />
            ))}
          />
        </Details>
      ) : null}
      <Further {...props} />
    </Shell>
  );
};

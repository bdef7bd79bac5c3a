import { text } from '../../../platform/i18n/index.js';
import { Banner, formatInstant, H1, H2, Link, List, Shell, Small, type Task, TaskList, Text, usePage } from '../../../platform/ui/index.js';
import { homeCatalogue } from '../home.catalogue.js';

export interface HomeView {
  readonly name: string;
  readonly alarms: readonly { readonly text: string; readonly href: string }[];
  readonly todo: readonly Task[];
  readonly waiting: readonly Task[];
  /** Whether this role follows tools at all. */
  readonly showsWaiting: boolean;
  readonly latest: readonly { readonly what: string; readonly tool: string; readonly href: string; readonly at: Date }[];
  readonly allTools: string | null;
  readonly requests: string | null;
  /** Where messages about tools go, for who looks after that. */
  readonly receivers: string | null;
  readonly measured: string;
  /** Pages of this role that have no room in the masthead. */
  readonly besides: readonly { readonly href: string; readonly text: string }[];
}

/** Where everyone begins: what waits for them, and what waits for others. */
export const HomePage = ({ view }: { readonly view: HomeView }) => {
  const { language } = usePage();
  const t = text(homeCatalogue, language);
  return (
    <Shell title={t('home.title')}>
      <H1>{t('home.welcome', { name: view.name })}</H1>
      {view.alarms.map((alarm) => (
        <Banner key={alarm.href} kind="error" heading={t('home.alarms')}>
          {alarm.text} <Link href={alarm.href}>{t('home.openDossier')}</Link>
        </Banner>
      ))}
      <H2>{t('home.todo')}</H2>
      {view.todo.length > 0 ? <TaskList items={view.todo} /> : <Text>{t('home.none')}</Text>}
      {view.showsWaiting ? (
        <>
          <H2>{t('home.waiting')}</H2>
          {view.waiting.length > 0 ? <TaskList items={view.waiting} /> : <Text>{t('home.noneWaiting')}</Text>}
        </>
      ) : null}
      {view.latest.length > 0 ? (
        <>
          <H2>{t('home.latest')}</H2>
          <List
            items={view.latest.map(({ what, tool, href, at }) => (
              <>
                {what}: <Link href={href}>{tool}</Link> <Small>{formatInstant(at, language)}</Small>
              </>
            ))}
          />
        </>
      ) : null}
      {view.allTools ? (
        <Text>
          <Link href={view.allTools}>{t('home.allTools')}</Link>
        </Text>
      ) : null}
      {view.requests ? (
        <Text>
          <Link href={view.requests}>{t('home.requests')}</Link>
        </Text>
      ) : null}
      {view.receivers ? (
        <Text>
          <Link href={view.receivers}>{t('home.seeReceivers')}</Link>
        </Text>
      ) : null}
      {view.besides.map(({ href, text: words }) => (
        <Text key={href}>
          <Link href={href}>{words}</Link>
        </Text>
      ))}
      <Text>
        <Link href={view.measured}>{t('home.me')}</Link>
      </Text>
    </Shell>
  );
};

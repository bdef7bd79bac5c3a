import { text } from '../../../../platform/i18n/index.js';
import {
  Button,
  Code,
  Form,
  formatInstant,
  H1,
  H2,
  Inset,
  Lead,
  Link,
  Shell,
  Summary,
  Table,
  Tag,
  type TagKind,
  Text,
  usePage,
} from '../../../../platform/ui/index.js';
import type { KeyLine } from '../keys.service.js';
import { keysCatalogue } from '../keys.catalogue.js';
import { keyPaths } from '../keys.paths.js';

const useText = () => text(keysCatalogue, usePage().language);

const TAGS: Readonly<Record<KeyLine['state'], TagKind>> = {
  next: 'waiting',
  signing: 'met',
  kept: 'neutral',
  gone: 'neutral',
  dropped: 'blocked',
};

const atOf = ({ state, signsFrom, publishedAt, until, droppedAt }: KeyLine): Date => {
  if (state === 'dropped') return droppedAt ?? publishedAt;
  if (state === 'next') return signsFrom;
  return state === 'signing' ? new Date(Math.max(publishedAt.getTime(), signsFrom.getTime())) : (until ?? publishedAt);
};

const CAN_BE_DROPPED: readonly KeyLine['state'][] = ['next', 'signing', 'kept'];

export interface KeysPageProps {
  readonly keys: readonly KeyLine[];
  readonly address: string;
  /** Whether this reader may change them. */
  readonly mayChange: boolean;
}

const Changing = ({ keys }: Pick<KeysPageProps, 'keys'>) => {
  const t = useText();
  if (keys.some(({ state }) => state === 'next')) return null;
  return (
    <>
      <H2>{t('plan.title')}</H2>
      <Text>{t('plan.text')}</Text>
      <Form action={keyPaths.rotation}>
        <Button>{t('plan.button')}</Button>
      </Form>
    </>
  );
};

export const KeysPage = ({ keys, address, mayChange }: KeysPageProps) => {
  const t = useText();
  const { language } = usePage();
  const head = [t('key'), t('state'), t('times')];
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Table
        caption={t('caption')}
        captionHidden
        stacks
        head={mayChange ? [...head, t('drop.link')] : head}
        rows={keys.map((key) => {
          const cells = [
            <Code value={key.kid} plain />,
            <Tag kind={TAGS[key.state]}>{t(`state.${key.state}`)}</Tag>,
            t(`when.${key.state}`, { at: formatInstant(atOf(key), language) }),
          ];
          if (!mayChange) return cells;
          const drop = CAN_BE_DROPPED.includes(key.state) ? (
            <Link href={keyPaths.withdrawal(key.kid)}>{t('drop.linkOf', { key: key.kid.slice(0, 6) })}</Link>
          ) : (
            ''
          );
          return [...cells, drop];
        })}
      />
      <Summary rows={[{ key: t('public'), value: <Link href={address}>{address}</Link> }]} />
      <Text>{t('note')}</Text>
      <Inset>{t('honest')}</Inset>
      {mayChange ? <Changing keys={keys} /> : null}
    </Shell>
  );
};

export const DropKeyPage = ({ kid }: { readonly kid: string }) => {
  const t = useText();
  return (
    <Shell title={t('drop.title')} crumbs={[{ href: keyPaths.list, text: t('title') }, { text: t('drop.title') }]}>
      <H1>{t('drop.title')}</H1>
      <Lead>{t('drop.lead')}</Lead>
      <Summary rows={[{ key: t('key'), value: <Code value={kid} plain /> }]} />
      <Text>{t('drop.text')}</Text>
      <Form action={keyPaths.withdrawal(kid)}>
        <Button kind="warning">{t('drop.button')}</Button>
      </Form>
    </Shell>
  );
};

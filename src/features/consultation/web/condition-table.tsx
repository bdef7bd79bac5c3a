import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../platform/i18n/index.js';
import { H2, Link, List, Small, Table, Tag, type TagKind, Text, usePage } from '../../../platform/ui/index.js';
import { beyondOf, compileLimits } from '../../../policy/index.js';
import { beyondText, compiledTexts, limitText, protectedText } from '../../tools/index.js';
import type { HeldAgainst, PromiseReader } from '../conditions/held-against.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Condition } from '../domain/case-file.js';
import { type PromiseState, promiseState } from '../domain/promises.js';
import { useConditionTexts } from './condition-fields.js';

export interface ConditionTableProps {
  readonly conditions: readonly Condition[];
  readonly version: HeldAgainst;
  /** Null: nobody who opens a promise. */
  readonly reader?: PromiseReader | null;
}

const TAGS: Readonly<Record<PromiseState, TagKind>> = {
  open: 'waiting',
  handedIn: 'waiting',
  kept: 'met',
  broken: 'blocked',
  overdue: 'blocked',
};
export const PromiseTag = ({ state }: { readonly state: PromiseState }) => {
  const t = useConditionTexts();
  return <Tag kind={TAGS[state]}>{t(`promise.${state}`)}</Tag>;
};

const Promised = ({ condition, version, reader }: Omit<ConditionTableProps, 'conditions'> & { readonly condition: Condition }) => {
  const t = useConditionTexts();
  const owns = reader?.personId != null && reader.personId === condition.promiseOwnerId;
  return (
    <>
      <PromiseTag state={promiseState(condition, version.dossier.today ?? '')} />
      {reader?.judges || reader?.looks ? (
        <Text>
          <Link href={consultationPaths.promise(condition.id)}>{t(reader.judges ? 'promise.ask' : 'promise.look')}</Link>
        </Text>
      ) : null}
      {owns ? (
        <Text>
          <Link href={consultationPaths.ownPromise(condition.id)}>{t('promise.handIn')}</Link>
        </Text>
      ) : null}
    </>
  );
};

const Stands = ({ condition, version }: { readonly condition: Condition; readonly version: HeldAgainst }) => {
  const t = useConditionTexts();
  const { language } = usePage();
  const beyond = condition.limit ? beyondOf(condition.limit, version.dossier) : [];
  if (beyond.length === 0) return <Text>{t('table.kept')}</Text>;
  return (
    <>
      <Text>
        <Tag kind="blocked">{t('table.beyond')}</Tag>
      </Text>
      <List items={beyond.map((one) => beyondText(one, language))} />
    </>
  );
};

/** Each condition: the council's words, beside it what the system keeps, and how this version stands to it. */
export const ConditionTable = (props: ConditionTableProps) => {
  const t = useConditionTexts();
  const { language } = usePage();
  const { conditions, version } = props;
  const kept = (one: Condition): string =>
    one.limit
      ? limitText(one.limit, language)
      : t('table.promise', { owner: one.promiseOwner ?? '', due: one.dueOn ? formatDay(one.dueOn, language) : '' });
  const row = (one: Condition): readonly ComponentChildren[] => [
    one.text,
    kept(one),
    one.limit ? <Stands condition={one} version={version} /> : <Promised {...props} condition={one} />,
  ];
  return (
    <Table
      caption={t('table.caption')}
      head={[t('table.text'), t('table.compiled'), t('table.version', { number: version.number })]}
      rows={conditions.map(row)}
    />
  );
};

/** All limits of a decision taken together, and the one that always stands. */
export const Together = ({ conditions }: Pick<ConditionTableProps, 'conditions'>) => {
  const t = useConditionTexts();
  const { language } = usePage();
  const limits = compileLimits(conditions.flatMap(({ limit }) => (limit ? [limit] : [])));
  if (!conditions.some(({ limit }) => limit))
    return (
      <Text>
        {t('fixed.heading')}: {protectedText(limits, language)}
      </Text>
    );
  return (
    <>
      <H2>{t('together.heading')}</H2>
      <List items={compiledTexts(limits, language)} />
      <Small>{t('together.lead')}</Small>
    </>
  );
};

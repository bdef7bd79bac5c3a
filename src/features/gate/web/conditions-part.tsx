import { text } from '../../../platform/i18n/index.js';
import { H2, H3, List, Table, Tag, type TagKind, usePage } from '../../../platform/ui/index.js';
import { gateLimitsCatalogue } from '../limits.catalogue.js';

export interface ConditionLine {
  /** The words of who set it. */
  readonly text: string;
  /** What the system makes of it. */
  readonly compiled: string;
  readonly stand: 'within' | 'over' | 'open' | 'handedIn' | 'kept' | 'broken' | 'overdue';
  /** The settings that go over it. */
  readonly over: readonly string[];
}
const TAGS: Readonly<Record<ConditionLine['stand'], TagKind>> = {
  within: 'met',
  kept: 'met',
  open: 'waiting',
  handedIn: 'waiting',
  over: 'blocked',
  broken: 'blocked',
  overdue: 'blocked',
};
export const useLimitTexts = () => text(gateLimitsCatalogue, usePage().language);

const Stand = ({ line }: { readonly line: ConditionLine }) => {
  const t = useLimitTexts();
  return (
    <>
      <Tag kind={TAGS[line.stand]}>{t(`stand.${line.stand}`)}</Tag>
      {line.over.length > 0 ? <List items={line.over} /> : null}
    </>
  );
};

/** Each condition beside what the system keeps of it, and everything taken together: the same for all who may see the dossier. */
export const ConditionsPart = ({ lines, limits }: { readonly lines: readonly ConditionLine[]; readonly limits: readonly string[] }) => {
  const t = useLimitTexts();
  return (
    <section id="conditions">
      <H2>{t('heading')}</H2>
      {lines.length > 0 ? (
        <Table
          caption={t('caption')}
          head={[t('text'), t('compiled'), t('stand')]}
          rows={lines.map((line) => [line.text, line.compiled, <Stand line={line} />])}
        />
      ) : null}
      <H3>{t('together')}</H3>
      <List items={limits} />
    </section>
  );
};

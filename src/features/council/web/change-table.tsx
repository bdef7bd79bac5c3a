import { Table, usePage } from '../../../platform/ui/index.js';
import type { ChangeContent } from '../changes.repository.js';
import { useTexts } from '../council-texts.js';
import { changeLines, type Names } from '../council.words.js';

/** What a change says: each line as it is and as it becomes, or for one that is over, as it was and became. */
export const ChangeTable = ({
  change,
  names,
  past = false,
}: {
  readonly change: ChangeContent;
  readonly names: Names;
  readonly past?: boolean;
}) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <Table
      caption={t('change.table')}
      captionHidden
      head={[t('change.what'), t(past ? 'change.was' : 'change.before'), t(past ? 'change.became' : 'change.after')]}
      rows={changeLines(change, names, language).map((line) => [line.what, line.before, line.after])}
    />
  );
};

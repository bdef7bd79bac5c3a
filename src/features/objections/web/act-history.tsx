import { text } from '../../../platform/i18n/index.js';
import { H2, Inset, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { ActDetail, ActKind } from '../domain/objection-state.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { procedureCatalogue } from '../procedure.catalogue.js';

export interface ShownAct {
  readonly kind: ActKind;
  readonly text: string;
  readonly at: Date;
  readonly detail?: ActDetail | null;
  readonly byPerson: string;
}

const useTexts = () => {
  const { language } = usePage();
  return { t: text(objectionsCatalogue, language), p: text(procedureCatalogue, language) };
};

const useWords = (own: boolean): ((act: ShownAct) => string) => {
  const { t, p } = useTexts();
  return ({ kind, byPerson }) => {
    if (!own && (kind === 'upheld' || kind === 'rejected' || kind === 'withdrawn')) return t(`state.${kind}`);
    if (kind === 'acknowledged' && byPerson === 'system') return p('act.acknowledged.system');
    if (kind === 'asked' || kind === 'answered' || kind === 'advice_asked' || kind === 'advised' || kind === 'told')
      return p(`act.${kind}`);
    return t(`act.${kind}`);
  };
};

/** What happened with an objection, oldest first: to the person (`own`), or to who handles it. */
export const ActHistory = ({ acts, own = false }: { readonly acts: readonly ShownAct[]; readonly own?: boolean }) => {
  const { t, p } = useTexts();
  const words = useWords(own);
  if (acts.length === 0) return null;
  return (
    <section>
      <H2>{t('own.history')}</H2>
      {acts.map((act) => (
        <div key={`${act.kind} ${act.at.toISOString()}`}>
          <Text>
            <Time at={act.at} />: {words(act)}
          </Text>
          {act.detail ? <Text>{p(`detail.${act.detail}`)}</Text> : null}
          {act.text ? <Inset>{act.text}</Inset> : null}
        </div>
      ))}
    </section>
  );
};

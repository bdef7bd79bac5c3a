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

const useWords = (): ((act: ShownAct) => string) => {
  const { t, p } = useTexts();
  return ({ kind, byPerson }) => {
    if (kind === 'acknowledged' && byPerson === 'system') return p('act.acknowledged.system');
    if (kind === 'asked' || kind === 'answered' || kind === 'advice_asked' || kind === 'advised' || kind === 'told')
      return p(`act.${kind}`);
    return t(`act.${kind}`);
  };
};

/** What happened with an objection, oldest first. */
export const ActHistory = ({ acts }: { readonly acts: readonly ShownAct[] }) => {
  const { t, p } = useTexts();
  const words = useWords();
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

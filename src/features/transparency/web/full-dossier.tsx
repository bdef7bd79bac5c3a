import { Details, H2, H3, Summary, Text } from '../../../platform/ui/index.js';
import { useText } from './tool-card.js';

export interface DossierSection {
  readonly code: string;
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
}

/** What the makers of the dossier answered, whole, for whoever wants to read it. */
export const FullDossier = ({ sections }: { readonly sections: readonly DossierSection[] }) => {
  const t = useText();
  if (sections.length === 0) return null;
  return (
    <section>
      <H2>{t('dossier.title')}</H2>
      <Text>{t('dossier.text')}</Text>
      <Details summary={t('dossier.open')}>
        {sections.map(({ code, title, rows }) => (
          <section key={code}>
            <H3>{title}</H3>
            <Summary rows={rows} />
          </section>
        ))}
      </Details>
    </section>
  );
};

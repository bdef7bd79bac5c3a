import { Banner, H1, H2, List, Shell, Table } from '../../../platform/ui/index.js';
import { transparencyPaths } from '../transparency.paths.js';
import { type CardProps, ToolFacts, useText } from './tool-card.js';

export interface OldVersionProps {
  readonly card: CardProps;
  readonly number: number;
  readonly spells: readonly string[];
  readonly sheet: readonly (readonly [string, string, string])[];
}

/** What a tool measured earlier, as that version said it. */
export const OldVersionPage = ({ card, number, spells, sheet }: OldVersionProps) => {
  const t = useText();
  const caption = t('tool.version', { number });
  return (
    <Shell
      title={`${card.toolName}, ${caption}`}
      crumbs={[
        { text: t('tool.back'), href: transparencyPaths.me },
        { text: card.toolName, href: transparencyPaths.tool(card.toolId) },
        { text: caption },
      ]}
    >
      <H1 caption={caption}>{card.toolName}</H1>
      <Banner kind="info" heading={t('old.title')}>
        {spells.length === 1 ? spells[0] : <List items={spells} />}
      </Banner>
      <ToolFacts {...card} />
      <H2>{t('tool.settings')}</H2>
      <Table
        caption={t('tool.settings')}
        captionHidden
        head={[t('tool.meaning'), t('tool.value'), t('tool.setting')]}
        rows={sheet}
        empty={t('tool.noSettings')}
      />
    </Shell>
  );
};

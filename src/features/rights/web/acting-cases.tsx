import { Table, Tag, Time } from '../../../platform/ui/index.js';
import type { Acting } from '../mandates/acting-for.service.js';
import { useMandateTexts } from './mandates-pages.js';
import { StateTag, useText } from './right-facts.js';

const ENDED = ['upheld', 'rejected', 'withdrawn', 'converted'] as const;

type ObjectionCase = Acting['objections'][number];
const DECIDING: readonly string[] = ['upheld', 'rejected'];
const endOf = ({ state }: ObjectionCase): (typeof ENDED)[number] | null => ENDED.find((name) => name === state.name) ?? null;

/** What was sent for the person, and what came of it. */
export const Cases = ({ objections, requests }: Pick<Acting, 'objections' | 'requests'>) => {
  const t = useMandateTexts();
  const tr = useText();
  const answerTo = ({ acts }: ObjectionCase): string => acts.filter(({ kind }) => DECIDING.includes(kind)).at(-1)?.text ?? '';
  return (
    <Table
      caption={t('acting.cases')}
      stacks
      head={[t('acting.what'), t('state'), t('acting.due'), t('acting.answer')]}
      rows={[
        ...objections.map((one) => {
          const end = endOf(one);
          return [
            t('acting.objection', { tool: one.objection.toolName }),
            <Tag kind={end ? 'na' : 'waiting'}>{t(`decision.${end ?? 'open'}`)}</Tag>,
            <Time on={one.state.dueOn} />,
            answerTo(one) || t('acting.noAnswer'),
          ];
        }),
        ...requests.map((one) => [
          tr(`right.short.${one.kind}`),
          <StateTag state={one.state} />,
          <Time on={one.state.dueOn} />,
          one.answer ?? t('acting.noAnswer'),
        ]),
      ]}
      empty={t('acting.noCases')}
    />
  );
};

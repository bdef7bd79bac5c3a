import { remedyOf, citationOf, statementOf } from '../../../policy/index.js';
import { Card, Small, Stack, Strong, Tag, Text, usePage } from '../../../platform/ui/index.js';
import type { Finding } from '../read-assessment.js';
import { useAssessmentText } from './frame.js';

const kindOf = ({ absolute, warns }: Finding): 'finding.never' | 'finding.warns' | 'finding.blocks' =>
  absolute ? 'finding.never' : warns ? 'finding.warns' : 'finding.blocks';

/** A failing rule in words: what it says, where that stands, and what to do. */
const FindingText = ({ finding }: { readonly finding: Finding }) => {
  const t = useAssessmentText();
  const { language } = usePage();
  return (
    <Card>
      <Text>
        <Tag kind={finding.warns ? 'warning' : 'blocked'}>{t(kindOf(finding))}</Tag> <Strong>{finding.rule}</Strong>
      </Text>
      <Text>{statementOf(finding.rule, language)}</Text>
      <Text>{t('finding.remedy', { remedy: remedyOf(finding.rule, language) })}</Text>
      <Small>{t('finding.source', { source: citationOf(finding.rule, language) })}</Small>
    </Card>
  );
};

export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <Stack>
      {findings.map((finding) => (
        <FindingText key={finding.rule} finding={finding} />
      ))}
    </Stack>
  );

import type { StoredAnswer, VersionFile } from '../version.js';

/**
 * Answers that count only with the document beside them: without it they read as unanswered. Only where unanswered is the
 * stricter reading; a known fault (an authority contradicts the supplier) counts as soon as it is said.
 */
const DOCUMENT_OF: Readonly<Record<string, string>> = {
  'processors[].processingAgreementSigned': 'processing_agreement',
  'processors[].processingAgreementComplete': 'processing_agreement',
  'processors[].separateControllerAssessed': 'processing_agreement',
  'processors[].subprocessors[].authorised': 'processing_agreement',
  'transfers[].recipientCertified': 'transfer_assessment',
  'transfers[].sccVersion': 'transfer_assessment',
  'transfers[].transferImpactAssessmentDone': 'transfer_assessment',
  'tool.vendorClaims[].evidence': 'vendor_evidence',
  'dpia.priorConsultation': 'prior_consultation',
};

/** The outer row that an answer belongs to: a sub-processor stands in its processor's agreement. */
const outerRow = (item: string): string => item.split('.')[0] ?? '';

export const lacksDocument = ({ attribute, item }: Pick<StoredAnswer, 'attribute' | 'item'>, files: readonly VersionFile[]): boolean => {
  const kind = DOCUMENT_OF[attribute];
  return kind !== undefined && !files.some((file) => file.kind === kind && file.item === outerRow(item));
};

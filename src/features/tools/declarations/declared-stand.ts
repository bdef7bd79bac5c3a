import { refused, type Reason } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Version } from '../version.js';
import { declarable } from './declarable.js';
import { declaredReasons } from './domain/check-declarations.js';
import { needsWords } from './domain/check-grade.js';

/** Answers, scope and the house may have moved since something was declared: what is fixed must still fit them. */
export const mustStillFit = async (tx: Tx, version: Version): Promise<void> => {
  const { metrics, dashboards, individualView } = declaredReasons(version.declarations, await declarable(tx, version));
  const undescribed: readonly Reason[] =
    needsWords(version.enforcement) && !version.declarations.grade ? [{ code: 'declared.grade-missing', turn: 'it_admin' }] : [];
  const reasons = [...metrics, ...dashboards, ...individualView, ...undescribed];
  if (reasons.length > 0) throw refused('declared.stale', reasons);
};

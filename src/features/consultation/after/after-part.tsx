import type { VNode } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import type { CasePart } from '../case/case-part.js';
import { decisionOn, isPositive } from '../domain/standing-acts.js';
import { isMember, isOfficer } from './officers.js';
import { afterCatalogue } from './after.catalogue.js';
import { afterPaths } from './after.paths.js';
import { listConcerns } from './concerns.repository.js';
import { endOf } from './domain/ends.js';
import { listReports } from './effects.repository.js';
import { listNullities } from './nullity.repository.js';
import { listRevocations } from './revocations.repository.js';
import { type AfterLink, AfterSection } from './web/after-section.js';

/** What follows after the decision, on the case's page of the decision. */
export const afterPart: CasePart = async (tx, { request, inHand, actor, now }): Promise<VNode> => {
  const { toolId, id } = request;
  const t = text(afterCatalogue, actor.language);
  const decision = decisionOn(inHand.file, id);
  const stands = isPositive(decision) ? decision : null;
  const { evaluation, request: current, final } = inHand.acts;
  const followed = stands !== null || (final?.kind === 'introduction' && request.body === 'pvt');
  const concerns = isMember(actor) || actor.role === 'director' ? await listConcerns(tx, toolId) : [];
  const links: AfterLink[] = [
    ...(await listNullities(tx, toolId)).map((one) => ({
      key: 'part.nullity' as const,
      href: afterPaths.nullity(one.reference),
      at: one.invokedAt,
    })),
    ...(await listRevocations(tx, toolId))
      .filter(({ requestId }) => requestId === id)
      .map((one) => ({ key: 'part.revocation' as const, href: afterPaths.revocation(one.id), at: one.recordedAt })),
    ...(await listReports(tx, id)).map((one) => ({ key: 'part.reportOf' as const, href: afterPaths.review(one.id), at: one.reportedAt })),
    ...concerns.map((one) => ({ key: 'part.concernOf' as const, href: afterPaths.concern(one.id), at: one.raisedAt })),
  ];
  const steps = [
    followed && actor.role === 'privacy_officer' ? { text: t('part.report'), href: afterPaths.report(id) } : null,
    isOfficer(actor) ? { text: t('part.concern'), href: afterPaths.raise(toolId) } : null,
    isOfficer(actor) && stands ? { text: t('part.revoke'), href: afterPaths.revoke(id) } : null,
    { text: t('part.all'), href: afterPaths.reviews },
  ].filter((step) => step !== null);
  return (
    <AfterSection
      dueOn={followed && current?.id === id ? evaluation.dueOn : null}
      endsOn={stands && endOf({ expiresOn: stands.expiresOn, limits: stands.conditions.flatMap(({ limit }) => (limit ? [limit] : [])) })}
      links={links}
      steps={steps}
      now={now}
    />
  );
};

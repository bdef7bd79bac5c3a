import type { ComponentChildren } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import { H1, Shell, usePage, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../../tools/index.js';
import { adviceCatalogue } from '../advice.catalogue.js';
import { assessmentsCatalogue } from '../assessments.catalogue.js';
import { assessmentPaths } from '../assessments.paths.js';

export const useAssessmentText = () => text(assessmentsCatalogue, usePage().language);
export const useAdviceText = () => text(adviceCatalogue, usePage().language);

/** The version a page is about. */
export interface Of {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
}

interface FrameProps {
  readonly of: Of;
  readonly title: string;
  readonly caption?: string;
  readonly errors?: readonly FieldError[];
  /** The page lies under the list of sections. */
  readonly under?: boolean;
  readonly children: ComponentChildren;
}
/** A page about one version, under its dossier. */
export const Frame = ({ of, title, caption, errors, under, children }: FrameProps) => {
  const t = useAssessmentText();
  const above = under ? [{ href: assessmentPaths.overview(of.toolId, of.number), text: t('section.crumb') }] : [];
  return (
    <Shell
      title={title}
      error={Boolean(errors?.length)}
      crumbs={[{ href: toolPaths.dossier(of.toolId), text: of.toolName }, ...above, { text: title }]}
    >
      <H1 caption={caption ?? t('overview.caption', { number: of.number })}>{title}</H1>
      {children}
    </Shell>
  );
};

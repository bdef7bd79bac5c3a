import type { ComponentChildren } from 'preact';
import { text } from '../../../platform/i18n/index.js';
import { ErrorSummary, H1, Shell, usePage, type FieldError } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import { toolsCatalogue } from '../tools.catalogue.js';

export const useToolsText = () => text(toolsCatalogue, usePage().language);

export interface FrameProps {
  readonly title: string;
  readonly caption?: string;
  readonly crumbs?: readonly { readonly text: string; readonly href?: string }[];
  readonly errors?: readonly FieldError[];
  readonly children: ComponentChildren;
}

/** The frame of every page here: where it stands, its title, its errors. */
export const ToolPage = ({ title, caption, crumbs = [], errors, children }: FrameProps) => {
  const t = useToolsText();
  return (
    <Shell
      title={title}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: t('tools'), href: toolPaths.list }, ...crumbs, { text: title }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={caption}>{title}</H1>
      {children}
    </Shell>
  );
};

export interface VersionPlace {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
}
export const versionCrumbs = ({ toolId, toolName, number }: VersionPlace, register: string) => [
  { text: toolName, href: toolPaths.dossier(toolId) },
  { text: register, href: toolPaths.register(toolId, number) },
];

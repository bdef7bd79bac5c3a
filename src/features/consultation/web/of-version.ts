import type { Typed } from './act-page.js';

export interface OfVersion extends Typed {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly dossierHref: string;
}
export const crumbsOf = ({ toolName, dossierHref }: OfVersion) => [{ text: toolName, href: dossierHref }];

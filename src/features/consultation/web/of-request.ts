import { usePage } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { FoundRequest } from '../requests.repository.js';
import { bodyName } from '../body-name.js';
import { type Typed, useTexts } from './act-page.js';

export interface OfRequest extends Typed {
  readonly request: FoundRequest;
}
/** Whom the employer asked, in words: not everywhere a works council. */
export const useBodyName = ({ body }: Pick<FoundRequest, 'body'>): string => bodyName(body, usePage().language);

export const useCrumbs = ({ request }: Pick<OfRequest, 'request'>) => {
  const t = useTexts();
  return [
    { text: t('council.title'), href: consultationPaths.council },
    { text: request.toolName, href: consultationPaths.request(request.id) },
  ];
};

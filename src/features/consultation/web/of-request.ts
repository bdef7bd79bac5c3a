import { consultationPaths } from '../consultation.paths.js';
import type { FoundRequest } from '../requests.repository.js';
import { type Typed, useTexts } from './act-page.js';

export interface OfRequest extends Typed {
  readonly request: FoundRequest;
}
export const useCrumbs = ({ request }: Pick<OfRequest, 'request'>) => {
  const t = useTexts();
  return [
    { text: t('council.title'), href: consultationPaths.council },
    { text: request.toolName, href: consultationPaths.request(request.id) },
  ];
};

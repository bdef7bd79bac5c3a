import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageContextProvider, type PageContext } from './page-context.js';

/** The whole document of a page whose root is `Shell`. */
export const renderPage = (element: VNode, context: PageContext): string => {
  const html = renderToString(<PageContextProvider.Provider value={context}>{element}</PageContextProvider.Provider>);
  if (!html.startsWith('<html')) throw new Error('A page must have Shell as its root: expected <html>, found a fragment');
  return `<!DOCTYPE html>${html}`;
};

/** Every URL of home, and the two pages of features beside it that the frame leads to. */
export const homePaths = {
  home: '/',
  glossary: '/help/glossary',
  privacy: '/privacy',
  accessibility: '/accessibility',
  source: '/source',
  me: '/me',
  dashboards: '/dashboards',
} as const;

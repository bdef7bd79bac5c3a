export const reportPaths = {
  counts: '/council/statistics',
  annual: '/reports/annual',
  annualPdf: (year: number | ':year'): string => `/reports/annual/${year}/pdf`,
} as const;

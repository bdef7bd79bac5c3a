export const reportPaths = {
  annual: '/reports/annual',
  annualPdf: (year: number | ':year'): string => `/reports/annual/${year}/pdf`,
} as const;

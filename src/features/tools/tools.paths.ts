const version = (id: string, number: number): string => `/tools/${id}/versions/${number}`;

/** Every address under /tools that lower pages link to; features above add their own beside it. */
export const toolPaths = {
  list: '/tools',
  start: '/tools/new',
  councilReport: '/tools/heard',
  dossier: (id: string): string => `/tools/${id}`,
  councilReportAnswer: (id: string): string => `/tools/${id}/heard`,
  stopOrRepair: (id: string): string => `/tools/${id}/stop-or-repair`,
  newVersion: (id: string): string => `/tools/${id}/versions/new`,
  versions: (id: string): string => `/tools/${id}/versions`,
  version,
  register: (id: string, number: number): string => `${version(id, number)}/register`,
  registerSection: (id: string, number: number, section: string): string => `${version(id, number)}/register/${section}`,
  checkAnswers: (id: string, number: number): string => `${version(id, number)}/check`,
  confirmFacts: (id: string, number: number): string => `${version(id, number)}/confirm`,
  diff: (id: string, number: number, other: number): string => `${version(id, number)}/diff/${other}`,
  carriage: (id: string, number: number, other: number): string => `${version(id, number)}/diff/${other}/carriage`,
  carriageStatement: (carriageId: string): string => `/tools/carriages/${carriageId}/statement`,
  carriageConfirmation: (carriageId: string): string => `/tools/carriages/${carriageId}/confirmation`,
  files: (id: string, number: number): string => `${version(id, number)}/files`,
  file: (id: string, number: number, fileId: string): string => `${version(id, number)}/files/${fileId}`,
} as const;

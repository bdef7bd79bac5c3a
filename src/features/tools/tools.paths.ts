const version = (toolId: string, number: number | string): string => `/tools/${toolId}/versions/${number}`;

/** Every address under /tools that this feature answers or links to; features above keep their own beside it. */
export const toolPaths = {
  list: '/tools',
  start: '/tools/new',
  councilReport: '/tools/heard',
  dossier: (toolId: string): string => `/tools/${toolId}`,
  councilReportAnswer: (toolId: string): string => `/tools/${toolId}/heard`,
  stopOrRepair: (toolId: string): string => `/tools/${toolId}/stop-or-repair`,
  versions: (toolId: string): string => `/tools/${toolId}/versions`,
  version,
  register: (toolId: string, number: number | string): string => `${version(toolId, number)}/register`,
  registerSection: (toolId: string, number: number | string, section: string): string => `${version(toolId, number)}/register/${section}`,
  checkAnswers: (toolId: string, number: number | string): string => `${version(toolId, number)}/check`,
  confirmFacts: (toolId: string, number: number | string): string => `${version(toolId, number)}/confirm`,
  diff: (toolId: string, number: number | string, other: number | string): string => `${version(toolId, number)}/diff/${other}`,
  raisedChanges: (toolId: string, number: number | string): string => `${version(toolId, number)}/raised-changes`,
  carriage: (toolId: string, number: number | string): string => `${version(toolId, number)}/carriage`,
  carriageStatement: (carriageId: string): string => `/carriages/${carriageId}/statement`,
  carriageConfirmation: (carriageId: string): string => `/carriages/${carriageId}/confirmation`,
  files: (toolId: string, number: number | string): string => `${version(toolId, number)}/files`,
  file: (toolId: string, number: number | string, fileId: string): string => `${version(toolId, number)}/files/${fileId}`,
} as const;

/** The same as patterns, for the doors. */
export const toolRoutes = {
  start: toolPaths.start,
  councilReport: toolPaths.councilReport,
  councilReportAnswer: toolPaths.councilReportAnswer(':toolId'),
  stopOrRepair: toolPaths.stopOrRepair(':toolId'),
  versions: toolPaths.versions(':toolId'),
  register: toolPaths.register(':toolId', ':number'),
  registerSection: toolPaths.registerSection(':toolId', ':number', ':section'),
  checkAnswers: toolPaths.checkAnswers(':toolId', ':number'),
  confirmFacts: toolPaths.confirmFacts(':toolId', ':number'),
  diff: toolPaths.diff(':toolId', ':number', ':other'),
  raisedChanges: toolPaths.raisedChanges(':toolId', ':number'),
  carriage: toolPaths.carriage(':toolId', ':number'),
  carriageStatement: toolPaths.carriageStatement(':carriageId'),
  carriageConfirmation: toolPaths.carriageConfirmation(':carriageId'),
  files: toolPaths.files(':toolId', ':number'),
  file: toolPaths.file(':toolId', ':number', ':fileId'),
} as const;

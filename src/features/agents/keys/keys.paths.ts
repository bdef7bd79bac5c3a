/** Every URL of the keys that sign leases. */
export const keyPaths = {
  list: '/keys',
  rotation: '/keys/rotation',
  withdrawal: (kid: string) => `/keys/${kid}/withdrawal`,
  withdrawalOf: '/keys/:kid/withdrawal',
} as const;

/** A number of leases is shown by the ten that it lies in: one person more or less, and an exact number would tell who is out. */
export const STEP = 10;
export const stepOf = (leases: number): number => Math.floor(leases / STEP) * STEP;

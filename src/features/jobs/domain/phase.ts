/** Without a step for this long, the work stands still. */
const STILL_AFTER_MS = 120_000;

export interface Progress {
  readonly startedAt: Date;
  readonly movedAt: Date;
  readonly failedAt: Date | null;
  readonly finishedAt: Date | null;
}
/** `waiting`: no step is done yet. `still`: a step was due and did not come. */
export type Phase = 'waiting' | 'going' | 'failed' | 'still' | 'finished';

export const phaseOf = ({ startedAt, movedAt, failedAt, finishedAt }: Progress, now: Date): Phase => {
  if (finishedAt) return 'finished';
  if (failedAt) return 'failed';
  if (now.getTime() - movedAt.getTime() >= STILL_AFTER_MS) return 'still';
  return movedAt > startedAt ? 'going' : 'waiting';
};

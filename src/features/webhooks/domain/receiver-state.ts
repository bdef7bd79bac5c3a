export type ReceiverState = 'fine' | 'new' | 'failing' | 'dead' | 'removed' | 'gone';

/** In one word, the worst first. */
export const stateOfReceiver = (receiver: {
  readonly endedHow: 'removed' | 'gone' | null;
  readonly failing: object | null;
  readonly dead: number;
  readonly deliveredAt: Date | null;
}): ReceiverState => {
  if (receiver.endedHow) return receiver.endedHow;
  if (receiver.failing) return 'failing';
  if (receiver.dead > 0) return 'dead';
  return receiver.deliveredAt ? 'fine' : 'new';
};

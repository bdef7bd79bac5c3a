/** For how long everything is known that was committed before a heartbeat was sent. */
export const TRUSTED_MS = 1000;
/** A heartbeat that came back no sooner was lost. */
const LOST_MS = 5000;

/**
 * Whether what is kept is all there is. A heartbeat that came back vouches for what was committed before it was **sent**, and so for a second from then on.
 * Every `now` is in milliseconds of a clock that nobody sets.
 */
export class Trust {
  private until = Number.NEGATIVE_INFINITY;
  private readonly underWay = new Map<string, number>();

  sent(beat: string, now: number): void {
    this.underWay.set(beat, now);
    for (const [earlier, at] of this.underWay) if (now - at > LOST_MS) this.underWay.delete(earlier);
  }

  /** False: nobody here sent it, or it was lost. */
  cameBack(beat: string): boolean {
    const at = this.underWay.get(beat);
    if (at === undefined) return false;
    this.underWay.delete(beat);
    this.until = Math.max(this.until, at + TRUSTED_MS);
    return true;
  }

  holds(now: number): boolean {
    return now < this.until;
  }

  /** What was said meanwhile is not known: no heartbeat of before counts any more. */
  end(): void {
    this.until = Number.NEGATIVE_INFINITY;
    this.underWay.clear();
  }
}

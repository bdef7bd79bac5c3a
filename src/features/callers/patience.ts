import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { Throttle } from '../../platform/http/index.js';

/** How often a minute: from one address, and from all together. */
const READS = 120;
const LODGED = 5;
const LODGED_BY_ALL = 30;
const FOLLOWED = 20;
const FOLLOWED_BY_ALL = 300;

/** Bounds on what anyone may do without an account. Addresses are counted in memory for a minute, and kept nowhere. */
@Injectable()
export class Patience {
  private readonly read = new Throttle(READS);
  private readonly lodged = new Throttle(LODGED);
  private readonly lodgedByAll = new Throttle(LODGED_BY_ALL);
  private readonly followed = new Throttle(FOLLOWED);
  private readonly followedByAll = new Throttle(FOLLOWED_BY_ALL);

  reads(from: string, now: Date): void {
    lets(this.read.lets(from, now));
  }
  lodges(from: string, now: Date): void {
    lets(this.lodged.lets(from, now) && this.lodgedByAll.lets('all', now));
  }
  /** A code is a hundred bits: who guesses gets nowhere in a lifetime. */
  follows(from: string, now: Date): void {
    lets(this.followed.lets(from, now) && this.followedByAll.lets('all', now));
  }
}

const lets = (may: boolean): void => {
  if (!may) throw new Problem(429, 'rate.exceeded');
};

import { type Asked, hashOfAsked } from '../record-settings.js';

const MOST = 1000;
const LONGEST = 4096;

/** The hashes of sheets that were shown before, as they were written: the agents of a tool show the same one every few minutes. */
export class ShownSheets {
  private readonly hashes = new Map<string, string>();

  hashOf(asked: Asked): string {
    if (!asked.settings) return hashOfAsked(asked);
    const written = JSON.stringify(asked.settings);
    const known = this.hashes.get(written);
    if (known !== undefined) return known;
    const hash = hashOfAsked(asked);
    if (written.length > LONGEST) return hash;
    if (this.hashes.size >= MOST) this.hashes.clear();
    this.hashes.set(written, hash);
    return hash;
  }
}

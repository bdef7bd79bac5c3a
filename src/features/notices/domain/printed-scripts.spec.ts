import { canBePrinted } from './printed-scripts.js';

describe('a paper', () => {
  it.each(['nl', 'en', 'pl', 'tr', 'uk', 'ru', 'el', 'vi', 'ar', 'fa'])('is printed in %s', (language) =>
    expect(canBePrinted(language)).toBe(true),
  );
  it.each(['zh', 'ti', 'ur', 'th'])('is not printed in %s, whose letters its fonts lack', (language) =>
    expect(canBePrinted(language)).toBe(false),
  );
});

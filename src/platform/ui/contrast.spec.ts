import { readFileSync } from 'node:fs';

type Pair = readonly [string, string];
const source = readFileSync('src/platform/ui/styles/_tokens.scss', 'utf8');
const colours = new Map<string, Pair>(
  [...source.matchAll(/^\s*([a-z-]+):\s*\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6}),?\s*\)/gmu)].map(([, name, light, dark]) => [
    name!,
    [light!, dark!],
  ]),
);

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
/** WCAG 2.2, relative luminance and contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

const MOODS = ['good', 'bad', 'wait', 'info', 'quiet'];
/** Words on what they stand on: 4.5 to 1. */
const WORDS: readonly Pair[] = [
  ...['ink', 'muted', 'link', 'link-hover', 'visited', 'good', 'bad'].map((name): Pair => [name, 'ground']),
  ...['ink', 'muted', 'link', 'link-hover'].map((name): Pair => [name, 'surface']),
  ...MOODS.flatMap((mood): Pair[] => [
    [mood, `${mood}-ground`],
    ['ink', `${mood}-ground`],
    ['link', `${mood}-ground`],
  ]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-brand', 'bad'],
  ['on-focus', 'focus'],
];
/** Edges and marks that carry meaning: 3 to 1. */
const MARKS: readonly Pair[] = [
  ['edge', 'ground'],
  ['edge', 'surface'],
  ['brand', 'ground'],
  ['brand', 'surface'],
  ...MOODS.map((mood): Pair => [mood, 'ground']),
];

const cases = (pairs: readonly Pair[]) =>
  pairs.flatMap(([front, back]) => (['light', 'dark'] as const).map((scheme, at) => ({ front, back, scheme, at: at as 0 | 1 })));
const measured = (front: string, back: string, at: 0 | 1): number => contrast(colours.get(front)![at], colours.get(back)![at]);

describe('every colour', () => {
  it('is in the table in light and dark', () => expect(colours.size).toBe(source.match(/^\s+[a-z-]+:\s*\(/gmu)?.length));
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
  it.each(cases(WORDS))('$front reads on $back in $scheme', ({ front, back, at }) =>
    expect(measured(front, back, at)).toBeGreaterThanOrEqual(4.5),
  );
  it.each(cases(MARKS))('$front stands out on $back in $scheme', ({ front, back, at }) =>
    expect(measured(front, back, at)).toBeGreaterThanOrEqual(3),
  );
});

/** The seven sections of the assessment, in their order. */
export const SECTIONS = ['purpose', 'basis', 'data', 'capture', 'alternatives', 'risks', 'measures'] as const;
export type SectionCode = (typeof SECTIONS)[number];
export const isSection = (code: string): code is SectionCode => SECTIONS.some((section) => section === code);

type Part = 'description' | 'necessity' | 'risks' | 'measures';
/** The four parts of a DPIA (GDPR 35(7)) and the sections that make each. */
const PARTS: Readonly<Record<Part, readonly SectionCode[]>> = {
  description: ['purpose', 'basis', 'data', 'capture'],
  necessity: ['alternatives'],
  risks: ['risks'],
  measures: ['measures'],
};

/** A part is there when each of its sections was marked finished. */
export const finishedParts = (finished: readonly string[]): Readonly<Record<Part, boolean>> => {
  const isThere = (part: Part): boolean => PARTS[part].every((section) => finished.includes(section));
  return { description: isThere('description'), necessity: isThere('necessity'), risks: isThere('risks'), measures: isThere('measures') };
};
export const unfinished = (finished: readonly string[]): readonly SectionCode[] =>
  SECTIONS.filter((section) => !finished.includes(section));

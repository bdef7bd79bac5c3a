export { catalogue, text } from './catalogue.js';
export type { Catalogue, KeyOf, Messages, Text, Values } from './catalogue.js';
export { formatClock, formatDay, formatInstant, formatInstantDay, formatMonth, formatNumber, formatShortDay } from './formats.js';
export { GLOSSARY_TERMS, glossaryCatalogue, type GlossaryTerm } from './glossary.catalogue.js';
export { inLanguage } from './in-language.js';
export { roleName } from './roles.catalogue.js';

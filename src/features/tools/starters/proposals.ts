import type { Json } from '../../../kernel/canonical.js';
import type { Dossier } from '../../../policy/index.js';
import type { ProposedAnswer } from './starter.js';

type Members = { readonly [key: string]: Json | undefined };
const isRecord = (value: Json | undefined): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: Json | undefined): value is readonly Members[] => Array.isArray(value) && value.length > 0 && value.every(isRecord);

const below = (parent: string, row: string): string => (parent === '' ? row : `${parent}.${row}`);

const leaves = (value: Json | undefined, attribute: string, item: string): ProposedAnswer[] => {
  if (value === undefined) return [];
  if (isRows(value)) return value.flatMap((row, at) => leaves(row, `${attribute}[]`, below(item, `r${at + 1}`)));
  if (!isRecord(value)) return [{ attribute, item, value }];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, attribute === '' ? key : `${attribute}.${key}`, item));
};

/** A dossier written out as proposed answers: one for each value, rows named by their place. An empty list is an answer, and null too: none of these. */
export const proposalsOf = (proposed: Dossier): readonly ProposedAnswer[] => leaves(proposed as Json, '', '');

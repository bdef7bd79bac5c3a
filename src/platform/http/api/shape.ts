import type { Json } from '../../../kernel/canonical.js';

export type JsonSchema = { readonly [member: string]: Json | undefined };

/** What an answer looks like: its schema for programs, and its type for the handler that gives it. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Only for the compiler. */
  readonly gives?: T;
}
/** The type that a shape stands for. */
export type Given<S> = S extends Shape<infer T> ? T : never;

const shape = <T>(schema: JsonSchema): Shape<T> => ({ schema });

export const aText = (description?: string): Shape<string> => shape({ type: 'string', description });
/** An instant, to the second: `2026-03-05T09:00:00Z`. */
export const anInstant = (description?: string): Shape<string> => shape({ type: 'string', format: 'date-time', description });
/** A day: `2026-03-05`. */
export const aDay = (description?: string): Shape<string> => shape({ type: 'string', format: 'date', description });
export const aCount = (description?: string): Shape<number> => shape({ type: 'integer', minimum: 0, description });
export const aNumber = (description?: string): Shape<number> => shape({ type: 'number', description });
export const yesOrNo = (description?: string): Shape<boolean> => shape({ type: 'boolean', description });
export const oneOf = <const V extends readonly string[]>(values: V): Shape<V[number]> => shape({ type: 'string', enum: [...values] });
export const listOf = <T>(item: Shape<T>, description?: string): Shape<readonly T[]> =>
  shape({ type: 'array', items: item.schema, description });
export const orNull = <T>(of: Shape<T>): Shape<T | null> => shape({ anyOf: [of.schema, { type: 'null' }] });
export const eitherOf = <A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> => shape({ anyOf: [one.schema, other.schema] });
/** Any JSON value: what the value of an attribute is, follows from its type. */
export const anyJson = (description?: string): Shape<Json> => shape({ description });

type Members = Readonly<Record<string, Shape<unknown>>>;
type Whole<M extends Members> = { readonly [Name in keyof M]: Given<M[Name]> };

/** An object with exactly these members. */
export const record = <M extends Members>(members: M): Shape<Whole<M>> =>
  shape({
    type: 'object',
    properties: Object.fromEntries(Object.entries(members).map(([name, { schema }]) => [name, schema])),
    required: Object.keys(members),
    additionalProperties: false,
  });
/** One page of a list, in a stable order. */
export const pageOf = <T>(item: Shape<T>) =>
  record({ items: listOf(item), page: aCount('This page, from 1'), pageSize: aCount(), totalItems: aCount() });

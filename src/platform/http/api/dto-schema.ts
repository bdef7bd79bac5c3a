import { getMetadataStorage, ValidateNested } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import type { Json } from '../../../kernel/canonical.js';
import type { JsonSchema } from './shape.js';

type Dto = new () => object;
const nested = new WeakMap<object, Map<string, () => Dto>>();

const remember =
  (of: () => Dto): PropertyDecorator =>
  (target, name) => {
    const known = nested.get(target.constructor) ?? new Map<string, () => Dto>();
    nested.set(target.constructor, known.set(String(name), of));
  };

/** A field that holds another object. */
export const PartOf = (of: () => Dto): PropertyDecorator => applyDecorators(ValidateNested(), Type(of), remember(of));
/** A field that holds a list of objects; bound its length with `ArrayMaxSize`. */
export const PartsOf = (of: () => Dto): PropertyDecorator => applyDecorators(ValidateNested({ each: true }), Type(of), remember(of));

type Args = readonly unknown[];
type Part = (args: Args) => JsonSchema;

const first = (args: Args): Json => args[0] as Json;

/** What each check of a field means to a program, by the name of the check. */
const PARTS = new Map<string, Part>(
  Object.entries({
    isString: () => ({ type: 'string' }),
    isNotEmpty: () => ({ minLength: 1 }),
    minLength: (args) => ({ minLength: first(args) }),
    maxLength: (args) => ({ maxLength: first(args) }),
    isLength: (args) => ({ minLength: first(args), maxLength: (args[1] as number | undefined) ?? undefined }),
    matches: ([pattern]) => ({ pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
    isIn: ([values]) => ({ enum: [...(values as readonly Json[])] }),
    isInt: () => ({ type: 'integer' }),
    isNumber: () => ({ type: 'number' }),
    isBoolean: () => ({ type: 'boolean' }),
    min: (args) => ({ minimum: first(args) }),
    max: (args) => ({ maximum: first(args) }),
    isIso8601: () => ({ type: 'string', description: 'ISO 8601' }),
    isEmail: () => ({ type: 'string', format: 'email' }),
    isArray: () => ({ type: 'array' }),
    arrayMaxSize: (args) => ({ type: 'array', maxItems: first(args) }),
    arrayMinSize: (args) => ({ type: 'array', minItems: first(args) }),
    arrayNotEmpty: () => ({ type: 'array', minItems: 1 }),
    arrayUnique: () => ({ uniqueItems: true }),
    isObject: () => ({ type: 'object' }),
    isDefined: () => ({}),
  } satisfies Record<string, Part>),
);

/** A feature says what its own check means. */
export const describeCheck = (name: string, schema: JsonSchema): void => void PARTS.set(name, () => schema);

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const isOptional = ({ type, name }: Metadata): boolean => type === 'conditionalValidation' && name === 'isOptional';

const partOf = (metadata: Metadata): JsonSchema => {
  const name = metadata.name ?? metadata.type;
  if (metadata.type === 'whitelistValidation' || metadata.type === 'nestedValidation' || metadata.type === 'conditionalValidation')
    return {};
  const part = PARTS.get(name);
  if (!part) throw new Error(`Expected: a schema for the check ${name} of ${metadata.propertyName}. Found: none.`);
  return part(metadata.constraints ?? []);
};

const fieldSchema = (dto: Dto, field: string, checks: readonly Metadata[]): JsonSchema => {
  const of = nested.get(dto)?.get(field);
  const merge = (parts: readonly Metadata[]): JsonSchema => Object.assign({}, ...parts.map(partOf)) as JsonSchema;
  const own = merge(checks.filter(({ each }) => !each));
  const each = checks.filter((check) => check.each);
  if (each.length > 0) return { ...own, type: 'array', items: of ? schemaOfDto(of()) : merge(each) };
  return of ? { ...own, ...schemaOfDto(of()) } : own;
};

/** The schema of what a handler takes, as its class checks it. Whatever else is sent is refused. */
export const schemaOfDto = (dto: Dto): JsonSchema => {
  const all = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const byField = new Map<string, Metadata[]>();
  for (const one of all) byField.set(one.propertyName, [...(byField.get(one.propertyName) ?? []), one]);
  const optional = (field: string): boolean => (byField.get(field) ?? []).some(isOptional);
  const fields = [...byField.keys()].sort();
  const schemas = fields.map((field) => [field, orNullWhen(optional(field), fieldSchema(dto, field, byField.get(field) ?? []))]);
  return {
    type: 'object',
    properties: Object.fromEntries(schemas) as JsonSchema,
    required: fields.filter((field) => !optional(field)),
    additionalProperties: false,
  };
};

/** What may be left out may be null as well. */
const orNullWhen = (isOptionalField: boolean, schema: JsonSchema): JsonSchema => {
  if (!isOptionalField) return schema;
  if (Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, { type: 'null' }] };
};

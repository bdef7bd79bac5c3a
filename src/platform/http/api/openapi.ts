import { RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { isProgramAllowed, scopeOf } from '../../../kernel/scopes.js';
import { ALLOW_KEY, type Allowed } from '../allow.js';
import { DOC_KEY, type Doc, QUERY_KEY, TAGS, TAKES_KEY } from './doc.js';
import { NoFields } from './documented.js';
import { schemaOfDto } from './dto-schema.js';
import { PROBLEM, refusal, REFUSALS, SECURITY } from './openapi-parts.js';
import type { JsonSchema } from './shape.js';

const BASE = '/api/v1';
type Dto = new () => object;

/** One handler as programs see it. */
interface Operation {
  readonly method: string;
  /** Under the base, with `{names}`. */
  readonly path: string;
  readonly id: string;
  readonly allowed: readonly Allowed[];
  readonly doc: Doc;
  readonly takes: Dto | null;
  readonly query: Dto | null;
  readonly status: number;
}

const pathsOf = (of: object): string[] => {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, of);
  return Array.isArray(path) ? path.map(String) : [typeof path === 'string' ? path : ''];
};
const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

const operationsOf = (controller: Type): Operation[] =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(controller.prototype as object, name);
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    const doc = Reflect.getMetadata(DOC_KEY, handler) as Doc | undefined;
    if (method === undefined || !doc) return [];
    const [prefix = ''] = pathsOf(controller);
    const [own = ''] = pathsOf(handler);
    const path = joined(prefix, own);
    if (!path.startsWith(`${BASE}/`)) return [];
    return [
      {
        method: (RequestMethod[method] ?? 'GET').toLowerCase(),
        path: path.slice(BASE.length).replace(/:(\w+)/g, '{$1}'),
        id: `${controller.name.replace(/Api$/, '').replace(/^./, (letter) => letter.toLowerCase())}.${name}`,
        allowed: (Reflect.getMetadata(ALLOW_KEY, handler) as readonly Allowed[] | undefined) ?? [],
        doc,
        takes: (Reflect.getMetadata(TAKES_KEY, handler) as Dto | undefined) ?? null,
        query: (Reflect.getMetadata(QUERY_KEY, handler) as Dto | undefined) ?? null,
        status: (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (method === RequestMethod.POST ? 201 : 200),
      },
    ];
  });

const headerParameter = (name: string, required: boolean, description: string): JsonSchema => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const parametersOf = ({ path, query, method, doc }: Operation): JsonSchema[] => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const asked = query ? schemaOfDto(query) : null;
  const required = (asked?.['required'] ?? []) as readonly string[];
  const once = (doc.once ?? 'door') !== 'no' && method === 'post';
  return [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string', maxLength: 120 },
    })),
    ...Object.entries((asked?.['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      schema,
    })),
    ...(once
      ? [
          headerParameter(
            'Idempotency-Key',
            true,
            'Random, new for each act. The same key again gives the first answer; it is kept for 24 hours.',
          ),
        ]
      : []),
    ...(doc.proof
      ? [headerParameter(doc.proof, true, 'A proof of possession of the device’s key (RFC 9449), made for this request.')]
      : []),
  ];
};

/** Without a scope: a person in a session. With one: also a program with a key for it. */
const securityOf = (allowed: readonly Allowed[]): JsonSchema[] => {
  const scopes = allowed.filter(isProgramAllowed).map(scopeOf);
  if (allowed.includes('anyone') || allowed.includes('agent')) return [];
  const session = scopes.length < allowed.length ? [{ session: [] }] : [];
  return [...session, ...scopes.map((scope) => ({ key: [scope] }))];
};

const READING = ['400', '401', '403', '404', '422', '429'];

const responsesOf = ({ status, doc, method }: Operation): JsonSchema => ({
  [String(status)]: {
    description: 'Done',
    headers: { 'API-Version': { description: 'The version of this interface', schema: { type: 'string' } } },
    content: { 'application/json': { schema: doc.gives.schema } },
  },
  ...Object.fromEntries(
    Object.entries(REFUSALS)
      .filter(([code]) => method !== 'get' || READING.includes(code))
      .map(([code, description]) => [code, refusal(description)]),
  ),
});

const bodyOf = ({ takes, doc }: Operation): JsonSchema => {
  if (doc.contentType) return { requestBody: { required: true, content: { [doc.contentType]: { schema: { type: 'string' } } } } };
  if (!takes) return {};
  const isEmpty = takes === NoFields;
  const schema = isEmpty ? { type: 'object', maxProperties: 0 } : schemaOfDto(takes);
  return { requestBody: { required: !isEmpty, content: { 'application/json': { schema } } } };
};

const operation = (one: Operation): JsonSchema => ({
  operationId: one.id,
  tags: [one.doc.tag],
  summary: one.doc.summary,
  description: [one.doc.description, rolesLine(one.allowed)].filter(Boolean).join('\n\n') || undefined,
  parameters: parametersOf(one),
  ...bodyOf(one),
  responses: responsesOf(one),
  security: securityOf(one.allowed),
});
const rolesLine = (allowed: readonly Allowed[]): string => {
  const roles = allowed.filter((one) => !isProgramAllowed(one) && one !== 'anyone' && one !== 'agent');
  return roles.length > 0 ? `For: ${roles.map((role) => `\`${role}\``).join(', ')}.` : '';
};

export interface About {
  readonly contact: { readonly name: string; readonly url: string; readonly email: string };
}

/** The description of everything that programs can ask, from the handlers themselves. */
export const openApiOf = (controllers: readonly Type[], { contact }: About): JsonSchema => {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  const all = controllers.flatMap(operationsOf).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1));
  for (const one of all) paths[one.path] = { ...paths[one.path], [one.method]: operation(one) };
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Countersign',
      version: '1.0.0',
      description:
        'Carry a tool from its registration to a lease. Refusals are those of the pages. What a second person confirms for the works council is done in person, never with a key.',
      contact: { ...contact },
    },
    servers: [{ url: BASE }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: { Problem: PROBLEM }, securitySchemes: SECURITY },
  };
};

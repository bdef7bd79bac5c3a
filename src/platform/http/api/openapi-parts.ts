import type { JsonSchema } from './shape.js';

export const refusal = (description: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
export const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The request cannot be read, or a header is missing',
  401: 'Nobody is signed in, or the key does not work',
  403: 'Not in this role, not with this key, or refused with reasons',
  404: 'It does not exist, or you may not know of it',
  409: 'Not now: what stands in the way is in `reasons`',
  413: 'Too large',
  415: 'Not this kind of body',
  422: 'A field cannot be used: `reasons` name it',
  429: 'Too many attempts',
};
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457, with our own `code` and every reason',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Every reason in words, in the language of the reader' },
    instance: { type: 'string' },
    code: { type: 'string', description: '`subject.state`' },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          requirement: { type: 'string' },
          rules: { type: 'array', items: { type: 'string' } },
          turn: { type: 'string', description: 'The role whose turn it is' },
          field: { type: 'string', description: 'The field that must change' },
          expected: { type: 'string', description: 'What the field takes: a bound, the choices, a pattern' },
          found: { type: 'string', description: 'What kind of thing came, never what it says' },
          nextStep: { type: 'string' },
        },
        required: ['code', 'nextStep'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
};

export const SECURITY: JsonSchema = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-sid', description: 'A person who is signed in, in the role they chose' },
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that a person made under Your settings: `ck_...`. It acts in the role it was made for.',
  },
};

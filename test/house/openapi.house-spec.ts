import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { FEATURES } from '../../src/features.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { openApiOf } from '../../src/platform/http/api/openapi.js';
import { ApiContract, type OpenApiDocument } from '../support/api-contract.js';
import { routesOf } from '../support/routes.js';

const controllersOf = (module: object): Type[] => (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[] | undefined) ?? [];
const contact = { name: 'Countersign', url: 'https://countersign.example/source', email: 'a@b.nl' };
const modules = [...FEATURES, HttpModule];
const written = JSON.parse(JSON.stringify(openApiOf(modules.flatMap(controllersOf), { contact }))) as OpenApiDocument & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
};
interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly properties?: object } }>> };
}
const contract = new ApiContract(written);
const all = Object.values(written.paths).flatMap((one) => Object.entries(one));

describe('the description for programs', () => {
  it('is OpenAPI 3.1 with a relative server, contact details, and no trailing slash', () => {
    expect([written.openapi, written.servers, written.info.contact]).toEqual(['3.1.0', [{ url: '/api/v1' }], contact]);
    expect(Object.keys(written.paths).filter((path) => path.endsWith('/'))).toEqual([]);
  });

  it('describes every route under /api/v1, and no other', () => {
    const routes = routesOf(modules)
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}')}`);
    expect(routes.length).toBeGreaterThan(40);
    expect([...contract.operations()].sort()).toEqual([...routes].sort());
  });

  it('has schemas that can be checked with', () => expect(() => contract.compileAll()).not.toThrow());

  it('names each operation once, in plural words with dashes, fields in camelCase', () => {
    const ids = all.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(written.paths).filter((path) => !/^(\/([a-z]+(-[a-z]+)*(\.json)?|\{[a-zA-Z]+\}))+$/.test(path))).toEqual([]);
    const names = JSON.stringify(written.paths).matchAll(/"properties":\{("[^"]+")/g);
    expect([...names].map(([, name]) => name).filter((name) => !/^"[a-z][a-zA-Z]*"$/.test(name ?? ''))).toEqual([]);
  });

  it('says how to come in: a session, a key with a scope, a proof, or nothing', () => {
    const open = all.filter(([, { security, parameters }]) => security.length === 0 && !parameters.some(({ name }) => name === 'DPoP'));
    expect(open.map(([, { operationId }]) => operationId).sort()).toEqual(['agents.enrol', 'description.document']);
    const scopes = all.flatMap(([method, { security }]) =>
      security.flatMap(({ key = [] }) => key.map((scope) => [method, scope] as const)),
    );
    expect(scopes.filter(([method, scope]) => scope.startsWith('chain:') && (method === 'get') !== (scope === 'chain:read'))).toEqual([]);
  });

  it('asks every act of a person or a program for a key that makes it happen once', () => {
    const without = all.filter(
      ([method, { security, parameters }]) =>
        method === 'post' && security.length > 0 && !parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(without.map(([, { operationId }]) => operationId)).toEqual(['enrolmentCodes.make']);
  });

  it('would notice an answer that is not as described (the control)', () => {
    const ask = (body: unknown, status = 201, type = 'application/json') => contract.faultsOf('POST', '/api/v1/tools', status, type, body);
    expect(ask({ toolId: 't', number: 1, reference: 'r' })).toEqual([]);
    expect(ask({ toolId: 't', number: 1 })).toHaveLength(1);
    expect(ask({ toolId: 't', number: 1, reference: 'r', more: 1 })).toHaveLength(1);
    expect(ask({ toolId: 't', number: 1, reference: 'r' }, 200)).toHaveLength(1);
    expect(ask({}, 409, 'application/json')).toHaveLength(1);
    expect(contract.faultsOf('POST', '/api/v1/elsewhere', 200, 'application/json', {})).toHaveLength(1);
  });
});

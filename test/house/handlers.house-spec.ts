import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FEATURES } from '../../src/features.js';
import { ROLES } from '../../src/kernel/actor.js';
import { AllowGuard } from '../../src/platform/http/allow.js';
import { ActorSource, Allow, fastifyAdapter, GUEST, HttpModule, SCOPES, type Visitor } from '../../src/platform/http/index.js';
import { answersAt, routesOf, type Route } from '../support/routes.js';

@Controller('planted')
class PlantedController {
  @Get('silent')
  silent(): string {
    return 'reached';
  }

  @Get('open')
  @Allow('anyone')
  open(): string {
    return 'reached';
  }

  @Get('closed')
  @Allow('director')
  closed(): string {
    return 'reached';
  }
}

class NobodyIsSignedIn extends ActorSource {
  visitor(): Promise<Visitor> {
    return Promise.resolve(GUEST);
  }
}

@Module({
  controllers: [PlantedController],
  providers: [Reflector, { provide: ActorSource, useClass: NobodyIsSignedIn }, { provide: APP_GUARD, useClass: AllowGuard }],
})
class PlantedModule {}

const undeclared = (routes: readonly Route[]): string[] => routes.filter(({ allowed }) => !allowed?.length).map(({ handler }) => handler);
const ALLOWED: readonly string[] = [...ROLES, 'anyone', 'signed-in', 'agent', ...SCOPES.map((scope) => `program:${scope}`)];

describe('every handler', () => {
  const routes = routesOf([...FEATURES, HttpModule]);

  it('is found by walking the modules', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter(({ api }) => api).length).toBeGreaterThan(6);
  });

  it('declares who may call it, by roles that exist', () => {
    expect(undeclared(routes)).toEqual([]);
    expect(routes.flatMap(({ allowed }) => allowed ?? []).filter((allowed) => !ALLOWED.includes(allowed))).toEqual([]);
  });

  it('that declares nobody is found', () => {
    expect(undeclared(routesOf([PlantedModule]))).toEqual(['PlantedController.silent']);
  });

  it('answers at an address of its own', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/:[^/]+/g, ':')}`);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });

  it('proves by itself who asks, or is for the programs of the machine, where it is for agents', () => {
    const forAgents = routes.filter(({ allowed }) => allowed?.includes('agent')).map(({ path }) => path);
    for (const path of forAgents) expect(path).toMatch(/^\/(health\/|\.well-known\/|api\/v1\/(agent|measurements$))/);
  });

  it('has lower-case words in its address', () => {
    expect(
      routes.filter(({ path }) => !/^\/(?:(?::[a-zA-Z]+|\.?[a-z0-9]+(?:[.-][a-z0-9]+)*)(?:\/|$))*$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('is matched by its own addresses only', () => {
    const route = { method: 'GET', path: '/tools/:id/versions', handler: '', allowed: null, api: false };
    expect([answersAt(route, '/tools/t_1/versions'), answersAt(route, '/tools/t_1/x/versions'), answersAt(route, '/tools')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the guard', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(PlantedModule, fastifyAdapter(false), { logger: false, abortOnError: false });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const ask = async (path: string): Promise<[number, boolean]> => {
    const { statusCode, body } = await app.inject({ method: 'GET', url: `/planted/${path}` });
    return [statusCode, body.includes('reached')];
  };

  it('refuses a handler that declares nobody', async () => expect(await ask('silent')).toEqual([500, false]));
  it('lets the visitor through to a handler that declares them', async () => expect(await ask('open')).toEqual([200, true]));
  it('does not let a guest through to a handler for a role', async () => expect((await ask('closed'))[1]).toBe(false));
});

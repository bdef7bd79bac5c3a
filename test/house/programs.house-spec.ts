import 'reflect-metadata';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '../../src/kernel/actor.js';
import { Problem } from '../../src/kernel/problem.js';
import { AllowGuard } from '../../src/platform/http/allow.js';
import { ActorSource, Allow, type AppRequest, fastifyAdapter, GUEST, type Scope, type Visitor } from '../../src/platform/http/index.js';

@Controller('api/planted')
class PlantedController {
  @Get('read')
  @Allow('director', 'program:chain:read')
  read(): string {
    return 'reached';
  }

  @Post('write')
  @Allow('director', 'program:chain:write')
  write(): string {
    return 'reached';
  }

  @Post('in-person')
  @Allow('director')
  inPerson(): string {
    return 'reached';
  }

  @Get('programs')
  @Allow('program:decisions')
  programs(): string {
    return 'reached';
  }
}

let asked: Visitor = GUEST;
let askedRecent: boolean | undefined;
class Planted extends ActorSource {
  visitor(_request: AppRequest, recent?: boolean): Promise<Visitor> {
    askedRecent = recent;
    return Promise.resolve(asked);
  }
}

@Module({
  controllers: [PlantedController],
  providers: [Reflector, { provide: ActorSource, useClass: Planted }, { provide: APP_GUARD, useClass: AllowGuard }],
})
class PlantedModule {}

const person = (role: Role): Visitor => ({ ...GUEST, actor: { personId: 'p_1', role, roles: ['employee', role], language: 'nl' } });
const program = (role: Role, ...scopes: Scope[]): Visitor => ({ ...person(role), key: { id: 'k_1', scopes } });

describe('a program at the doors', () => {
  let app: NestFastifyApplication;
  let problems: Problem[] = [];
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(PlantedModule, fastifyAdapter(false), { logger: false, abortOnError: false });
    app.useGlobalFilters({
      catch: (error: unknown, host) => {
        if (error instanceof Problem) problems.push(error);
        host
          .switchToHttp()
          .getResponse<{ status(code: number): { send(body: string): void } }>()
          .status(problems[0]?.status ?? 500)
          .send('');
      },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const ask = async (who: Visitor, path: string, authorization?: string) => {
    [asked, problems] = [who, []];
    const method = path === 'write' || path === 'in-person' ? 'POST' : 'GET';
    const { statusCode, headers } = await app.inject({
      method,
      url: `/api/planted/${path}`,
      headers: authorization ? { authorization } : {},
    });
    return { status: statusCode, code: problems[0]?.code ?? null, challenge: headers['www-authenticate'] ?? null };
  };
  const passes = { code: null, challenge: null };

  it('needs the scope and the role', async () => {
    expect(await ask(program('director', 'chain:read'), 'read')).toEqual({ status: 200, ...passes });
    expect(await ask(program('director', 'chain:write'), 'read')).toEqual({ status: 200, ...passes });
    expect(await ask(program('director', 'chain:write'), 'write')).toEqual({ status: 201, ...passes });
    expect(await ask(program('director', 'chain:read'), 'write')).toMatchObject({ status: 403, code: 'key.scope' });
    expect(await ask(program('director', 'decisions', 'devices'), 'read')).toMatchObject({ status: 403, code: 'key.scope' });
    expect(await ask(program('manager', 'chain:write'), 'write')).toMatchObject({ status: 404, code: 'page.unknown' });
  });

  it('does nothing that a person does in person, which the person can', async () => {
    expect(await ask(program('director', 'chain:read', 'chain:write', 'decisions', 'devices'), 'in-person')).toMatchObject({
      status: 403,
      code: 'key.in-person',
    });
    expect(await ask(person('director'), 'in-person')).toEqual({ status: 201, ...passes });
  });

  it('alone is let in where only programs are, in any role', async () => {
    expect(await ask(program('employee', 'decisions'), 'programs')).toEqual({ status: 200, ...passes });
    expect(askedRecent).toBe(true);
    expect(await ask(program('employee', 'devices'), 'programs')).toMatchObject({ status: 403, code: 'key.scope' });
    expect(await ask(person('director'), 'programs')).toEqual({ status: 401, code: 'key.missing', challenge: 'Bearer' });
  });

  it('hears that it must send a key, or one that works', async () => {
    expect(await ask(GUEST, 'read')).toEqual({ status: 401, code: 'key.missing', challenge: 'Bearer' });
    expect(askedRecent).toBe(false);
    expect(await ask(GUEST, 'read', 'Bearer ck_x')).toEqual({ status: 401, code: 'key.unknown', challenge: 'Bearer' });
    expect(await ask(GUEST, 'in-person')).toEqual({ status: 401, code: 'session.missing', challenge: null });
  });
});

import { applyDecorators, Controller, createParamDecorator, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { Problem } from '../../../kernel/problem.js';
import { parseOrRefuse, refuseFields } from '../parse-form.js';
import type { AppRequest } from '../request.js';
import { DOC_KEY, type Doc, type OwnDoc, QUERY_KEY, TAKES_KEY } from './doc.js';
import { OnceAtTheDoor } from './once-at-the-door.js';
import type { Shape } from './shape.js';

type Dto = new () => object;
interface Handler<T> {
  readonly value?: (...args: never[]) => Promise<T> | T;
}
type Documenting<T> = (target: object, name: string | symbol, descriptor: Handler<T>) => void;

/** A controller under /api/v1: doors for programs, thin ones, on the services that the pages stand on. */
export const ApiDoor = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path ? `api/v1/${path}` : 'api/v1'), UseInterceptors(OnceAtTheDoor));

/** Describes a handler of programs, and binds its answer to the shape that is described. Put it nearest to the method. */
export const Documented =
  <T>(doc: OwnDoc & { readonly gives: Shape<T> }): Documenting<T> =>
  (_target, _name, descriptor) => {
    if (descriptor.value) Reflect.defineMetadata(DOC_KEY, doc satisfies Doc, descriptor.value);
  };

/** A form that is one button: nothing may be sent with it. */
export class NoFields {}

const objectIn = (request: AppRequest): Record<string, unknown> => {
  const type = request.headers['content-type'];
  const { body } = request;
  if (type === undefined && (body === undefined || body === null)) return {};
  if (typeof type !== 'string' || !/^application\/json\s*(;|$)/i.test(type)) throw new Problem(415, 'body.wrong-type');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem(400, 'body.unreadable');
  return body as Record<string, unknown>;
};

const Body = createParamDecorator((dto: Dto, context: ExecutionContext): object => {
  const body = objectIn(context.switchToHttp().getRequest<AppRequest>());
  if (dto !== NoFields) return parseOrRefuse(dto, body);
  refuseFields(body);
  return {};
});

const Query = createParamDecorator((dto: Dto, context: ExecutionContext): object => {
  const query = context.switchToHttp().getRequest<AppRequest>().query as Record<string, unknown>;
  const { lang: _language, ...asked } = query;
  return parseOrRefuse(dto, asked);
});

const described =
  (key: string, read: (dto: Dto) => ParameterDecorator, dto: Dto): ParameterDecorator =>
  (target, name, at) => {
    const handler: unknown = name === undefined ? undefined : Reflect.get(target, name);
    if (typeof handler === 'function') Reflect.defineMetadata(key, dto, handler);
    read(dto)(target, name, at);
  };

/** The JSON body, as this class checks it: 415 when it is not JSON, 400 when it is no object, 422 that names each field. */
export const Takes = (dto: Dto): ParameterDecorator => described(TAKES_KEY, (of) => Body(of), dto);
/** The query, as this class checks it. */
export const Asks = (dto: Dto): ParameterDecorator => described(QUERY_KEY, (of) => Query(of), dto);

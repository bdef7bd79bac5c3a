import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ALLOW_KEY, type Allowed } from '../../src/platform/http/index.js';

/** One handler of one controller, as the framework reads it. */
export interface Route {
  readonly method: string;
  /** `/tools/:id/versions`. */
  readonly path: string;
  readonly handler: string;
  /** Null when the handler declares nobody. */
  readonly allowed: readonly Allowed[] | null;
  readonly api: boolean;
}

const isType = (value: unknown): value is Type => typeof value === 'function';

const modulesUnder = (modules: readonly unknown[]): Set<Type> => {
  const found = new Set<Type>();
  const add = (module: unknown): void => {
    const type = isType(module) ? module : (module as { module?: unknown } | null)?.module;
    if (!isType(type) || found.has(type)) return;
    found.add(type);
    const imports: unknown = Reflect.getMetadata(MODULE_METADATA.IMPORTS, type);
    if (Array.isArray(imports)) imports.forEach(add);
  };
  modules.forEach(add);
  return found;
};

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [typeof value === 'string' ? value : '']);
const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

const routesOfController = (controller: Type): Route[] => {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefixes = listOf(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method: unknown = typeof handler === 'function' ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined;
    if (typeof handler !== 'function' || typeof method !== 'number') return [];
    const allowed = Reflect.getMetadata(ALLOW_KEY, handler) as readonly Allowed[] | undefined;
    const paths = listOf(Reflect.getMetadata(PATH_METADATA, handler));
    return prefixes.flatMap((prefix) =>
      paths.map((path) => {
        const whole = joined(prefix, path);
        const api = /^\/(api|access|health|\.well-known)(\/|$)/.test(whole);
        return { method: RequestMethod[method] ?? '', path: whole, handler: `${controller.name}.${name}`, allowed: allowed ?? null, api };
      }),
    );
  });
};

/** Every handler of these modules and of those they import. */
export const routesOf = (modules: readonly unknown[]): Route[] => {
  const controllers = [...modulesUnder(modules)].flatMap((module) => {
    const found: unknown = Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module);
    return Array.isArray(found) ? found.filter(isType) : [];
  });
  return controllers.flatMap(routesOfController);
};

const patterns = new Map<string, RegExp>();
const patternOf = (path: string): RegExp => {
  const known = patterns.get(path);
  if (known) return known;
  const made = new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`);
  patterns.set(path, made);
  return made;
};

/** Does `/tools/t_1/versions` belong to the route `/tools/:id/versions`? */
export const answersAt = (route: Route, path: string): boolean => patternOf(route.path).test(path);

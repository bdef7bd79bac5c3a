import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { FEATURES } from '../../src/features.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { ApiContract, type OpenApiDocument } from '../support/api-contract.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { examplesUnder, filled, PAGE } from '../support/documented.js';
import { documentedReceiver, WEBHOOKS } from '../support/documented-receiver.js';
import { Shell } from '../support/documented-shell.js';
import { until } from '../support/guarded.js';
import { routesOf } from '../support/routes.js';

/** Addresses that are none of ours: the shell, Microsoft's, the collector on the device itself. */
const ELSEWHERE = ['/bin/sh', '/groups/{}/members'];
/** One name for everything that stands in an address for an id. */
const general = (path: string): string =>
  path
    .replace(/[?"'`].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .map((part) => (/^\{.*\}$|^:|_\.\.\.$|^\d+$/.test(part) ? '{}' : part))
    .join('/');

describe('every address in the documentation', () => {
  let app: TestApp;
  let doors: readonly string[];
  beforeAll(async () => {
    app = await appFor('integrations_page');
    const document = (await (await fetch(`${app.url}/api/v1/openapi.json`)).json()) as OpenApiDocument;
    doors = new ApiContract(document).operations().map((one) => general(one.replace(' ', ' /api/v1')));
  }, 60_000);
  afterAll(() => app.close());

  const isDoor = (path: string, method = '[A-Z]+'): boolean => {
    const pattern = new RegExp(`^${method} ${path.replace(/[.{}]/g, '\\$&')}$`);
    return doors.some((door) => pattern.test(door));
  };

  it('under /api/v1 stands in the description for programs, with its method', () => {
    const named = [...PAGE.matchAll(/(?:\b(GET|POST|PUT|PATCH) )?(?:https:\/\/countersign\.example\.nl)?(\/api\/v1\/[\w./?={}-]+)/g)];
    const wrong = named.filter(([, method, path = '']) => !isDoor(general(path), method)).map(([text]) => text);
    expect([named.length > 8, wrong]).toEqual([true, []]);
  });

  it('beside the chain is the end of one that stands there', () => {
    const paragraph = PAGE.split('\n\n').find((one) => one.startsWith('**Beside the chain**')) ?? '';
    const named = [...paragraph.matchAll(/`(?:\.\.\.)?(\/[^`]+)`/g)].map(([, path = '']) => path);
    const wrong = named.filter((path) => !doors.some((door) => door.endsWith(general(path))));
    expect([named.length > 12, wrong]).toEqual([true, []]);
  });

  it('of a page, of the decision API and of what is well known is one that the server has', () => {
    const paths = routesOf([...FEATURES, HttpModule]).map(({ path }) => general(path));
    const named = [...PAGE.matchAll(/`(?:GET |POST )?(\/[^`\s]*)`/g), ...PAGE.matchAll(/example\.nl(\/access[^\s"]+)/g)];
    const wrong = named
      .map(([, path = '']) => general(path))
      .filter(
        (path) => !paths.includes(path) && path !== '/api/v1' && !ELSEWHERE.includes(path) && !doors.some((door) => door.endsWith(path)),
      );
    expect([named.length > 25, wrong]).toEqual([true, []]);
  });
});

describe('the documented receiver', () => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const shell = new Shell();
  let child: ChildProcess;
  let said: string[];
  beforeAll(async () => {
    const port = await freePort();
    Object.assign(shell.variables, { SECRET: secret, PORT: String(port) });
    ({ child, said } = await documentedReceiver(port, secret));
  });
  afterAll(() => {
    child.kill();
    shell.close();
  });

  const [trying = ''] = examplesUnder(WEBHOOKS, 'sh');
  const statusOf = async (script: string): Promise<string> => (await shell.run(filled(script, ''))).said.split('\r\n')[0] ?? '';

  it('takes a message that is signed by hand, drops it the second time, and refuses it after five minutes', async () => {
    expect(await statusOf(trying)).toBe('HTTP/1.1 204');
    await until('the receiver says what it heard', () => said.length > 0);
    expect(await statusOf(trying)).toBe('HTTP/1.1 204');
    const late = trying.replace('$(date +%s)', '$(($(date +%s) - 301))');
    expect(await statusOf(late)).toBe('HTTP/1.1 401');
    shell.variables['SECRET'] = `whsec_${randomBytes(32).toString('base64')}`;
    expect(await statusOf(trying)).toBe('HTTP/1.1 401');
    expect(said).toEqual(['countersign.tool.stopped']);
  });
});

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { jest } from '@jest/globals';
import { h } from 'preact';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderPage } from '../../src/platform/ui/index.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { builtAssets } from '../support/database.js';
import { Gallery, Receipt, galleryContext } from '../support/kit-gallery.js';

jest.setTimeout(60_000);

const CSP =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const pageAt = (url: URL): string => {
  const language = url.searchParams.get('lang') === 'en' ? 'en' : 'nl';
  if (url.pathname === '/receipt') return renderPage(h(Receipt, {}), galleryContext(language, { actor: null, nav: [], demo: null }));
  return renderPage(h(Gallery, {}), galleryContext(language));
};

const serve = async (assets: string): Promise<Server> => {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asset = /^\/assets\/([a-z]+\.[a-z0-9]+)$/u.exec(url.pathname)?.[1];
    if (asset) return response.writeHead(200, { 'content-type': TYPES[extname(asset)] }).end(await readFile(join(assets, asset)));
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP }).end(pageAt(url));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
};

describe('the page kit in a browser', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = await serve(builtAssets());
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  const visit = async (path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(origin + path);
    await act(page);
    expect(complaints).toEqual([]);
    await context.close();
  };

  const matrix = ['/?lang=nl', '/?lang=en', '/receipt?lang=nl', '/receipt?lang=en'].flatMap((path) =>
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 390].map((width) => ({ path, colorScheme, width }))),
  );
  it.each(matrix)('axe finds nothing on $path, $colorScheme, $width px', ({ path, colorScheme, width }) =>
    visit(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }),
  );

  it('axe would find a fault', () =>
    visit('/', {}, async (page) => {
      await page.evaluate('document.querySelector("label").remove()');
      expect(await axeFindings(page)).not.toEqual([]);
    }));

  it.each([
    { width: 320, zoom: '100%' },
    { width: 1280, zoom: '200%' },
  ])('needs no sideways scroll at $width px and $zoom text', ({ width, zoom }) =>
    visit('/', { viewport: { width, height: 900 } }, async (page) => {
      await page.evaluate(`document.documentElement.style.fontSize = '${zoom}'`);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }),
  );

  it('puts the focus on what went wrong, and counts what is typed', () =>
    visit('/', {}, async (page) => {
      expect(await page.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
      await page.fill('#why', 'Nodig');
      expect(await page.textContent('#why-limit')).toBe('U kunt nog 495 tekens typen');
    }));

  it('says the same without JavaScript', () =>
    visit('/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.textContent('#why-limit')).toBe('U kunt hier 500 tekens typen.');
      await page.click('a[href="#days"]');
      expect(new URL(page.url()).hash).toBe('#days');
    }));

  it.each(['none', 'active'] as const)('shows where the keyboard is, forced colours: %s', (forcedColors) =>
    visit('/receipt', { forcedColors }, async (page) => {
      const links = await page.evaluate<number>('document.querySelectorAll("a").length');
      for (let at = 0; at < links; at += 1) {
        await page.keyboard.press('Tab');
        const shown = 'getComputedStyle(document.activeElement)';
        const style = await page.evaluate<string[]>(
          `[${shown}.outlineStyle, ${shown}.outlineWidth, ${shown}.outlineColor, ${shown}.backgroundColor]`,
        );
        expect(style.slice(0, 2)).toEqual(['solid', '3px']);
        if (forcedColors === 'none') expect(style[3]).toBe('rgb(255, 221, 51)');
      }
    }),
  );

  it('opens the folds on paper and leaves the menu away', () =>
    visit('/', {}, async (page) => {
      expect(await page.isVisible('#E13')).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('#E13')).toBe(true);
      expect(await page.isVisible('.cs-header')).toBe(false);
    }));
});

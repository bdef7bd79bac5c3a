import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from './app.js';
import { axeFindings, DESK } from './chromium.js';
import { PASSWORD, totpAt, type GivenPerson } from './given-people.js';

/** Somebody at a screen, without scripts: opens, clicks, types, and reads. */
export class BrowserPerson {
  private second: BrowserContext | undefined;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly app: TestApp,
  ) {}

  /** Signs in through the page, with the second step where it is asked. */
  static async signIn(browser: Browser, app: TestApp, person: GivenPerson, size = DESK): Promise<BrowserPerson> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: size, baseURL: app.url });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    await page.goto('/login');
    await page.locator('main [name=login], main [name=email]').fill(person.email ?? '');
    await page.locator('[name=password]').fill(PASSWORD);
    await page.locator('main button[type=submit]').click();
    const code = page.locator('main [name=totp], main [name=code]');
    if ((await code.count()) > 0) {
      await code.fill(totpAt(app.clock.now()));
      await page.locator('main button[type=submit]').click();
    }
    return new BrowserPerson(page, context, app);
  }

  /** Somebody without an account, who refuses cookies: nothing is ever sent back. */
  static async visit(browser: Browser, app: TestApp, size = DESK): Promise<BrowserPerson> {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: size, baseURL: app.url });
    await context.route('**/*', (route) => {
      const { cookie: _, ...headers } = route.request().headers();
      return route.continue({ headers });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    return new BrowserPerson(page, context, app);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Clicks a link or a button by its words. */
  async click(words: string | RegExp): Promise<void> {
    const link = this.page.getByRole('link', { name: words });
    const button = this.page.getByRole('button', { name: words });
    await ((await button.count()) > 0 ? button : link).first().click();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value);
  }

  /** An option of the radios or checkboxes under a question. */
  async choose(question: string | RegExp, option: string | RegExp): Promise<void> {
    await this.page
      .getByRole('group', { name: question })
      .first()
      .getByLabel(option, { exact: typeof option === 'string' })
      .first()
      .check();
  }

  /** Password, and the code of the second step where it is asked: what a confirming act wants to see again. */
  async identify(): Promise<void> {
    await this.page.locator('main [name=password]').fill(PASSWORD);
    const code = this.page.locator('main [name=totp]');
    if ((await code.count()) > 0) await code.fill(totpAt(this.app.clock.now()));
  }

  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText();
  }

  /** What axe finds on the page as it stands: it needs scripts, so it looks with a context of its own. */
  async faults(): Promise<readonly string[]> {
    const same = await this.scripted();
    await same.goto(this.page.url());
    return axeFindings(same);
  }

  /** The same for a page that is the answer to a form, and has no address to open it at again. */
  async faultsAsShown(): Promise<readonly string[]> {
    const [body, url] = [await this.page.content(), this.page.url()];
    const same = await this.scripted();
    await same.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }), { times: 1 });
    await same.goto(url);
    return axeFindings(same);
  }

  /** A page of the same size and session, with scripts. */
  private async scripted(): Promise<Page> {
    const viewport = this.page.viewportSize();
    const browser = this.context.browser();
    if (!browser || !viewport) throw new Error('the browser is gone');
    this.second ??= await browser.newContext({ baseURL: this.app.url, viewport });
    const page = this.second.pages()[0] ?? (await this.second.newPage());
    const { cookies } = await this.context.storageState();
    await this.second.clearCookies();
    await this.second.addCookies(cookies);
    await page.setViewportSize(viewport);
    return page;
  }

  async leave(): Promise<void> {
    await this.second?.close();
    await this.context.close();
  }
}

import { Global, Inject, Module, Post, type Type } from '@nestjs/common';
import { unusable } from '../kernel/problem.js';
import { DemoControlsToken, type DemoControls } from '../platform/config/index.js';
import { Allow, PageController, type PageResult, RawBody, seeOther } from '../platform/http/index.js';

const STEPS = ['1', '14'];

/** The page that the bar was on, and never another site. */
const backTo = (from: unknown): string => (typeof from === 'string' && /^\/(?![/\\])[\w\-./~%]*$/.test(from) ? from : '/');

@PageController()
class DemoClockController {
  constructor(@Inject(DemoControlsToken) private readonly demo: DemoControls) {}

  @Post('demo/clock')
  @Allow('anyone')
  async advance(@RawBody() body: Record<string, unknown>): Promise<PageResult> {
    if (!STEPS.includes(String(body['days']))) throw unusable('days', 'field.isIn');
    await this.demo.advance(Number(body['days']));
    return seeOther(backTo(body['from']));
  }
}

/** The bar that moves the clock on. Only the demo command loads it. */
export const demoClockModule = (controls: DemoControls): Type => {
  @Global()
  @Module({
    controllers: [DemoClockController],
    providers: [{ provide: DemoControlsToken, useValue: controls }],
    exports: [DemoControlsToken],
  })
  class DemoClockModule {}
  return DemoClockModule;
};

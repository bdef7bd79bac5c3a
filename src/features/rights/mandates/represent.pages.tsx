import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { Allow, PageController, type PageResult, RawBody, Visit, type Visitor } from '../../../platform/http/index.js';
import type { Body } from '../doors.js';
import { rightsPaths } from '../rights.paths.js';
import { ActingVisit } from './acting.doors.js';
import { ActingForService } from './acting-for.service.js';

/** A union or lawyer without an account: the token in the address, which the person handed over, is all there is. */
@PageController()
export class RepresentPages {
  constructor(private readonly acting: ActingForService) {}

  @Get(rightsPaths.representOf)
  @Allow('anyone')
  page(@Param('token') token: string, @Visit() visitor: Visitor): Promise<VNode> {
    return this.visit(token, visitor).page();
  }

  @Get(rightsPaths.representObjectionOf)
  @Allow('anyone')
  objectForm(@Param('token') token: string, @Visit() visitor: Visitor): Promise<VNode> {
    return this.visit(token, visitor).objectForm();
  }

  @Post(rightsPaths.representObjectionOf)
  @Allow('anyone')
  object(@Param('token') token: string, @Visit() visitor: Visitor, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(token, visitor).object(body);
  }

  @Get(rightsPaths.representRequestOf)
  @Allow('anyone')
  askForm(@Param('token') token: string, @Visit() visitor: Visitor): Promise<VNode> {
    return this.visit(token, visitor).askForm();
  }

  @Post(rightsPaths.representRequestOf)
  @Allow('anyone')
  ask(@Param('token') token: string, @Visit() visitor: Visitor, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(token, visitor).ask(body);
  }

  @Get(rightsPaths.representDetrimentOf)
  @Allow('anyone')
  reportForm(@Param('token') token: string, @Visit() visitor: Visitor): Promise<VNode> {
    return this.visit(token, visitor).reportForm();
  }

  @Post(rightsPaths.representDetrimentOf)
  @Allow('anyone')
  report(@Param('token') token: string, @Visit() visitor: Visitor, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(token, visitor).report(body);
  }

  private visit(token: string, { language }: Visitor): ActingVisit {
    const door = {
      page: rightsPaths.represent(token),
      object: rightsPaths.representObjection(token),
      ask: rightsPaths.representRequest(token),
      report: rightsPaths.representDetriment(token),
      back: null,
    };
    return new ActingVisit(this.acting, { kind: 'outside', token, language }, door, language);
  }
}

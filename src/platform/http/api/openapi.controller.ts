import { Controller, Get, Inject, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type Config, ConfigToken } from '../../config/index.js';
import { Allow } from '../allow.js';
import { Documented } from './documented.js';
import { openApiOf } from './openapi.js';
import { anyJson, type Given } from './shape.js';

const DESCRIPTION = anyJson('An OpenAPI 3.1 document');
type Description = Given<typeof DESCRIPTION>;

@Controller('api/v1')
export class DescriptionApi {
  private made: Description | null = null;

  constructor(
    private readonly modules: ModulesContainer,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Get('openapi.json')
  @Allow('anyone')
  @Documented({ tag: 'service', summary: 'This description', gives: DESCRIPTION })
  document(): Description {
    const contact = { name: 'Countersign', url: `${this.config.baseUrl}/source`, email: addressIn(this.config.mailFrom) };
    return (this.made ??= openApiOf(this.controllers(), { contact }) as Description);
  }

  private controllers(): Type[] {
    const found = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return [...new Set(found.map(({ metatype }) => metatype).filter((one): one is Type => typeof one === 'function'))];
  }
}

/** `Countersign <a@b>` or `a@b`. */
const addressIn = (mailbox: string): string => /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox;

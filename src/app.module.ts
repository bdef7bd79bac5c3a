import { type DynamicModule, Global, Module, type Provider, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from './kernel/clock.js';
import { type Config, ConfigToken } from './platform/config/index.js';
import { databaseOptions, Transactions } from './platform/database/index.js';
import { ClockToken, HttpModule } from './platform/http/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { MailModule } from './platform/mail/index.js';
import { FEATURES } from './features.js';

export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  /** Modules of the demo; none in production. */
  readonly extra?: readonly Type[];
}

@Global()
@Module({})
class SurroundingsModule {
  static with({ config, clock }: Parts): DynamicModule {
    const providers: Provider[] = [{ provide: ConfigToken, useValue: config }, { provide: ClockToken, useValue: clock }, Transactions];
    return { module: SurroundingsModule, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(parts.config.databaseUrl, []), autoLoadEntities: true, retryAttempts: 0 }),
        SurroundingsModule.with(parts),
        JobsModule,
        MailModule,
        ...FEATURES,
        ...(parts.extra ?? []),
        HttpModule,
      ],
    };
  }
}

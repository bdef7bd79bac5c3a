import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';

/** Needs, from the application's module: the configuration, Transactions and JobsModule. */
@Global()
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailModule {}

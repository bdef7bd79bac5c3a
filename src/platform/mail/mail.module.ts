import { Global, Module } from '@nestjs/common';
import { AttachmentSources } from './attachment-sources.js';
import { Mailer } from './mailer.js';

/** Needs, from the application's module: the configuration, Transactions and JobsModule. */
@Global()
@Module({ providers: [Mailer, AttachmentSources], exports: [Mailer, AttachmentSources] })
export class MailModule {}

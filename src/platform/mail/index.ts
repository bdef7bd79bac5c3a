export type { Attachment, Mail, MailToMany, Report } from './mail.js';
export { AttachmentSources } from './attachment-sources.js';
export { MailModule } from './mail.module.js';
export { Mailer } from './mailer.js';
export { mailsInLanguagesWithin, queueMail, queueMails, queueMailsInLanguages } from './queue-mail.js';

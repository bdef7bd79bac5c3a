import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { queueMail, queueMails } from '../../platform/mail/index.js';
import { confirmersOf, factOf, isFactName } from './domain/facts.js';
import { factLabel, valueWords } from './facts.catalogue.js';
import { readRegister } from './facts.repository.js';
import { factMail } from './mails.catalogue.js';
import { councilMembers, holdersOf } from './roles.repository.js';

const EVERYONE = `select p.id as reference, p.email as address from persons p left join accounts a on a.person_id = p.id
  where p.left_at is null and coalesce(a.language, p.language) = $1`;

/** Tells a changed organisation fact. The act is in the log already: a mail records nothing more. */
@Injectable()
export class FactTellingService {
  constructor(private readonly transactions: Transactions) {}

  /** The council and the DPO; everyone when nobody could confirm a fact that normally waits for a confirmation. */
  async tell(attribute: string, value: Json): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (await standsUnconfirmed(tx, attribute)) return tellEveryone(tx, attribute, value);
      const holders = [...(await councilMembers(tx)), ...(await holdersOf(tx, ['dpo', 'pvt_contact']))];
      const addresses = new Map(holders.flatMap(({ mailAddress, language }) => (mailAddress ? [[mailAddress, language] as const] : [])));
      for (const [address, language] of addresses) await queueMail(tx, mailOf(address, attribute, value, language));
    });
  }
}

const mailOf = (to: string, attribute: string, value: Json, language: Language) =>
  factMail(to, factLabel(attribute, language), valueWords(value, language), language);

const standsUnconfirmed = async (tx: Tx, attribute: string): Promise<boolean> =>
  isFactName(attribute) && factOf(attribute).confirmedBy !== undefined && confirmersOf(attribute, await readRegister(tx)).length === 0;

const tellEveryone = async (tx: Tx, attribute: string, value: Json): Promise<void> => {
  for (const language of ['nl', 'en'] as const) {
    const { subject, text } = mailOf('', attribute, value, language);
    await queueMails(tx, { subject, text, recipients: { sql: EVERYONE, parameters: [language] } });
  }
};

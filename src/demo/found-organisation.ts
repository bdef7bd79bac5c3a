import { FirstRun } from '../platform/config/index.js';
import { Transactions } from '../platform/database/index.js';
import type { Actor, Role } from '../kernel/actor.js';
import { crockford } from '../kernel/ids.js';
import { CaseKeysService } from '../features/complaints/index.js';
import { CouncilChangesService, CouncilSettingsService } from '../features/council/index.js';
import { CHANNEL_KINDS, ChannelsService } from '../features/objections/index.js';
import {
  type FactName,
  hashPassword,
  newTotpSecret,
  OrganisationService,
  RegisterService,
  RolesService,
  SetupService,
} from '../features/people/index.js';
import {
  addressOf,
  COUNCIL_RULES,
  NO_RETALIATION,
  ORGANISATION,
  OUTSIDE_ADDRESS,
  SAMPLE_PEOPLE,
  type SamplePerson,
  WORDS,
} from './sample-organisation.catalogue.js';
import { staffList } from './staff-list.js';
import { idsByName, insertAccounts } from './sample-rows.repository.js';
import type { Stage, StagePerson } from './stage.js';

/** Cheap on purpose: these passwords are printed on the screen. */
const COST = { memoryKib: 1024, passes: 1 };
const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary'];
const COUNCIL: readonly Role[] = [...OFFICERS, 'or_member'];
const COUNCIL_PEOPLE = SAMPLE_PEOPLE.filter(({ roles }) => roles.some((role) => COUNCIL.includes(role)));
const ADMINISTRATOR = 'Yvonne Maas';

const passwordOf = (at: number): string => `waterdam-${WORDS[at % WORDS.length]}-${crockford(4).toLowerCase()}`;
const isOfficer = ({ roles }: SamplePerson): boolean => roles.some((role) => OFFICERS.includes(role));
/** Council members chose an address that the employer does not hold. */
const ownAddress = (name: string): string => addressOf(name).replace('@waterdam.example', '@thuispost.example');

/** The municipality itself: set up by its administrator, filled from the staff file, with roles, accounts and facts. */
export class FoundOrganisation {
  private readonly passwords = SAMPLE_PEOPLE.map((_, at) => passwordOf(at));

  constructor(private readonly stage: Stage) {}

  async setUp(): Promise<void> {
    const link = await this.stage.get<FirstRun>(FirstRun).setupLink();
    const place = SAMPLE_PEOPLE.findIndex(({ name }) => name === ADMINISTRATOR);
    const person = SAMPLE_PEOPLE[place]!;
    await this.stage.get(SetupService).setUp(link?.split('/').pop() ?? '', {
      organisation: ORGANISATION,
      jurisdiction: 'NL',
      unit: person.unit,
      name: person.name,
      staffNumber: String(1001 + place),
      email: addressOf(person.name),
      password: this.passwords[place]!,
      language: 'nl',
    });
  }

  /** Everyone who works here, from one file; and accounts for those whom the demo introduces. */
  async hire(startsOn: string): Promise<void> {
    const service = this.stage.get(RegisterService);
    const ids = await this.stage.read(idsByName);
    const admin: Actor = { personId: ids.get(ADMINISTRATOR) ?? '', role: 'org_admin', roles: ['employee', 'org_admin'], language: 'nl' };
    const uploaded = await service.upload(admin, Buffer.from(staffList(startsOn)));
    if (!uploaded.ok) throw new Error(`Expected: a readable staff file. Found: ${uploaded.code}.`);
    const applied = await service.apply(admin, uploaded.id);
    if (!applied.ok) throw new Error(`Expected: a staff file without mistakes. Found: ${JSON.stringify(applied.errors.slice(0, 3))}.`);
    await this.openAccounts();
  }

  private async openAccounts(): Promise<void> {
    const ids = await this.stage.read(idsByName);
    const hashes = await Promise.all(this.passwords.map((password) => hashPassword(password, COST)));
    const people = SAMPLE_PEOPLE.map((person, at): StagePerson & { name: string } => ({
      name: person.name,
      id: ids.get(person.name) ?? '',
      roles: person.roles,
      password: this.passwords[at]!,
      totpSecret: isOfficer(person) ? newTotpSecret() : null,
    }));
    const accounts = people.map(({ id, totpSecret }, at) => ({ personId: id, passwordHash: hashes[at]!, totpSecret }));
    await this.stage.get(Transactions).run((tx) => insertAccounts(tx, accounts, 'nl', this.stage.clock.now()));
    this.stage.enter(new Map(people.map((person) => [person.name, person])));
  }

  /** The administrator gives roles, and invites the first chair and secretary of the council. */
  async appoint(): Promise<void> {
    const admin = this.stage.as(ADMINISTRATOR, 'org_admin');
    const roles = this.stage.get(RolesService);
    for (const { name, roles: held } of SAMPLE_PEOPLE) {
      for (const role of held) {
        if (role === 'employee' || role === 'or_member' || (name === ADMINISTRATOR && role === 'org_admin')) continue;
        await roles.grant(admin, this.stage.person(name).id, role);
        if (OFFICERS.includes(role)) await this.takeOffice(name);
      }
    }
  }

  /** The council fills its nine seats and makes its own rules: the chair proposes, the secretary confirms. */
  async proposeSeats(): Promise<void> {
    const chair = this.stage.holder('or_chair');
    const [first = '', second = ''] = OFFICERS.map((role) => COUNCIL_PEOPLE.find(({ roles }) => roles.includes(role))?.name);
    const seats = COUNCIL_PEOPLE.map(({ name }) => ({ member: name, deputy: '' }));
    await this.stage.get(CouncilChangesService).proposeSeats(chair, { seats, chair: first, secretary: second }, this.stage.press(chair));
  }

  async confirmSeats(): Promise<void> {
    await this.confirmCouncilChange();
    for (const { name, roles } of COUNCIL_PEOPLE) if (roles.includes('or_member')) await this.takeOffice(name);
  }

  async proposeRules(): Promise<void> {
    const chair = this.stage.holder('or_chair');
    await this.stage.get(CouncilChangesService).proposeRules(chair, COUNCIL_RULES, this.stage.press(chair));
  }

  async confirmCouncilChange(): Promise<void> {
    const secretary = this.stage.holder('or_secretary');
    const { waiting } = await this.stage.get(CouncilSettingsService).view(secretary);
    await this.stage.get(CouncilChangesService).confirm(secretary, waiting?.change.id ?? '', this.stage.press(secretary));
  }

  private async takeOffice(name: string): Promise<void> {
    const roles = this.stage.get(RolesService);
    const person = this.stage.as(name, 'employee');
    for (const { id } of await roles.offers(person)) await roles.accept(person, id, ownAddress(name));
  }

  /** The facts that the rules read, each from its owner; the DPO confirms two. */
  async sayFacts(): Promise<void> {
    const admin = this.stage.as(ADMINISTRATOR, 'org_admin');
    const hr = this.stage.holder('hr_registrar');
    const service = this.stage.get(OrganisationService);
    await service.answer(hr, 'headcount', { value: 214, document: null });
    await service.answer(hr, 'workforceLanguages', { value: ['nl', 'en'], document: null });
    await service.answer(this.stage.holder('director'), 'noRetaliationRule', { value: NO_RETALIATION, document: null });
    for (const [name, value] of [
      ['publicBody', true],
      ['largeScaleCore', false],
    ] as const) {
      await service.answer(admin, name, { value, document: null });
      await this.confirm(name);
    }
  }

  private async confirm(name: FactName): Promise<void> {
    const dpo = this.stage.holder('dpo');
    const service = this.stage.get(OrganisationService);
    const fact = (await service.view(dpo)).facts.find((one) => one.name === name);
    await service.confirm(dpo, name, fact?.answeredAt?.toISOString() ?? '', this.stage.identity(dpo));
  }

  /** Each of them makes a key for complaints, and shows that it opens. In the demo the password opens it too. */
  private async makeCaseKeys(): Promise<void> {
    const keys = this.stage.get(CaseKeysService);
    for (const { name } of SAMPLE_PEOPLE.filter(({ roles }) => roles.includes('complaint_handler'))) {
      const handler = { actor: this.stage.as(name, 'complaint_handler'), sessionId: name };
      const { password } = this.stage.person(name);
      await keys.make(handler, password);
      await keys.open(handler, password);
      keys.lock(handler);
    }
  }

  /** Who handles objections, requests and complaints, each with a deputy; and an address outside. */
  async openChannels(): Promise<void> {
    await this.makeCaseKeys();
    const service = this.stage.get(ChannelsService);
    const handlers = (role: Role) =>
      SAMPLE_PEOPLE.filter(({ roles }) => roles.includes(role)).map(({ name }) => this.stage.person(name).id);
    const choices = CHANNEL_KINDS.map((kind) => {
      const [handlerId = null, deputyId = null] = handlers(kind === 'complaint' ? 'complaint_handler' : 'objection_handler');
      return { kind, handlerId, deputyId, isOpen: true };
    });
    await service.save(this.stage.holder('hr_registrar'), choices);
    await service.nameOutside(this.stage.holder('trusted_person'), OUTSIDE_ADDRESS);
  }
}

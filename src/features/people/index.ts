export { mistakeText } from './errors.catalogue.js';
export { equatedDays } from './equated-days.js';
export { councilConflicts, seatCouncil } from './council-roles.js';
export { mailPersons, type MailTexts } from './mail-persons.js';
export { type Body } from './domain/representative-body.js';
export { type FactName, type FactValues } from './domain/facts.js';
export { councilExists, organisationFacts, readFacts } from './facts.repository.js';
export { readFile, storeFile, type FileToStore, type StoredFile } from './files.repository.js';
export { confirmIdentity, identityAsked, type Identity, type IdentityAsked } from './identity.js';
export { hashPassword } from './passwords.js';
export { idOfStaffNumber, isManagerOf, type NamedPerson, namesOf, personsById, personsCalled } from './persons.repository.js';
export {
  councilMembers,
  type CouncilMember,
  grantsOf,
  type Holder,
  holdersOf,
  lastOfficerChangeAt,
  lockRoles,
} from './roles.repository.js';
export { readSetting, SMALLEST_GROUP, smallestGroup, writeSetting } from './settings.repository.js';
export { codeAt, newTotpSecret, showDemoCodes, stepAt } from './totp.js';
export { officerConfirmations, type OfficerConfirmations } from './officer-confirmations.js';
export { type KeyHolder } from './keys/api-keys.repository.js';
export { ApiKeysService } from './keys/api-keys.service.js';
export { ProgramKeys } from './keys/program-keys.js';
export { PeopleModule } from './people.module.js';
export { peoplePaths } from './people.paths.js';
export { organisationName } from './setup.repository.js';
export { RegisterService } from './register.service.js';
export { RolesService } from './roles.service.js';
export { OrganisationService } from './organisation.service.js';
export { SetupService } from './setup.service.js';
export { IdentityFields } from './web/identity-fields.js';
export { fileRefusal, safeFileName, typeOfFile } from './domain/file-types.js';
export { tried } from './tried.js';
export { said } from './web/said.js';

import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FirstRun } from '../../platform/config/index.js';
import { ActorSource } from '../../platform/http/index.js';
import * as account from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { FactTellingService } from './fact-telling.service.js';
import { ImportPages } from './import.pages.js';
import { InvitationPages } from './invitation.pages.js';
import { LanguageKeeper } from './language.interceptor.js';
import * as keys from './keys/api-keys.entity.js';
import { ApiKeysPages } from './keys/api-keys.pages.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { ProgramKeys } from './keys/program-keys.js';
import { MePages } from './me.pages.js';
import { MeService } from './me.service.js';
import { OfficersPages } from './officers.pages.js';
import { OfficersService } from './officers.service.js';
import * as organisation from './organisation.entity.js';
import { OrganisationPages } from './organisation.pages.js';
import { OrganisationService } from './organisation.service.js';
import { PeopleJobs } from './people.jobs.js';
import './reasons.catalogue.js';
import * as register from './register.entity.js';
import { RegisterPages } from './register.pages.js';
import { RegisterService } from './register.service.js';
import { RolePages } from './role.pages.js';
import { RolesPages } from './roles.pages.js';
import { RolesService } from './roles.service.js';
import { SessionActors } from './session-actors.js';
import { SetupPages } from './setup.pages.js';
import { SetupService } from './setup.service.js';
import { SignInPages } from './sign-in.pages.js';
import { SignInService } from './sign-in.service.js';
import { LocalStrategy } from './sign-in.strategy.js';
import { UnitsPages } from './units.pages.js';

const entities = [account, keys, organisation, register].flatMap((of) => Object.values<new () => object>(of));

/** Fixed addresses come before those with a parameter: `/settings/people/import` is nobody's id. */
const controllers = [
  SetupPages,
  SignInPages,
  InvitationPages,
  RolePages,
  MePages,
  ApiKeysPages,
  OrganisationPages,
  UnitsPages,
  ImportPages,
  RegisterPages,
  RolesPages,
  OfficersPages,
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers,
  providers: [
    AccountsService,
    ApiKeysService,
    FactTellingService,
    LocalStrategy,
    MeService,
    OfficersService,
    OrganisationService,
    PeopleJobs,
    ProgramKeys,
    RegisterService,
    RolesService,
    SetupService,
    SignInService,
    { provide: FirstRun, useExisting: SetupService },
    { provide: ActorSource, useClass: SessionActors },
    { provide: APP_INTERCEPTOR, useClass: LanguageKeeper },
  ],
  exports: [ActorSource, FirstRun, OfficersService, ProgramKeys, RegisterService, RolesService, SetupService],
})
export class PeopleModule {}

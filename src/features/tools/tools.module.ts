import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as carriages from './carriage.entity.js';
import { DeclaredForms } from './declarations/declared-forms.js';
import { DeclarationsService } from './declarations/declarations.service.js';
import * as declarations from './declarations/declarations.entity.js';
import { AnswersApi } from './api/answers.api.js';
import { CarriagesApi } from './api/carriages.api.js';
import { DeclarationsApi } from './api/declarations.api.js';
import { ToolsApi } from './api/tools.api.js';
import { CheckPages } from './check.pages.js';
import { CouncilReportPages } from './council-report.pages.js';
import { FilesPages } from './files.pages.js';
import { PlatformDossier } from './platform-dossier.js';
import { RegistrationPages } from './registration.pages.js';
import { RegistrationService } from './registration.service.js';
import * as tools from './tool.entity.js';
import { VersionsPages } from './versions.pages.js';
import { VersionsService } from './versions.service.js';

const entities = [tools, carriages, declarations].flatMap((of) => Object.values<new () => object>(of));

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [
    RegistrationPages,
    CheckPages,
    CouncilReportPages,
    VersionsPages,
    FilesPages,
    ToolsApi,
    AnswersApi,
    CarriagesApi,
    DeclarationsApi,
  ],
  providers: [DeclarationsService, DeclaredForms, RegistrationService, VersionsService, PlatformDossier],
})
export class ToolsModule {}

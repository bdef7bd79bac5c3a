import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as competence from '../competence/competence.entity.js';
import { CompetencePages } from '../competence/competence.pages.js';
import { CompetenceService } from '../competence/competence.service.js';
import { SecondPersonService } from '../competence/second-person.service.js';
import { PaperService } from './paper.service.js';
import * as papers from './papers.entity.js';
import { PaperPages } from './papers.pages.js';
import { SignaturePages } from './signature.pages.js';
import { SignatureService } from './signature.service.js';
import * as signedPapers from './signed/signed-papers.entity.js';
import { SignedPaperPages } from './signed/signed-papers.pages.js';
import { SignedPaperService } from './signed/signed-papers.service.js';

const entities = [competence, papers, signedPapers].flatMap((of) => Object.values<new () => object>(of));

/** The papers of a case, signatures by hand, and which council decides. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [PaperPages, SignaturePages, SignedPaperPages, CompetencePages],
  providers: [PaperService, SignatureService, SignedPaperService, CompetenceService, SecondPersonService],
  exports: [CompetenceService, SecondPersonService],
})
export class PapersModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as account from './account.entity.js';
import * as organisation from './organisation.entity.js';
import * as register from './register.entity.js';

const entities = [account, organisation, register].flatMap((of) => Object.values<new () => object>(of));

@Module({ imports: [TypeOrmModule.forFeature(entities)] })
export class PeopleModule {}

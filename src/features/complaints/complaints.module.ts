import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplaintMessageRow, ComplaintRow } from './complaints.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([ComplaintRow, ComplaintMessageRow])] })
export class ComplaintsModule {}

import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PartsOf } from '../../../platform/http/index.js';
import { FILE_ACTS, type FileAct, LONGEST_DEVICE } from '../domain/device-lines.js';

const MOST_AT_ONCE = 1000;

/** `staffNumber`: whose it is; only to put it on the list. */
export class DevicePart {
  @IsString() @MinLength(1) @MaxLength(LONGEST_DEVICE) device!: string;
  @IsOptional() @IsString() @MaxLength(50) staffNumber?: string;
}

export class DevicesBody {
  @IsIn(FILE_ACTS) does!: FileAct;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_AT_ONCE) @PartsOf(() => DevicePart) devices!: DevicePart[];
}

export class FileForm {
  @IsIn(FILE_ACTS) does!: FileAct;
}

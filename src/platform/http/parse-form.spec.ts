import 'reflect-metadata';
import { ArrayMaxSize, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Problem } from '../../kernel/problem.js';
import { parse, parseOrRefuse, refuseFields } from './parse-form.js';
import { explain } from './reason-texts.js';

class Form {
  @IsString() name!: string;
}
class WithSheet {
  @IsObject() sheet!: Record<string, unknown>;
}
class Bounds {
  @IsOptional() @IsIn(['nl', 'en']) language?: unknown;
  @IsOptional() @IsIn(['a', 'b'], { each: true }) @ArrayMaxSize(2) letters?: unknown;
  @IsOptional() @MaxLength(3) @MinLength(2) name?: unknown;
  @IsOptional() @Matches(/^t_/) id?: unknown;
  @IsOptional() @IsInt() @Min(-1) @Max(7.5) count?: unknown;
}
const errorsOf = (body: Record<string, unknown>, Dto: new () => object = Form) => {
  const parsed = parse(Dto, body);
  return parsed.ok ? [] : parsed.errors;
};
/** A form as a hostile client sends it, with members of its own by reserved names. */
const hostile = (name: string): Record<string, unknown> =>
  Object.fromEntries([
    ['name', 'x'],
    [name, 'y'],
  ]);

describe('a form', () => {
  it('is taken with its own fields and those of the frame', () =>
    expect(errorsOf({ name: 'x', _csrf: 'c', _idempotency: 'i' })).toEqual([]));
  it.each(['surprise', '__proto__', 'constructor', 'prototype'])('is refused with a field %s', (name) =>
    expect(errorsOf(hostile(name))).toEqual([{ field: name, code: 'whitelistValidation' }]),
  );
  it('is refused with a NUL, which no table can hold', () => {
    expect(errorsOf({ name: 'een\0twee' })).toEqual([{ field: 'name', code: 'isText' }]);
    expect(errorsOf({ sheet: { a: [{ b: '\0' }] } }, WithSheet)).toEqual([{ field: 'sheet', code: 'isText' }]);
    expect(errorsOf({ sheet: { '\0': 1 } }, WithSheet)).toEqual([{ field: 'sheet', code: 'isText' }]);
    expect(errorsOf({ name: 'half \ud83d' })).toEqual([{ field: 'name', code: 'isText' }]);
    expect(errorsOf({ sheet: { '\udc00': 1 } }, WithSheet)).toEqual([{ field: 'sheet', code: 'isText' }]);
  });
  it('takes an upload as it is', () => expect(errorsOf({ sheet: { bytes: Buffer.from([0, 0]) } }, WithSheet)).toEqual([]));
});

describe('what a program is told of a field', () => {
  const told = (body: Record<string, unknown>): readonly unknown[] => {
    try {
      parseOrRefuse(Bounds, body);
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.reasons.map((reason) => [reason.code, reason.expected, reason.found, explain(reason, 'en').title]);
    }
  };
  it.each([
    [{ language: 'de' }, 'field.isIn', 'nl, en', 'string of 2', 'Choose from: nl, en.'],
    [{ letters: ['a', 'c'] }, 'field.isIn', 'a, b', 'list of 2', 'Choose from: a, b.'],
    [{ letters: ['a', 'b', 'a'] }, 'field.arrayMaxSize', '2', 'list of 3', 'Give at most 2 here.'],
    [{ name: 'four' }, 'field.maxLength', '3', 'string of 4', 'Write at most 3 characters here.'],
    [{ name: '1' }, 'field.minLength', '2', 'string of 1', 'Write at least 2 characters here.'],
    [{ id: 'x_1' }, 'field.matches', '/^t_/', 'string of 3', 'The form is wrong, or it holds characters that cannot be used.'],
    [{ count: 8 }, 'field.max', '7.5', 'number', 'This may be 7.5 at most.'],
    [{ count: -2 }, 'field.min', '-1', 'number', 'This must be -1 at least.'],
    [{ count: 1.5 }, 'field.isInt', undefined, 'number', 'This must be a whole number.'],
  ])('%j -> %s', (body, ...expected) => expect(told(body)).toEqual([expected]));
  it('names the field, and never says back what came', () => {
    const { reasons } = (() => {
      try {
        return { reasons: [parseOrRefuse(Bounds, { name: 'geheim' })] };
      } catch (error) {
        return error as Problem;
      }
    })();
    expect(reasons).toMatchObject([{ field: 'name' }]);
    expect(JSON.stringify(reasons)).not.toContain('geheim');
  });
});

describe('a form that is one button', () => {
  it('is taken without fields', () => expect(() => refuseFields({ _csrf: 'c' })).not.toThrow());
  it('is refused with any, by name', () => {
    for (const name of ['surprise', '__proto__']) expect(() => refuseFields(hostile(name))).toThrow('input.unusable');
  });
});

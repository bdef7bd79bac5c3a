import 'reflect-metadata';
import { IsObject, IsString } from 'class-validator';
import { parse, refuseFields } from './parse-form.js';

class Form {
  @IsString() name!: string;
}
class WithSheet {
  @IsObject() sheet!: Record<string, unknown>;
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
  });
  it('takes an upload as it is', () => expect(errorsOf({ sheet: { bytes: Buffer.from([0, 0]) } }, WithSheet)).toEqual([]));
});

describe('a form that is one button', () => {
  it('is taken without fields', () => expect(() => refuseFields({ _csrf: 'c' })).not.toThrow());
  it('is refused with any, by name', () => {
    for (const name of ['surprise', '__proto__']) expect(() => refuseFields(hostile(name))).toThrow('input.unusable');
  });
});

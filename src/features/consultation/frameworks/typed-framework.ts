import { addDays, type Day } from '../../../kernel/clock.js';
import { Problem, type Reason } from '../../../kernel/problem.js';
import { attributeOf, CAPABILITIES, type LightColour, type MachineLimit, readScope, SENSORS, typedLimit } from '../../../policy/index.js';
import { limitText, type NamedCodes } from '../../tools/index.js';
import type { TypedFramework } from './domain/proposal.js';
import type { ProposeDto, TypedClass } from './frameworks.dto.js';

const COLOURS: readonly LightColour[] = ['green', 'amber'];
const LONGEST_DAYS = 3 * 366;

/** What a class can be about: each in the codes of the exchange form. */
export const CHOICES = {
  categories: [...new Set<string>(CAPABILITIES.map(({ category }) => category))].filter((category) => category !== 'sensor'),
  modes: attributeOf('capture.modes')?.values ?? [],
  purposes: attributeOf('purposes[].code')?.values ?? [],
  sensors: SENSORS,
} as const;

/** The fields of one class, without the colour in front. */
const classTyped = (dto: ProposeDto, colour: LightColour): TypedClass => {
  const own = Object.entries(dto).filter(([name]) => name.startsWith(colour));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(colour.length).toLowerCase(), value as unknown])) as TypedClass;
};

interface Read {
  readonly wrong: readonly Reason[];
  readonly limits: readonly MachineLimit[];
}
const readLimits = (typed: TypedClass, colour: LightColour): Read => {
  const given: readonly (readonly [string, string, string | undefined, boolean])[] = [
    ['Days', 'retention_max_days', typed.days, true],
    ['Group', 'smallest_group', typed.group, false],
    ['Sample', 'sampling_max_rate', typed.sample, false],
    ['Hours', 'working_hours_only', typed.hours, false],
    ['Person', 'no_individual_use', typed.person, false],
  ];
  const read = given
    .filter(([, , value, required]) => required || (value ?? '').trim() !== '')
    .map(([name, kind, value = '']) => ({ name, limit: typedLimit(kind, { value }) }));
  const { viewers = [] } = typed;
  const onlyViewers = viewers.length > 0 ? typedLimit('viewers_only', { roles: viewers }) : null;
  return {
    wrong: read.filter(({ limit }) => limit === null).map(({ name }) => ({ code: 'framework.limit', field: `${colour}${name}` })),
    limits: [...read.flatMap(({ limit }) => limit ?? []), ...(onlyViewers ? [onlyViewers] : [])],
  };
};

const among = (field: string, chosen: readonly string[], allowed: readonly string[], required: boolean): readonly Reason[] => {
  if (required && chosen.length === 0) return [{ code: 'framework.pick-one', field }];
  return chosen.every((one) => allowed.includes(one)) ? [] : [{ code: 'field.choice', field }];
};

const classIn = (typed: TypedClass, colour: LightColour, named: NamedCodes) => {
  const { categories = [], modes = [], purposes = [], sensors = [], data = [], viewers = [] } = typed;
  const scope = readScope({
    categories,
    modes,
    purposes,
    sensors,
    dataCategories: data,
    contentLevelMax: Number(typed.level ?? '0'),
    atHome: typed.home === 'yes',
    privateDevices: typed.private === 'yes',
  });
  const { wrong, limits } = readLimits(typed, colour);
  const reasons = [
    ...among(`${colour}Categories`, categories, CHOICES.categories, true),
    ...among(`${colour}Modes`, modes, CHOICES.modes, true),
    ...among(`${colour}Purposes`, purposes, CHOICES.purposes, true),
    ...among(`${colour}Data`, data, named.data, true),
    ...among(`${colour}Sensors`, sensors, CHOICES.sensors, false),
    ...among(`${colour}Viewers`, viewers, named.functions, false),
    ...wrong,
  ];
  return { reasons, scope, limits };
};

/** The proposal as it was typed. Everything that is wrong is named at once. */
export const frameworkTyped = (dto: ProposeDto, today: Day, named: NamedCodes): TypedFramework => {
  const used = COLOURS.filter((colour) => classTyped(dto, colour).use === 'yes').map((colour) => ({
    colour,
    ...classIn(classTyped(dto, colour), colour, named),
  }));
  const reasons: readonly Reason[] = [
    ...(dto.endsOn > today && dto.endsOn <= addDays(today, LONGEST_DAYS) ? [] : [{ code: 'framework.ends-out-of-range', field: 'endsOn' }]),
    ...(dto.grounds.some((ground) => ground === 'k' || ground === 'l') ? [] : [{ code: 'framework.pick-one', field: 'grounds' }]),
    ...(used.length > 0 ? [] : [{ code: 'framework.no-class', field: 'greenUse' }]),
    ...used.flatMap((one) => one.reasons),
  ];
  if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
  return {
    title: dto.title,
    reasons: dto.reasons,
    consequences: dto.consequences,
    grounds: dto.grounds,
    endsOn: dto.endsOn,
    classes: used.flatMap(({ colour, scope, limits }) =>
      scope ? [{ colour, scope, limits: limits.map((limit) => ({ limit, text: limitText(limit, 'nl') })) }] : [],
    ),
  };
};

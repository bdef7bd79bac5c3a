import { type Setting, starterOf } from '../features/tools/index.js';
import type { SampleTool } from './sample-tools.catalogue.js';

/** What the starter of a sample tool proposes, as its pages would save it. */
export const capabilitiesOf = ({ starter }: SampleTool) =>
  starterOf(starter)?.capabilities.map(({ code, can, isOn, reach }) => ({ code, can, on: isOn, reach })) ?? [];

export const sheetOf = ({ starter }: SampleTool): readonly Setting[] =>
  starterOf(starter)?.sheet.map(({ name, value, meaning, stricterIs }) => ({
    name,
    value,
    meaningNl: meaning.nl,
    meaningEn: meaning.en,
    stricterIs,
  })) ?? [];

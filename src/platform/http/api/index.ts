export { bytesIn } from './base64.js';
export { refuseKeyOfCouncil, sitsInCouncil } from './in-person.js';
export { saidInBody } from './said-in-body.js';
export { PageQuery } from './page-query.js';
export { ApiDoor, Asks, Documented, NoFields, Takes } from './documented.js';
export { describeCheck, PartOf, PartsOf } from './dto-schema.js';
export { keyIn } from './once-at-the-door.js';
export {
  aCount,
  aDay,
  anInstant,
  aNumber,
  eitherOf,
  anyJson,
  aText,
  type Given,
  listOf,
  oneOf,
  orNull,
  pageOf,
  record,
  type Shape,
  yesOrNo,
} from './shape.js';

import { SetMetadata } from '@nestjs/common';

export const LEAVES_NO_COOKIES = 'countersign:leaves-no-cookies';

/** On a controller: its pages keep nothing in the browser of who has no account. Its links carry the language instead (`inLanguage`). */
export const LeavesNoCookies = (): ClassDecorator => SetMetadata(LEAVES_NO_COOKIES, true);

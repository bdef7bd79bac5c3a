import { jest } from '@jest/globals';

// Real servers, browsers and races on two cores: a test is stuck after two minutes, not after five seconds.
jest.setTimeout(120_000);

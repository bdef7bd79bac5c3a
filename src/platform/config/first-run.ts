/** The way in before there is anybody. The feature `people` provides it. */
export abstract class FirstRun {
  /** A one-time link for the first administrator, or null once there is an organisation. */
  abstract setupLink(): Promise<string | null>;
}

/** The clock's injection token: `@Inject(ClockToken) clock: Clock`. */
export const ClockToken = Symbol('Clock');

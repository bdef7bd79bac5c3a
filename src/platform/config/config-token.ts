/** The configuration's injection token: `@Inject(ConfigToken) config: Config`. */
export const ConfigToken = Symbol('Config');

import sodium from 'libsodium-wrappers-sumo';

/** libsodium, once it can be used. */
export const readySodium = async (): Promise<typeof sodium> => {
  await sodium.ready;
  return sodium;
};

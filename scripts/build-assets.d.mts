/** Compiles the page kit's styles and copies its script, icon and font into a folder. */
export function buildAssets(to?: string): Promise<void>;

/** The types of bundles: one to read, and one that a server carries out. */
export const BUNDLE_TYPES = ['collection', 'transaction'] as const;
export type BundleType = (typeof BUNDLE_TYPES)[number];

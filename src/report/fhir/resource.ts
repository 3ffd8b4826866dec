/** What a Bundle holds; the rest of it depends on its type. */
export interface Resource {
  readonly resourceType: string;
  /** A UUID. */
  readonly id: string;
  readonly [element: string]: unknown;
}

/** A reference to another resource of the same Bundle. */
export interface Reference {
  readonly reference: string;
  readonly type: string;
}

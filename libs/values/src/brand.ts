declare const brand: unique symbol;

/** A string that went through its own parser: assignable to `string`, but no plain string is assignable to it. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

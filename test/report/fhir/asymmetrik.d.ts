// The library brings no types of its own; this is all that the tests need of it.
declare module '@asymmetrik/fhir-json-schema-validator' {
  export default class JSONSchemaValidator {
    constructor(schema: object);
    validate(resource: object, verbose: true): readonly { readonly dataPath: string; readonly message?: string }[];
  }
}

// The library brings no types of its own; this is all that the tests need of it.
declare module 'google-libphonenumber' {
  const library: {
    readonly ShortNumberInfo: {
      getInstance(): { isEmergencyNumber(number: string, region: string): boolean };
    };
  };
  export default library;
}

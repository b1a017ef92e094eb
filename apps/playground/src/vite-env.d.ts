declare module '*.csv?inline' {
  /** The bytes as a `data:` address. */
  const address: string;
  export default address;
}

/** The part of saxen 11 that is used here; the library ships without types. */
declare module 'saxen' {
  export type Decode = (text: string) => string;
  export class Parser {
    on(
      event: 'openTag',
      handler: (
        name: string,
        attributes: () => Readonly<Record<string, string>> | false,
        decode: Decode,
        selfClosing: boolean,
      ) => void,
    ): this;
    on(
      event: 'closeTag',
      handler: (name: string, decode: Decode, selfClosing: boolean) => void,
    ): this;
    on(event: 'text', handler: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', handler: (text: string) => void): this;
    on(event: 'attention', handler: (text: string) => void): this;
    on(event: 'error', handler: (error: Error) => void): this;
    stop(): void;
    parse(xml: string): Error | undefined;
    write(xml: string): this;
    end(): Error | undefined;
  }
}

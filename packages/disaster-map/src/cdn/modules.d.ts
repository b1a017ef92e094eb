declare module 'virtual:tokens' {
  const css: string;
  export default css;
}

declare module 'virtual:cluster-worker' {
  const code: string;
  export default code;
}

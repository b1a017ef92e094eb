/** Names that WebGL gives itself where the processor draws: SwiftShader, Mesa's llvmpipe, Windows' Basic Render. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether WebGL 2 starts at all. Needs a DOM. */
export function hasWebGl(): boolean {
  return nameOfWebGl({}) !== undefined;
}

/** Whether WebGL 2 starts and a graphics processor does the work. Needs a DOM. */
export function hasFastWebGl(): boolean {
  const name = nameOfWebGl({ failIfMajorPerformanceCaveat: true });
  return name !== undefined && !isSoftware(name);
}

/** `name`: what WebGL calls its renderer, e.g. `ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)`. */
export function isSoftware(name: string): boolean {
  return SOFTWARE.test(name);
}

function nameOfWebGl(attributes: WebGLContextAttributes): string | undefined {
  const gl = document.createElement('canvas').getContext('webgl2', attributes);
  if (gl === null) return undefined;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  // A page may hold few contexts at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}

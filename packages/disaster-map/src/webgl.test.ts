import { expect, test } from 'vitest';
import { isSoftware } from './webgl.ts';

test.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    true,
  ],
  ['llvmpipe (LLVM 17.0.6, 256 bits)', true],
  ['Mesa/X.org, softpipe', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', true],
  ['Apple Software Renderer', true],
  ['ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
  ['Mali-G72', false],
  ['Apple GPU', false],
])('%s: software %s', (name, software) => {
  expect(isSoftware(name)).toBe(software);
});

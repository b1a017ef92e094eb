import type { ViteDevServer } from 'vite';
import { fault, YokotenError } from './fault.ts';
import type { Language } from './language.ts';
import { toPluginError } from './plugin-error.ts';

/** Vite says "Port 5173 is already in use" and shows a stack; this says what to do. */
export function reportPortTaken(server: ViteDevServer, language: Language): void {
  const listen = server.listen.bind(server);
  server.listen = async (port, isRestart) => {
    try {
      return await listen(port, isRestart);
    } catch (error) {
      if (!(error instanceof Error) || !/port .*in use/i.test(error.message)) throw error;
      const taken = port ?? server.config.server.port;
      throw toPluginError(
        new YokotenError(
          fault(
            'yokoten/port-taken',
            `ポート ${taken} は、ほかのプログラムが使っています。\nそれを止めるか、「--port ${taken + 1}」をつけて始めてください。`,
            `Port ${taken} is used by another program. Stop that one, or start with --port ${taken + 1}.`,
          ),
        ),
        language,
      );
    }
  };
}

import { yokoten } from 'yokoten/vite';

export default { plugins: [yokoten()] };

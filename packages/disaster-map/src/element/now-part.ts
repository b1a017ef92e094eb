// Loaded by a page that asks what is open now.
export { NowFollower } from './now-follower.ts';
export { now as nowStyle } from './styles/now.ts';

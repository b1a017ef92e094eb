// Leaflet publishes its sources beside its bundle; their types are those of the bundle.
declare module 'leaflet/src/*' {
  export * from 'leaflet';
}

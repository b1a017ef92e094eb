/** A file to add to a new app, as an official would name it. */
export const EXAMPLE_FILE = 'data/01-避難所.csv';

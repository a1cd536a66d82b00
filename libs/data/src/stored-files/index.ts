export * from './stored-files';

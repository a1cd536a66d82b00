export { HubNotEmptyError, isEmptyHub } from './empty-hub';
export { fillDemoHub, type DemoHubCounts } from './fill-demo-hub';

export { importDemoCensus } from './demo-import';
export { queueDemoMails } from './demo-mails';

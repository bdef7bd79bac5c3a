export { type Network, readNetwork } from './networks.js';
export { faultOfTarget, type Posted, type PostFault, postTo } from './post.js';

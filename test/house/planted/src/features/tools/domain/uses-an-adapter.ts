import '../../../platform/adapter.js';

import '../platform/adapter.js';

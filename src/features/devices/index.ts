export { deviceScopeOf } from './device-scope.js';
export { DevicesModule } from './devices.module.js';
export { devicePaths } from './devices.paths.js';
export { InventoryService } from './inventory/inventory.service.js';
export { DeviceListService } from './lists/device-list.service.js';
export { RegisteredDevicesService } from './registered/registered.service.js';

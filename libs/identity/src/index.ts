export { IdentityHttpModule, IdentityModule } from './identity.module.js';
export { enterIdentity } from './access/identity-scope.js';
export { belongsToOffice, permissionsAt, roleName, roleNamed, roles, type Reach, type Role, type UnitKind } from './role/roles.js';
export { createAdministrator } from './user/create-administrator.js';
export { createUser, insertMembership, type NewMembership, type NewUser } from './user/new-user.js';

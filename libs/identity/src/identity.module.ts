import { Module } from '@nestjs/common';
import { Authenticator } from '#platform';
import { AccessTokens } from './access/access-token.js';
import { IdentityAuthenticator } from './access/identity-authenticator.js';
import { PassportGate } from './access/passport-gate.js';
import { VerifyPassword } from './password/verify-password.js';
import { RoleController } from './role/role.controller.js';
import { ChangePassword } from './session/change-password.js';
import { LoginLimits } from './session/login-limits.js';
import { MeController } from './session/me.controller.js';
import { SessionAnswer } from './session/open-session.js';
import { RefreshCookie } from './session/refresh-cookie.js';
import { RefreshSession } from './session/refresh-session.js';
import { RefreshTokens } from './session/refresh-token.js';
import { SessionController } from './session/session.controller.js';
import { SignIn } from './session/sign-in.js';
import { SignOut } from './session/sign-out.js';
import { SwitchVillage } from './session/switch-village.js';
import { ChangeUser } from './user/change-user.js';
import { CreateUser } from './user/create-user.js';
import { EndMembership } from './user/end-membership.js';
import { ExportUsers } from './user/export-users.js';
import { GrantMembership } from './user/grant-membership.js';
import { ResetPassword } from './user/reset-password.js';
import { UserController } from './user/user.controller.js';

/** Who comes in, as whom, and who looks after accounts. */
@Module({
  providers: [
    AccessTokens, RefreshTokens, VerifyPassword, PassportGate, LoginLimits, SessionAnswer,
    { provide: Authenticator, useClass: IdentityAuthenticator },
    SignIn, RefreshSession, SignOut, SwitchVillage, ChangePassword,
    CreateUser, ChangeUser, ResetPassword, GrantMembership, EndMembership, ExportUsers,
  ],
  exports: [
    Authenticator,
    SignIn, RefreshSession, SignOut, SwitchVillage, ChangePassword,
    CreateUser, ChangeUser, ResetPassword, GrantMembership, EndMembership, ExportUsers,
  ],
})
export class IdentityModule {}

@Module({ imports: [IdentityModule], providers: [RefreshCookie], controllers: [SessionController, MeController, UserController, RoleController] })
export class IdentityHttpModule {}
